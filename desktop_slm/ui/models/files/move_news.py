"""What the Models page tells of a move of the models folder: how far it is, how it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.copying import Progress
from desktop_slm.models.moving import Move
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.files.work_line import WorkLine
from desktop_slm.ui.widgets.banner import Banner

if TYPE_CHECKING:
    from desktop_slm.ui.folder_moves import FolderMoves


class MoveNews(QObject):
    """Listens to the window's `FolderMoves`; `line` shows the progress."""

    def __init__(self, core: Core, banner: Banner, line: WorkLine, page: QWidget) -> None:
        super().__init__(page)
        self._core = core
        self._banner = banner
        self.line = line
        moves: FolderMoves = core.folder_moves
        line.stop_requested.connect(moves.stop)
        moves.progressed.connect(self._on_progressed)
        moves.ended.connect(self._on_ended)
        moves.stopped.connect(self._on_stopped)
        moves.interrupted.connect(self._on_interrupted)

    def _on_progressed(self, progress: Progress) -> None:
        percent = int(progress.share * 100)
        words = self.tr("Moving the models folder: “{name}” · {percent} %")
        self.line.show_work(words.format(name=progress.name, percent=percent), progress.share)

    def _on_stopped(self) -> None:
        self.line.hide()
        self._banner.show_message(
            self.tr("The models folder is where it was. What had been moved was taken back.")
        )

    def _on_ended(self, error: DesktopSlmError | None) -> None:
        self.line.hide()
        if error is None:
            words = self.tr("The models folder is {path} now.")
            self._banner.show_message(words.format(path=self._core.library.folder))
        else:
            self._banner.show_message(
                errors_wording.sentence(error), tone="error", details=errors_wording.details(error)
            )

    def _on_interrupted(self, move: Move) -> None:
        words = self.tr(
            "The models folder was being moved from {source} to {target}, and that did not end. "
            "{count} files have come; the others are where they were, and nothing is lost."
        )
        if len(move.made) == 1:
            words = self.tr(
                "The models folder was being moved from {source} to {target}, and that did not "
                "end. 1 file has come; the others are where they were, and nothing is lost."
            )
        moves = self._core.folder_moves
        self._banner.show_message(
            words.format(source=move.source, target=move.target, count=len(move.made)),
            tone="warning",
            actions=(
                (self.tr("Go on"), moves.go_on),
                (self.tr("Move it back"), moves.take_back),
            ),
        )
