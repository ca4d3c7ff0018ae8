"""An export as plain text: numbers in brackets for footnotes, the data in lines at the end."""

from __future__ import annotations

import base64
import json
import textwrap
import zlib
from collections.abc import Iterable, Iterator
from typing import Any

from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.parts import DATA, FRAME
from desktop_slm.assistants.exports.sheet import Kind, Line, lines
from desktop_slm.assistants.exports.written import BLANK, Written

DATA_START, DATA_END = "-----BEGIN DESKTOP SLM EXPORT-----", "-----END DESKTOP SLM EXPORT-----"
_TIGHT = {(kind, kind) for kind in (Kind.FACT, Kind.ITEM, Kind.SENTENCE, Kind.FOOTNOTE, Kind.ROW)}
_COLUMNS = 76


def written(exported: ExportedSummary, sealed: dict[str, Any]) -> Iterator[Written]:
    """Yields the lines of the file."""
    yield from words(exported, sealed)
    yield BLANK
    yield Written(DATA, DATA_START)
    packed = zlib.compress(json.dumps(sealed, separators=(",", ":")).encode(), 9)
    for line in textwrap.wrap(base64.b64encode(packed).decode(), _COLUMNS):
        yield Written(DATA, line)
    yield Written(DATA, DATA_END)


def words(exported: ExportedSummary, sealed: dict[str, Any]) -> Iterator[Written]:
    """Yields the lines that people read."""
    return of_lines(lines(exported, sealed))


def of_lines(sheet: Iterable[Line]) -> Iterator[Written]:
    """Yields lines as plain text."""
    before = None
    for line in sheet:
        if before is not None and (before, line.kind) not in _TIGHT:
            yield BLANK
        yield Written(line.part, _written(line))
        if line.kind is Kind.TITLE:
            yield Written(FRAME, "=" * min(len(line.text), _COLUMNS))
        before = line.kind


def _written(line: Line) -> str:
    match line.kind:
        case Kind.ITEM | Kind.SENTENCE:
            label = f"{line.label}: " if line.label else ""
            notes = "".join(f" [{number}]" for number in line.notes)
            remark = f" ({line.remark})" if line.remark else ""
            words = f"{label}{line.text}{notes}{remark}"
            return words if line.kind is Kind.SENTENCE else f"- {words}"
        case Kind.FOOTNOTE:
            return f"[{line.number}] {line.label}: {line.text}"
        case Kind.ROW:
            return f"{line.label}: {line.text}"
        case Kind.NOTICE:
            return f"*** {line.text} ***"
        case _:
            return line.text
