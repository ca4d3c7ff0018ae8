"""A chat before its first message: what can be done here, in three ways to begin."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.empty_state import EmptyState


class EmptyChat(QWidget):
    """Offers beginnings; without a model, the way to one."""

    beginning_chosen = Signal(str)  # words for the box, to be completed
    file_requested = Signal()
    models_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_model: bool | None = None
        self._shown: QWidget | None = None
        self._column: QVBoxLayout = spacing.column(theme, self, gap=0)

    def show_for(self, *, has_model: bool) -> None:
        """Shows what can be done with or without a model."""
        if has_model == self._has_model:
            return
        self._has_model = has_model
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._beginnings() if has_model else self._without_model()
        self._column.addWidget(self._shown)

    def _beginnings(self) -> QWidget:
        actions = []
        for words, beginning in (
            (self.tr("Write a message"), self.tr("Write a short, friendly message: ")),
            (self.tr("Explain something"), self.tr("Explain in simple words: ")),
        ):
            button = Button(self._theme, words)
            button.clicked.connect(lambda _=False, text=beginning: self.beginning_chosen.emit(text))
            actions.append(button)
        ask = Button(self._theme, self.tr("Ask about a file…"))
        ask.clicked.connect(self.file_requested)
        return EmptyState(
            self._theme,
            "message-square",
            self.tr("What can I help with?"),
            self.tr("What you write and what is answered stays on this computer."),
            [*actions, ask],
        )

    def _without_model(self) -> QWidget:
        button = Button(self._theme, self.tr("Open Models"), kind="primary")
        button.clicked.connect(self.models_requested)
        return EmptyState(
            self._theme,
            "box",
            self.tr("There is no model on this computer yet"),
            self.tr("A model is what answers. Get one, then chat without a connection."),
            [button],
        )
