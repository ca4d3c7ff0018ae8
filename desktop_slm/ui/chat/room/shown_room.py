"""Shows at the top of a chat, and at its files, how much of the model's room they take."""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

if TYPE_CHECKING:
    from desktop_slm.ui.chat.open_chat import OpenChat
    from desktop_slm.ui.chat.room.room import Room, RoomCounter
    from desktop_slm.ui.chat.room.room_meter import RoomMeter
    from desktop_slm.ui.chat.writing.writing_pane import WritingPane
    from desktop_slm.ui.core import Core


class ShownRoom(QObject):
    """To be asked whenever what is counted has changed; the counter is made for the first count."""

    def __init__(self, core: Core, chat: OpenChat, pane: WritingPane, meter: RoomMeter) -> None:
        super().__init__(pane)
        self._core = core
        self._chat = chat
        self._pane = pane
        self._meter = meter

    def ask(self, _: object = None) -> None:
        """Has it counted anew."""
        model, attachments = self._chat.assistant.model, self._pane.attachments
        if model is None:
            self._meter.hide()
            return
        if self._core.facts is None and not attachments:
            # Only a loaded model can count, and files alone are worth loading it.
            self._show_none()
            return
        from desktop_slm.ui.chat.room.room import Wanted

        answering = self._chat.assistant.answering
        self._counter.ask(
            Wanted(
                path=self._chat.state.path,
                text=self._pane.composer.draft().text,
                attachments=attachments,
                model=model,
                loads_model=bool(attachments),
                assistant=answering.assistant if answering else None,
            )
        )

    def hide(self) -> None:
        """Shows nothing until the next count."""
        self._meter.hide()

    @cached_property
    def _counter(self) -> RoomCounter:
        from desktop_slm.ui.chat.room.room import RoomCounter

        counter = RoomCounter(self._core, self)
        counter.counted.connect(self._on_counted)
        return counter

    def _show_none(self) -> None:
        if "_counter" in self.__dict__:
            self._counter.forget()
        self._on_counted(None)

    def _on_counted(self, room: Room | None) -> None:
        if room is None:
            self._meter.hide()
        else:
            self._meter.show_room(room.used, room.context)
        self._pane.show_room(room)
