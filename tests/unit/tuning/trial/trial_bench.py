"""A bench for trials: a scripted engine, models that are only named, a document of two pages."""

from __future__ import annotations

from pathlib import Path

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summarizer import Summarizer
from desktop_slm.documents.document import Document
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import TextEngine
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.tuning.trial.trial import Trial
from desktop_slm.tuning.trial.trying import TrialEvent, TrialWish, Trying
from tests.fakes.plain_analysis import PlainAnalysis
from tests.fakes.scripted_engine import ScriptedEngine
from tests.unit.assistants.summaries.summary_runs import document_of

FREE_BYTES = 8 << 30
PAGES = ("The rent is 900 euro.", "The tenant is Ms. Lindqvist.")


def model_of(name: str) -> InstalledModel:
    """Returns a model whose file is nowhere."""
    return InstalledModel(name, name.title(), Path(f"{name}.gguf"), 1000, "Q4_0", Place.FOLDER)


A, B, C = map(model_of, ("first", "second", "third"))


class TrialBench:
    """Runs trials; every event is kept."""

    def __init__(self, templating: Templating) -> None:
        self.engine = ScriptedEngine(lambda request: "The rent is 900 euro. It is 70 in Rome.")
        self.events: list[TrialEvent] = []
        self.cancellation = Cancellation()
        self._templating = templating

    def run(
        self, *models: InstalledModel, document: Document | None = None, pages: str = ""
    ) -> Trial:
        """Tries models."""
        trying = Trying(
            self.engine,
            self._summarizer,
            sha256_of=lambda model: f"sha of {model.id}",
            free_bytes=lambda: FREE_BYTES,
        )
        wish = TrialWish(models, PageChoice.parse(pages))
        document = document or document_of(PAGES)
        return trying.run(document, wish, self.take, self.cancellation)

    def take(self, event: TrialEvent) -> None:
        """Keeps an event; tests replace it."""
        self.events.append(event)

    def _summarizer(self, engine: TextEngine) -> Summarizer:
        return Summarizer(engine, self._templating, analyse=PlainAnalysis)
