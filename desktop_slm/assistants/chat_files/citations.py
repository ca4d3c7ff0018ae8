"""What the answers of an exported chat rest on: footnotes numbered through the branch, and marks.

The same as the window shows: what the app's own check found when the answer was made.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace

from desktop_slm.assistants.chat_evidence import CheckedAnswer, Source, first_from_memory
from desktop_slm.assistants.chat_files.blocks import Block, BlockKind, Span
from desktop_slm.assistants.chat_files.chat_file import ChatFile, FileMessage
from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.exports import wording
from desktop_slm.assistants.exports.inert import one_line
from desktop_slm.assistants.sentence_letters import Letters
from desktop_slm.assistants.summaries.summary import Item

FROM_MEMORY = "From the model’s memory, not from a document."
_PAGED = ("pdf", "picture")


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote: where the words were found, and the words there."""

    number: int
    place: str
    quote: str


@dataclass(frozen=True, slots=True)
class CitedSentence:
    """A sentence of an answer, with its footnotes and what was not found of it."""

    text: str
    notes: tuple[Note, ...]
    remark: str


@dataclass(frozen=True, slots=True)
class CitedAnswer:
    """What is said of one answer; `lines` stand under it."""

    sentences: tuple[CitedSentence, ...] = ()
    lines: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Citations:
    """What is said of the answers of a chat's shown branch."""

    answers: Mapping[int, CitedAnswer] = field(default_factory=dict)

    def of(self, message: FileMessage) -> CitedAnswer:
        """Returns what is said of a message; of most that is nothing."""
        return self.answers.get(message.number, CitedAnswer())

    @property
    def notes(self) -> tuple[Note, ...]:
        """All footnotes in order."""
        each = (sentence for answer in self.answers.values() for sentence in answer.sentences)
        return tuple(note for sentence in each for note in sentence.notes)


def citations(chat: ChatFile) -> Citations:
    """Returns what the shown branch rests on."""
    branch = chat.branch
    documents = _Documents(branch)
    answers: dict[int, CitedAnswer] = {}
    count = 0
    for message in branch:
        checked = CheckedAnswer.of(message.details) if message.role == "assistant" else None
        if checked is not None:
            answers[message.number] = _answer(checked, documents, count)
            count += sum(len(item.evidence) for item in checked.items)
    at = from_memory(branch)
    if at is not None:
        answers[at] = CitedAnswer(lines=(FROM_MEMORY,))
    return Citations(answers)


def from_memory(branch: Sequence[FileMessage]) -> int | None:
    """Returns the number of the first answer for which there was no document, or None."""
    said = ((each.role == "assistant", each.text, each.details) for each in branch)
    at = first_from_memory(said)
    return None if at is None else branch[at].number


def marked(blocks: Sequence[Block], answer: CitedAnswer) -> tuple[list[Block], list[CitedSentence]]:
    """Returns an answer's blocks with the marks behind its sentences, and those not found there."""
    left, made = list(answer.sentences), []
    for block in blocks:
        is_prose = block.kind in (BlockKind.TEXT, BlockKind.ITEM)
        shown, left = _marked_block(block, left) if is_prose else (block, left)
        made.append(shown)
    return made, [sentence for sentence in left if sentence.notes]


def _marked_block(
    block: Block, sentences: Sequence[CitedSentence]
) -> tuple[Block, list[CitedSentence]]:
    letters, ends, left = Letters(block.text), {}, []
    for sentence in sentences:
        found = letters.find(sentence.text)
        if found is None:
            left.append(sentence)
        else:
            ends[found.end] = sentence
    return replace(block, spans=tuple(_cut(block.spans, ends))), left


def _cut(spans: Sequence[Span], ends: Mapping[int, CitedSentence]) -> list[Span]:
    """Cuts spans where sentences end, and puts their marks there."""
    made, at = [], 0
    for span in spans:
        begun = 0
        for end in sorted(each for each in ends if at < each <= at + len(span.text)):
            marks = ends[end]
            numbers = tuple(note.number for note in marks.notes)
            made.append(replace(span, text=span.text[begun : end - at]))
            made.append(Span("", notes=numbers, remark=marks.remark))
            begun = end - at
        if begun < len(span.text) or not span.text:
            made.append(replace(span, text=span.text[begun:]))
        at += len(span.text)
    return made


def _answer(checked: CheckedAnswer, documents: _Documents, before: int) -> CitedAnswer:
    sentences = []
    for item in checked.items:
        notes = tuple(
            Note(number, documents.place(checked, place), wording.quoted(place))
            for number, place in enumerate(item.evidence, before + 1)
        )
        before += len(notes)
        sentences.append(CitedSentence(item.text, notes, _remark(item)))
    return CitedAnswer(tuple(sentences), tuple(_lines(checked)))


def _remark(item: Item) -> str:
    return wording.remark(replace(item, is_checked=False, is_edited=False))


def _lines(checked: CheckedAnswer) -> list[str]:
    names = dict.fromkeys(one_line(source.name) for source in checked.sources)
    where = ", ".join(names)
    if not checked.items:
        return [f"There is no sentence here that could be looked for in {where}."]
    count = len(checked.items)
    sentences = "sentence" if count == 1 else "sentences"
    lines = [f"{checked.found} of {count} {sentences} found in {where}."]
    return lines + ["Tables and code were not looked for."] * checked.has_unchecked


class _Documents:
    """Names the places in the documents of a branch: "lease.pdf, page 14"."""

    def __init__(self, branch: Sequence[FileMessage]) -> None:
        self._messages = {message.number: message for message in branch}

    def place(self, checked: CheckedAnswer, evidence: Evidence) -> str:
        source = checked.sources[evidence.document]
        name = one_line(source.name)
        document = self._document(source)
        form = document.get("format")
        pages = document.get("pages")
        if form in _PAGED:
            return f"{name}, page {evidence.page}"
        return f"{name}, part {evidence.page}" if isinstance(pages, int) and pages > 1 else name

    def _document(self, source: Source) -> Mapping[str, object]:
        message = self._messages.get(source.message_id) if source.message_id is not None else None
        stored = message.details.get("attachments") if message else None
        known = stored if isinstance(stored, list) else []
        found = known[source.number] if source.number < len(known) else {}
        return found if isinstance(found, Mapping) else {}
