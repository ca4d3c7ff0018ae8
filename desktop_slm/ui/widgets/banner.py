"""One sentence about what happened, in the page and not over it, with what can be done now."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_ICONS = {
    "notice": ("info", "accent"),
    "warning": ("triangle-alert", "warning"),
    "error": ("triangle-alert", "danger"),
}


class Banner(QFrame):
    """A notice, a warning or an error; hidden until `show_message`."""

    dismissed = Signal()

    def __init__(
        self,
        theme: Theme,
        *,
        is_dismissible: bool = True,
        is_one_line: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        """On one line the actions stand beside a short sentence, and not under it."""
        super().__init__(parent)
        self._theme = theme
        self._details = ""
        self._icon = IconLabel(theme, "info", "accent")
        self._sentence = WrappedLabel()
        self._close = IconButton(theme, "x", self.tr("Dismiss"))
        self._close.clicked.connect(self._on_dismissed)
        if not is_dismissible:
            self._close.hide()  # shown before it has its place, it would be a window for a moment
        layout = spacing.row(theme, self, gap=12, margins=(12, 8, 8, 8))
        top = Qt.AlignmentFlag.AlignTop
        layout.addWidget(self._icon, 0, top)
        words = spacing.column(theme, gap=8, margins=(0, 4, 0, 4))
        words.addWidget(self._sentence)
        self._actions = QWidget()
        self._flow = FlowLayout(theme, self._actions, gap=8)
        layout.addLayout(words, 1)
        if is_one_line:
            layout.addWidget(self._actions)
        else:
            words.addWidget(self._actions)
        layout.addWidget(self._close, 0, top)
        self.hide()

    def show_message(
        self,
        sentence: str,
        *,
        tone: str = "notice",
        details: str = "",
        actions: tuple[tuple[str, Callable[[], object]], ...] = (),
    ) -> None:
        """Shows a sentence; `tone` is notice, warning or error, `details` can be copied."""
        self._sentence.setText(sentence)
        self._details = details
        self._icon.set_icon(*_ICONS[tone])
        self.setAccessibleName(self._sentence.text())
        self._set_tone(tone)
        self._set_actions(actions)
        self.show()

    def _set_tone(self, tone: str) -> None:
        self.setProperty("banner", tone)
        self.style().unpolish(self)
        self.style().polish(self)

    def _set_actions(self, actions: tuple[tuple[str, Callable[[], object]], ...]) -> None:
        while (item := self._flow.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for words, act in actions:
            self._add_action(words, act)
        if self._details:
            self._add_action(self.tr("Copy details"), self._copy_details)
        self._actions.setVisible(bool(actions or self._details))

    def _add_action(self, words: str, act: Callable[[], object]) -> None:
        button = Button(self._theme, words)
        button.clicked.connect(lambda _checked: act())
        self._flow.addWidget(button)
        button.show()  # the layout would do so with the next events, and be measured without it

    def _copy_details(self) -> None:
        QGuiApplication.clipboard().setText(f"{self._sentence.text()}\n\n{self._details}")

    def _on_dismissed(self) -> None:
        self.hide()
        self.dismissed.emit()
