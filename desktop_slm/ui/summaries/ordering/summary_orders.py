"""What a person orders of the shown summary: start, redo, go on, another version, the switches.

What was chosen is remembered in the settings, but never what a summary was about.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_slm.ui.core import Core
from desktop_slm.ui.summaries.exporting.summary_export import SummaryExport
from desktop_slm.ui.summaries.ordering.options_panel import OptionsPanel
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.running.queue import SummaryQueue
from desktop_slm.ui.summaries.summary_pane import SummaryPane
from desktop_slm.ui.summaries.work import Work


class SummaryOrders(QObject):
    """Hands orders to the queue, for the work that `shown` returns."""

    def __init__(
        self, core: Core, queue: SummaryQueue, export: SummaryExport, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._core, self._queue, self._export = core, queue, export
        self._shown: Callable[[], Work | None] = lambda: None

    def serve(self, shown: Callable[[], Work | None], pane: SummaryPane) -> None:
        """Takes the orders that are given at a pane."""
        self._shown = shown
        controls = pane.controls
        controls.start_requested.connect(self._on_start)
        controls.plan_requested.connect(self._on_plan)
        controls.leave_requested.connect(self._on_leave)
        controls.redo_requested.connect(self._on_redo)
        controls.version_requested.connect(self._on_version)
        controls.options.asks_first_changed.connect(self._on_asks_first)
        is_on = self._core.settings.summary_only_supported
        pane.person.set_only_supported(is_on)
        pane.person.only_supported_changed.connect(self._on_only_supported)
        self._export.only_supported = is_on

    def serve_start(self, options: OptionsPanel) -> None:
        """Fills the choices for the next summary with the last ones."""
        settings = self._core.settings
        asks_first = settings.summary_asks_first
        options.show_wishes(Wishes.of_settings(settings), asks_first=asks_first)
        options.asks_first_changed.connect(self._on_asks_first)

    def take(self, options: OptionsPanel) -> Wishes | None:
        """Returns what is chosen for the next summary, or None where that cannot be."""
        wishes = options.wishes()
        if wishes is not None:
            self.remember(wishes)
            # What this one is about is not what the next is about.
            options.show_wishes(Wishes.of_settings(self._core.settings))
        return wishes

    def remember(self, wishes: Wishes) -> None:
        """Keeps a choice for the next summary."""
        self._core.change_settings(**wishes.remembered())

    def go_on(self) -> None:
        """Goes on with the shown work."""
        if (work := self._shown()) is not None:
            self._queue.go_on(work)

    def _on_start(self, wishes: Wishes) -> None:
        if (work := self._shown()) is not None:
            self.remember(wishes)
            self._queue.start(work, wishes)

    def _on_plan(self, wishes: Wishes) -> None:
        if (work := self._shown()) is not None:
            self._queue.plan_again(work, wishes)

    def _on_leave(self) -> None:
        if (work := self._shown()) is not None:
            self._queue.leave(work)

    def _on_redo(self, wishes: Wishes) -> None:
        if (work := self._shown()) is not None:
            self.remember(wishes)
            self._queue.redo(work, wishes)

    def _on_version(self, version_id: int) -> None:
        work = self._shown()
        if work is not None and work.summary_id is not None:
            self._queue.open(work.summary_id, version_id, work)

    def _on_asks_first(self, is_on: bool) -> None:
        self._core.change_settings(summary_asks_first=is_on)

    def _on_only_supported(self, is_on: bool) -> None:
        self._export.only_supported = is_on
        self._core.change_settings(summary_only_supported=is_on)
