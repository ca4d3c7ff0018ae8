"""A field of several lines with its name over it and a word on what belongs there."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from desktop_slm.ui import quantities, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_MARGIN_PX = 20


class TextField(QWidget):
    """Plain text of at most so many characters: what is more is not taken."""

    changed = Signal()

    def __init__(
        self,
        theme: Theme,
        name: str,
        hint: str = "",
        *,
        text: str = "",
        lines: int = 4,
        most: int = 8_000,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines = lines
        self._most = most
        self.edit = QPlainTextEdit()
        self.edit.setProperty("kind", "field")
        self.edit.setTabChangesFocus(True)
        self.edit.setAccessibleName(name)
        self.edit.setAccessibleDescription(hint)
        self.edit.setPlainText(text)
        column = spacing.column(theme, self, gap=4)
        column.addWidget(WrappedLabel(name, "strong-small"))
        column.addWidget(self.edit)
        self._hint = WrappedLabel(hint, "small")
        self._hint.setVisible(bool(hint))
        column.addWidget(self._hint)
        self._told = hint
        self.edit.textChanged.connect(self._on_changed)
        theme.changed.connect(self._fit_height)
        self._fit_height()

    def text(self) -> str:
        """Returns what stands in it."""
        return self.edit.toPlainText()

    @property
    def is_too_long(self) -> bool:
        """Whether more stands in it than can be kept."""
        return len(self.text()) > self._most

    def _on_changed(self) -> None:
        words = self._told
        if self.is_too_long:
            count = len(self.text()) - self._most
            words = self.tr("1 character too many.")
            if count > 1:
                words = self.tr("{count} characters too many.")
            words = words.format(count=quantities.whole(count))
        self._hint.setText(words)
        self._hint.setVisible(bool(words))
        self.changed.emit()

    def _fit_height(self) -> None:
        height = self._lines * self.edit.fontMetrics().lineSpacing()
        self.edit.setFixedHeight(height + self._theme.px(_MARGIN_PX))
