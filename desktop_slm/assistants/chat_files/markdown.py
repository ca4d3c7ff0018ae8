"""A chat as Markdown: what people typed as text, what models wrote as they wrote it.

What would load or run something elsewhere is made text: pictures, HTML, and what is not a link.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from desktop_slm.assistants.chat_files import wording
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.chat_files.citations import CitedAnswer, CitedSentence, citations
from desktop_slm.assistants.exports.inert import inert
from desktop_slm.assistants.exports.markdown import escaped
from desktop_slm.assistants.exports.wording import LINK_MEANS, SOURCES
from desktop_slm.assistants.sentence_letters import Letters

_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_CODE = re.compile(r"(`+)(?!`)(.+?)(?<!`)\1(?!`)")
# HTML, a picture, a link to anything but the web and mail; and a footnote, which may be of ours.
_LOADS = re.compile(r"<|!(?=\[)|\[(?=\^)|(?<=\])\((?!https?://|mailto:)", re.IGNORECASE)
# Of a link all but its words; and footnotes, which are no words of a sentence.
_ADDRESS = re.compile(r"(?<=\])\([^)\s]*(?:\s[^)]*)?\)|\[\^[^\]]*\]")
_PLACE = "\ufdd0"  # where marks are to stand: no letter, and `inert` lets none through
_HIDDEN = "·"
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
    cited = citations(chat)
    for message in chat.branch:
        yield ""
        yield f"## {escaped(inert(wording.speaker(message)))}"
        yield ""
        yield from _message(message, cited.of(message))
    if cited.notes:
        yield ""
        yield f"## {SOURCES}"
        yield ""
        yield f"*{escaped(LINK_MEANS)}*"
        yield ""
    for note in cited.notes:
        yield f"[^{note.number}]: {escaped(note.place)}: {escaped(note.quote)}"


def _message(message: FileMessage, answer: CitedAnswer) -> Iterator[str]:
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
        yield from _cited(text, answer)


def _cited(text: str, answer: CitedAnswer) -> Iterator[str]:
    """Yields an answer with the marks of its sentences, and what is said of it behind it."""
    letters, ends, left = Letters(_without_code(text)), {}, []
    for sentence in answer.sentences:
        found = letters.find(sentence.text)
        if found is None:
            left += [sentence] if sentence.notes else []
        else:
            ends[found.end] = _marks(sentence)
    for end in sorted(ends, reverse=True):
        text = text[:end] + _PLACE + text[end:]
    marks = iter([ends[end] for end in sorted(ends)])
    yield from (_filled(line, marks) for line in _answer(text))
    said = [f"“{escaped(inert(each.text))}”{_marks(each)}" for each in left]
    for line in [*said, *(f"*{escaped(inert(line))}*" for line in answer.lines)]:
        yield ""
        yield line


def _filled(line: str, marks: Iterator[str]) -> str:
    return re.sub(_PLACE, lambda _: next(marks), line)


def _marks(sentence: CitedSentence) -> str:
    notes = "".join(f"[^{note.number}]" for note in sentence.notes)
    return notes + (f" *({escaped(inert(sentence.remark))})*" if sentence.remark else "")


def _without_code(text: str) -> str:
    """Returns the text, as long as it is, without letters of code, tables and addresses."""
    fence, lines = "", []
    for line in text.split("\n"):
        found = _FENCE.match(line)
        is_code = bool(fence or found)
        if fence and found and found[1].startswith(fence) and not line.strip(" `~"):
            fence = ""
        elif found and not fence:
            fence = found[1]
        if is_code or line.lstrip().startswith("|"):
            lines.append(_HIDDEN * len(line))
        else:
            lines.append(_ADDRESS.sub(lambda found: _HIDDEN * len(found[0]), line))
    return "\n".join(lines)


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
