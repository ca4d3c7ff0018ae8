"""Finds a model on Hugging Face: words or an address, the repositories, their files, and Get."""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models import address, hosts
from desktop_slm.models.address import HubAddress
from desktop_slm.models.remote import Found, RemoteFile, Repository
from desktop_slm.models.wanted import Wanted, models_of
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.network import go_online
from desktop_slm.ui.operations import Operation
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.item_list import ItemList
from desktop_slm.ui.widgets.search_field import SearchField
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX, _HEIGHT_PX = 620, 460
_SHARE_OF_WINDOW = 0.92


class Shown(Enum):
    """What the list holds."""

    NOTHING = "nothing"
    REPOSITORIES = "repositories"
    FILES = "files"


class HubDialog(QDialog):
    """A field, a list of repositories or files, and a button; goes online only when asked."""

    chosen = Signal(object, str)  # Wanted, whose license nobody has accepted yet; its address

    def __init__(self, core: Core, *, parent: QWidget) -> None:
        super().__init__(parent)
        self._core = core
        self._found: tuple[Found, ...] = ()
        self._repository: Repository | None = None
        self._models: tuple[tuple[RemoteFile, ...], ...] = ()
        self._asking: Operation[Any] | None = None
        self._shown = Shown.NOTHING
        self.setWindowTitle(self.tr("Get a model from Hugging Face"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = core.theme
        self.resize(
            min(theme.px(_WIDTH_PX), int(parent.width() * _SHARE_OF_WINDOW)),
            min(theme.px(_HEIGHT_PX), int(parent.height() * _SHARE_OF_WINDOW)),
        )
        self.field = SearchField(theme, self.tr("Words, owner/name, or a pasted address"))
        self.search_button = Button(theme, self.tr("Search"), kind="primary")
        self.state = WrappedLabel("", "muted")
        self._items = QStringListModel(self)
        self.list = ItemList(theme, self.tr("What was found"))
        self.list.setModel(self._items)
        self.back_button = Button(theme, self.tr("Back to the list"), icon="chevron-left")
        self.next_button = Button(theme, "", kind="primary")
        self.close_button = Button(theme, self.tr("Close"))
        self._lay_out()
        self._connect()
        self._show(Shown.NOTHING)

    def search(self, text: str) -> None:
        """Searches for words, or looks into the repository that an address names."""
        self.field.setText(text)
        self._on_search()

    # Asking

    def _on_search(self) -> None:
        text = self.field.text().strip()
        if not text:
            self.field.setFocus()
            return
        named = address.parse(text, hosts.endpoint_host())
        purpose = (
            self.tr("Looking at the files of one model.")
            if named
            else self.tr("Searching Hugging Face for these words.")
        )
        go_online(
            self._core,
            self,
            purpose,
            lambda: self._look_into(named) if named else self._search(text),
        )

    def _search(self, words: str) -> None:
        self._begin(self.tr("Searching…"))
        hub = self._core.downloads.hub
        self._asking = self._core.operations.run(
            self,
            lambda job: hub.search(words),
            on_success=self._on_found,
            on_failure=self._on_failed,
        )

    def _look_into(self, named: HubAddress) -> None:
        self._begin(self.tr("Looking at the files of {repo}…").format(repo=named.repo))
        hub = self._core.downloads.hub
        self._asking = self._core.operations.run(
            self,
            lambda job: hub.repository(named.repo, named.revision),
            on_success=lambda repository: self._on_repository(repository, named.file),
            on_failure=self._on_failed,
        )

    def _begin(self, words: str) -> None:
        if self._asking is not None:
            self._asking.drop()
        self._show(Shown.NOTHING)
        self.state.setText(words)
        self.search_button.setEnabled(False)

    def _on_found(self, found: tuple[Found, ...]) -> None:
        self._found = found
        self._show(Shown.REPOSITORIES if found else Shown.NOTHING)
        if not found:
            self.state.setText(self.tr("Nothing was found. Try fewer or other words."))
            self.field.setFocus()

    def _on_repository(self, repository: Repository, file: str) -> None:
        self._repository = repository
        self._models = models_of(repository)
        self._show(Shown.FILES if self._models else Shown.NOTHING)
        if not self._models:
            words = self.tr("“{repo}” holds no model file that could be run here.")
            self.state.setText(words.format(repo=repository.repo))
            self.back_button.setVisible(bool(self._found))
        for number, files in enumerate(self._models):
            if file and files[0].file == file:
                self.list.setCurrentIndex(self._items.index(number))

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._show(Shown.NOTHING)
        self.state.setText(errors_wording.sentence(error))
        self.back_button.setVisible(bool(self._found))

    # Showing

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        is_files = shown is Shown.FILES
        lines = [self._file_line(files) for files in self._models] if is_files else []
        if shown is Shown.REPOSITORIES:
            lines = [self._repository_line(found) for found in self._found]
        self._items.setStringList(lines)
        self.list.setVisible(bool(lines))
        self.state.setText(self._about())
        self.search_button.setEnabled(True)
        self.back_button.setVisible(is_files and bool(self._found))
        self.next_button.setVisible(bool(lines))
        self.next_button.setText(self.tr("Get…") if is_files else self.tr("Show its files"))
        if lines:
            self.list.setCurrentIndex(self._items.index(0))
            self.list.setFocus()

    def _about(self) -> str:
        if self._shown is Shown.FILES and self._repository is not None:
            found = self._repository
            name = wording.license_name(found.license) or self.tr("not stated")
            words = self.tr("{repo} · license: {license} · smaller files are less exact")
            return words.format(repo=found.repo, license=name)
        if self._shown is Shown.REPOSITORIES:
            return self.tr("The most fetched first. Choose one to see its files.")
        return self.tr(
            "Search by words such as “qwen3 4b”, or paste the address of a model. Nothing goes "
            "out before you press Search."
        )

    def _repository_line(self, found: Found) -> str:
        parts = [found.repo]
        if found.license:
            parts.append(wording.license_name(found.license))
        parts.append(self.tr("fetched {count} times").format(count=f"{found.downloads:,}"))
        if found.is_gated:
            parts.append(self.tr("asks for an account"))
        return plain_text.one_line("  ·  ".join(parts))

    def _file_line(self, files: tuple[RemoteFile, ...]) -> str:
        size = wording.size(sum(file.size_bytes for file in files))
        parts = [files[0].file, size]
        if len(files) > 1:
            parts.append(self.tr("{count} files").format(count=len(files)))
        return plain_text.one_line("  ·  ".join(parts))

    # Choosing

    def _on_chosen(self, _index: QModelIndex | None = None) -> None:
        row = self.list.currentIndex().row()
        if row < 0:
            return
        if self._shown is Shown.REPOSITORIES:
            # The person went online for this search: looking at what it found belongs to it.
            self._look_into(HubAddress(self._found[row].repo))
        elif self._shown is Shown.FILES and self._repository is not None:
            found = self._repository
            wanted = Wanted(found.repo, found.revision, self._models[row], found.license)
            self.accept()
            self.chosen.emit(wanted, found.license_link)

    def _on_back(self) -> None:
        self._show(Shown.REPOSITORIES)

    def _lay_out(self) -> None:
        theme = self._core.theme
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(self.tr("Get a model from Hugging Face"), "title"))
        first = spacing.row(theme, gap=8)
        first.addWidget(self.field, 1)
        first.addWidget(self.search_button)
        column.addLayout(first)
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        column.addStretch(0)
        last = spacing.row(theme, gap=8)
        last.addWidget(self.back_button)
        last.addStretch(1)
        last.addWidget(self.close_button)
        last.addWidget(self.next_button)
        column.addLayout(last)
        self.field.setFocus()

    def _connect(self) -> None:
        self.field.returnPressed.connect(self._on_search)
        self.search_button.clicked.connect(self._on_search)
        self.list.activated.connect(self._on_chosen)
        self.next_button.clicked.connect(lambda _checked: self._on_chosen())
        self.back_button.clicked.connect(self._on_back)
        self.close_button.clicked.connect(self.reject)
