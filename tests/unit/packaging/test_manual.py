"""The manual names every setting, format, key, verb and option, and its links lead somewhere."""

from __future__ import annotations

import os
import re
from dataclasses import fields
from pathlib import Path

import pytest

from desktop_slm.documents.file_names import NAMES
from desktop_slm.policy import Policy
from desktop_slm.settings import Settings
from tests.unit.packaging import ROOT, load

DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
REFERENCE = (DOCS / "reference.md").read_text(encoding="utf-8")
_ANEW = "write it anew: QT_QPA_PLATFORM=offscreen .venv/bin/python packaging/document_verbs.py"
_LINK = re.compile(r"\]\(([^)#\s]+)(#[^)]*)?\)")


def section(heading: str) -> str:
    return REFERENCE.partition(f"\n## {heading}\n")[2].partition("\n## ")[0]


@pytest.mark.parametrize("name", [field.name for field in fields(Settings)])
def test_every_setting_is_documented(name: str) -> None:
    assert f"| `{name}` |" in section("Settings")


def test_no_setting_is_documented_that_is_gone() -> None:
    documented = set(re.findall(r"^\| `(\w+)` \|", section("Settings"), re.MULTILINE))

    assert documented == {field.name for field in fields(Settings)}


@pytest.mark.parametrize(("ending", "kind"), [(e, k.value) for e, k in NAMES.items()])
def test_every_format_is_documented_with_its_endings(ending: str, kind: str) -> None:
    row = re.search(rf"^\| `{kind}` \| ([^|]*) \|", section("Formats"), re.MULTILINE)

    assert row, kind
    assert f".{ending}" in row[1].split(", ")


def test_the_keys_are_those_of_the_window() -> None:
    assert REFERENCE.endswith(load("document_verbs").keys()), _ANEW


def test_the_page_of_the_verbs_is_what_the_parser_says() -> None:
    page = (DOCS / "terminal.md").read_text(encoding="utf-8")

    assert page == load("document_verbs").current(), _ANEW


def test_every_variable_of_ours_is_documented() -> None:
    text = "\n".join(
        file.read_text(encoding="utf-8") for file in (ROOT / "desktop_slm").rglob("*.py")
    )
    documented = (DOCS / "administrators.md").read_text(encoding="utf-8")

    for name in set(re.findall(r'"(DESKTOP_SLM_[A-Z_]+)"', text)):
        assert f"| `{name}` |" in documented


@pytest.mark.parametrize("name", [field.name for field in fields(Policy)])
def test_every_setting_of_a_policy_is_documented(name: str) -> None:
    assert f"| `{name}` |" in (DOCS / "administrators.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_links_and_pictures_are_there(page: Path) -> None:
    for target, anchor in _LINK.findall(page.read_text(encoding="utf-8")):
        if "://" in target:
            continue
        file = Path(os.path.normpath(page.parent / target))
        assert file.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.+)$", file.read_text(encoding="utf-8"), re.MULTILINE)
            slugs = {re.sub(r"[^\w]+", "-", heading.lower()).strip("-") for heading in headings}
            assert anchor[1:] in slugs


def test_the_site_lists_every_page() -> None:
    listed = re.findall(r": (\S+\.md)$", (ROOT / "mkdocs.yml").read_text("utf-8"), re.MULTILINE)

    assert sorted(listed) == [page.name for page in PAGES]
