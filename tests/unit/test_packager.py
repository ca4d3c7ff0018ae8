"""What the package says of itself: its day, its age, and whom it may ask."""

from __future__ import annotations

import re
from datetime import date
from pathlib import Path

import pytest

from desktop_slm import __version__, __version_date__, packager
from desktop_slm.packager import Packager

ROOT = Path(__file__).resolve().parents[2]


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


def test_a_copy_of_the_source_counts_from_the_day_of_the_version(tmp_path: Path) -> None:
    found = packager.load(tmp_path / "none")
    assert found == Packager() and found.day == packager.VERSION_DAY
    assert found.age_months(packager.VERSION_DAY) == 0
    assert (
        found.age_months(packager.VERSION_DAY.replace(year=2030))
        == (2030 - packager.VERSION_DAY.year) * 12
    )


def test_a_released_version_has_the_day_of_its_changes() -> None:
    heading = re.search(r"^## (.+)$", (ROOT / "CHANGELOG.md").read_text("utf-8"), re.MULTILINE)
    assert heading
    if not heading[1].startswith("Unreleased"):
        assert heading[1] == f"{__version__}: {__version_date__}"


def test_it_is_old_after_six_months_and_a_clock_that_is_wrong_says_nothing() -> None:
    found = Packager(date(2026, 5, 21))
    assert found.is_old(date(2026, 11, 21))
    assert not found.is_old(date(2026, 11, 20)) and not found.is_old(date(2001, 1, 1))


@pytest.mark.parametrize(
    ("today", "months"),
    [
        (date(2026, 5, 21), 0),
        (date(2026, 6, 20), 0),
        (date(2026, 6, 21), 1),
        (date(2026, 11, 21), 6),
        (date(2027, 5, 20), 11),
        (date(2026, 5, 20), None),  # a clock that is wrong
    ],
)
def test_the_age_is_in_whole_months(today: date, months: int | None) -> None:
    assert Packager(date(2026, 5, 21)).age_months(today) == months
