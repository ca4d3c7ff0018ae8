"""Shows who answers in a chat, and offers the others in the header and on the empty page."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.ui.chat.answering.assistant_list import AssistantList
from desktop_slm.ui.chat.answering.assistant_note import AssistantNote

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.ui.chat.answering.assistant_button import AssistantButton
    from desktop_slm.ui.chat.empty_chat import EmptyChat
    from desktop_slm.ui.chat.open_chat import OpenChat
    from desktop_slm.ui.chat.writing.composer import Composer
    from desktop_slm.ui.core import Core


class OfferedAssistants(QObject):
    """Joins the chat's choice with the widgets that show it; `note` is for the page to place."""

    changed = Signal()  # another assistant answers
    chosen = Signal()  # by the person, just now
    all_requested = Signal()

    def __init__(self, core: Core, chat: OpenChat, button: AssistantButton) -> None:
        super().__init__(button)
        self._chat = chat
        self._button = button
        self.list = AssistantList(core, self)
        self.note = AssistantNote(core.theme)
        button.menu_requested.connect(
            lambda: button.open_menu(self.list.assistants, chat.assistant.key)
        )
        self._offer(button)
        chat.assistant.changed.connect(self._on_changed)

    @property
    def current(self) -> Assistant | None:
        """Who answers in the shown chat; None until that is known."""
        answering = self._chat.assistant.answering
        return answering.assistant if answering else None

    def connect_page(self, empty: EmptyChat, composer: Composer) -> None:
        """Offers assistants on the empty page, and prompts in the box."""
        self._offer(empty)
        self.list.changed.connect(lambda: empty.show_assistants(self.list.assistants))
        self.list.changed.connect(lambda: composer.set_prompts(self.list.prompts))

    def refresh(self) -> None:
        """Looks again at assistants and prompts: some were changed."""
        self.list.refresh()
        self._chat.refresh_assistant()

    def _offer(self, source: AssistantButton | EmptyChat) -> None:
        source.assistant_chosen.connect(self._on_chosen)
        source.assistants_requested.connect(self.all_requested)

    def _on_chosen(self, key: str) -> None:
        self._chat.choose_assistant(key)
        self.chosen.emit()

    def _on_changed(self) -> None:
        self._button.show_assistant(self.current)
        self.note.show_answering(self._chat.assistant.answering)
        self.changed.emit()
