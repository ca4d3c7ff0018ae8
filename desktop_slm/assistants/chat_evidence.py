"""The check of an answer against the documents of its chat: by the app and without a model.

The same check as a summary's. What it found is kept in the answer's details.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any

from desktop_slm.assistants.attachments import ATTACHMENTS, Attachment, attachments_of
from desktop_slm.assistants.document_sets.named_documents import NamedDocuments
from desktop_slm.assistants.document_sets.set_analysis import SetAnalysis
from desktop_slm.assistants.evidence import Finding, Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.documents.document import Document, Format, Page
from desktop_slm.documents.sentences import split
from desktop_slm.storage.chats.messages import Details, Message, MessageState, Role

EVIDENCE = "evidence"
_NOBODY = 0  # no message has this id
_LEAST_WORDS = 3  # less is a word of the talk, such as "Yes, gladly."
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
_MARKS = re.compile(r"^\s*(?:>\s*|[-*+•]\s+|\d{1,3}[.)]\s+|\[[ xX]\]\s+)+")
_NEW_LINE = re.compile(r"^\s*(?:>|[-*+•]\s|\d{1,3}[.)]\s|#{1,6}\s|\||$)")
_HEADING = re.compile(r"^ {0,3}#{1,6}\s")
_RULE = re.compile(r"^[\s|:*_=-]+$")
_LINK = re.compile(r"!?\[([^\]]*)\]\([^)\s]*(?:\s[^)]*)?\)")
_FOOTNOTE = re.compile(r"\[\^[^\]]*\]")
_EMPHASIS = re.compile(r"\*{1,3}|(?<!\w)_{1,3}|_{1,3}(?!\w)|`+|~~")

Analyse = Callable[[Sequence[Document]], SetAnalysis]


@dataclass(frozen=True, slots=True)
class Source:
    """Where a document is: which one of a message's, or of the assistant's where that is None."""

    message_id: int | None
    number: int
    name: str


@dataclass(frozen=True, slots=True)
class CheckedAnswer:
    """The sentences of an answer with what was found for each; evidence counts the sources."""

    items: tuple[Item, ...]
    sources: tuple[Source, ...]
    has_unchecked: bool = False  # tables and code, which have no sentences

    @property
    def found(self) -> int:
        """How many sentences were found whole."""
        return sum(item.support is Support.FULL for item in self.items)

    def to_details(self) -> Details:
        """Returns the form in which an answer's details keep it."""
        return {
            EVIDENCE: {
                "items": [{"text": item.text, **asdict(_finding(item))} for item in self.items],
                "sources": [asdict(source) for source in self.sources],
                "has_unchecked": self.has_unchecked,
            }
        }

    @classmethod
    def of(cls, details: Details) -> CheckedAnswer | None:
        """Returns what an answer's details keep; None where it was not checked."""
        kept: Mapping[str, Any] | None = details.get(EVIDENCE)
        if not isinstance(kept, dict):
            return None
        try:
            made = cls(
                tuple(item_of(str(e["text"]), Finding.from_dict(e)) for e in kept["items"]),
                tuple(Source(**source) for source in kept["sources"]),
                bool(kept["has_unchecked"]),
            )
        except (AttributeError, KeyError, TypeError, ValueError):
            return None
        return made if made._is_sound() else None

    def _is_sound(self) -> bool:
        """Whether everything is of its kind: an imported chat may say anything."""
        places = [place for item in self.items for place in item.evidence]
        words = [word for item in self.items for word in (*item.unknown, *item.missing)]
        words += [place.quote for place in places] + [source.name for source in self.sources]
        counts = [each for place in places for each in (place.page, place.start, place.end)]
        counts += [place.document for place in places] + [each.number for each in self.sources]
        counts += [each.message_id for each in self.sources if each.message_id is not None]
        return (
            all(isinstance(word, str) for word in words)
            and all(type(count) is int and count >= 0 for count in counts)
            and all(place.document < len(self.sources) for place in places)
        )


def item_of(sentence: str, found: Finding) -> Item:
    """Returns a sentence with what was found for it."""
    return Item(
        sentence,
        found.evidence,
        found.support,
        found.unknown,
        doubts=found.doubts,
        missing=found.missing,
    )


def documents_of(
    path: Sequence[Message], answer_id: int, own: Sequence[Attachment] = ()
) -> tuple[tuple[Source, Attachment], ...]:
    """Returns the documents that an answer may rest on: the chat's before it, the assistant's."""
    found = [(Source(None, at, each.name), each) for at, each in enumerate(own)]
    for message in path:
        if message.id == answer_id:
            break
        found += [
            (Source(message.id, number, each.name), each)
            for number, each in enumerate(attachments_of(message))
        ]
    return tuple(found)


def is_to_be_checked(message: Message) -> bool:
    """Whether an answer has come to an end and was not checked yet."""
    has_ended = message.state not in (MessageState.STREAMING, MessageState.FAILED)
    is_answer = message.role is Role.ASSISTANT and has_ended and bool(message.text.strip())
    return is_answer and not message.details.get(EVIDENCE)


def from_memory(path: Sequence[Message], own: Sequence[Attachment] = ()) -> int | None:
    """Returns the first answer of a branch that no document stands before, or None."""
    said = ((each.role is Role.ASSISTANT, each.text, each.details) for each in path)
    at = None if own else first_from_memory(said)
    return None if at is None else path[at].id


def first_from_memory(messages: Iterable[tuple[bool, str, Details]]) -> int | None:
    """Returns the place of the first answer for which there was no document, or None.

    Of each message: whether it is an answer, its text and its details.
    """
    for at, (is_answer, text, details) in enumerate(messages):
        if details.get(ATTACHMENTS) or details.get(EVIDENCE) or _had_documents(details):
            return None
        if is_answer and text.strip():
            return at
    return None


def _had_documents(details: Details) -> bool:
    """Whether the assistant that wrote an answer brought documents."""
    wrote = details.get("assistant")
    return isinstance(wrote, dict) and bool(wrote.get("documents"))


def remapped(details: Details, ids: Mapping[int, int]) -> Details:
    """Returns the details of an answer for a copy of its chat, where the ids are others."""
    kept = details.get(EVIDENCE)
    if not isinstance(kept, dict) or not isinstance(kept.get("sources"), list):
        return details
    sources = [
        {**each, "message_id": ids.get(each["message_id"], _NOBODY)}
        if isinstance(each, dict) and isinstance(each.get("message_id"), int)
        else each
        for each in kept["sources"]
    ]
    return {**details, EVIDENCE: {**kept, "sources": sources}}


class AnswerCheck:
    """Looks for an answer's sentences in documents. Blocks; `close` ends it from any thread."""

    def __init__(
        self, documents: Sequence[tuple[Source, Attachment]], analyse: Analyse = SetAnalysis
    ) -> None:
        self._sources = tuple(source for source, _ in documents)
        self._analysis = analyse([_document(attachment) for _, attachment in documents])

    def check(self, text: str) -> CheckedAnswer:
        """Returns the answer's sentences with what was found. Raises AnalysisFailed."""
        sentences = sentences_in(text)
        names = [" ".join(source.name.split()) for source in self._sources]
        with self._analysis:
            found = NamedDocuments(self._analysis, names).evidence(sentences) if sentences else []
        items = tuple(map(item_of, sentences, found))
        return CheckedAnswer(items, self._sources, has_unchecked=_has_unchecked(text))

    def close(self) -> None:
        """Ends the child that looks; the check fails then."""
        self._analysis.close()


def sentences_in(markdown: str) -> list[str]:
    """Returns the sentences of an answer that claim something, each once, without their marks.

    Code, tables, headings and questions claim nothing that could be looked for.
    """
    found: dict[str, None] = {}
    for paragraph in _paragraphs(markdown):
        for start, end in split(paragraph):
            sentence = paragraph[start:end].strip()
            if _claims(sentence):
                found.setdefault(sentence)
    return list(found)


def _claims(sentence: str) -> bool:
    if sentence.endswith((":", "?", "？", "：")):
        return False
    words = len(re.findall(r"\w+", sentence))
    has_figures = any(letter.isdigit() for letter in sentence)
    is_cjk = any(
        "\u3040" <= letter <= "\u9fff" or "\uac00" <= letter <= "\ud7af" for letter in sentence
    )
    return words >= _LEAST_WORDS or has_figures or (is_cjk and len(sentence) > _LEAST_WORDS)


def _paragraphs(markdown: str) -> Iterator[str]:
    """Yields paragraphs and items as one line each."""
    parts: list[str] = []
    for line in _prose(markdown):
        if _NEW_LINE.match(line) and parts:
            yield " ".join(parts)
            parts = []
        if _HEADING.match(line) or not line.strip() or _RULE.match(line):
            continue
        parts.append(_plain(_MARKS.sub("", line)).strip())
    if parts:
        yield " ".join(parts)


def _prose(markdown: str) -> Iterator[str]:
    """Yields the lines that are neither code nor table; those count as empty ones."""
    fence = ""
    for line in markdown.splitlines():
        found = _FENCE.match(line)
        if fence:
            if found and found[1].startswith(fence) and not line.strip(" `~"):
                fence = ""
            yield ""
        elif found:
            fence = found[1]
            yield ""
        else:
            yield "" if line.lstrip().startswith("|") else line


def _plain(line: str) -> str:
    return _EMPHASIS.sub("", _FOOTNOTE.sub("", _LINK.sub(r"\1", line)))


def _has_unchecked(markdown: str) -> bool:
    return any(
        _FENCE.match(line) or line.lstrip().startswith("|") for line in markdown.splitlines()
    )


def _finding(item: Item) -> Finding:
    return Finding(item.support, item.evidence, item.unknown, item.doubts, item.missing)


def _document(attachment: Attachment) -> Document:
    known = {each.value for each in Format}
    return Document(
        name=attachment.name,
        format=Format(attachment.format) if attachment.format in known else Format.TEXT,
        sha256="",
        pages=tuple(Page(number, "", text) for number, text in attachment.page_texts),
    )
