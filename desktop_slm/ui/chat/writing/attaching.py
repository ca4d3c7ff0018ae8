"""The files that go with the next message: read in the reader child, shown as chips, kept per chat.

A file that is still being read, or could not be, is never left out of a message silently: sending
waits for the one and asks about the other.
"""

from __future__ import annotations

import threading
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.ui import wording
from desktop_slm.ui.chat.answers import figures
from desktop_slm.ui.chat.writing import attachment_words

if TYPE_CHECKING:
    from PySide6.QtGui import QImage

    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.documents import reading
    from desktop_slm.documents.reading import Contents
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.chat.room.room import Room
    from desktop_slm.ui.chat.writing.composer import Composer
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.operations import Job, Operation
    from desktop_slm.ui.recognized_reading import RecognizedReading


@dataclass(eq=False)
class _File:
    """One file: being read, read, or not readable."""

    key: str
    path: Path
    detail: str = ""
    fits: bool = True
    attachment: Attachment | None = None
    problem: str = ""
    operation: Operation[Attachment] | None = None
    picture: QImage | None = None  # from the clipboard: it lies in no file
    is_undecided: bool = False  # a picture of which nobody has said what is to go along


class Attaching(QObject):
    """Reads files and keeps what they say until their message is sent."""

    changed = Signal()
    summary_requested = Signal(list)  # list[Path]

    def __init__(self, core: Core, composer: Composer, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._composer = composer
        self._count = 0
        self._files: list[_File] = []
        self._elsewhere: dict[int | None, list[_File]] = {}
        composer.attachment_removed.connect(self._on_removed)
        composer.attachment_action_requested.connect(self._on_action)

    @property
    def is_reading(self) -> bool:
        """Whether a file is not read to its end yet."""
        return any(
            each.attachment is None and not each.problem and not each.is_undecided
            for each in self._files
        )

    @property
    def undecided(self) -> str:
        """The name of a picture of which it has to be said what goes along, or ""."""
        return next((each.path.name for each in self._files if each.is_undecided), "")

    @property
    def has_problem(self) -> bool:
        """Whether a file could not be read."""
        return any(each.problem for each in self._files)

    def attachments(self) -> tuple[Attachment, ...]:
        """Returns what was read."""
        return tuple(each.attachment for each in self._files if each.attachment is not None)

    def add(self, paths: list[Path]) -> None:
        """Reads files for the next message."""
        for path in paths:
            self._count += 1
            file = _File(f"file {self._count}", path, self.tr("reading"))
            self._files.append(file)
            self._composer.add_attachment(file.key, path.name or str(path), file.detail)
            if is_picture(path):
                self._ask_about(file)
            else:
                self._read(file)
        self.changed.emit()

    def add_picture(self, picture: QImage) -> None:
        """Takes a picture from the clipboard."""
        self._count += 1
        file = _File(f"file {self._count}", Path(self.tr("Pasted picture") + ".png"))
        file.picture = picture
        self._files.append(file)
        self._composer.add_attachment(file.key, file.path.stem, "")
        self._ask_about(file)
        self.changed.emit()

    def _ask_about(self, file: _File) -> None:
        """Says that no model here sees pictures, and offers the words in it."""
        file.is_undecided = True
        file.detail = self.tr("the model does not see pictures:")
        self._show(file)

    def add_read(self, attachment: Attachment) -> None:
        """Shows a file that was read before."""
        self._count += 1
        file = _File(f"file {self._count}", Path(attachment.name))
        file.attachment, file.detail = attachment, attachment_words.extent(attachment)
        self._files.append(file)
        self._composer.add_attachment(file.key, attachment.name, file.detail)
        self.changed.emit()

    def switch(self, left: int | None, entered: int | None) -> None:
        """Puts the files of one chat aside and shows those of another."""
        for file in self._files:
            self._composer.remove_attachment(file.key)
        if self._files:
            self._elsewhere[left] = self._files
        self._files = self._elsewhere.pop(entered, [])
        for file in self._files:
            self._composer.add_attachment(file.key, file.path.name, file.detail)
            self._show(file)

    def sent(self, keys: tuple[str, ...], chat_id: int | None) -> None:
        """Forgets the files of a message that is stored; `chat_id` is where it was written."""
        for file in [each for each in self._files if each.key in keys]:
            self._files.remove(file)
            self._composer.remove_attachment(file.key)
        put_aside = self._elsewhere.pop(chat_id, [])
        if left := [each for each in put_aside if each.key not in keys]:
            self._elsewhere[chat_id] = left

    def show_room(self, room: Room | None) -> None:
        """Says of each file whether it fits; `room` was counted for exactly these files."""
        read = [each for each in self._files if each.attachment is not None]
        if room is None or len(room.attached) < len(read):
            return
        pasted = len(room.attached) - len(read)
        for number, file in enumerate(read, pasted):
            assert file.attachment is not None
            file.fits = room.fits(number)
            file.detail = attachment_words.counted(
                file.attachment, room.attached[number], fits=file.fits
            )
            self._show(file)
        for number, (key, text) in enumerate(self._composer.pasted_texts()[:pasted]):
            pasted_text = attachment_words.counted_text(
                text, room.attached[number], fits=room.fits(number)
            )
            self._composer.set_pasted_detail(key, pasted_text)

    # Reading

    def _read(self, file: _File) -> None:
        from desktop_slm.ui.recognized_reading import RecognizedReading

        read = RecognizedReading(self._core)
        file.operation = self._core.operations.run(
            self,
            lambda job: _read(read, _content_of(file), job),
            on_success=lambda attachment: self._on_read(file, attachment),
            on_failure=lambda error: self._on_failed(file, error),
            on_progress=lambda items: self._on_progress(file, items[-1]),
        )

    def _on_progress(self, file: _File, progress: reading.Progress) -> None:
        if progress.pages:
            share = figures.percent(progress.read / progress.pages)
            file.detail = self.tr("reading, {share}").format(share=share)
            self._show(file)

    def _on_read(self, file: _File, attachment: Attachment) -> None:
        file.attachment = attachment
        file.detail = attachment_words.extent(attachment)
        self._show(file)
        self.changed.emit()

    def _on_failed(self, file: _File, error: DesktopSlmError) -> None:
        file.problem = wording.sentence(error)
        self._show(file)
        self.changed.emit()

    def _show(self, file: _File) -> None:
        if file not in self._files:
            return
        if file.problem:
            self._composer.set_attachment_problem(file.key, file.problem)
        else:
            action = "" if file.fits or file.picture else self.tr("summarize it instead")
            if file.is_undecided:
                action = self.tr("add the words in it")
            self._composer.set_attachment_detail(file.key, file.detail, action)

    # The chips

    def _on_removed(self, key: str) -> None:
        for file in [each for each in self._files if each.key == key]:
            self._files.remove(file)
            if file.operation is not None:
                file.operation.drop()
        self.changed.emit()

    def _on_action(self, key: str) -> None:
        for file in [each for each in self._files if each.key == key]:
            if file.is_undecided:
                file.is_undecided, file.detail = False, self.tr("reading")
                self._show(file)
                self._read(file)
                self.changed.emit()
                continue
            self._composer.remove_attachment(key)
            self._on_removed(key)
            self.summary_requested.emit([file.path])


def is_picture(path: Path) -> bool:
    """Whether a file is a picture, by its name."""
    from desktop_slm.documents.document import Format
    from desktop_slm.documents.file_names import NAMES

    return NAMES.get(path.suffix.lower().lstrip(".")) is Format.IMAGE


def _content_of(file: _File) -> Path | Contents:
    """Returns what is to be read; on a background thread."""
    if file.picture is None:
        return file.path
    from desktop_slm.ui.chat.writing.pasted_picture import contents_of

    return contents_of(file.path.name, file.picture)


def _read(read: RecognizedReading, path: Path | Contents, job: Job) -> Attachment:
    """Reads a document; on a background thread."""
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.documents import reading

    stop = threading.Event()
    job.when_cancelled(stop.set)
    try:
        return Attachment.of_document(read(path, job.report, stop))
    except reading.ReadingCancelled:
        raise Cancelled from None
