"""What holds for every summary, on real documents with the real analysis child."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.documents.document import Block, BlockKind, Document, Page
from desktop_slm.documents.reading import read
from desktop_slm.documents.sentences import split
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel, Place
from tests.fakes.reading import blocks
from tests.fakes.scripted_engine import ScriptedAnswer, last_text
from tests.process.test_reader_corpus import CORPUS
from tests.unit.assistants.summaries.summary_runs import (
    MemorySteps,
    Runner,
    check_pages_and_quotes,
)

pytestmark = pytest.mark.skipif(
    not CORPUS.is_dir(), reason="the corpus of real documents is not beside the repository"
)
FILES = (
    "pdf/deb-project-history.de.pdf",
    "docx/gen-ch09.zh-cn.docx",
    "epub/pandoc-wasteland.epub",
    "html/mid-test_blog.html",
    "pptx/mid-test.pptx",
)
_FACT = "Store {0} in Port Hale sold {1} lamps in {2}."


@pytest.fixture(scope="module", params=FILES)
def document(request: pytest.FixtureRequest) -> Document:
    return read(CORPUS / request.param)


@pytest.fixture(scope="module")
def templating() -> Iterator[Templating]:
    templating = Templating()
    yield templating
    templating.close()


@pytest.fixture
def runner(templating: Templating) -> Runner:
    model = InstalledModel("test", "Test model", Path("test.gguf"), 1, "", Place.FOLDER)
    runner = Runner(templating, model)
    runner.engine.script = _two_sentences
    runner.engine.count_tokens = _count  # type: ignore[method-assign]
    runner.summarizer = Summarizer(runner.engine, templating, analyse=Analysis)
    return runner


def _count(texts: Sequence[str]) -> list[int]:
    """Characters tell: Chinese has no spaces between words."""
    return [len(text) // 3 + 1 for text in texts]


def _two_sentences(request: Request) -> str:
    """Returns a long sentence of the text and the one after it, as a model would that copies."""
    text = last_text(request)
    found = [" ".join(text[start:end].split()) for start, end in split(text)]
    first = max(range(len(found)), key=lambda at: min(len(found[at]), 120), default=0)
    return " ".join(found[first : first + 2]) or "Nothing."


@pytest.mark.parametrize("length", list(Length))
def test_pages_and_quotes_are_told_truly(
    runner: Runner, document: Document, length: Length
) -> None:
    runner.options = replace(runner.options, length=length)
    summary = runner.run(document)
    assert summary.items
    check_pages_and_quotes(document, summary)
    assert summary.coverage.pages_read == len(document.pages)
    assert any(item.support is not Support.NONE for item in summary.items)
    total = summary.coverage.passages_total
    assert {each for n in range(len(summary.items)) for each in summary.tree.passages(n)} == set(
        range(total)
    )


@pytest.mark.parametrize("length", list(Length))
def test_every_word_is_in_one_passage_and_every_passage_in_the_plan_once(
    runner: Runner, document: Document, length: Length
) -> None:
    runner.options = replace(runner.options, length=length)
    plan = runner.plan(document)
    kinds = [kind for kind in BlockKind if kind is not BlockKind.REPEATED]
    in_blocks = Counter("".join("".join(blocks(document, *kinds)).split()))
    in_passages = Counter("".join("".join(each.text for each in plan.passages).split()))
    assert in_passages == in_blocks
    read_passages = sorted(each for reading in plan.readings for each in reading.passages)
    assert read_passages == [passage.index for passage in plan.passages]
    assert not runner.engine.requests


def test_some_pages_are_read_and_the_others_are_named(runner: Runner, document: Document) -> None:
    if len(document.pages) < 3:
        pytest.skip("a document of a page or two")
    runner.options = replace(runner.options, pages=PageChoice.parse("2-3"))
    summary = runner.run(document)
    check_pages_and_quotes(document, summary)
    assert summary.coverage.pages_read == 2


def test_stopping_and_going_on_changes_nothing(runner: Runner, document: Document) -> None:
    # Enough pages for several steps; each run looks for all of its sentences again.
    runner.options = replace(runner.options, is_reproducible=True, pages=PageChoice.parse("1-6"))
    plan = runner.plan(document)
    expected = runner.run(document, plan)
    calls = len(runner.engine.requests)
    runner.steps = MemorySteps()
    stops = sorted({1, calls // 2 + 1, calls})
    for number, point in enumerate(stops):
        # What was kept before is not asked for again.
        _stop_at(runner, point - (stops[number - 1] if number else 0))
        draft = runner.run(document, plan)
        assert draft.is_draft
        check_pages_and_quotes(document, draft)
    runner.cancellation = Cancellation()
    summary = runner.run(document, plan)
    assert (summary.items, summary.tree, summary.coverage) == (
        expected.items, expected.tree, expected.coverage,
    )  # fmt: skip


def _stop_at(runner: Runner, point: int) -> None:
    """Has the next run stopped at its n-th request."""
    engine, left = runner.engine, [point]
    runner.cancellation = Cancellation()

    def stopping(request: Request) -> ScriptedAnswer:
        left[0] -= 1
        if left[0] == 0:
            runner.cancellation.cancel()
        return type(engine).generate(engine, request)

    engine.generate = stopping  # type: ignore[method-assign]


def test_facts_that_are_planted_in_a_real_document_are_found(document: Document) -> None:
    planted = _planted(document)
    facts = {page.number: _fact(page.number) for page in planted.pages}
    with Analysis(planted) as analysis:
        findings = analysis.evidence(list(facts.values()))
    full = 0
    for page, finding in zip(facts, findings, strict=True):
        full += finding.support is Support.FULL and page in [e.page for e in finding.evidence]
        for found in finding.evidence:
            assert planted.text(found.page, found.start, found.end) == found.quote
    assert full >= 0.95 * len(facts)


def _fact(page: int) -> str:
    return _FACT.format(page, 11 * page + 5, 1800 + page)


def _planted(document: Document) -> Document:
    """Returns the document with a fact at the end of each page."""
    pages, marks = [], list(document.blocks)
    for page in document.pages:
        text = page.text + "\n\n"
        end = len(text) + len(_fact(page.number))
        marks.append(Block(BlockKind.PARAGRAPH, page.number, len(text), end))
        pages.append(Page(page.number, page.label, text + _fact(page.number)))
    marks.sort(key=lambda block: (block.page, block.start))
    return replace(document, pages=tuple(pages), blocks=tuple(marks))
