"""What the build writes into a package is what the app reads from it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_slm import packager
from desktop_slm.packager import Packager
from tests.unit.packaging import load


def _written(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Packager:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795219200")  # 21 November 2026
    resources = tmp_path / "_internal" / "desktop_slm" / "resources"
    resources.mkdir(parents=True)
    load("folder.build").write_packager(tmp_path)
    return packager.load(resources / packager.FILE.name)


def test_the_day_of_the_source_is_in_every_package(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delenv("DESKTOP_SLM_UPDATES", raising=False)
    assert _written(tmp_path, monkeypatch) == Packager(date(2026, 11, 21))


def test_an_address_is_in_it_only_where_the_packager_names_one(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    address = 'https://example.org/"newest".json'
    monkeypatch.setenv("DESKTOP_SLM_UPDATES", address)
    assert _written(tmp_path, monkeypatch).updates == address
