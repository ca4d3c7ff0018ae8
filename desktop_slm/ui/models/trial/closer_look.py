"""What is opened over a trial: all that was measured of a model, or the words of a source."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.tuning.trial.trial import Outcome, Trial
from desktop_slm.ui.models.trial import words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.text_dialog import TextDialog


def show_details(theme: Theme, page: QWidget, outcome: Outcome, trial: Trial) -> None:
    """Shows all that was measured of a model."""
    text = words.details(outcome, trial)
    TextDialog(theme, outcome.model.name, text, parent=page.window()).open()


def show_source(theme: Theme, page: QWidget, item: Item, number: int, trial: Trial) -> None:
    """Shows the words on which a sentence rests, under their page."""
    evidence = item.evidence[number]
    title = words.PlaceWords(has_pages=trial.pages.has_pages).page(evidence.page)
    TextDialog(theme, title, evidence.quote, parent=page.window()).open()
