"""Files that come to the window: dragged over it, dropped on it, or named by a later start."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui import given_files
from desktop_slm.ui.drop_targets import DropTargets
from desktop_slm.ui.dropped_files import DroppedFiles
from desktop_slm.ui.places import Place

if TYPE_CHECKING:
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.given_files import GivenFiles
    from desktop_slm.ui.page_stack import PageStack


class WindowFiles(QObject):
    """Looks at them in the background; what can be a document goes on to a page."""

    told = Signal(str)  # why some were not taken

    def __init__(self, core: Core, pages: PageStack, window: QWidget) -> None:
        super().__init__(window)
        self._core = core
        self._pages = pages
        self._window = window

    @cached_property
    def _targets(self) -> DropTargets:
        targets = DropTargets(self._core.theme, parent=self._window)
        targets.summary_dropped.connect(lambda files: self._on_dropped(files, attach=False))
        targets.attachment_dropped.connect(lambda files: self._on_dropped(files, attach=True))
        return targets

    def summarize(self, files: Iterable[str | Path]) -> None:
        """Summarizes what of these files can be summarized."""
        self._take(map(Path, files), self._pages.summarize)

    def offer_targets(self) -> None:
        """Shows where the files that are being dragged can be dropped."""
        can_attach = self._pages.place in (Place.CHAT, Place.TEMPORARY)
        self._targets.offer(self._window.rect(), can_attach=can_attach)

    def drop(self, files: DroppedFiles, at: QPoint) -> None:
        """Takes files that were dropped on the window itself."""
        self._targets.hide()
        self._targets.take(files, at)

    def _on_dropped(self, files: DroppedFiles, *, attach: bool) -> None:
        act = self._pages.attach if attach else self._pages.summarize
        self._take(map(Path, files.paths), act, files.refused)

    def _take(
        self,
        files: Iterable[Path],
        act: Callable[[list[Path]], object],
        refused: tuple[str, ...] = (),
    ) -> None:
        paths = tuple(files)

        def on_success(given: GivenFiles) -> None:
            if given.files:
                act(list(given.files))
            if given.refused:
                self.told.emit(given_files.sentence(given.refused))

        self._core.operations.run(
            self,
            lambda job: given_files.look_at(paths, refused),
            on_success=on_success,
            on_failure=self._core.report,
        )
