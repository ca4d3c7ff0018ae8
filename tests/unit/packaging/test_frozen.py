"""What is different in a package: where the program's own parts are."""

from __future__ import annotations

import os
import runpy
import sys
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.workers import environment
from desktop_slm.workers.confine import landlock
from tests.unit.packaging import PACKAGING


@pytest.fixture
def frozen(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    monkeypatch.setattr(sys, "executable", str(tmp_path / "desktop-slm"))
    monkeypatch.setattr(paths, "__file__", str(tmp_path / "_internal/desktop_slm/paths.pyc"))
    monkeypatch.delenv("DESKTOP_SLM_STARTER_DIR", raising=False)
    return tmp_path


def test_a_child_is_the_program_itself(frozen: Path) -> None:
    assert environment.command("reader") == [str(frozen / "desktop-slm"), "--worker", "reader"]


def test_a_child_may_read_the_program_that_its_modules_are_in(frozen: Path) -> None:
    assert str(frozen / "desktop-slm") in set(landlock._own_files())


def test_a_practice_model_that_is_carried_is_found(frozen: Path) -> None:
    carried = frozen / "_internal" / "desktop_slm" / "resources" / "starter"
    carried.mkdir(parents=True)

    assert paths.starter_folder() == carried


def test_without_one_it_is_looked_for_where_the_person_may_have_it(frozen: Path) -> None:
    assert frozen not in paths.starter_folder().parents


@pytest.mark.parametrize("before", [None, "/opt/drivers"])
def test_what_the_program_starts_sees_its_own_systems_libraries(
    monkeypatch: pytest.MonkeyPatch, before: str | None
) -> None:
    monkeypatch.setenv("LD_LIBRARY_PATH", "/package/_internal")
    monkeypatch.setenv("_PYI_ARCHIVE_FILE", "/package/desktop-slm")
    if before is not None:
        monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", before)

    runpy.run_path(str(PACKAGING / "folder" / "restore_environment.py"))

    assert os.environ.get("LD_LIBRARY_PATH") == before
    assert not [name for name in os.environ if name.startswith("_PYI_") or name.endswith("_ORIG")]
