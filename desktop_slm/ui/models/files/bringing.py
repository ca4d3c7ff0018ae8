"""Brings files of the person's onto the list: asks how, does it in the background, says what came.

Files, folders, and what another computer's app has exported; `OtherApps` finds what else there is.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models import carrying, copying
from desktop_slm.models.adding import Added, Adding, Given, Way
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.files.file_work import FileWork, OnProgress
from desktop_slm.ui.models.listing.entry import Sources
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.choice_dialog import Choice, ChoiceDialog, Option


@dataclass(frozen=True, slots=True)
class Offered:
    """Files to be added, how much they take, and whether a list tells what they have to be."""

    given: tuple[Given, ...]
    size_bytes: int
    free_bytes: int
    is_export: bool


@dataclass(frozen=True, slots=True)
class Brought:
    """What came of files, and what was refused."""

    added: tuple[Added, ...]
    errors: tuple[DesktopSlmError, ...]


class Bringing(QObject):
    """The ways in; `page` is what dialogs stand over."""

    use_requested = Signal(object)  # InstalledModel
    looking_changed = Signal(bool)  # files are being looked at
    added = Signal(object)  # tuple[Added, ...]: what is on the list now

    def __init__(
        self,
        core: Core,
        sources: Sources,
        banner: Banner,
        work: FileWork,
        page: QWidget,
    ) -> None:
        super().__init__(page)
        self._core = core
        self._sources = sources
        self._banner = banner
        self._work = work
        self._page = page

    # Files and folders

    def choose_files(self) -> None:
        """Asks for files."""
        dialog = QFileDialog(self._page, self.tr("Import models"))
        dialog.setFileMode(QFileDialog.FileMode.ExistingFiles)
        dialog.setNameFilters([self.tr("Models (*.gguf)"), self.tr("All files (*)")])
        dialog.filesSelected.connect(lambda names: self.offer([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def choose_folder(self) -> None:
        """Asks for a folder."""
        dialog = QFileDialog(self._page, self.tr("Import the models of a folder"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(lambda names: self.offer([Path(name) for name in names]))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def offer(self, paths: Sequence[Path]) -> None:
        """Asks how files, or the models of folders, shall be brought in."""
        self.looking_changed.emit(True)
        self._core.operations.run(
            self,
            lambda job: self._look(paths),
            on_success=self._ask,
            on_failure=self._on_failed,
        )

    def add(self, given: Sequence[Given], way: Way = Way.IN_PLACE) -> None:
        """Brings files in; what came is said in the banner."""
        self.looking_changed.emit(True)
        words = {
            Way.IN_PLACE: self.tr("Reading “{name}”"),
            Way.LINK: self.tr("Reading “{name}”"),
            Way.COPY: self.tr("Copying “{name}”"),
            Way.MOVE: self.tr("Moving “{name}”"),
        }[way]
        self._work.run(
            words, lambda report: self._add(given, way, report), self._on_brought, self._on_stopped
        )

    def _look(self, paths: Sequence[Path]) -> Offered:
        given = tuple(each for path in paths for each in carrying.given_in(path))
        return Offered(
            given,
            sum(each.size_bytes() for each in given),
            copying.free_bytes(self._core.library.folder),
            any(carrying.is_export(path) for path in paths),
        )

    def _ask(self, offered: Offered) -> None:
        self.looking_changed.emit(False)
        size = wording.size(offered.size_bytes)
        if len(offered.given) == 1:
            title = self.tr("Import “{name}”?").format(name=offered.given[0].path.name)
        else:
            title = self.tr("Import {count} models?").format(count=len(offered.given))
        options = self._options(offered, size)
        choice = Choice(title, size, options, self.tr("Import"))
        dialog = ChoiceDialog(self._core.theme, choice, parent=self._page.window())
        dialog.chosen.connect(lambda key: self.add(offered.given, Way(key)))
        dialog.open()

    def _options(self, offered: Offered, size: str) -> list[Option]:
        free = wording.size(offered.free_bytes)
        needs = self.tr("Takes {size} more; {free} are free there.").format(size=size, free=free)
        in_place = Option(
            Way.IN_PLACE,
            self.tr("Use it where it is"),
            self.tr("Nothing is copied. It is off the list while its disk is not connected."),
        )
        copy = Option(Way.COPY, self.tr("Copy into the models folder"), needs)
        move = Option(
            Way.MOVE,
            self.tr("Move into the models folder"),
            self.tr("It is gone from where it was."),
        )
        link = Option(
            Way.LINK,
            self.tr("Link into the models folder"),
            self.tr("It has two places and takes room once."),
        )
        # What came from another computer is on something that is taken away again.
        return [copy, move, in_place] if offered.is_export else [in_place, copy, move, link]

    def _add(self, given: Sequence[Given], way: Way, report: OnProgress) -> Brought:
        sources = self._sources
        adding = Adding(sources.library, sources.inspection, sources.verifications)
        added: list[Added] = []
        errors: list[DesktopSlmError] = []
        for each in given:
            try:
                added.append(adding.add(each, way, report))
            except DesktopSlmError as error:
                errors.append(error)
        return Brought(tuple(added), tuple(errors))

    def _on_stopped(self) -> None:
        self.looking_changed.emit(False)
        self._core.refresh_models()
        self._banner.show_message(
            self.tr("Stopped. The originals are where they were, and no half file was kept.")
        )

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.looking_changed.emit(False)
        self._banner.show_message(
            errors_wording.sentence(error), tone="error", details=errors_wording.details(error)
        )

    def _on_brought(self, brought: Brought) -> None:
        self.looking_changed.emit(False)
        self._say(brought)
        if any(each.is_new for each in brought.added):
            self._core.refresh_models()
        self.added.emit(brought.added)

    def _say(self, brought: Brought) -> None:
        said = [self._said(brought.added)] if brought.added else []
        said += [errors_wording.sentence(error) for error in brought.errors]
        details = [errors_wording.details(error) for error in brought.errors]
        actions: tuple[tuple[str, Callable[[], object]], ...] = ()
        if brought.added and not brought.errors:
            model = brought.added[-1].model
            actions = ((self.tr("Use in chat"), lambda: self.use_requested.emit(model)),)
        self._banner.show_message(
            "\n".join(said),
            tone="error" if brought.errors else "notice",
            details="\n\n".join(details),
            actions=actions,
        )

    def _said(self, added: Sequence[Added]) -> str:
        if len(added) > 1:
            new = sum(each.is_new for each in added)
            words = self.tr("{count} models are on the list now, {new} of them new.")
            return words.format(count=len(added), new=new)
        model = added[0].model
        if not added[0].is_new:
            words = self.tr("“{model}” was on the list already. Nothing was changed.")
        elif model.path.is_relative_to(self._core.library.folder):
            words = self.tr("“{model}” is on the list. Its file is in the models folder.")
        else:
            words = self.tr("“{model}” is on the list. Its file stays where it is.")
        return words.format(model=model.name)
