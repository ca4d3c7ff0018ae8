"""The reproducible setting with the real model: killed and resumed, the words are the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries import sizes
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.sizes import Size
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.assistants.summaries.summary import Planned, Summary, SummaryOptions
from desktop_slm.documents.document import Document
from desktop_slm.engine.answer import Answer
from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model
from desktop_slm.models.library import InstalledModel, Place
from tests.fakes.plain_analysis import PlainAnalysis
from tests.unit.assistants.summaries.summary_runs import (
    MemorySteps,
    check_pages_and_quotes,
    document_of,
)

pytestmark = pytest.mark.model
_POINTS = 10


class _Killed(BaseException):
    """The window's process dies just here."""


@pytest.fixture(scope="module")
def engine() -> Iterator[Engine]:
    engine = Engine()
    yield engine
    engine.unload()


@pytest.fixture(scope="module")
def templating() -> Iterator[Templating]:
    templating = Templating()
    yield templating
    templating.close()


@pytest.fixture(autouse=True)
def _short_notes(monkeypatch: pytest.MonkeyPatch) -> None:
    """A few words for each note: they are written twice, and some a third time."""
    monkeypatch.setitem(sizes._NOTES, Length.STANDARD, Size(1, 12))
    monkeypatch.setitem(sizes._NOTES, Length.DETAILED, Size(1, 16))
    monkeypatch.setitem(sizes._FINALS, Length.STANDARD, Size(1, 20))


def _document() -> Document:
    return document_of(
        [
            f"Store {n} in Port {n} opened in {1900 + n} with {n + 3} clerks and {n * 7} shelves. "
            f"Its owner, Mr Hale the {n}th, sold {n * 11} lamps a year. "
            f"In {1950 + n} the store burned down and was built again within {n + 1} months."
            for n in range(1, 12)
        ]
    )


def test_killing_and_going_on_gives_the_same_words(
    starter: Path, engine: Engine, templating: Templating
) -> None:
    model = InstalledModel("practice", "Practice", starter, 1, "Q4_1", Place.PRACTICE)
    options = SummaryOptions(model, is_reproducible=True)
    document = _document()
    small = Model(starter, context_tokens=256)

    def run(steps: MemorySteps, die_at: int = 0, *, is_midway: bool = False) -> Summary:
        asked = 0
        generate = engine.generate

        def dying(request: Request) -> Answer:
            nonlocal asked
            asked += 1
            if asked == die_at:
                if is_midway:
                    next(iter(generate(request)))
                engine.unload()  # its child dies with the window
                raise _Killed
            return generate(request)

        engine.generate = dying  # type: ignore[method-assign]
        summarizer = Summarizer(
            engine, templating, to_run=lambda model: small, analyse=PlainAnalysis
        )
        try:
            return summarizer.summarize(
                document, options, steps, lambda event: None, Cancellation()
            )
        finally:
            engine.generate = generate  # type: ignore[method-assign]

    whole, killed = MemorySteps(), MemorySteps()
    expected = run(whole)
    assert len(whole.kept) > _POINTS // 2
    for point in range(_POINTS):
        # In the midst of the first answer, or after it and before the second.
        with pytest.raises(_Killed):
            run(killed, 1 + point % 2, is_midway=point % 2 == 0)
        assert len(killed.kept) == (point + 1) // 2
    assert run(killed).text == expected.text
    assert {key: step.text for key, step in killed.kept.items()} == {
        key: step.text for key, step in whole.kept.items()
    }


def test_in_the_fast_setting_plan_passages_and_pages_are_the_same(
    starter: Path, engine: Engine, templating: Templating
) -> None:
    model = InstalledModel("practice", "Practice", starter, 1, "Q4_1", Place.PRACTICE)
    document = _document()
    events: list[Planned] = []
    summarizer = Summarizer(
        engine,
        templating,
        to_run=lambda model: Model(starter, context_tokens=256, parallel=3),
        analyse=PlainAnalysis,
    )

    def note(event: object) -> None:
        if isinstance(event, Planned):
            events.append(event)

    first, second = (
        summarizer.summarize(document, SummaryOptions(model), MemorySteps(), note, Cancellation())
        for _ in range(2)
    )
    assert events[0] == events[1]
    assert first.coverage == second.coverage
    assert first.coverage.is_whole
    for summary in (first, second):
        check_pages_and_quotes(document, summary)
        read = {each for node in summary.tree.nodes for each in node.passages}
        assert read == set(range(first.coverage.passages_total))
