"""Keeps the assistants that the header and the empty chat offer, read in the background.

Not in the storage lane: the first look imports what reads them, and the list of chats comes first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

if TYPE_CHECKING:
    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.assistants.personas.prompt_library import Prompt
    from desktop_slm.ui.core import Core, Data
    from desktop_slm.ui.operations import Job

Read = tuple["tuple[Assistant, ...]", "tuple[Prompt, ...]"]


class AssistantList(QObject):
    """Empty until the person's data is open."""

    changed = Signal()

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self.assistants: tuple[Assistant, ...] = ()
        self.prompts: tuple[Prompt, ...] = ()
        core.data_opened.connect(lambda data: self.refresh())
        self.refresh()

    def refresh(self) -> None:
        """Reads them again."""
        data = self._core.data
        if data is None:
            return
        self._core.operations.run(
            self,
            lambda job: _read(data, job),
            on_success=self._on_read,
            on_failure=self._core.report,
        )

    def _on_read(self, read: Read) -> None:
        if read != (self.assistants, self.prompts):
            self.assistants, self.prompts = read
            self.changed.emit()


def _read(data: Data, _job: Job) -> Read:
    return data.shelf.all(), data.prompts.all()
