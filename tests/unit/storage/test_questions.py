"""Questions and their answers: found again by their documents, and gone with them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from desktop_slm.errors import Invariant
from desktop_slm.storage.database import Database
from desktop_slm.storage.documents import NewDocument
from desktop_slm.storage.questions import Questions
from desktop_slm.storage.runs import RunState
from desktop_slm.storage.steps import Owner, Step, Steps
from desktop_slm.storage.summaries import Summaries

NOW = datetime(2026, 11, 21, 12, tzinfo=UTC)


class Clock:
    def __init__(self) -> None:
        self.time = NOW

    def __call__(self) -> datetime:
        self.time += timedelta(seconds=1)
        return self.time


@pytest.fixture
def database() -> Database:
    return Database.in_memory()


@pytest.fixture
def questions(database: Database) -> Questions:
    return Questions(database, Clock())


@pytest.fixture
def summaries(database: Database) -> Summaries:
    return Summaries(database, Clock())


def _document(summaries: Summaries, name: str) -> tuple[int, int]:
    """Returns the ids of a summary and its document."""
    summary = summaries.create(name)
    new = NewDocument(name.rjust(64, "0"), name, "pdf", "", {"name": name})
    return summary.id, summaries.add_document(summary.id, new).id


def test_a_question_comes_back_with_its_answer(questions: Questions) -> None:
    begun = questions.begin("Who pays?", "model", {"approach": "whole"}, ())
    questions.finish(begun.id, RunState.COMPLETE, {"items": ["The tenant."]})
    kept = questions.question(begun.id)
    assert (kept.question, kept.state) == ("Who pays?", RunState.COMPLETE)
    assert kept.options == {"approach": "whole"}
    assert kept.answer == {"items": ["The tenant."]}


def test_questions_of_one_set_are_not_those_of_another(
    questions: Questions, summaries: Summaries
) -> None:
    a, b = (_document(summaries, name)[1] for name in ("a", "b"))
    for text, documents in (("of a", [a]), ("of both", [a, b]), ("of b", [b]), ("none", [])):
        questions.begin(text, "model", {}, documents)
    found = {
        text: [each.question for each in questions.of_documents(documents)]
        for text, documents in (("a", [a]), ("ab", [a, b]), ("b", [b]), ("ba", [b, a]))
    }
    assert found == {"a": ["of a"], "ab": ["of both"], "b": ["of b"], "ba": []}


def test_a_question_goes_with_a_document_that_no_summary_is_of(
    questions: Questions, summaries: Summaries
) -> None:
    first, a = _document(summaries, "a")
    _, b = _document(summaries, "b")
    lost = questions.begin("of both", "model", {}, [a, b])
    kept = questions.begin("of b", "model", {}, [b])
    summaries.delete(first)
    summaries.purge_deleted(NOW + timedelta(days=1))
    assert questions.question(kept.id).question == "of b"
    with pytest.raises(Invariant):
        questions.question(lost.id)


def test_steps_go_with_the_last_question_or_version(
    database: Database, questions: Questions, summaries: Summaries
) -> None:
    summary, _ = _document(summaries, "a")
    version = summaries.begin(summary, {}, "model")
    first = questions.begin("one", "model", {}, ())
    second = questions.begin("two", "model", {}, ())
    of_questions, of_versions = Steps(database, Owner.QUESTION), Steps(database)
    of_questions.keep(first.id, "shared", Step("a note", 1, 1))
    of_versions.keep(version.id, "shared", Step("a note", 1, 1))
    of_questions.keep(first.id, "own", Step("another", 1, 1))
    questions.delete(first.id)
    assert set(of_questions.find(second.id, ["shared", "own"])) == {"shared"}
    summaries.delete(summary)
    summaries.purge_deleted(NOW + timedelta(days=1))
    assert set(of_questions.find(second.id, ["shared"])) == {"shared"}
    questions.delete(second.id)
    assert database.rows("SELECT key FROM steps") == []


def test_a_question_without_documents_is_erased_after_its_time(
    questions: Questions, summaries: Summaries
) -> None:
    old = questions.begin("old", "model", {}, ())
    _, document = _document(summaries, "a")
    kept = questions.begin("kept", "model", {}, [document])
    running = questions.begin("running", "model", {}, ())
    for each in (old, kept):
        questions.finish(each.id, RunState.FAILED, {})
    assert questions.erase_nameless(NOW + timedelta(days=1)) == 1
    assert questions.question(kept.id).id and questions.question(running.id).id
    with pytest.raises(Invariant):
        questions.question(old.id)


def test_only_runs_whose_process_is_gone_are_cut_off(
    database: Database, questions: Questions
) -> None:
    mine = questions.begin("mine", "model", {}, ())
    lost = questions.begin("lost", "model", {}, ())
    database.execute("UPDATE questions SET writer = 'nobody' WHERE id = ?", (lost.id,))
    assert questions.mark_interrupted() == 1
    assert questions.question(mine.id).state is RunState.RUNNING
    assert questions.question(lost.id).state is RunState.INTERRUPTED
