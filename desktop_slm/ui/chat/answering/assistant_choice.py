"""Which assistant answers in the shown chat: read from it, chosen for it, kept with it.

A chat that is not stored yet keeps the choice here; `OpenChat` stores it with the first message.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.ui.chat.answering import answering
from desktop_slm.ui.chat.answering.answering import Answering, AnsweringReader

if TYPE_CHECKING:
    from collections.abc import Callable

    from desktop_slm.models.library import InstalledModel
    from desktop_slm.storage.chats.messages import Details
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.operations import Job


class AssistantChoice(QObject):
    """`answering` is None until the person's data is open and was looked at."""

    changed = Signal()

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._asked = 0
        self._key = ""
        self._is_model_aside = False
        self.answering: Answering | None = None

    @property
    def key(self) -> str:
        """The key of the assistant that answers; "" until that is known."""
        return self.answering.assistant.key if self.answering else ""

    @property
    def model(self) -> InstalledModel | None:
        """The model that answers: the assistant's own, else the chosen one."""
        own = self.answering.model if self.answering else None
        return own or self._core.model

    @property
    def has_own_model(self) -> bool:
        """Whether the assistant brings a model that is used."""
        return self.answering is not None and self.answering.model is not None

    def begin(self, key: str = "", *, is_model_aside: bool = False) -> None:
        """Chooses an assistant for the new chat; "" is the general one."""
        self._key, self._is_model_aside = key, is_model_aside
        data = self._core.data
        if data is None:
            self.show(None)
            return
        self._asked += 1
        asked = self._asked

        def on_read(found: Answering) -> None:
            if asked == self._asked:
                self.show(found)

        self._core.operations.run(
            self,
            self._found(data),
            on_success=on_read,
            on_failure=self._core.report,
        )

    def begin_again(self) -> None:
        """Looks again at what was chosen for the new chat: it may have been changed or deleted."""
        self.begin(self._key, is_model_aside=self._is_model_aside)

    def reader(self, data: Data) -> AnsweringReader:
        """Returns what looks at assistants and models, on a background thread."""
        return AnsweringReader(data.shelf, self._core.library)

    def new_details(self, data: Data) -> Callable[[], Details]:
        """Returns what gives the details of the new chat as it was chosen by now, and blocks."""
        reader, key, is_model_aside = self.reader(data), self._key, self._is_model_aside

        def details() -> Details:
            chosen = reader.chosen({}, key)
            return answering.with_model_aside(chosen) if is_model_aside else chosen

        return details

    def _found(self, data: Data) -> Callable[[Job], Answering]:
        reader, details = self.reader(data), self.new_details(data)
        return lambda job: reader.of(details())

    def show(self, found: Answering | None) -> None:
        """Takes what was read of the shown chat."""
        self._asked += 1  # what is still to come is of another chat
        if found != self.answering:
            self.answering = found
            self.changed.emit()
