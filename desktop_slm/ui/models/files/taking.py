"""Takes models to another computer: which, where to, and what to do there."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFileDialog, QWidget

from desktop_slm.models import carrying
from desktop_slm.models.carrying import Carried
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.files.file_work import FileWork
from desktop_slm.ui.models.listing.entry import Entry, Sources
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.pick_dialog import Item, PickDialog, Selection


class Taking(QObject):
    """The way out; `page` is what dialogs stand over."""

    def __init__(
        self, core: Core, sources: Sources, banner: Banner, work: FileWork, page: QWidget
    ) -> None:
        super().__init__(page)
        self._core = core
        self._sources = sources
        self._banner = banner
        self._work = work
        self._page = page

    def pick(self, entries: Sequence[Entry]) -> None:
        """Asks which models to take along."""
        models = {
            entry.model.id: entry.model
            for entry in entries
            if entry.model.place is not Place.PRACTICE and not entry.is_gone
        }
        if not models:
            words = self.tr("There is no model to take along: the practice model is in the app.")
            self._banner.show_message(words)
            return
        items = [
            Item(model.id, model.name, wording.size(model.size_bytes)) for model in models.values()
        ]
        selection = Selection(
            self.tr("Take to another computer"),
            self.tr(
                "Choose models, then a folder on a disk or memory stick. The files are written "
                "there with a list of their fingerprints, so that the other computer can tell "
                "whether they came unharmed. The files here stay."
            ),
            items,
            self.tr("Choose a folder…"),
        )
        dialog = PickDialog(self._core.theme, selection, parent=self._page.window())
        dialog.picked.connect(lambda keys: self._choose_folder([models[key] for key in keys]))
        dialog.open()

    def write(self, models: Sequence[InstalledModel], folder: Path) -> None:
        """Writes models into a folder; what came of it is said in the banner."""
        verifications = self._sources.verifications
        self._work.run(
            self.tr("Copying “{name}”"),
            lambda report: carrying.export(models, folder, verifications, report),
            lambda carried: self._on_written(carried, folder),
            lambda: self._banner.show_message(
                self.tr("Stopped. What was written whole is in the folder and on its list.")
            ),
        )

    def _choose_folder(self, models: Sequence[InstalledModel]) -> None:
        dialog = QFileDialog(self._page, self.tr("Where to write the models"))
        dialog.setFileMode(QFileDialog.FileMode.Directory)
        dialog.setOption(QFileDialog.Option.ShowDirsOnly)
        dialog.filesSelected.connect(lambda names: self.write(models, Path(names[0])))
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _on_written(self, carried: Sequence[Carried], folder: Path) -> None:
        words = self.tr(
            "{count} models are in {folder}. On the other computer choose Import, A folder, and "
            "this folder; they are compared with their fingerprints there."
        )
        if len(carried) == 1:
            words = self.tr(
                "1 model is in {folder}. On the other computer choose Import, A folder, and this "
                "folder; it is compared with its fingerprint there."
            )
        copy = (
            self.tr("Copy path"),
            lambda: QGuiApplication.clipboard().setText(str(folder)),
        )
        self._banner.show_message(words.format(count=len(carried), folder=folder), actions=(copy,))
        self._core.refresh_models()
