"""Facts travel as JSON; what a child that was taken over could send is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop_slm.errors import ProtocolError
from desktop_slm.models.facts import FileFacts, FileKind, from_wire

FACTS = FileFacts(FileKind.TEXT, "A", "llama", "1B", 10, "Q4_0", 4096, "mit", True, 2)


def test_facts_survive_the_way() -> None:
    assert from_wire(json.loads(json.dumps(FACTS.to_wire()))) == FACTS


@pytest.mark.parametrize(
    "change",
    [
        {"kind": "virus"},
        {"kind": None},
        {"name": 7},
        {"name": "x" * 201},
        {"license": None},
        {"parameters": -1},
        {"parameters": True},
        {"parameters": 1.5},
        {"context_tokens": 1 << 61},
        {"has_template": 1},
        {"parts": "2"},
    ],
)
def test_anything_else_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ProtocolError):
        from_wire({**FACTS.to_wire(), **change})
