"""How the terminal says what a trial found."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.cli import trial_output
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.tuning.trial.trial import (
    Counted,
    Measures,
    Outcome,
    Pages,
    State,
    Trial,
    TriedModel,
)

PAGES = Pages("lease.pdf", "0" * 64, 50, PageChoice(((2, 7),)), 1000)
MODEL = TriedModel.of(InstalledModel("one", "One", Path("one.gguf"), 1, "", Place.FOLDER))
DONE = Outcome(
    MODEL,
    State.DONE,
    items=(Item("Rent is 70.", (), Support.NONE, ("70",)), Item("Yes.", (), Support.FULL)),
    measures=Measures(1.0, 30.0, 200.0, 12.5, 300_000_000),
    is_length_obeyed=False,
)


@pytest.mark.parametrize(
    ("counted", "said"),
    [
        (Counted(14, 0, 4), "14 of 18 sentences with evidence"),
        (Counted(1, 0, 0), "1 of 1 sentence with evidence"),
        (Counted(5, 2, 1), "5 of 8 sentences with evidence, 2 more in part"),
        (Counted(), "no sentences"),
    ],
)
def test_sentences_are_counted_by_their_evidence(counted: Counted, said: str) -> None:
    assert trial_output.evidence(counted) == said


def test_the_text_says_every_measure_and_what_they_do_not_say() -> None:
    failed = Outcome(MODEL, State.FAILED, "It was too big.")
    text = trial_output.as_text(Trial(PAGES, 200, (DONE, failed)))
    for part in (
        "Pages 2-7 of 50",
        "1 of 2 sentences with evidence",
        "not on the pages: 70",
        "4 words of about 200, not as asked",
        "A page of document: 15 s",
        "A page of answer: 40 s",
        "Memory at most: 300 MB",
        "200 read, 12.5 written",
        "- Rent is 70. [no passage found]",
        "It was too big.",
        "read the summaries",
    ):
        assert part in text


def test_json_has_no_measures_of_a_model_that_failed() -> None:
    failed = Outcome(MODEL, State.FAILED, "It was too big.")
    done, other = trial_output.described(Trial(PAGES, 200, (DONE, failed)))["models"]
    assert done["sentences"] == {"all": 2, "full": 1, "partial": 0, "none": 1}
    assert (done["document_page_s"], done["answer_page_s"]) == (15.0, 40.0)
    assert other.keys() == {"id", "name", "practice", "state", "why"}


def test_the_plan_says_which_pages_and_that_others_can_be_chosen() -> None:
    line = trial_output.plan_line(PAGES, 170.0, is_suggested=True)
    assert line == ("Pages 2-7 of 50, about 3 min for all models together. --pages chooses others.")
    assert trial_output.plan_line(PAGES, None, is_suggested=False) == "Pages 2-7 of 50."
