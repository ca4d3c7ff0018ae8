"""A sentence and the chips of the passages that support it, which follow its last word."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QResizeEvent, QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.text_formats import begins_right_to_left

_CHIP_GAP_PX = 4


class CitedText(QWidget):
    """Text of a model with evidence; as high as both need at the width it is given."""

    chip_activated = Signal(int)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._doubted: Sequence[tuple[int, int]] = ()
        self._sentence = ""
        self._chips: list[Chip] = []
        self.text = SafeText(theme, parent=self)
        theme.changed.connect(self._on_theme_changed)

    def show_sentence(
        self,
        sentence: str,
        chips: Sequence[tuple[str, str]] = (),
        doubted: Sequence[tuple[int, int]] = (),
    ) -> None:
        """Shows a sentence; chips are (words, what is read out), `doubted` ranges of characters."""
        self._sentence, self._doubted = sentence, doubted
        for old in self._chips:
            old.hide()
            old.deleteLater()
        self._chips = [self._made(number, *chip) for number, chip in enumerate(chips)]
        self._write()
        self._place()

    def chips(self) -> list[Chip]:
        """Returns the chips, in order."""
        return self._chips

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Places the chips behind the text at its new width."""
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._place()

    def _made(self, number: int, words: str, name: str) -> Chip:
        chip = Chip(self._theme, words, name, parent=self)
        chip.clicked.connect(lambda: self.chip_activated.emit(number))
        chip.show()
        return chip

    def _write(self) -> None:
        self.text.show_plain(self._sentence)
        wave = QTextCharFormat()
        wave.setUnderlineStyle(QTextCharFormat.UnderlineStyle.WaveUnderline)
        wave.setUnderlineColor(self._theme.color("warning"))
        for start, end in self._doubted:
            cursor = QTextCursor(self.text.document())
            cursor.setPosition(_utf16(self._sentence[:start]))
            cursor.setPosition(_utf16(self._sentence[:end]), QTextCursor.MoveMode.KeepAnchor)
            cursor.mergeCharFormat(wave)

    def _place(self) -> None:
        if self.width() <= 0:
            return
        height = self.text.lay_out(self.width())
        self.text.setGeometry(0, 0, self.width(), height)
        height = max(height, self._place_chips())
        if height != self.height() or self.minimumHeight() != height:
            self.setFixedHeight(height)

    def _place_chips(self) -> int:
        """Places the chips from the end of the last line on; returns where they end."""
        end = QTextCursor(self.text.document())
        end.movePosition(QTextCursor.MoveOperation.End)
        last = self.text.cursorRect(end)
        gap = self._theme.px(_CHIP_GAP_PX)
        # A sentence that runs to the left ends at the left: what follows it goes on from there.
        is_mirrored = begins_right_to_left(self._sentence)
        used = self.width() - last.left() if is_mirrored else last.right()
        x, middle, bottom = used + gap, last.center().y() + 1, 0
        for chip in self._chips:
            size = chip.sizeHint()
            if x > 0 and x + size.width() > self.width():
                x, middle = 0, middle + size.height()
            left = self.width() - x - size.width() if is_mirrored else x
            chip.setGeometry(left, middle - size.height() // 2, size.width(), size.height())
            x += size.width() + gap
            bottom = chip.geometry().bottom() + 1
        return bottom

    def _on_theme_changed(self) -> None:
        self._write()
        self._place()


def _utf16(text: str) -> int:
    """Returns how long Qt takes the text to be: a letter past U+FFFF counts twice."""
    return len(text) + sum(1 for letter in text if letter > "\uffff")
