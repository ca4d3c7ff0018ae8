"""The documents that an assistant always has: read once, kept as text."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.assistants.cancellation import Cancelled
from desktop_slm.assistants.personas.fields import MOST_DOCUMENT_TEXT, MOST_DOCUMENTS
from desktop_slm.ui import quantities, spacing, wording
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.operations import Job

    ReadDocument = Callable[[Path, Job], Attachment]


class DocumentFields(QWidget):
    """A line for each document, and a button for one more."""

    changed = Signal()

    def __init__(
        self,
        core: Core,
        documents: tuple[Attachment, ...],
        read: ReadDocument | None = None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._read = read or self._read_document
        self._documents: list[Attachment] = []
        self._reading = 0
        theme = core.theme
        self._lines = spacing.column(theme, gap=4)
        self._add = Button(theme, self.tr("Add a document…"), icon="paperclip")
        self._add.clicked.connect(self._on_add)
        self._problem = WrappedLabel("", "warning")
        self._problem.hide()
        foot = spacing.row(theme, gap=0)
        foot.addWidget(self._add)
        foot.addStretch(1)
        column = spacing.column(theme, self, gap=6)
        column.addLayout(self._lines)
        column.addWidget(self._problem)
        column.addLayout(foot)
        for document in documents:
            self._insert(document)

    def documents(self) -> tuple[Attachment, ...]:
        """Returns what was read."""
        return tuple(self._documents)

    @property
    def is_reading(self) -> bool:
        """Whether a document is still being read."""
        return self._reading > 0

    def add(self, path: Path) -> None:
        """Reads a document."""
        self._reading += 1
        self._tell("")
        self._show_state()
        self._core.operations.run(
            self,
            lambda job: self._read(path, job),
            on_success=self._on_read,
            on_failure=self._on_failed,
        )

    def _on_add(self) -> None:
        dialog = QFileDialog(self.window(), self.tr("Add a document to the assistant"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFile)
        from desktop_slm.documents.file_names import PATTERNS

        filters = self.tr("Documents ({patterns})").format(patterns=PATTERNS)
        dialog.setNameFilters([filters, self.tr("All files (*)")])
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.fileSelected.connect(lambda name: self.add(Path(name)))
        dialog.open()

    def _on_read(self, document: Attachment) -> None:
        self._reading -= 1
        characters = sum(len(each.text) for each in (*self._documents, document))
        if characters > MOST_DOCUMENT_TEXT:
            words = self.tr("“{name}” is too long: an assistant takes {most} characters in all.")
            self._tell(words.format(name=document.name, most=quantities.whole(MOST_DOCUMENT_TEXT)))
        else:
            self._insert(document)
        self._show_state()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._reading -= 1
        self._tell(wording.sentence(error))
        self._show_state()

    def _insert(self, document: Attachment) -> None:
        self._documents.append(document)
        theme = self._core.theme
        line = QWidget()
        row = spacing.row(theme, line, gap=8)
        words = self.tr("{name} · {count} characters")
        row.addWidget(
            ElidedLabel(
                words.format(name=document.name, count=quantities.whole(len(document.text)))
            ),
            1,
        )
        name = self.tr("Remove “{name}”").format(name=document.name)
        remove = IconButton(theme, "x", name)
        remove.clicked.connect(lambda: self._remove(document, line))
        row.addWidget(remove)
        self._lines.addWidget(line)
        self._show_state()

    def _remove(self, document: Attachment, line: QWidget) -> None:
        self._documents = [each for each in self._documents if each is not document]
        self._lines.removeWidget(line)
        line.hide()
        line.deleteLater()
        self._add.setFocus()
        self._show_state()

    def _tell(self, sentence: str) -> None:
        self._problem.setText(sentence)
        self._problem.setVisible(bool(sentence))

    def _show_state(self) -> None:
        words = self.tr("Reading…") if self.is_reading else self.tr("Add a document…")
        self._add.setText(words)
        self._add.setEnabled(not self.is_reading and len(self._documents) < MOST_DOCUMENTS)
        self.changed.emit()

    def _read_document(self, path: Path, job: Job) -> Attachment:
        """Reads a document in the reader child."""
        from desktop_slm.assistants.attachments import Attachment
        from desktop_slm.documents import reading
        from desktop_slm.ui.recognized_reading import RecognizedReading

        stop = threading.Event()
        job.when_cancelled(stop.set)
        try:
            return Attachment.of_document(RecognizedReading(self._core)(path, None, stop))
        except reading.ReadingCancelled:
            raise Cancelled from None
