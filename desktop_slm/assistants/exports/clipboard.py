"""A summary for the clipboard: HTML that Word and mail programs keep, and the same as plain text.

Word makes real footnotes of the marks that its own HTML has; other programs show them as links and
a list. The receipt stays with files: a copy is words to go on with.
"""

from __future__ import annotations

import html
from collections.abc import Iterator
from typing import NamedTuple

from desktop_slm.assistants.exports import plain_text
from desktop_slm.assistants.exports.exported import ExportedSummary
from desktop_slm.assistants.exports.seal import sealed
from desktop_slm.assistants.exports.sheet import Kind, Line, lines


class Copied(NamedTuple):
    """What goes to the clipboard."""

    html: str
    text: str


def copied(exported: ExportedSummary) -> Copied:
    """Returns both forms."""
    kept = list(_words(list(lines(exported, sealed(exported)))))
    body = "".join(_written(kept))
    page = f'<html><head><meta charset="utf-8"></head><body>{body}</body></html>'
    return Copied(page, "\n".join(line.text for line in plain_text.of_lines(kept)) + "\n")


def _words(sheet: list[Line]) -> Iterator[Line]:
    """Yields the lines up to the receipt's heading."""
    receipt = next(place for place, line in enumerate(sheet) if line.kind is Kind.ROW)
    yield from sheet[: receipt - 1]


def _written(sheet: list[Line]) -> Iterator[str]:
    notes = [line for line in sheet if line.kind is Kind.FOOTNOTE]
    items = [line for line in sheet if line.kind in (Kind.ITEM, Kind.SENTENCE)]
    for line in sheet:
        match line.kind:
            case Kind.TITLE:
                yield f"<h1>{_text(line.text)}</h1>"
            case Kind.NOTICE:
                yield f"<p><b>{_text(line.text)}</b></p>"
            case Kind.FACT:
                yield f"<p><i>{_text(line.text)}</i></p>"
            case Kind.ITEM if line is items[0]:
                yield f"<ul>{''.join(f'<li>{_sentence(item)}</li>' for item in items)}</ul>"
            case Kind.SENTENCE if line is items[0]:
                yield f"<p>{' '.join(map(_sentence, items))}</p>"
    if notes:
        # A list of footnotes has no heading in Word; the rule is what Word itself writes there.
        yield "<div style='mso-element:footnote-list'><hr align=left size=1 width='33%'>"
        yield from map(_footnote, notes)
        yield "</div>"


def _sentence(line: Line) -> str:
    label = f"<b>{_text(line.label)}:</b> " if line.label else ""
    marks = " ".join(map(_mark, line.notes))
    remark = f" <i>({_text(line.remark)})</i>" if line.remark else ""
    return f"{label}{_text(line.text)}{marks}{remark}"


def _mark(number: int) -> str:
    return (
        f"<a style='mso-footnote-id:ftn{number}' href='#_ftn{number}' name='_ftnref{number}'>"
        f"<sup>[{number}]</sup></a>"
    )


def _footnote(line: Line) -> str:
    number = line.number
    mark = (
        f"<a style='mso-footnote-id:ftn{number}' href='#_ftnref{number}' name='_ftn{number}'>"
        f"<sup>[{number}]</sup></a>"
    )
    words = f"{_text(line.label)}: {_text(line.text)}"
    return f"<div style='mso-element:footnote' id='ftn{number}'><p>{mark} {words}</p></div>"


def _text(text: str) -> str:
    return html.escape(text)
