"""The plan: made before a token is spent, shown, changed, and kept to."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.pace import Known, Pace
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.plan import Plan, Planner
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.assistants.summaries.summary import Planned, Work
from desktop_slm.cli.summary_output import plan_line
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model
from desktop_slm.models.library import InstalledModel
from tests.fakes.plain_analysis import PlainAnalysis
from tests.fakes.scripted_engine import last_text
from tests.unit.assistants.summaries.summary_runs import Runner, filled


@pytest.fixture
def runner(templating: Templating, model: InstalledModel) -> Runner:
    return Runner(templating, model)


@pytest.mark.parametrize("length", list(Length))
@pytest.mark.parametrize("form", [Form.PARAGRAPH, Form.FACTS])
def test_a_run_stays_within_its_plan(runner: Runner, length: Length, form: Form) -> None:
    runner.options = replace(runner.options, length=length, form=form)
    runner.engine.script = lambda request: (
        '{"facts": [{"fact": "One fact."}]}'
        if request.json_schema
        else " ".join(last_text(request).split()[: int(request.max_tokens * 0.7)]) + "."
    )
    plan = runner.plan(filled(80))
    summary = runner.run(filled(80))
    foreseen = plan.foreseen
    assert len(runner.engine.requests) <= foreseen.requests
    read = summary.new_work.read_tokens
    instructions = foreseen.requests * 120  # the fake engine keeps no instruction in memory
    assert foreseen.prompt_tokens * 0.8 <= read <= foreseen.prompt_tokens + instructions
    assert summary.new_work.written_tokens <= summary.new_work.allowed_tokens
    (planned,) = runner.of(Planned)
    assert planned == Planned(len(plan.passages), foreseen.levels, plan)


def test_brief_reads_a_quarter_of_what_standard_reads(runner: Runner) -> None:
    standard = runner.plan(filled(80))
    runner.options = replace(runner.options, length=Length.BRIEF)
    brief = runner.plan(filled(80))
    assert brief.foreseen.prompt_tokens < standard.foreseen.prompt_tokens / 4
    assert len(brief.passages) == len(standard.passages)


def test_a_plan_is_changed_by_its_options_and_kept_to(runner: Runner) -> None:
    document = filled(80)
    plan = runner.plan(document)
    runner.options = replace(runner.options, pages=PageChoice.parse("1-20"))
    smaller = runner.plan(document)
    assert smaller.foreseen.requests < plan.foreseen.requests / 3
    assert len(smaller.pages_left_out) == 61
    runner.options = replace(runner.options, pages=PageChoice.parse("70-"))
    summary = runner.run(document, smaller)  # the plan that was shown, not other options
    assert summary.receipt is not None
    assert summary.receipt.documents[0].pages_read == tuple(range(1, 21))


def test_a_plan_for_another_document_is_made_anew(runner: Runner) -> None:
    plan = runner.plan(filled(80))
    other = replace(filled(10), sha256="1" * 64)
    summary = runner.run(other, plan)
    assert summary.coverage.pages_read == 10


def test_without_a_measured_pace_no_seconds_are_foreseen(runner: Runner) -> None:
    plan = runner.plan(filled(10))
    assert plan.foreseen.seconds is None
    assert plan_line(plan) == "3 passages, 1 level"


def test_with_one_they_are(runner: Runner, templating: Templating) -> None:
    known = Known(Pace(read=100, write=50))
    runner.summarizer = Summarizer(
        runner.engine, templating, known_of=lambda model: known, analyse=PlainAnalysis
    )
    plan = runner.plan(filled(40))
    assert plan.foreseen.seconds == pytest.approx(
        plan.foreseen.prompt_tokens / 100 + plan.foreseen.new_tokens / 50
    )
    assert plan_line(plan) == "12 passages, 2 levels, about 3 min"


def test_the_pace_of_a_run_foretells_the_same_run() -> None:
    work = Work(read_tokens=10_000, written_tokens=1_000, allowed_tokens=2_000, seconds=65.0)
    pace = Pace.of_work(work)
    assert pace is not None
    assert pace.seconds(10_000, 1_000) == pytest.approx(65.0)
    assert pace.fill == 0.5
    assert Pace.of_work(Work(10, 1, 1, 0.1)) is None


def test_the_pace_that_tuning_measured_foretells_its_passages() -> None:
    pace = Pace.of_speeds(read=400, write=60, through=300)
    assert pace is not None
    assert pace.seconds(900, 100) == pytest.approx(1000 / 300)
    assert Pace.of_speeds(0, 60, 300) is None


@pytest.mark.parametrize(("parallel", "waiting"), [(0, 8), (1, 2), (8, 16)])
def test_as_many_passages_are_given_as_tuning_says_pay(
    runner: Runner, templating: Templating, parallel: int, waiting: int
) -> None:
    runner.summarizer = Summarizer(
        runner.engine,
        templating,
        to_run=lambda model: Model(Path("a.gguf"), parallel=parallel),
        analyse=PlainAnalysis,
    )
    seen: list[int] = []

    def script(request: object) -> str:
        seen.append(len(runner.engine.requests))
        return "A note."

    runner.engine.script = script
    runner.run(filled(80))
    assert seen[0] == waiting


@pytest.mark.parametrize("context", [512, 1024, 4096])
def test_passages_fit_the_model_s_room(runner: Runner, context: int) -> None:
    runner.engine.context = context
    plan: Plan = runner.plan(filled(20))
    assert max(passage.tokens for passage in plan.passages) < context * 3 // 4
    assert not runner.run(filled(20)).passages_failed


def test_passages_have_the_size_that_takes_the_fewest_tokens(runner: Runner) -> None:
    """Of a long document the largest: each note that is saved is read again once less."""
    document = filled(80)
    runner.plan(document)  # loads the model
    by_size = {}
    for sizes in ((300,), (600,), (300, 600)):
        planner = Planner(runner.engine.count_tokens, 4096, None, sizes)
        plan = planner.plan(document, runner.options, PlainAnalysis(document))
        assert max(passage.tokens for passage in plan.passages) <= plan.passage_tokens
        by_size[sizes] = plan
    assert by_size[300, 600].passages == by_size[600,].passages
    small, large = by_size[300,].foreseen, by_size[600,].foreseen
    assert small.prompt_tokens > large.prompt_tokens
