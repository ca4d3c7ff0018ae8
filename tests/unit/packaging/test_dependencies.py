"""README names every distribution with its reason and its license, as that says itself."""

from __future__ import annotations

import re
import tomllib
from importlib import metadata

import pytest

from desktop_slm.licensing import notes
from desktop_slm.licensing.distributions import needed, stated
from desktop_slm.licensing.notes import normalized
from tests.unit.packaging import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")
_SECTION = README.partition("\n## What it stands on\n")[2].partition("\n## ")[0]
ROWS = {
    normalized(name): (why.strip(), license_id.strip())
    for name, why, license_id in re.findall(
        r"^\| ([\w.-]+) \|([^|]*)\|([^|]*)\|$", _SECTION, re.MULTILINE
    )
    if name != "distribution"
}


def _pinned() -> set[str]:
    lines = (ROOT / "constraints.txt").read_text(encoding="utf-8").split()
    return {normalized(line.partition("==")[0]) for line in lines}


def _asked_for() -> set[str]:
    found = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    words = [*found["build-system"]["requires"], *found["project"]["dependencies"]]
    for extra in found["project"]["optional-dependencies"].values():
        words += extra
    return {normalized(re.split(r"[<>=!~\[; ]", word)[0]) for word in words}


@pytest.mark.parametrize("name", sorted(_pinned() | _asked_for()))
def test_each_has_a_reason_and_a_license(name: str) -> None:
    assert name in ROWS, f"{name} stands in no row of README, What it stands on"
    why, license_id = ROWS[name]
    assert why and license_id


def test_no_row_is_left_of_one_that_is_gone() -> None:
    assert set(ROWS) == _pinned() | _asked_for()


@pytest.mark.parametrize("name", sorted(ROWS))
def test_the_license_is_the_one_that_it_names_itself(name: str) -> None:
    try:
        found = metadata.distribution(name)
    except metadata.PackageNotFoundError:
        pytest.skip("not installed on this system")
    note = notes.load().distributions.get(name)
    named = (note.license if note else "") or stated(found, "License-Expression")
    if named:
        assert ROWS[name][1] == named


def test_everything_that_is_installed_for_the_app_is_pinned() -> None:
    assert set(needed()) <= _pinned()
