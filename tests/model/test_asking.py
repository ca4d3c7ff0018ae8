"""A question with the real practice model: its words are not judged, all the rest is."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.assistants.asking.answer import Answer
from desktop_slm.assistants.asking.asker import Asker
from desktop_slm.assistants.asking.question import Question
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.model_use import ModelUse
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.engine.client import Engine
from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel, Place
from tests.fakes.plain_set import PlainSet
from tests.fakes.sets import RENT, SOUP, document_named
from tests.unit.assistants.summaries.summary_runs import MemorySteps

pytestmark = pytest.mark.model


@pytest.fixture(scope="module")
def use() -> Iterator[ModelUse]:
    engine, templating = Engine(), Templating()
    yield ModelUse(engine, templating)
    engine.unload()
    templating.close()


@pytest.fixture
def options(starter: Path) -> SummaryOptions:
    model = InstalledModel("practice", "Practice", starter, 1, "Q4_1", Place.PRACTICE)
    return SummaryOptions(model, Length.BRIEF)


def test_every_passage_gets_a_usable_answer_and_links_quote_the_pages(
    use: ModelUse, options: SummaryOptions
) -> None:
    documents = [document_named("lease.pdf", [RENT]), document_named("menu.txt", [SOUP])]
    steps = MemorySteps()

    def ask() -> Answer:
        with Asker(documents, use, None, PlainSet) as asker:
            question = Question("What is the rent of the workshop?")
            return asker.ask(question, options, steps, lambda event: None, Cancellation())

    answer = ask()
    assert all(reading.is_whole for reading in answer.readings)
    for item in (*answer.items, *answer.findings):
        for place in item.evidence:
            text = documents[place.document].text(place.page, place.start, place.end)
            assert text == place.quote
    assert ask().items == answer.items  # from the steps
