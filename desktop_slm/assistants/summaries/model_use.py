"""A model in use: loaded as it is run here, with what is known of it; and what writes notes."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.notes import NoteWriter, Running
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.pace import NOTHING_KNOWN, Known
from desktop_slm.assistants.summaries.steps import StepStore
from desktop_slm.engine.protocol import Loading
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model, TextEngine
from desktop_slm.models.library import InstalledModel

# Batches of one shape: what a model writes then depends on nothing but its prompt.
_FIXED_BATCH_TOKENS = 512


@dataclass(frozen=True, slots=True)
class ModelUse:
    """The engine with what decides how a model is run. Its methods block.

    `to_run` says with which threads and how much room; `known_of` returns pace and hash.
    """

    engine: TextEngine
    templating: Templating
    to_run: Callable[[InstalledModel], Model] = lambda model: Model(model.path)
    known_of: Callable[[InstalledModel], Known] = lambda model: NOTHING_KNOWN

    def load(
        self, options: SummaryOptions, emit: Callable[[Loading], None] = lambda event: None
    ) -> Running:
        """Returns the loaded model. Raises the engine's errors."""
        model = self._model(options)
        return Running(model, self.engine.load(model, emit))

    def writer(
        self,
        running: Running,
        options: SummaryOptions,
        steps: StepStore,
        cancellation: Cancellation,
    ) -> NoteWriter:
        """Returns what writes notes with the loaded model."""
        return NoteWriter(self.engine, self.templating, running, options, steps, cancellation)

    def _model(self, options: SummaryOptions) -> Model:
        model = self.to_run(options.model)
        if not options.is_reproducible:
            return model
        return replace(model, parallel=1, batch_tokens=_FIXED_BATCH_TOKENS, lookup=False)
