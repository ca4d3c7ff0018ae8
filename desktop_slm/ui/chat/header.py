"""The line over a chat: where it belongs, its title, who answers, the room that is left."""

from __future__ import annotations

from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.answering.assistant_button import AssistantButton
from desktop_slm.ui.chat.answering.model_button import ModelButton
from desktop_slm.ui.chat.chat_title import ChatTitle
from desktop_slm.ui.chat.evidence.place_mark import PlaceMark
from desktop_slm.ui.chat.room.room_meter import RoomMeter
from desktop_slm.ui.theme import Theme

_WORDS_NEED_PX = 560
_NAME_NEEDS_PX = 760


class ChatHeader(QWidget):
    """Five things side by side over a line."""

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self.place = PlaceMark(theme)
        self.title = ChatTitle(theme)
        self.assistant = AssistantButton(theme)
        self.model = ModelButton(theme)
        self.room = RoomMeter(theme)
        line = QFrame()
        line.setProperty("separator", True)
        line.setFixedHeight(theme.hairline())
        column = spacing.column(theme, self, gap=0)
        row = spacing.row(theme, gap=12, margins=(20, 11, 20, 11))
        row.addWidget(self.place)
        row.addWidget(self.title, 1)
        row.addWidget(self.assistant)
        row.addWidget(self.model)
        row.addWidget(self.room)
        column.addLayout(row)
        column.addWidget(line)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Shortens the meter, and the assistant, where the title would have no room."""
        super().resizeEvent(event)
        width = event.size().width()
        self.place.set_compact(width < self._theme.px(_NAME_NEEDS_PX))
        self.room.set_compact(width < self._theme.px(_WORDS_NEED_PX))
        self.assistant.set_compact(width < self._theme.px(_NAME_NEEDS_PX))
