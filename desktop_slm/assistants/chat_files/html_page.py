"""A chat as one HTML file: no script, nothing loaded from anywhere, ready for the printer."""

from __future__ import annotations

import html
import itertools
from collections.abc import Iterable, Iterator, Sequence

from desktop_slm.assistants.chat_files import wording
from desktop_slm.assistants.chat_files.blocks import Block, BlockKind, Span, blocks_of, plain_blocks
from desktop_slm.assistants.chat_files.chat_file import APP, ChatFile, FileMessage
from desktop_slm.assistants.chat_files.citations import (
    CitedAnswer,
    CitedSentence,
    Note,
    citations,
    marked,
)
from desktop_slm.assistants.exports.html_page import POLICY, STYLE
from desktop_slm.assistants.exports.inert import inert
from desktop_slm.assistants.exports.wording import LINK_MEANS, SOURCES

_CHAT_STYLE = """
section { border-top: 1px solid var(--line); padding: 1.25rem 0 .5rem; }
section.user { border-left: 3px solid var(--accent); padding-left: 1rem; }
h2 { border: 0; margin: 0 0 .5rem; padding: 0; font-size: .9375rem; color: var(--muted); }
h3, h4, h5, h6 { font-family: system-ui, sans-serif; line-height: 1.3; margin: 1.25rem 0 .5rem; }
p { margin: 0 0 .75rem; white-space: pre-line; }
pre { background: color-mix(in srgb, var(--line) 40%, transparent); border-radius: .375rem;
 padding: .75rem; white-space: pre-wrap; overflow-wrap: anywhere; }
pre, code { font: .875rem/1.5 ui-monospace, Consolas, Menlo, monospace; }
blockquote { margin: 0 0 .75rem; padding-left: 1rem; border-left: 3px solid var(--line); }
p.item { margin-bottom: .25rem; text-indent: -1.25rem; }
table td { border-top: 1px solid var(--line); padding-right: 1rem; }
.noted { margin: .25rem 0 0; }
details { color: var(--muted); margin: 0 0 .75rem; }
""".strip()


def content(chat: ChatFile) -> str:
    """Returns the text of the file."""
    title = _text(wording.title(chat))
    head = [
        "<!DOCTYPE html>",
        "<html>",
        "<head>",
        '<meta charset="utf-8">',
        f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">',
        '<meta name="viewport" content="width=device-width, initial-scale=1">',
        f'<meta name="generator" content="{APP}">',
        f"<title>{title}</title>",
        "<style>",
        STYLE,
        _CHAT_STYLE,
        "</style>",
        "</head>",
        "<body>",
        f'<h1 dir="auto">{title}</h1>',
    ]
    if wording.is_practice(chat):
        head.append(f'<p class="notice">{_text(wording.PRACTICE)}</p>')
    head += [f'<p class="facts">{_text(fact)}</p>' for fact in wording.facts(chat)]
    cited = citations(chat)
    messages = itertools.chain.from_iterable(
        _message(message, cited.of(message)) for message in chat.branch
    )
    return "\n".join([*head, *messages, *_sources(cited.notes), "</body>", "</html>", ""])


def _message(message: FileMessage, answer: CitedAnswer) -> Iterator[str]:
    yield f'<section class="{message.role}">'
    yield f"<h2>{_text(wording.speaker(message))}</h2>"
    for name in wording.attached(message):
        yield f'<p class="facts">Attached: {_text(name)}</p>'
    if message.thinking.strip():
        words = "".join(_blocks(plain_blocks(message.thinking)))
        yield f"<details><summary>{wording.THINKING}</summary>{words}</details>"
    is_typed = message.role == "user"
    blocks = plain_blocks(message.text) if is_typed else blocks_of(message.text)
    blocks, unplaced = marked(blocks, answer)
    yield from _blocks(blocks)
    for sentence in unplaced:
        yield f'<p class="facts noted">“{_text(sentence.text)}”{_marks(_numbers(sentence), "")}</p>'
    for line in answer.lines:
        yield f'<p class="facts noted">{_text(line)}</p>'
    yield "</section>"


def _sources(notes: Sequence[Note]) -> Iterator[str]:
    if not notes:
        return
    yield f"<section><h2>{SOURCES}</h2>"
    yield f'<p class="hint">{LINK_MEANS}</p><ol class="notes">'
    for note in notes:
        back = f'<a class="back" href="#ref-{note.number}" aria-label="Back to the sentence">↩</a>'
        yield (
            f'<li id="note-{note.number}" value="{note.number}" dir="auto"><span class="place">'
            f"{_text(note.place)}:</span> {_text(note.quote)} {back}</li>"
        )
    yield "</ol></section>"


def _marks(numbers: Sequence[int], remark: str) -> str:
    notes = ",".join(
        f'<sup><a id="ref-{number}" href="#note-{number}">{number}</a></sup>' for number in numbers
    )
    return notes + (f' <span class="remark">({_text(remark)})</span>' if remark else "")


def _numbers(sentence: CitedSentence) -> list[int]:
    return [note.number for note in sentence.notes]


def _blocks(blocks: Iterable[Block]) -> Iterator[str]:
    for kind, group in itertools.groupby(blocks, key=lambda block: block.kind):
        if kind is BlockKind.ROW:
            rows = "".join(
                "<tr>"
                + "".join(f'<td dir="auto">{_spans(cell)}</td>' for cell in row.cells)
                + "</tr>"
                for row in group
            )
            yield f"<table>{rows}</table>"
        else:
            yield from map(_block, group)


def _block(block: Block) -> str:
    words = _spans(block.spans)
    match block.kind:
        case BlockKind.HEADING:
            level = min(block.level + 2, 6)
            made = f'<h{level} dir="auto">{words}</h{level}>'
        case BlockKind.CODE:
            made = f"<pre>{_text(block.text)}</pre>"
        case BlockKind.RULE:
            made = "<hr>"
        case BlockKind.ITEM:
            indent = f"margin-left: {1.25 * block.level:g}rem"
            marker = f"{block.marker} " if block.marker else ""
            made = f'<p class="item" dir="auto" style="{indent}">{marker}{words}</p>'
        case _:
            made = f'<p dir="auto">{words}</p>'
    return "<blockquote>" * block.quotes + made + "</blockquote>" * block.quotes


def _spans(spans: Iterable[Span]) -> str:
    return "".join(map(_span, spans))


def _span(span: Span) -> str:
    made = _text(span.text)
    if span.is_code:
        made = f"<code>{made}</code>"
    if span.is_emphasised:
        made = f"<em>{made}</em>"
    if span.is_strong:
        made = f"<strong>{made}</strong>"
    if span.link:
        address = _text(span.link)
        made = f'<a rel="noreferrer" href="{address}" title="{address}">{made}</a>'
    return made + _marks(span.notes, span.remark)


def _text(text: str) -> str:
    return html.escape(inert(text))
