"""A chat before its first message: who answers, what can be done here, and ways to begin."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtWidgets import QFrame, QPushButton, QScrollArea, QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.column import COLUMN_PX
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.empty_state import EmptyState

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.ui.chat.answering.assistant_picker import AssistantPicker

_GENERAL = "general"


class EmptyChat(QScrollArea):
    """Offers beginnings; without a model, the way to one."""

    beginning_chosen = Signal(str)  # words for the box, to be completed
    file_requested = Signal()
    models_requested = Signal()
    assistant_chosen = Signal(str)  # a key
    assistants_requested = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._has_model: bool | None = None
        self._answering: Assistant | None = None
        self._assistants: tuple[Assistant, ...] = ()
        self._shown: QWidget | None = None
        self._picker: AssistantPicker | None = None
        self._inside = inside = QWidget()
        inside.setObjectName("scrolled")
        self._column: QVBoxLayout = spacing.column(theme, inside, gap=0)
        self._foot = spacing.row(theme, gap=0, margins=(20, 0, 20, 12))
        self._column.addLayout(self._foot)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(inside)
        theme.changed.connect(self._on_theme_changed)

    def show_for(self, *, has_model: bool, answering: Assistant | None = None) -> None:
        """Shows what can be done with or without a model, and who answers."""
        if has_model == self._has_model and answering == self._answering:
            return
        self._has_model, self._answering = has_model, answering
        if self._shown is not None:
            self._column.removeWidget(self._shown)
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = self._beginnings() if has_model else self._without_model()
        self._column.insertWidget(0, self._shown, 1)
        self._shown.show()  # with the next events it would be, after a blank moment
        if self._picker is not None:
            self._picker.setVisible(has_model)
            self._picker.show_chosen(self._key)

    def show_assistants(self, assistants: Sequence[Assistant]) -> None:
        """Offers these assistants."""
        if tuple(assistants) == self._assistants:
            return
        # Imported here: the window's first paint comes without them.
        from desktop_slm.ui.chat.answering.assistant_picker import AssistantPicker

        self._assistants = tuple(assistants)
        while (item := self._foot.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        self._picker = AssistantPicker(
            self._theme, self._assistants, self._key, parent=self._inside
        )
        self._picker.assistant_chosen.connect(self.assistant_chosen)
        self._picker.assistants_requested.connect(self.assistants_requested)
        self._picker.setVisible(bool(self._has_model))
        self._foot.addStretch(1)
        self._foot.addWidget(self._picker, 1000)
        self._foot.addStretch(1)
        self._on_theme_changed()

    def minimumSizeHint(self) -> QSize:
        """Returns nothing: it scrolls, and the box below keeps its room."""
        return QSize(0, 0)

    @property
    def _key(self) -> str:
        return self._answering.key if self._answering else _GENERAL

    def _beginnings(self) -> QWidget:
        ask = Button(self._theme, self.tr("Ask about a file…"))
        ask.clicked.connect(self.file_requested)
        answering = self._answering
        if answering is not None and answering.key != _GENERAL:
            return EmptyState(self._theme, answering.icon, answering.name, answering.about, [ask])
        return EmptyState(
            self._theme,
            "message-square",
            self.tr("What can I help with?"),
            self.tr("What you write and what is answered stays on this computer."),
            [*self._ways(), ask],
        )

    def _ways(self) -> list[QPushButton]:
        actions: list[QPushButton] = []
        for words, beginning in (
            (self.tr("Write a message"), self.tr("Write a short, friendly message: ")),
            (self.tr("Explain something"), self.tr("Explain in simple words: ")),
        ):
            button = Button(self._theme, words)
            button.clicked.connect(lambda _=False, text=beginning: self.beginning_chosen.emit(text))
            actions.append(button)
        return actions

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

    def _on_theme_changed(self) -> None:
        if self._picker is not None:
            self._picker.setMaximumWidth(self._theme.px(COLUMN_PX))
