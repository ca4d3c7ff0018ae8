"""What goes on before an answer's first word, with a sign at least every second."""

from __future__ import annotations

import time

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.context_summary import Shortening
from desktop_slm.engine.protocol import Loading, Reading, Waiting
from desktop_slm.ui.chat.answers import figures
from desktop_slm.ui.chat.answers.live_answer import LiveAnswer
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_TICK_MS = 1000
_TOLD_AFTER_S = 2


class AnswerStatus(WrappedLabel):
    """One line; shows itself while there is something to wait for."""

    def __init__(self, live: LiveAnswer, *, parent: QWidget | None = None) -> None:
        super().__init__(role="muted", parent=parent)
        self._live = live
        self._timer = QTimer(self, interval=_TICK_MS)
        self._timer.timeout.connect(self.show_phase)
        self._timer.start()
        live.phase_changed.connect(self.show_phase)
        self.show_phase()

    def show_phase(self) -> None:
        """Says what goes on, and for how long once that is worth saying."""
        words = self._words()
        waited_s = int(time.monotonic() - self._live.phase_since)
        if waited_s >= _TOLD_AFTER_S:
            words = self.tr("{what} · {seconds} s").format(what=words, seconds=waited_s)
        self.setText(words)
        self.setAccessibleName(self.text())

    def _words(self) -> str:
        match self._live.phase:
            case Loading(fraction):
                words = self.tr("Loading {model}, {share}")
                share = figures.percent(fraction)
                return words.format(model=self._live.options.model.name, share=share)
            case Shortening(done, total):
                share = figures.percent(done / total if total else 1.0)
                return self.tr("Summarizing the earlier messages, {share}").format(share=share)
            case Waiting():
                return self.tr("Waiting until another answer is done")
            case Reading(read, prompt):
                share = figures.percent(read / prompt if prompt else 1.0)
                return self.tr("Reading, {share}").format(share=share)
        return self.tr("Starting {model}").format(model=self._live.options.model.name)
