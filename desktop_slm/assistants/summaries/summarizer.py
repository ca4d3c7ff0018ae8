"""Makes a summary: every passage is read, the notes are joined in a tree, evidence is looked for.

Nothing is cut: what does not fit into one request is divided, and what could not be read is named.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from dataclasses import replace

from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.model_use import ModelUse
from desktop_slm.assistants.summaries.pace import NOTHING_KNOWN, Known
from desktop_slm.assistants.summaries.plan import Plan, Planner
from desktop_slm.assistants.summaries.run import Emit, Run
from desktop_slm.assistants.summaries.sources import Sources
from desktop_slm.assistants.summaries.steps import StepStore
from desktop_slm.assistants.summaries.summary import Planned, Summary, SummaryOptions
from desktop_slm.documents.document import Document
from desktop_slm.engine.protocol import ModelFacts
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.errors import NoText
from desktop_slm.models.library import InstalledModel

__all__ = ["Emit", "Summarizer"]


class Summarizer:
    """Summarizes documents with the engine. Its methods block, on a background thread.

    `to_run` says how a model is run: with which threads and how much room. `known_of` returns its
    measured pace and its hash, where they are known. `analyse` opens a document for questions.
    """

    def __init__(
        self,
        engine: TextEngine,
        templating: Templating,
        clock: Callable[[], float] = time.monotonic,
        to_run: Callable[[InstalledModel], Model] = lambda model: Model(model.path),
        known_of: Callable[[InstalledModel], Known] = lambda model: NOTHING_KNOWN,
        analyse: Callable[[Document], Analysis] = Analysis,
    ) -> None:
        self._engine = engine
        self._templating = templating
        self._clock = clock
        self._known_of = known_of
        self._use = ModelUse(engine, templating, to_run, known_of)
        self._analyse = analyse

    def plan(
        self, document: Document, options: SummaryOptions, emit: Emit = lambda event: None
    ) -> Plan:
        """Returns what a summary would read and take; the model is loaded, and asked nothing.

        Raises NoText where there is nothing to read, and the engine's errors.
        """
        chosen = _require_text(document, options)
        facts = self._use.load(options, emit).facts
        with self._analyse(chosen) as analysis:
            return self._plan(document, options, facts, analysis)

    def summarize(
        self,
        document: Document,
        wanted: SummaryOptions | Plan,
        steps: StepStore,
        emit: Emit,
        cancellation: Cancellation,
    ) -> Summary:
        """Returns the summary, by options or by a plan that was made for this document; where it
        was cancelled, the draft made of what was read.

        Raises NoText where there is nothing to read, and the engine's errors; what was read
        before is in `steps` then.
        """
        options = wanted.options if isinstance(wanted, Plan) else wanted
        chosen = _require_text(document, options)
        started = self._clock()
        self._templating.warm_up_soon()
        running = self._use.load(options, emit)
        facts = running.facts
        writer = self._use.writer(running, options, steps, cancellation)
        with self._analyse(chosen) as analysis:
            is_fitting = isinstance(wanted, Plan) and wanted.document_sha256 == document.sha256
            plan = (
                wanted
                if isinstance(wanted, Plan) and is_fitting
                else self._plan(document, options, facts, analysis)
            )
            emit(Planned(len(plan.passages), plan.foreseen.levels, plan))
            run = Run(document, plan, writer, Sources(analysis), self._engine.count_tokens, emit)
            summary = run.make(facts, lambda: self._clock() - started)
        if summary.receipt is None:
            return summary
        sha256 = self._known_of(options.model).sha256
        made_by = replace(summary.receipt.model, sha256=sha256)
        return replace(summary, receipt=replace(summary.receipt, model=made_by))

    def _plan(
        self, document: Document, options: SummaryOptions, facts: ModelFacts, analysis: Analysis
    ) -> Plan:
        pace = self._known_of(options.model).pace
        planner = Planner(self._engine.count_tokens, facts.context_tokens, pace)
        return planner.plan(document, options, analysis)


def _require_text(document: Document, options: SummaryOptions) -> Document:
    """Returns the pages that are asked for. Raises NoText where none of them has words."""
    chosen = options.pages.taken_from(document)
    if not chosen.characters:
        raise NoText(name=document.name)
    return chosen
