"""What is done to assistants and prompts, in the background: read, kept, deleted, shared, added."""

from __future__ import annotations

from datetime import timedelta
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Signal

from desktop_slm import files
from desktop_slm.errors import OutputUnwritable
from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from collections.abc import Callable
    from datetime import datetime
    from pathlib import Path

    from desktop_slm.assistants.personas.assistant import Assistant
    from desktop_slm.assistants.personas.prompt_library import Prompt
    from desktop_slm.models.library import InstalledModel
    from desktop_slm.ui.core import Core, Data

    ReadFile = Callable[[Path], Assistant]

T = TypeVar("T")
KEPT_FOR = timedelta(minutes=1)


class AssistantWork(QObject):
    """Each method begins something; `read` and `changed` tell what came of it."""

    read = Signal(object, object, object)  # assistants, prompts, models on this computer
    changed = Signal()
    file_read = Signal(object)  # Assistant, from a stranger's file: to be shown first
    shared = Signal(str)  # the file's name
    failed = Signal(object)  # DesktopSlmError

    def __init__(self, core: Core, parent: QObject, read_file: ReadFile | None = None) -> None:
        """`read_file` is a seam: it reads a stranger's file in a child of its own."""
        super().__init__(parent)
        self._core = core
        self._read_file = read_file

    def look(self) -> None:
        """Reads everything again."""
        self._run(
            lambda data: (data.shelf.all(), data.prompts.all(), self._core.library.models()),
            lambda found: self.read.emit(*found),
        )

    def keep(self, assistant: Assistant) -> None:
        """Keeps one of the person's own, a new one or a changed one."""
        is_new = assistant.own_id is None
        self._change(
            lambda data: data.shelf.add(assistant) if is_new else data.shelf.change(assistant)
        )

    def delete(self, assistant: Assistant) -> None:
        """Takes one away, for a minute to begin with."""
        self._change(lambda data: data.shelf.delete(assistant))

    def restore(self, assistant: Assistant) -> None:
        """Brings it back."""
        self._change(lambda data: data.shelf.restore(assistant))

    def keep_prompt(self, prompt: Prompt) -> None:
        """Keeps a prompt, a new one or a changed one."""
        self._change(lambda data: data.prompts.keep(prompt))

    def delete_prompt(self, prompt: Prompt) -> None:
        """Takes one away, for a minute to begin with."""
        self._change(lambda data: data.prompts.delete(prompt))

    def restore_prompt(self, prompt: Prompt) -> None:
        """Brings it back."""
        self._change(lambda data: data.prompts.restore(prompt))

    def erase_deleted(self, until: datetime) -> None:
        """Erases for good what was deleted until then."""
        self._run(lambda data: data.erase_deleted_assistants(until), lambda nothing: None)

    # Files

    def share(self, assistant: Assistant, path: Path) -> None:
        """Writes the file that others can add."""

        def write(_job: object) -> str:
            from desktop_slm.assistants.personas import file_form

            try:
                files.replace_content(path, file_form.write(assistant))
            except OSError as error:
                why = error.strerror or "an error"
                raise OutputUnwritable(path=path.name, why=why) from None
            return path.name

        self._core.operations.run(
            self, write, on_success=self.shared.emit, on_failure=self.failed.emit
        )

    def read_file(self, path: Path) -> None:
        """Reads a stranger's file, in a child; nothing is kept yet."""

        def read(_job: object) -> Assistant:
            if self._read_file is not None:
                return self._read_file(path)
            from desktop_slm.assistants.personas import file_job

            return file_job.read_file(path)

        self._core.operations.run(
            self, read, on_success=self.file_read.emit, on_failure=self.failed.emit
        )

    def _change(self, act: Callable[[Data], object]) -> None:
        self._run(act, lambda done: self.changed.emit())

    def _run(self, act: Callable[[Data], T], on_success: Callable[[T], object]) -> None:
        data = self._core.data
        if data is None:
            return
        self._core.operations.run(
            self,
            lambda job: act(data),
            on_success=on_success,
            on_failure=self.failed.emit,
            lane=Lane.STORAGE,
        )


def ids(models: tuple[InstalledModel, ...]) -> frozenset[str]:
    """Returns the ids of the models."""
    return frozenset(model.id for model in models)
