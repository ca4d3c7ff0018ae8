"""Omissions as JSON values, for the way from the analysis child to its parent."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.omissions.omissions import (
    Finding,
    FindingKind,
    Omissions,
    OmittedPart,
    PageState,
)


def to_dict(omissions: Omissions) -> dict[str, Any]:
    """Returns them as JSON values."""
    return asdict(omissions)


def from_dict(stored: Mapping[str, Any]) -> Omissions:
    """Returns what `to_dict` described."""
    return Omissions(
        parts=tuple(_part(part) for part in stored["parts"]),
        pages=tuple((page, PageState(state)) for page, state in stored["pages"]),
    )


def _part(stored: Mapping[str, Any]) -> OmittedPart:
    return OmittedPart(
        **{
            **stored,
            "place": Place(**stored["place"]),
            "findings": tuple(_finding(finding) for finding in stored["findings"]),
        }
    )


def _finding(stored: Mapping[str, Any]) -> Finding:
    return Finding(
        kind=FindingKind(stored["kind"]),
        place=Place(**stored["place"]),
        text=stored["text"],
        sentence=Place(**stored["sentence"]),
        sentence_text=stored["sentence_text"],
    )
