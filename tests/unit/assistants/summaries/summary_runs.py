"""What the tests of summaries share: documents, steps in memory, and a run that is watched."""

from __future__ import annotations

from collections.abc import Sequence

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.steps import StepStore
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.assistants.summaries.summary import PassageRead, Summary, SummaryOptions
from desktop_slm.documents.document import (
    Block,
    BlockKind,
    Document,
    Format,
    Page,
    SkippedPage,
    SkipReason,
)
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.steps import Step
from tests.fakes.plain_analysis import PlainAnalysis
from tests.fakes.scripted_engine import ScriptedEngine, last_text


class MemorySteps:
    """Steps in a dictionary."""

    def __init__(self) -> None:
        self.kept: dict[str, Step] = {}

    def find(self, key: str) -> Step | None:
        return self.kept.get(key)

    def keep(self, key: str, step: Step) -> None:
        assert key not in self.kept
        self.kept[key] = step


def document_of(texts: Sequence[str], *, skipped: Sequence[int] = ()) -> Document:
    """Returns a document with a paragraph a page; pages without text come after them."""
    return Document(
        name="test.pdf",
        format=Format.PDF,
        sha256="0" * 64,
        pages=tuple(Page(n, str(n), text) for n, text in enumerate(texts, 1)),
        blocks=tuple(
            Block(BlockKind.PARAGRAPH, n, 0, len(text)) for n, text in enumerate(texts, 1)
        ),
        skipped=tuple(SkippedPage(page, SkipReason.NO_TEXT) for page in skipped),
    )


def filled(pages: int, words: int = 300) -> Document:
    """Returns a document whose pages have sentences of ten words, all of them different."""
    texts = []
    for page in range(1, pages + 1):
        sentences = [f"Page {page} begins."]
        sentences += [
            "In " + " ".join(f"word{page}x{i}" for i in range(start, start + 9)) + "."
            for start in range(0, words, 9)
        ]
        texts.append(" ".join(sentences))
    return document_of(texts, skipped=(pages + 1,))


def first_words(request: Request) -> str:
    """A note that says which words a passage began with."""
    return " ".join(last_text(request).split()[:5]) + "."


def instruction(request: Request) -> str:
    """Returns the instruction of a request."""
    return next(segment.text for segment in request.prompt if segment.is_literal)


def is_reading(request: Request) -> bool:
    """Whether a request reads a passage, and joins or repairs nothing."""
    return "one passage" in instruction(request)


def check_pages_and_quotes(document: Document, summary: Summary) -> None:
    """Every page is read or skipped with a reason; every quote is the page's own text."""
    assert summary.receipt is not None
    (receipt,) = summary.receipt.documents
    read, skipped = set(receipt.pages_read), dict(receipt.pages_skipped)
    assert not read & skipped.keys()
    every = {page.number for page in document.pages} | {page.page for page in document.skipped}
    assert read | skipped.keys() == every
    assert all(skipped.values())
    assert summary.coverage.pages_read == len(read)
    for item in summary.items:
        for found in item.evidence:
            assert document.text(found.page, found.start, found.end) == found.quote


class Runner:
    """Summarizes with a scripted engine and notes every event."""

    def __init__(self, templating: Templating, model: InstalledModel) -> None:
        self.engine = ScriptedEngine(first_words)
        self.summarizer = Summarizer(self.engine, templating, analyse=PlainAnalysis)
        self.options = SummaryOptions(model)
        self.steps: StepStore = MemorySteps()
        self.events: list[object] = []
        self.cancellation = Cancellation()
        self.stop_after = 0

    def run(self, document: Document, plan: Plan | None = None) -> Summary:
        return self.summarizer.summarize(
            document, plan or self.options, self.steps, self._note, self.cancellation
        )

    def plan(self, document: Document) -> Plan:
        return self.summarizer.plan(document, self.options)

    def of(self, kind: type) -> list[object]:
        return [event for event in self.events if isinstance(event, kind)]

    def read_texts(self) -> list[str]:
        return [last_text(request) for request in self.engine.requests if is_reading(request)]

    def _note(self, event: object) -> None:
        self.events.append(event)
        if self.stop_after and len(self.of(PassageRead)) == self.stop_after:
            self.cancellation.cancel()
