"""The quiet line under the header: what the assistant of this chat can and cannot do."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.column import COLUMN_PX
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.ui.chat.answering.answering import Answering
    from desktop_slm.ui.theme import Theme

_ABOVE_PX = 10
_BELOW_PX = 6
_LINE_PX = 17  # of small words


class AssistantNote(QWidget):
    """As wide as the messages; hidden where there is nothing to say."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._icon = IconLabel(theme, "info", "muted", size=14)
        self._words = WrappedLabel("", "small")
        self._line = ElidedLabel("", "small")
        self._more = Button(theme, self.tr("Read it all"), kind="link")
        self._more.clicked.connect(self._on_more)
        self._is_compact = False
        self._column = QWidget()
        outer = spacing.row(theme, self, gap=0, margins=(20, _ABOVE_PX, 20, _BELOW_PX))
        outer.addStretch(1)
        outer.addWidget(self._column, 1000)  # as wide as it may be, then centred
        outer.addStretch(1)
        row = spacing.row(theme, self._column, gap=8)
        row.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(self._words, 1)
        row.addWidget(self._line, 1)
        row.addWidget(self._more)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.hide()

    def show_answering(self, answering: Answering | None) -> None:
        """Shows the note, and before it what is not as the chat remembers it."""
        sentences = _missing(self, answering) if answering else []
        is_warning = bool(sentences)
        if answering and answering.assistant.note:
            sentences.append(answering.assistant.note)
        self._icon.set_icon(*(("triangle-alert", "warning") if is_warning else ("info", "muted")))
        self._words.setText(" ".join(sentences))
        self._line.setText(self._words.text())
        self.setAccessibleName(self._words.text())
        self.setVisible(bool(sentences))
        self._show_form(is_whole=not self._is_compact)

    def set_compact(self, is_compact: bool) -> None:
        """Keeps to one line where the window is low; the rest is there on demand."""
        if is_compact != self._is_compact:
            self._is_compact = is_compact
            self._show_form(is_whole=not is_compact)

    def _show_form(self, *, is_whole: bool) -> None:
        self._words.setVisible(is_whole)
        self._line.setVisible(not is_whole)
        self._more.setVisible(not is_whole)

    def _on_more(self) -> None:
        self._show_form(is_whole=True)

    def _on_theme_changed(self) -> None:
        self._column.setMaximumWidth(self._theme.px(COLUMN_PX))
        self._icon.setFixedHeight(self._theme.px(_LINE_PX))


def _missing(context: AssistantNote, answering: Answering) -> list[str]:
    sentences = []
    if answering.gone:
        words = context.tr("The assistant “{name}” was deleted; {general} answers here now.")
        general = answering.assistant.name
        sentences.append(words.format(name=answering.gone, general=general))
    if answering.missing_model:
        words = context.tr("The model “{model}” is not on this computer; the chosen one answers.")
        sentences.append(words.format(model=answering.missing_model))
    return sentences
