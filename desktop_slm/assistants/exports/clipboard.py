"""A summary for the clipboard: HTML that Word and mail programs keep, and the same as plain text.

Footnotes are marked as in the HTML that Word itself writes, so that it makes real ones of them; the
numbers in brackets are for all others, which do not know `supportFootnotes` and show links and a
list. The receipt stays with files: a copy is words to go on with.
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
        # A list of footnotes has no heading in Word, and draws its own rule there.
        rule = _for_others("<hr align=left size=1 width='33%'>")
        yield f"<div style='mso-element:footnote-list'>{rule}"
        yield from map(_footnote, notes)
        yield "</div>"


def _sentence(line: Line) -> str:
    label = f"<b>{_text(line.label)}:</b> " if line.label else ""
    marks = " ".join(map(_mark, line.notes))
    remark = f" <i>({_text(line.remark)})</i>" if line.remark else ""
    return f"{label}{_text(line.text)}{marks}{remark}"


def _mark(number: int) -> str:
    return _anchor(number, f"#_ftn{number}", f"_ftnref{number}")


def _anchor(number: int, target: str, name: str) -> str:
    own = f"<span style='mso-special-character:footnote'>{_for_others(f'[{number}]')}</span>"
    return (
        f"<a style='mso-footnote-id:ftn{number}' href='{target}' name='{name}'><sup>{own}</sup></a>"
    )


def _for_others(words: str) -> str:
    """Returns what Word leaves out: it has footnotes of its own."""
    return f"<![if !supportFootnotes]>{words}<![endif]>"


def _footnote(line: Line) -> str:
    number = line.number
    mark = _anchor(number, f"#_ftnref{number}", f"_ftn{number}")
    words = f"{_text(line.label)}: {_text(line.text)}"
    said = f"<p style='margin:0'>{mark} {words}</p>"
    return f"<div style='mso-element:footnote' id='ftn{number}'>{said}</div>"


def _text(text: str) -> str:
    return html.escape(text)
