"""Models tried one after another: what is measured, what fails, what a stop keeps."""

from __future__ import annotations

import pytest

from desktop_slm.engine.protocol import Request
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EngineFailed, EngineStopped, NoText
from desktop_slm.tuning.trial.trial import Counted, State
from desktop_slm.tuning.trial.trying import Ended, Progressed, TrialEvent
from tests.fakes.scripted_engine import last_text
from tests.unit.assistants.summaries.summary_runs import document_of
from tests.unit.tuning.trial.trial_bench import FREE_BYTES, PAGES, A, B, C, TrialBench


def test_each_model_writes_its_own_summary_of_the_same_pages(bench: TrialBench) -> None:
    bench.engine.script = lambda request: (
        "The rent is 900 euro." if bench.engine.loads[-1].path == A.path else "It is Ms. Nobody."
    )
    first, second = bench.run(A, B).outcomes
    assert (first.model.id, second.model.id) == ("first", "second")
    assert first.counted == Counted(full=1)
    assert second.counted == Counted(none=1)
    assert {last_text(request) for request in bench.engine.requests} == {"\n\n".join(PAGES)}


def test_only_the_pages_that_are_asked_for_are_read(bench: TrialBench) -> None:
    trial = bench.run(A, pages="2")
    assert trial.pages.words == 5
    assert str(trial.pages.choice) == "2"
    assert {last_text(request) for request in bench.engine.requests} == {PAGES[1]}


def test_speeds_memory_and_length_are_measured(bench: TrialBench) -> None:
    bench.engine.memory_bytes = 321 << 20
    (outcome,) = bench.run(A).outcomes
    measures = outcome.measures
    assert measures is not None
    assert measures.peak_bytes == 321 << 20
    assert measures.write_per_s == 50.0
    assert measures.answer_page_s == 10.0
    assert outcome.words == 10
    assert not outcome.is_length_obeyed


def test_what_fits_not_is_said_before_anything_is_loaded(bench: TrialBench) -> None:
    bench.engine.needed_bytes["second.gguf"] = FREE_BYTES + 10**6
    first, second = bench.run(A, B).outcomes
    assert (first.state, second.state) == (State.DONE, State.FAILED)
    assert "8589 MB are free" in second.why
    assert [model.path for model in bench.engine.loads if model.path == B.path] == []
    assert bench.events[0] == Ended(1, second)


def test_a_model_that_crashes_is_listed_and_the_others_go_on(bench: TrialBench) -> None:
    bench.engine.load_errors["first.gguf"] = EngineStopped(how="signal 11")
    first, second = bench.run(A, B).outcomes
    assert first.state is State.FAILED
    assert "signal 11" in first.why
    assert "other models are tried" in first.why
    assert second.state is State.DONE
    assert bench.engine.tries == 2  # nobody answers for the deaths of another


def test_a_model_that_gives_nothing_has_no_sentence(bench: TrialBench) -> None:
    bench.engine.script = lambda request: EngineFailed(why="no more memory")
    (outcome,) = bench.run(A).outcomes
    assert outcome.state is State.DONE
    assert outcome.counted.all == 0
    assert outcome.passages_failed == 1


def test_the_engine_is_empty_between_the_models(bench: TrialBench) -> None:
    loaded: list[Model | None] = []

    def take(event: TrialEvent) -> None:
        if isinstance(event, Ended):
            loaded.append(bench.engine.loaded)

    bench.take = take  # type: ignore[method-assign]
    bench.run(A, B)
    assert loaded == [None, None]


def test_a_stop_keeps_the_models_that_were_through(bench: TrialBench) -> None:
    def script(request: Request) -> str:
        if bench.engine.loads[-1].path == B.path:
            bench.cancellation.cancel()
        return "The rent is 900 euro."

    bench.engine.script = script
    states = [outcome.state for outcome in bench.run(A, B, C).outcomes]
    assert states == [State.DONE, State.STOPPED, State.NOT_TRIED]
    assert [model.path for model in bench.engine.loads if model.path == C.path] == []


def test_a_stop_while_a_model_is_loaded_ends_the_loading(bench: TrialBench) -> None:
    unloaded: list[bool] = []

    def take(event: TrialEvent) -> None:
        if isinstance(event, Progressed) and event.loaded == 0.5 and not unloaded:
            bench.engine.unload = lambda: unloaded.append(True)  # type: ignore[method-assign]
            bench.cancellation.cancel()
            assert unloaded == [True]

    bench.take = take  # type: ignore[method-assign]
    (outcome,) = bench.run(A).outcomes
    assert outcome.state is State.STOPPED


def test_progress_names_the_model_and_its_passages(bench: TrialBench) -> None:
    bench.run(A, B)
    progressed = [event for event in bench.events if isinstance(event, Progressed)]
    assert Progressed(0, loaded=0.5) in progressed
    assert Progressed(1, 1.0, 1, 1) in progressed


def test_pages_without_text_are_refused_before_a_model_is_loaded(bench: TrialBench) -> None:
    with pytest.raises(NoText):
        bench.run(A, document=document_of(["", "Words."]), pages="1")
    assert bench.engine.loads == []
