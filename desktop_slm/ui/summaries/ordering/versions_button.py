"""The button that says which version of a summary is shown, and whose menu leads to the others."""

from __future__ import annotations

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.storage.summaries import Version
from desktop_slm.ui.summaries.ordering.plan_words import PlanWords
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.summaries.work import Stage, Work
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.menu import Menu


class VersionsButton(Button):
    """There as soon as there are two; while something is under way it waits."""

    version_requested = Signal(int)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, "", icon="history", parent=parent)
        self._menu_theme = theme
        self._names = PlanWords(words, self)
        self._work: Work | None = None
        self.clicked.connect(self._on_clicked)

    def show_work(self, work: Work | None) -> None:
        """Shows the version of a work."""
        self._work = work
        versions = work.versions if work is not None else ()
        self.setVisible(len(versions) > 1)
        if work is None:
            return
        number = next((each.number for each in versions if each.id == work.version_id), 0)
        self.setText(self.tr("Version {0} of {1}").format(number, len(versions)))
        busy = work.is_running or work.stage in (Stage.WAITING, Stage.PLANNED)
        self.setEnabled(not busy)

    def _on_clicked(self) -> None:
        if self._work is None:
            return
        menu = Menu(self._menu_theme, parent=self)
        for version in self._work.versions:
            menu.add_choice(
                self._version(version),
                lambda number=version.id: self.version_requested.emit(number),  # type: ignore[misc]
                is_chosen=version.id == self._work.version_id,
            )
        menu.popup_and_forget(self.mapToGlobal(QPoint(0, self.height())))

    def _version(self, version: Version) -> str:
        model = str(version.options.get("model_name", version.model))
        made = self._names.version(Wishes.of_stored(version.options))
        return f"{version.number} · {made} · {model}"
