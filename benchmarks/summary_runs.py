"""One summary by each side: this app, and a plain program that asks llama.cpp's server.

The plain program takes the same plan: the same passages, prompts, token limits and joins, one
request after the other; nothing but its requests counts. It reads passages whole, but for `KEY`,
where it is told the key sentences that brief found. This app's time has all but loading.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace

from benchmarks.llama_tools import Tools
from benchmarks.prepared_model import PreparedModel
from benchmarks.report import report
from benchmarks.rivals import Server
from benchmarks.server_engine import ServerEngine
from benchmarks.summary_log import Log, LoggedSteps, Outcome, Trial
from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries import readings
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.plan import Plan, Planner
from desktop_slm.assistants.summaries.sizes import Sizes
from desktop_slm.assistants.summaries.steps import read_tokens
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.assistants.summaries.summary import (
    Joining,
    PassageRead,
    Planned,
    Summary,
    SummaryEvent,
    SummaryOptions,
)
from desktop_slm.engine.client import Engine
from desktop_slm.engine.loaded import default_threads
from desktop_slm.engine.protocol import Loading, ModelFacts
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import TextEngine

OURS, SERVER = "this app", "server"
OWN, WIDE, KEY = "own", "2,000-token", "key sentences of own"
_WIDE_SIZES = (2_000,)
_SERVER_CELLS = 4_096  # a passage of 2,000 tokens, its instruction and the answer
_SHOWN_EVERY_S = 15.0


@dataclass
class Runs:
    """Runs trials one after the other; each has a model that was just loaded."""

    prepared: PreparedModel
    tools: Tools
    log: Log
    _plans: dict[tuple[str, int, str], tuple[Plan, ModelFacts]] = field(default_factory=dict)

    def outcome(self, trial: Trial) -> Outcome:
        """Returns what a trial takes, from the log where it was made before."""
        found = self.log.outcome(trial)
        if found is None:
            found = self._ours(trial) if trial.side == OURS else self._rival(trial)
            self.log.end(trial, found)
        return found

    def _ours(self, trial: Trial) -> Outcome:
        options = SummaryOptions(self.prepared.model, Length(trial.length))
        with _engine() as engine:
            engine.load(self.prepared.to_run(options.model))
            started = time.perf_counter()

            def seconds() -> float:
                return time.perf_counter() - started

            return self._run(trial, engine, options, seconds)

    def _rival(self, trial: Trial) -> Outcome:
        plan, facts = self.plan(trial)
        path = self.prepared.original.path
        server = Server(self.tools, path, 1, _SERVER_CELLS, default_threads())
        engine = ServerEngine(server, facts)
        try:
            return self._run(trial, engine, plan, lambda: engine.seconds)
        finally:
            server.close()

    def _run(
        self,
        trial: Trial,
        engine: TextEngine,
        wanted: SummaryOptions | Plan,
        seconds: Callable[[], float],
    ) -> Outcome:
        steps = self.log.steps(trial, seconds)
        show = _Shown(trial, lambda: steps.spent + seconds())
        templating = Templating()
        summarizer = Summarizer(engine, templating, to_run=self.prepared.to_run)
        try:
            summary = summarizer.summarize(
                report(trial.pages), wanted, steps, show.event, Cancellation()
            )
            taken = steps.spent + seconds()
        finally:
            templating.close()
        assert show.plan is not None
        return _outcome(summary, steps, show.plan, taken, engine.memory_bytes)

    def plan(self, trial: Trial) -> tuple[Plan, ModelFacts]:
        """Returns the plan of a trial, and what the model is that both sides run."""
        key = (trial.length, trial.pages, trial.passages)
        if key not in self._plans:
            self._plans[key] = self._planned(trial)
        return self._plans[key]

    def _planned(self, trial: Trial) -> tuple[Plan, ModelFacts]:
        document = report(trial.pages)
        options = SummaryOptions(self.prepared.original, Length(trial.length))
        with _engine() as engine, Analysis(document) as analysis:
            facts = engine.load(self.prepared.to_run(options.model))
            planner = Planner(engine.count_tokens, facts.context_tokens)
            if trial.passages == WIDE:
                planner = Planner(engine.count_tokens, facts.context_tokens, None, _WIDE_SIZES)
            plan = planner.plan(document, options, analysis)
        return (plan if trial.passages == KEY else _reading_all(plan)), facts


def _reading_all(plan: Plan) -> Plan:
    """Returns the plan with each passage read as it stands."""
    if not plan.is_key_sentences:
        return plan
    found = readings.whole(plan.passages)
    sizes = Sizes.of(plan.options, len(found))
    return replace(plan, readings=found, sizes=sizes, is_key_sentences=False)


@dataclass
class _Shown:
    """Says how far a run is, and keeps the plan that it follows."""

    trial: Trial
    seconds: Callable[[], float]
    plan: Plan | None = None
    _shown_at: float = 0.0

    def event(self, event: SummaryEvent | Loading) -> None:
        match event:
            case Planned(plan=plan):
                self.plan = plan
            case PassageRead(coverage=coverage):
                self._show(f"{coverage.passages_read} of {coverage.passages_total} passages")
            case Joining(done, total):
                self._show(f"{done} of {total} joins")

    def _show(self, done: str) -> None:
        if time.monotonic() > self._shown_at + _SHOWN_EVERY_S:
            self._shown_at = time.monotonic()
            print(f"  {self.trial.name}: {done}, {self.seconds():.0f} s", flush=True)


def _outcome(
    summary: Summary, steps: LoggedSteps, plan: Plan, seconds: float, memory_bytes: int
) -> Outcome:
    known = steps.known.values()
    return Outcome(
        seconds=round(seconds, 2),
        read_tokens=sum(map(read_tokens, known)),
        written_tokens=sum(step.new_tokens for step in known),
        requests=len(known),
        passages=len(plan.passages),
        passage_tokens=plan.passage_tokens,
        pages_read=summary.coverage.pages_read,
        items=len(summary.items),
        memory_bytes=memory_bytes,
        load=os.getloadavg()[0] if hasattr(os, "getloadavg") else 0.0,
    )


@contextmanager
def _engine() -> Iterator[Engine]:
    engine = Engine()
    try:
        yield engine
    finally:
        engine.unload()
