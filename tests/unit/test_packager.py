"""What the package says of itself: its day, its age, and whom it may ask."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from desktop_slm import packager
from desktop_slm.packager import Packager


def _load(tmp_path: Path, text: str) -> Packager:
    file = tmp_path / "packager.toml"
    file.write_text(text, encoding="utf-8")
    return packager.load(file)


def test_the_day_and_the_address_are_read(tmp_path: Path) -> None:
    found = _load(tmp_path, 'built = 2026-05-21\nupdates = "https://example.org:8443/newest"\n')
    assert found == Packager(date(2026, 5, 21), "https://example.org:8443/newest")
    assert found.updates_host == "example.org:8443"


@pytest.mark.parametrize(
    "text",
    ["built = 'today'", "built = 2026-05-21T10:00:00Z", "updates = 'http://example.org/'", "]["],
)
def test_what_is_damaged_or_not_private_counts_for_nothing(tmp_path: Path, text: str) -> None:
    assert _load(tmp_path, text) == Packager()


def test_a_copy_of_the_source_knows_nothing(tmp_path: Path) -> None:
    assert packager.load(tmp_path / "none") == Packager()
    assert Packager().age_months(date(2026, 11, 21)) is None


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 5, 21), 0),
        (date(2026, 6, 20), 0),
        (date(2026, 6, 21), 1),
        (date(2026, 11, 21), 6),
        (date(2027, 5, 20), 11),
        (date(2026, 4, 1), 0),  # a clock that is wrong
    ],
)
def test_the_age_is_in_whole_months(today: date, months: int) -> None:
    assert Packager(date(2026, 5, 21)).age_months(today) == months
