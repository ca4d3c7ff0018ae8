"""The line that says which pages are pictures, with the button that has them read."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.documents.recognition import find_recognition
from desktop_slm.errors import NoText
from desktop_slm.ui import spacing
from desktop_slm.ui.core import Core
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class PictureOffer(QFrame):
    """Shown while a work has pages that nobody has read; asks for nothing by itself."""

    read_requested = Signal(object)  # Work

    def __init__(self, core: Core, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._work: Work | None = None
        self._is_installed: bool | None = None  # not looked for yet
        self._said: tuple[object, ...] = ()
        self.setProperty("banner", "notice")
        self._sentence = WrappedLabel()
        self._button = Button(core.theme, self.tr("Read them"))
        self._button.clicked.connect(self._on_clicked)
        line = spacing.row(core.theme, self, gap=12, margins=(12, 4, 8, 4))
        line.addWidget(IconLabel(core.theme, "info", "accent"))
        line.addWidget(self._sentence, 1, Qt.AlignmentFlag.AlignVCenter)
        line.addWidget(self._button)
        self.hide()

    def show_work(self, work: Work | None) -> None:
        """Speaks of this work; cheap where nothing has changed."""
        self._work = work
        pages = _unread_pages(work)
        if work is None or pages is None or work.reads_pictures:
            self._said = ()
            self.hide()
        elif self._is_installed is None:
            self._look()
        else:
            self._say(work, pages)

    def _look(self) -> None:
        self._core.operations.run(
            self,
            lambda _job: find_recognition() is not None,
            on_success=self._on_looked,
            on_failure=lambda _error: self._on_looked(False),
        )

    def _on_looked(self, is_installed: bool) -> None:
        self._is_installed = is_installed
        self.show_work(self._work)

    def _say(self, work: Work, pages: int) -> None:
        said = (work, pages, self._is_installed, work.path is None)
        if said == self._said:
            return
        self._said = said
        can_read = bool(self._is_installed) and work.path is not None
        self._sentence.setText(self._words(work, pages))
        self.setAccessibleName(self._sentence.text())
        self._button.setText(self.tr("Read it") if pages == 1 else self.tr("Read them"))
        self._button.setVisible(can_read)
        self.show()

    def _on_clicked(self) -> None:
        if self._work is not None:
            self.read_requested.emit(self._work)

    def _words(self, work: Work, pages: int) -> str:
        if pages == 0:
            found = self.tr("This document holds pictures of pages and no text.")
        elif pages == 1:
            found = self.tr("1 page is a picture and was not read.")
        else:
            found = self.tr("{0} pages are pictures and were not read.").format(pages)
        if not self._is_installed:
            return found + " " + self.tr("Text recognition is not installed on this computer.")
        if work.path is None:
            return found + " " + self.tr("To have their text recognised, open the file again.")
        return found


def _unread_pages(work: Work | None) -> int | None:
    """Returns how many pages are pictures, 0 where all are, or None where there is none."""
    if work is None or work.stage is Stage.READING:
        return None
    if work.opened is not None:
        return len(work.opened.document.unread_pictures) or None
    return 0 if isinstance(work.error, NoText) else None
