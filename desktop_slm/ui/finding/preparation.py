"""Brings what was stored by an earlier version into the search, piece by piece, in the background.

Each piece is an operation of its own in the storage lane, so that whatever a person does comes in
between.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from desktop_slm.ui.operations import Lane

if TYPE_CHECKING:
    from desktop_slm.errors import DesktopSlmError
    from desktop_slm.ui.core import Core, Data

_AFTER_OPENING_MS = 1500  # the window comes first


class SearchPreparation(QObject):
    """Begins by itself once the data is open; `ended` where everything can be found."""

    ended = Signal()

    def __init__(self, core: Core, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._timer = QTimer(self, singleShot=True, interval=_AFTER_OPENING_MS)
        self._timer.timeout.connect(self.begin)
        core.data_opened.connect(lambda data: self._timer.start())

    def begin(self) -> None:
        """Takes the first piece."""
        data = self._core.data
        if data is not None:
            self._run(data, is_first=True)

    def _run(self, data: Data, *, is_first: bool) -> None:
        def on_success(is_more: bool) -> None:
            if is_more:
                self._run(data, is_first=False)
            else:
                self.ended.emit()

        self._core.operations.run(
            self,
            lambda job: _take_piece(data, is_first=is_first),
            on_success=on_success,
            on_failure=self._on_failed,
            lane=Lane.STORAGE,
        )

    def _on_failed(self, error: DesktopSlmError) -> None:
        # The next start goes on; until then search says that it is being prepared.
        self._core.report(error)


def _take_piece(data: Data, *, is_first: bool) -> bool:
    if is_first:
        data.search.settle()
    return data.search.prepare()
