"""An export as Markdown: footnotes as most readers of Markdown know them, the data in a comment.

No mark in it is the model's or the document's: each of theirs is made a letter.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterator
from typing import Any

from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.parts import DATA, FRAME
from desktop_slm.assistants.exports.sheet import Kind, Line, lines
from desktop_slm.assistants.exports.written import BLANK, Written

DATA_START, DATA_END = "<!-- desktop-slm-export ", " -->"
# What Markdown would read as a mark, or make a link of.
_MARKS = re.compile(r"([\\`*_{}\[\]<>#|~&!^$@]|:(?=//)|(?<=www)\.)", re.IGNORECASE)
_LINE_MARKS = re.compile(r"^(\s*)([-+=:]|\d+(?=[.)]))")


def written(exported: ExportedSummary, sealed: dict[str, Any]) -> Iterator[Written]:
    """Yields the lines of the file."""
    before = None
    for line in lines(exported, sealed):
        if before is not None and (before, line.kind) not in _TIGHT:
            yield BLANK
        if line.kind is Kind.ROW and before is not Kind.ROW:
            yield Written(FRAME, "| | |")
            yield Written(FRAME, "|---|---|")
        yield Written(line.part, _WRITERS[line.kind](line))
        before = line.kind
    yield BLANK
    yield Written(DATA, DATA_START + data(sealed) + DATA_END)


def data(sealed: dict[str, Any]) -> str:
    """Returns the data so that no comment ends in it and no tag begins."""
    text = json.dumps(sealed, separators=(",", ":"))
    return text.replace("<", "\\u003c").replace(">", "\\u003e").replace("--", "\\u002d\\u002d")


def escaped(text: str) -> str:
    """Returns one line of text with every mark of Markdown made a letter."""
    return _LINE_MARKS.sub(_escape_at_start, _MARKS.sub(r"\\\1", text))


def _escape_at_start(found: re.Match[str]) -> str:
    space, mark = found.groups()
    return f"{space}{mark}\\" if mark.isdigit() else f"{space}\\{mark}"


def _sentence(line: Line) -> str:
    label = f"**{escaped(line.label)}:** " if line.label else ""
    notes = "".join(f"[^{number}]" for number in line.notes)
    remark = f" *({escaped(line.remark)})*" if line.remark else ""
    words = f"{label}{escaped(line.text)}{notes}{remark}"
    return words if line.kind is Kind.SENTENCE else f"- {words}"


_TIGHT = {(kind, kind) for kind in (Kind.ITEM, Kind.SENTENCE, Kind.ROW)}
_WRITERS: dict[Kind, Callable[[Line], str]] = {
    Kind.TITLE: lambda line: f"# {escaped(line.text)}",
    Kind.NOTICE: lambda line: f"> **{escaped(line.text)}**",
    Kind.FACT: lambda line: f"*{escaped(line.text)}*",
    Kind.HEADING: lambda line: f"## {escaped(line.text)}",
    Kind.ITEM: _sentence,
    Kind.SENTENCE: _sentence,
    Kind.HINT: lambda line: f"*{escaped(line.text)}*",
    Kind.FOOTNOTE: lambda line: f"[^{line.number}]: {escaped(line.label)}: {escaped(line.text)}",
    Kind.ROW: lambda line: f"| {escaped(line.label)} | {escaped(line.text)} |",
}
