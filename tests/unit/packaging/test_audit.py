"""What was not looked up never counts as sound."""

from __future__ import annotations

import json
from types import ModuleType

import pytest

from tests.unit.packaging import ROOT, load

_NAMES = ("anyio", "jinja2")


@pytest.fixture(scope="module")
def audit() -> ModuleType:
    return load("audit")


def _answer(*entries: dict[str, object]) -> str:
    return json.dumps({"dependencies": list(entries), "fixes": []})


def _sound(name: str) -> dict[str, object]:
    return {"name": name, "version": "1.0", "vulns": []}


def _skipped(name: str) -> dict[str, object]:
    return {"name": name, "skip_reason": f"Dependency not found on PyPI: {name} (1.0)"}


@pytest.mark.parametrize("answer", ["", "no JSON", "{}", _answer(*map(_skipped, _NAMES))])
def test_no_answer_and_one_that_skips_all_are_said_to_know_nothing(
    audit: ModuleType, answer: str
) -> None:
    # pip-audit itself says “No known vulnerabilities found” where it has skipped everything.
    found = audit.read(answer, _NAMES)
    [sentence] = audit.sentences(found, 2)
    assert sentence.startswith("Nothing is known: pip-audit could not reach its data")
    assert audit.status(found) == 2


def test_one_that_was_skipped_is_named(audit: ModuleType) -> None:
    found = audit.read(_answer(_sound("anyio"), _skipped("jinja2")), _NAMES)
    assert audit.sentences(found, 2) == [
        "Not looked up, so nothing is known of: jinja2.",
        "1 of 2 distributions were looked up: 0 weaknesses.",
    ]
    assert audit.status(found) == 2


def test_one_that_is_not_in_the_answer_was_not_looked_up(audit: ModuleType) -> None:
    found = audit.read(_answer(_sound("anyio")), _NAMES)
    assert found.not_looked_up == ("jinja2",) and audit.status(found) == 2


def test_a_weakness_is_told_with_the_version_that_mends_it(audit: ModuleType) -> None:
    weak: dict[str, object] = {
        "name": "Jinja2",
        "version": "3.1.0",
        "vulns": [{"id": "CVE-2024-22195", "fix_versions": ["3.1.3"]}],
    }
    found = audit.read(_answer(_sound("anyio"), weak), _NAMES)
    assert audit.sentences(found, 2)[0] == "Jinja2 3.1.0: CVE-2024-22195, mended in 3.1.3"
    assert audit.status(found) == 1


def test_all_looked_up_and_nothing_known(audit: ModuleType) -> None:
    found = audit.read(_answer(*map(_sound, _NAMES)), _NAMES)
    assert audit.sentences(found, 2) == ["2 of 2 distributions were looked up: 0 weaknesses."]
    assert audit.status(found) == 0


def test_everything_that_is_pinned_is_asked_for(audit: ModuleType) -> None:
    text = (ROOT / "constraints.txt").read_text(encoding="utf-8")
    names = audit.pinned(text)
    assert len(names) == text.count("==") and {"jinja2", "pyside6-essentials"} <= set(names)
