"""Form, length in words, language and focus: obeyed, measured, repaired once, and said."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace

import pytest

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.language import detect
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summary import Summary
from desktop_slm.assistants.summaries.tree import StepKind
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel
from tests.fakes.scripted_engine import last_text
from tests.unit.assistants.summaries.summary_runs import (
    Runner,
    document_of,
    filled,
    first_words,
    instruction,
    is_reading,
)

_GERMAN = "Die Miete ist nicht hoch und der Mieter zahlt sie mit der Bank an den Vermieter."
_ENGLISH = "The rent is not high and the tenant pays it to the owner by a bank."


@pytest.fixture
def runner(templating: Templating, model: InstalledModel) -> Runner:
    return Runner(templating, model)


def _repairs(runner: Runner) -> list[Request]:
    return [r for r in runner.engine.requests if "written too freely" in instruction(r)]


def _words(count: int) -> str:
    return " ".join(f"word1x{i}" for i in range(count)) + "."


def test_too_many_words_are_repaired_once(runner: Runner) -> None:
    runner.options = replace(runner.options, words=100)
    runner.engine.script = lambda request: (
        _words(105) if "written too freely" in instruction(request) else _words(200)
    )
    summary = runner.run(filled(10))
    assert len(summary.text.split()) == 105
    assert summary.shortfalls == ()
    (repair,) = _repairs(runner)
    assert "in about 100 words" in instruction(repair)
    assert summary.tree.nodes[summary.tree.items[0]].kind is StepKind.REPAIR


def test_too_few_words_are_written_again_from_the_notes(runner: Runner) -> None:
    runner.options = replace(runner.options, words=100)
    runner.engine.script = lambda request: (
        _words(90) if "Write at least 80 words" in instruction(request) else _words(30)
    )
    summary = runner.run(filled(10))
    assert len(summary.text.split()) == 90
    assert summary.shortfalls == ()
    assert last_text(runner.engine.requests[-1]) == last_text(runner.engine.requests[-2])


def test_what_is_still_missed_is_said(runner: Runner) -> None:
    runner.options = replace(runner.options, words=100)
    runner.engine.script = lambda request: _words(200)
    summary = runner.run(filled(10))
    assert [str(each) for each in summary.shortfalls] == [
        "About 100 words were asked for, and the summary has 200."
    ]
    assert len(_repairs(runner)) == 1
    assert summary.receipt is not None
    assert summary.receipt.notices == tuple(map(str, summary.shortfalls))


def test_a_repair_that_is_worse_is_not_taken(runner: Runner) -> None:
    runner.options = replace(runner.options, words=100)
    runner.engine.script = lambda request: _words(500 if _is_repair(request) else 200)
    assert len(runner.run(filled(10)).text.split()) == 200


def _is_repair(request: Request) -> bool:
    return "written too freely" in instruction(request)


@pytest.mark.parametrize("repaired", [_GERMAN, _ENGLISH])
def test_another_language_is_asked_for_measured_and_repaired(runner: Runner, repaired: str) -> None:
    runner.options = replace(runner.options, language="de")
    runner.engine.script = lambda request: repaired if _is_repair(request) else _ENGLISH
    summary = runner.run(filled(10))
    assert all("in German" in instruction(request) for request in runner.engine.requests)
    assert summary.text == repaired
    said = "It was asked for in German, and the model did not write it so."
    assert [str(each) for each in summary.shortfalls] == ([] if repaired == _GERMAN else [said])


def test_a_focus_reaches_every_passage_and_silent_ones_are_not_joined(runner: Runner) -> None:
    runner.options = replace(runner.options, focus="risks for word3x1 a tenant")

    def script(request: Request) -> str:
        if is_reading(request):
            return "The word3x1 may break." if "word3x" in last_text(request) else "NONE."
        return "The word3x1 may break."

    runner.engine.script = script
    summary = runner.run(filled(12))
    assert summary.text == "The word3x1 may break."
    assert summary.coverage.is_whole
    assert all("risks for word3x1 a tenant" in instruction(r) for r in runner.engine.requests)
    assert all("NONE" not in last_text(request) for request in runner.engine.requests)
    assert summary.shortfalls == ()


def test_a_summary_beside_the_focus_is_repaired_or_said(runner: Runner) -> None:
    runner.options = replace(runner.options, focus="word3x1")
    runner.engine.script = lambda request: "It says something else."
    summary = runner.run(filled(12))
    assert [str(each) for each in summary.shortfalls] == [
        "No sentence of the summary names what was asked for: word3x1."
    ]


def test_a_document_with_nothing_on_the_focus_is_said_to_have_none(runner: Runner) -> None:
    runner.options = replace(runner.options, focus="unicorns")
    runner.engine.script = lambda request: "NONE"
    summary = runner.run(filled(12))
    assert summary.items == ()
    assert "unicorns" in str(summary.shortfalls[0])
    assert summary.coverage.is_whole


def test_bullets_are_items_line_by_line(runner: Runner) -> None:
    runner.options = replace(runner.options, form=Form.BULLETS)
    runner.engine.script = lambda request: "- Page 1 begins. Page 2 begins.\n- Nothing there."
    first, second = runner.run(filled(2)).items
    assert first.text == "Page 1 begins. Page 2 begins."
    assert [found.page for found in first.evidence] == [1, 2]
    assert second.text == "Nothing there."


def _listing(name: str, entry: Callable[[int], dict[str, str]]) -> Callable[[Request], str]:
    def script(request: Request) -> str:
        pages = {int(w[4 : w.index("x")]) for w in last_text(request).split() if w[:4] == "word"}
        return json.dumps({name: [entry(page) for page in sorted(pages)]})

    return script


def test_a_timeline_is_merged_without_a_model(runner: Runner) -> None:
    runner.options = replace(runner.options, form=Form.TIMELINE)
    runner.engine.script = _listing(
        "events", lambda page: {"date": str(2020 - page), "event": f"Page {page} begins."}
    )
    summary = runner.run(filled(20))
    assert [item.label for item in summary.items] == [str(2020 - page) for page in range(20, 0, -1)]
    assert all(request.json_schema for request in runner.engine.requests)
    assert all(is_reading(request) for request in runner.engine.requests)
    # A page on the border of two passages is listed by both, and stands there once.
    reached = {p for at in range(len(summary.items)) for p in summary.tree.passages(at)}
    assert reached == set(range(summary.coverage.passages_total))


def test_an_answer_that_is_no_json_is_asked_for_in_parts_then_listed(runner: Runner) -> None:
    runner.options = replace(runner.options, form=Form.FACTS)
    good = _listing("facts", lambda page: {"fact": f"Page {page} begins."})
    runner.engine.script = lambda request: (
        '{"facts": [{"fact": "cut' if "word7x" in last_text(request) else good(request)
    )
    summary = runner.run(filled(20))
    assert 7 in {page for failed in summary.passages_failed for page in failed.pages}
    assert "Page 15 begins." in summary.text
    assert "cut" not in summary.text


def test_entries_that_the_words_have_no_room_for_are_counted(runner: Runner) -> None:
    runner.options = replace(runner.options, form=Form.FACTS, words=30)
    runner.engine.script = _listing("facts", lambda page: {"fact": f"Page {page} begins."})
    summary = runner.run(filled(20))
    assert len(summary.text.split()) <= 30
    assert [str(each) for each in summary.shortfalls] == [
        "For about 30 words, 10 entries were left out."
    ]


@pytest.mark.parametrize("form", [form for form in Form if form.is_listing])
def test_the_draft_of_a_listing_has_what_was_listed(runner: Runner, form: Form) -> None:
    names = {Form.FACTS: "facts", Form.ACTIONS: "actions", Form.TIMELINE: "events"}
    values = dict.fromkeys(("fact", "action", "event", "answer"), "Page 1 begins.")
    entry = {**values, "question": "What begins?", "who": "Anna", "date": "2020", "when": "2021"}
    answer = json.dumps({names.get(form, "questions"): [entry]})
    runner.options, runner.stop_after = replace(runner.options, form=form), 2
    runner.engine.script = lambda request: answer
    summary: Summary = runner.run(filled(40))
    assert summary.is_draft
    (item,) = summary.items
    assert item.text == "Page 1 begins."
    labels = {Form.ACTIONS: "Anna · 2021", Form.TIMELINE: "2020", Form.QUESTIONS: "What begins?"}
    assert item.label == labels.get(form, "")


def test_words_ask_for_notes_that_can_carry_them(runner: Runner) -> None:
    runner.run(filled(20))
    few = runner.engine.requests[0].max_tokens
    runner.options = replace(runner.options, words=1000)
    runner.engine.requests.clear()
    runner.run(filled(20))
    assert runner.engine.requests[0].max_tokens > few
    assert runner.engine.requests[-1].max_tokens >= 2000


@pytest.mark.parametrize(
    ("text", "language"),
    [
        (_GERMAN, "de"),
        (_ENGLISH, "en"),
        ("Le loyer est payé par le locataire et les charges sont dans le contrat.", "fr"),
        ("El alquiler se paga por el inquilino y los gastos son del propietario.", "es"),
        ("De huur is niet hoog en de huurder betaalt het aan een bank.", "nl"),
        ("12 34 56", ""),
        ("Hello", ""),
    ],
)
def test_the_language_shows_in_the_small_words(text: str, language: str) -> None:
    assert detect(text) == language


@pytest.mark.parametrize(
    ("text", "pages"),
    [("3-5", [3, 4, 5]), ("1, 4–5", [1, 4, 5]), ("5-", [5, 6]), ("", [1, 2, 3, 4, 5, 6])],
)
def test_pages_are_chosen_as_people_write_them(text: str, pages: list[int]) -> None:
    choice = PageChoice.parse(text)
    assert [page for page in range(1, 7) if page in choice] == pages
    assert PageChoice.parse(str(choice)) == choice


@pytest.mark.parametrize("text", ["x", "5-3", "0", "1,,2", "-4"])
def test_what_is_no_choice_of_pages_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="page"):
        PageChoice.parse(text)


def test_pages_outside_the_choice_are_not_read_and_listed(runner: Runner) -> None:
    document: Document = document_of([f"Words of page {n} here." for n in range(1, 7)])
    runner.options = replace(runner.options, pages=PageChoice.parse("2-3"))
    runner.engine.script = first_words
    summary = runner.run(document)
    (text,) = runner.read_texts()
    assert "page 2" in text and "page 3" in text
    assert "page 1" not in text and "page 4" not in text
    assert dict(summary.coverage.skipped) == dict.fromkeys([1, 4, 5, 6], "not asked for")
