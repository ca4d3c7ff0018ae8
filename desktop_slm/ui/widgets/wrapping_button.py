"""A button whose words take a second line where there is no room for them on one."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QPushButton, QSizePolicy, QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button

_NARROWEST_PX = 160


class WrappingButton(Button):
    """For long words in a place that may be narrow; without an icon."""

    def __init__(
        self, theme: Theme, text: str, *, kind: str = "", parent: QWidget | None = None
    ) -> None:
        self._line = ""
        super().__init__(theme, text, kind=kind, parent=parent)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def setText(self, text: str) -> None:
        """Shows these words, on as many lines as they need."""
        super().setText(text)
        self._line = self.text()

    def sizeHint(self) -> QSize:
        """Returns room for all words on one line."""
        return super().sizeHint() - self._size(self.text()) + self._size(self._line)

    def minimumSizeHint(self) -> QSize:
        """Returns room for a few words a line."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), self._theme.px(_NARROWEST_PX)), hint.height())

    def heightForWidth(self, width: int) -> int:
        """Returns the height of all lines."""
        one, all_lines = self._size(self._line), self._size("\n".join(self._lines(width)))
        return self.sizeHint().height() - one.height() + all_lines.height()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Breaks the words for the width at hand."""
        super().resizeEvent(event)
        broken = "\n".join(self._lines(self.width()))
        if broken != self.text():
            QPushButton.setText(self, broken)

    def _lines(self, width: int) -> list[str]:
        """Returns the words on lines of this width of the button."""
        around = self.sizeHint().width() - self._size(self._line).width()
        lines: list[str] = []
        for word in self._line.split():
            longer = f"{lines[-1]} {word}" if lines else word
            fits = self._size(longer).width() <= width - around
            lines[-1:] = [longer] if not lines or fits else [lines[-1], word]
        return lines

    def _size(self, text: str) -> QSize:
        return self.fontMetrics().size(Qt.TextFlag.TextShowMnemonic, text)
