"""A chat as Markdown: what people typed as text, what models wrote as they wrote it.

What would load or run something elsewhere is made text: pictures, HTML, and what is not a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_slm.assistants.chat_files import wording
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.exports.inert import inert
from desktop_slm.assistants.exports.markdown import escaped

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# HTML, a picture, and a link to anything but the web and mail.
_LOADS = re.compile(r"<|!(?=\[)|(?<=\])\((?!https?://|mailto:)", re.IGNORECASE)
_DEFINITION = re.compile(r"^( {0,3})\[(?=[^\]]*\]:)")


def content(chat: ChatFile) -> str:
    """Returns the text of the file."""
    return "\n".join(_lines(chat)).rstrip() + "\n"


def _lines(chat: ChatFile) -> Iterator[str]:
    yield f"# {escaped(inert(wording.title(chat)))}"
    yield ""
    if wording.is_practice(chat):
        yield f"> **{wording.PRACTICE}**"
        yield ""
    for fact in wording.facts(chat):
        yield f"*{escaped(inert(fact))}*  "
    for message in chat.branch:
        yield ""
        yield f"## {escaped(inert(wording.speaker(message)))}"
        yield ""
        yield from _message(message)


def _message(message: FileMessage) -> Iterator[str]:
    for name in wording.attached(message):
        yield f"*Attached: {escaped(inert(name))}*  "
    if message.thinking.strip():
        yield f"> *{wording.THINKING}*"
        yield ">"
        yield from (f"> {escaped(line)}" for line in inert(message.thinking.strip()).split("\n"))
        yield ""
    text = inert(message.text.strip("\n"))
    if message.role == "user":
        # Each line as it was typed: the two blanks keep it one.
        yield from (f"{escaped(line)}  " if line.strip() else "" for line in text.split("\n"))
    else:
        yield from _answer(text)


def _answer(text: str) -> Iterator[str]:
    """Yields a model's Markdown with nothing in it that loads; code stays as it is."""
    fence = ""
    for line in text.split("\n"):
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            yield line
        elif found:
            fence = found[1]
            yield line
        else:
            yield _without_loading(line)
    if fence:
        yield fence  # an answer that was cut off within code takes nothing behind it along


def _without_loading(line: str) -> str:
    line = _DEFINITION.sub(r"\1\\[", line)
    made, at = [], 0
    for code in _CODE.finditer(line):
        made += [_LOADS.sub(r"\\\g<0>", line[at : code.start()]), code[0]]
        at = code.end()
    return "".join([*made, _LOADS.sub(r"\\\g<0>", line[at:])])
