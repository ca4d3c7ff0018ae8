"""Says in the window, at most once a month, that this version has grown old.

Nobody is asked for it: the day of the version and this computer's clock are all it goes by.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

from desktop_slm.ui.core import now

if TYPE_CHECKING:
    from desktop_slm.packager import Packager
    from desktop_slm.ui.core import Core
    from desktop_slm.ui.widgets.banner import Banner

_AFTER_START_MS = 20_000  # first the work that the window was opened for
_LOOK_EVERY_MS = 3_600_000  # a window stays open for days
_TOLD_EVERY = timedelta(days=30)


class AgeNotice(QObject):
    """Made with its window. It waits where the banner says something else."""

    def __init__(self, core: Core, banner: Banner, parent: QObject) -> None:
        super().__init__(parent)
        self._core = core
        self._banner = banner
        self._hourly = QTimer(self, interval=_LOOK_EVERY_MS)
        self._hourly.timeout.connect(self.look)
        self._hourly.start()
        QTimer.singleShot(_AFTER_START_MS, self, self.look)

    def look(self) -> None:
        """Tells where it is due; the file of the package is read in the background."""
        if not is_due(self._core.settings.age_told, now().date()):
            return

        def load(_job: object) -> Packager:
            from desktop_slm import packager

            return packager.load()

        self._core.operations.run(self, load, on_success=self.tell, on_failure=lambda error: None)

    def tell(self, found: Packager) -> None:
        """Shows the notice where the version is old, and notes that it was shown."""
        from desktop_slm.ui.settings.version_line import age_words

        today = now().date()
        if not found.is_old(today) or not self._banner.isHidden():
            return
        self._banner.show_message(age_words(found.age_months(today)))
        self._core.change_settings(age_told=today.isoformat())


def is_due(told: str, today: date) -> bool:
    """Whether a month has gone since; a day to come was told by a clock that was wrong."""
    try:
        before = date.fromisoformat(told)
    except ValueError:
        return True
    return not before <= today < before + _TOLD_EVERY
