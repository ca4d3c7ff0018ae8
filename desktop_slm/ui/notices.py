"""Tells the desktop that long work has ended, while the person is elsewhere.

What is said never names a chat, a document or a model: others may see the screen.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QObject, Qt, Signal
from PySide6.QtGui import QGuiApplication

from desktop_slm.ui.core import Core
from desktop_slm.ui.ended import Ended
from desktop_slm.ui.places import Place

if TYPE_CHECKING:
    from desktop_slm.models.downloads import Download
    from desktop_slm.ui.desktop_notice import DesktopNotice
    from desktop_slm.ui.sidebar.entry import EntryKey


def is_away() -> bool:
    """Whether no window of ours is the one that the person works in."""
    return QGuiApplication.applicationState() is not Qt.ApplicationState.ApplicationActive


class Notices(QObject):
    """Made with its window; `notice` and `away` are seams for tests."""

    clicked = Signal(object, object, str)  # Ended, EntryKey or None, what raises a window

    def __init__(
        self,
        core: Core,
        parent: QObject,
        *,
        notice: DesktopNotice | None = None,
        away: Callable[[], bool] = is_away,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._notice = notice
        self._is_away = away
        self._failed: set[str] = set()
        core.work_ended.connect(self._on_ended)
        core.downloads_changed.connect(self._on_downloads_changed)

    def _on_downloads_changed(self, downloads: Sequence[Download]) -> None:
        failed = {each.key for each in downloads if each.state == "failed"}
        is_new, self._failed = bool(failed - self._failed), failed
        if is_new:
            self._on_ended(Ended.DOWNLOAD_FAILED, None)

    def _on_ended(self, ended: Ended, key: EntryKey | None) -> None:
        if not self._core.settings.notices or not self._is_away():
            return
        if self._notice is None:
            from desktop_slm.ui.desktop_notice import of_this_desktop

            self._notice = of_this_desktop(self)
        self._notice.say(
            sentence(ended),
            self.tr("Open"),
            lambda token: self.clicked.emit(ended, key, token),
        )


def place_of(ended: Ended) -> Place | None:
    """Returns where the end of a work is seen; None where the window may stay as it is."""
    if ended in (Ended.SUMMARY, Ended.SUMMARY_FAILED, Ended.QUESTION):
        return Place.SUMMARY
    is_answer = ended in (Ended.ANSWER, Ended.ANSWER_FAILED)
    return None if is_answer else Place.MODELS


def sentence(ended: Ended) -> str:
    """Returns what is said."""
    tr = QCoreApplication.translate
    return {
        Ended.ANSWER: tr("Notices", "An answer is done."),
        Ended.ANSWER_FAILED: tr("Notices", "An answer could not be finished."),
        Ended.SUMMARY: tr("Notices", "A summary is done."),
        Ended.SUMMARY_FAILED: tr("Notices", "A summary could not be finished."),
        Ended.QUESTION: tr("Notices", "A question about documents is answered."),
        Ended.DOWNLOAD: tr("Notices", "A download is done."),
        Ended.DOWNLOAD_FAILED: tr("Notices", "A download could not be finished."),
        Ended.TRIAL: tr("Notices", "The models have been tried."),
        Ended.TUNING: tr("Notices", "A model has been measured or converted."),
    }[ended]
