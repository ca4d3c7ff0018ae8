"""An export as one HTML file: no script, nothing loaded from anywhere, ready for the printer.

The data stands in a `meta` element, so that the file has no element that could be run. What the
model, the document and the file name say is escaped text and nothing else.
"""

from __future__ import annotations

import html
import json
from collections.abc import Callable, Iterator
from typing import Any

from desktop_slm.assistants.exports.exported import APP, ExportedSummary
from desktop_slm.assistants.exports.parts import DATA, FRAME, TITLE
from desktop_slm.assistants.exports.sheet import Kind, Line, lines
from desktop_slm.assistants.exports.written import Written

DATA_START, DATA_END = '<meta name="desktop-slm-export" content="', '">'
POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
STYLE = """
:root { color-scheme: light dark; --text: #1d2129; --muted: #5b6472; --line: #d9dde3;
 --accent: #1a5fb4; --warn: #fdf1d6; --warn-text: #6b4a00; --paper: #fff; }
@media (prefers-color-scheme: dark) { :root { --text: #e7e9ee; --muted: #a3abb9; --line: #3a404b;
 --accent: #8ab8f5; --warn: #3d3216; --warn-text: #f4d58a; --paper: #1b1e24; } }
* { box-sizing: border-box; }
body { margin: 0 auto; max-width: 42rem; padding: 3rem 1.5rem 4rem; background: var(--paper);
 color: var(--text); font: 1.0625rem/1.6 Charter, Cambria, "Noto Serif", Georgia, serif;
 overflow-wrap: anywhere; }
h1, h2, .facts, .hint, .notice, .remark, sup, table, .place { font-family: system-ui, "Segoe UI",
 "Helvetica Neue", Arial, sans-serif; }
h1 { font-size: 1.75rem; line-height: 1.25; margin: 0 0 .75rem; }
h2 { font-size: 1.125rem; margin: 2.5rem 0 .5rem; padding-top: 1.25rem;
 border-top: 1px solid var(--line); }
.notice { background: var(--warn); color: var(--warn-text); border-radius: .375rem;
 padding: .5rem .75rem; font-weight: 600; font-size: .9375rem; }
.facts, .hint { color: var(--muted); font-size: .875rem; margin: 0 0 .125rem; line-height: 1.5; }
p.summary { margin: 1.75rem 0 0; }
ul.summary { margin: 1.75rem 0 0; padding-left: 1.25rem; }
ul.summary li { margin: 0 0 .625rem; padding-left: .25rem; }
.remark { color: var(--muted); font-size: .8125rem; }
a { color: var(--accent); text-decoration: none; }
a:hover, a:focus { text-decoration: underline; }
sup { font-size: .6875rem; line-height: 0; margin-left: .125rem; }
ol.notes { font-size: .9375rem; line-height: 1.5; padding-left: 2.25rem; margin: .75rem 0 0; }
ol.notes li { margin: 0 0 .5rem; }
ol.notes li::marker { color: var(--muted); font-size: .8125rem; }
ol.notes li:target, ul.summary li:target, p.summary span:target { background: var(--warn); }
.place { color: var(--muted); font-size: .8125rem; }
table { border-collapse: collapse; font-size: .8125rem; line-height: 1.45; width: 100%;
 margin: .75rem 0 1rem; }
th, td { text-align: left; vertical-align: top; padding: .25rem 0; font-weight: 400; }
th { color: var(--muted); width: 11rem; padding-right: 1rem; }
@media print { :root { color-scheme: light; --text: #000; --muted: #444; --line: #bbb;
 --accent: #000; --warn: #fff; --warn-text: #000; --paper: #fff; }
 @page { margin: 22mm 20mm; }
 body { max-width: none; padding: 0; font-size: 10.5pt; }
 .notice { border: 1px solid #000; } .back { display: none; }
 li, tr { break-inside: avoid; } h2 { break-after: avoid; } }
""".strip()


def written(exported: ExportedSummary, sealed: dict[str, Any]) -> Iterator[Written]:
    """Yields the lines of the file."""
    sheet = list(lines(exported, sealed))
    yield from _frame("<!DOCTYPE html>", "<html>", "<head>", '<meta charset="utf-8">')
    yield from _frame(f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">')
    yield from _frame('<meta name="viewport" content="width=device-width, initial-scale=1">')
    yield from _frame(f'<meta name="generator" content="{APP}">')
    yield Written(TITLE, f"<title>{_text(sheet[0].text)}</title>")
    content = html.escape(json.dumps(sealed, separators=(",", ":")))
    yield Written(DATA, DATA_START + content + DATA_END)
    yield from _frame("<style>", *STYLE.split("\n"), "</style>", "</head>", "<body>")
    yield from body(sheet)
    yield from _frame("</body>", "</html>")


def body(sheet: list[Line]) -> Iterator[Written]:
    """Yields what is between the body's tags."""
    open_list = ""
    for line in sheet:
        wanted = _LISTS.get(line.kind, "")
        if wanted != open_list:
            if open_list:
                yield from _frame(f"</{open_list.partition(' ')[0]}>")
            if wanted:
                yield from _frame(f"<{wanted}>")
            open_list = wanted
        yield Written(line.part, _WRITERS[line.kind](line))
    if open_list:
        yield from _frame(f"</{open_list.partition(' ')[0]}>")


def _frame(*texts: str) -> Iterator[Written]:
    return (Written(FRAME, text) for text in texts)


def _text(text: str) -> str:
    return html.escape(text)


def _sentence(line: Line) -> str:
    label = f"<strong>{_text(line.label)}:</strong> " if line.label else ""
    notes = ",".join(
        f'<sup><a id="ref-{number}" href="#note-{number}">{number}</a></sup>'
        for number in line.notes
    )
    remark = f' <span class="remark">({_text(line.remark)})</span>' if line.remark else ""
    tag = "span" if line.kind is Kind.SENTENCE else "li"
    words = f"{label}{_text(line.text)}{notes}{remark}"
    return f'<{tag} id="sentence-{line.number}" dir="auto">{words}</{tag}>'


def _footnote(line: Line) -> str:
    number = line.number
    back = f'<a class="back" href="#ref-{number}" aria-label="Back to the sentence">↩</a>'
    place = f'<span class="place">{_text(line.label)}:</span>'
    return (
        f'<li id="note-{number}" value="{number}" dir="auto">{place} {_text(line.text)} {back}</li>'
    )


_LISTS = {
    Kind.SENTENCE: 'p class="summary"',
    Kind.ITEM: 'ul class="summary"',
    Kind.FOOTNOTE: 'ol class="notes"',
    Kind.ROW: "table",
}
_WRITERS: dict[Kind, Callable[[Line], str]] = {
    Kind.TITLE: lambda line: f'<h1 dir="auto">{_text(line.text)}</h1>',
    Kind.NOTICE: lambda line: f'<p class="notice"><strong>{_text(line.text)}</strong></p>',
    Kind.FACT: lambda line: f'<p class="facts">{_text(line.text)}</p>',
    Kind.HEADING: lambda line: f"<h2>{_text(line.text)}</h2>",
    Kind.ITEM: _sentence,
    Kind.SENTENCE: _sentence,
    Kind.HINT: lambda line: f'<p class="hint">{_text(line.text)}</p>',
    Kind.FOOTNOTE: _footnote,
    Kind.ROW: lambda line: f"<tr><th>{_text(line.label)}</th><td>{_text(line.text)}</td></tr>",
}
