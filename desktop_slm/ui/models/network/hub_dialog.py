"""Finds a model on Hugging Face: words or an address, the repositories, their files, and Get.

The files are shown as soon as they are known; what `LookingAhead` finds out comes to their lines.
"""

from __future__ import annotations

from enum import Enum
from typing import Any

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtWidgets import QDialog, QWidget

from desktop_slm.errors import DesktopSlmError, OfflineNow
from desktop_slm.models import address, hosts, listing
from desktop_slm.models.address import HubAddress
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.listing import Listed
from desktop_slm.models.remote import Found, Repository
from desktop_slm.models.wanted import Wanted
from desktop_slm.ui import spacing
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.choosing import choices_words
from desktop_slm.ui.models.network import hub_words
from desktop_slm.ui.models.network.found_list import FoundList, FoundModel, Line
from desktop_slm.ui.models.network.get_dialog import Verdict
from desktop_slm.ui.models.network.looking_ahead import LookingAhead
from desktop_slm.ui.network import go_online
from desktop_slm.ui.operations import Operation
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.search_field import SearchField
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX, _HEIGHT_PX = 620, 460
_LEAST_LIST_PX = 56
_SHARE_OF_WINDOW = 0.92


class Shown(Enum):
    """What the list holds."""

    NOTHING = "nothing"
    REPOSITORIES = "repositories"
    FILES = "files"


class HubDialog(QDialog):
    """A field, a list of repositories or files, and a button; goes online only when asked."""

    # Wanted, whose license nobody has accepted yet; the license's address; Verdict or None
    chosen = Signal(object, str, object)

    def __init__(
        self, core: Core, *, parent: QWidget, inspection: Inspection | None = None
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._found: tuple[Found, ...] = ()
        self._repository: Repository | None = None
        self._models: tuple[Listed, ...] = ()
        self._ahead = LookingAhead(core, inspection or Inspection(), self)
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
        self._is_tight = self.height() < theme.px(_HEIGHT_PX)
        self.field = SearchField(theme, self.tr("Words, owner/name, or a pasted address"))
        self.search_button = Button(theme, self.tr("Search"), kind="primary")
        self.state = WrappedLabel("", "muted")
        self._items = FoundModel(self)
        self.list = FoundList(theme, self.tr("What was found"))
        self.list.setModel(self._items)
        self.about = WrappedLabel("", "small")
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
        if self._core.outside.is_offline:  # said here: the window behind is covered
            self._on_failed(OfflineNow())
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
        self._ahead.measure()
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
        self._ahead.end()
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
        self._models = listing.of(repository)
        self._ahead.begin(repository, self._models)
        self._show(Shown.FILES if self._models else Shown.NOTHING)
        if not self._models:
            words = self.tr("“{repo}” holds no model file that could be run here.")
            self.state.setText(words.format(repo=repository.repo))
            self.back_button.setVisible(bool(self._found))
        for number, model in enumerate(self._models):
            if file and model.first.file == file:
                self.list.setCurrentIndex(self._items.index(number))

    def _on_failed(self, error: DesktopSlmError) -> None:
        self._show(Shown.NOTHING)
        self.state.setText(errors_wording.sentence(error))
        self.back_button.setVisible(bool(self._found))

    # Showing

    def _show(self, shown: Shown) -> None:
        self._shown = shown
        is_files = shown is Shown.FILES
        lines = self._file_lines() if is_files else []
        if shown is Shown.REPOSITORIES:
            self._ahead.end()
            lines = [hub_words.repository_line(found) for found in self._found]
        self._items.show_lines(lines)
        self.list.setVisible(bool(lines))
        self.state.setText(self._about())
        self.search_button.setEnabled(True)
        self.back_button.setVisible(is_files and bool(self._found))
        self.next_button.setVisible(bool(lines))
        self.next_button.setEnabled(True)
        self.next_button.setText(self.tr("Get…") if is_files else self.tr("Show its files"))
        if lines:
            self.list.setCurrentIndex(self._items.index(0))
            self.list.setFocus()
        self._show_current()

    def _about(self) -> str:
        if self._shown is Shown.FILES and self._repository is not None:
            found = self._repository
            name = wording.license_name(found.license) or self.tr("not stated")
            words = (
                self.tr("License: {license}")
                if self._is_tight
                else self.tr("{repo} · license: {license} · smaller files are less exact")
            )
            return words.format(repo=found.repo, license=name)
        if self._shown is Shown.REPOSITORIES:
            return self.tr("The most fetched first. Choose one to see its files.")
        return self.tr(
            "Search by words such as “qwen3 4b”, or paste the address of a model. Nothing goes "
            "out before you press Search."
        )

    def _on_known(self) -> None:
        """Shows what was found out meanwhile."""
        if self._shown is Shown.FILES:
            self._items.show_lines(self._file_lines())
            self._show_current()

    def _file_lines(self) -> list[Line]:
        return [hub_words.file_line(each, self._ahead) for each in self._models]

    def _show_current(self) -> None:
        """Says what is known of the file that is marked."""
        model = self._current()
        self.about.setVisible(model is not None)
        self.next_button.setEnabled(model is None or self._ahead.is_offered(model))
        if model is not None:
            self.about.setText(hub_words.about(model, self._ahead))

    def _current(self) -> Listed | None:
        row = self.list.currentIndex().row()
        is_file = self._shown is Shown.FILES and 0 <= row < len(self._models)
        return self._models[row] if is_file else None

    def _on_current(self) -> None:
        model = self._current()
        if model is not None:
            self._ahead.want(model)
        self._show_current()

    # Choosing

    def _on_chosen(self, _index: QModelIndex | None = None) -> None:
        row = self.list.currentIndex().row()
        if row < 0:
            return
        if self._shown is Shown.REPOSITORIES:
            # The person went online for this search: looking at what it found belongs to it.
            self._look_into(HubAddress(self._found[row].repo))
            return
        model, found = self._current(), self._repository
        if model is None or found is None or not self._ahead.is_offered(model):
            return
        wanted = Wanted(found.repo, found.revision, model.files, found.license)
        fit = self._ahead.fit(model)
        verdict = (
            Verdict(choices_words.label(fit), choices_words.tone(fit), hub_words.fit_sentence(fit))
            if fit
            else None
        )
        self.accept()
        self.chosen.emit(wanted, found.license_link, verdict)

    def _on_back(self) -> None:
        self._show(Shown.REPOSITORIES)

    def _lay_out(self) -> None:
        theme = self._core.theme
        margins = (16, 12, 16, 12) if self._is_tight else (24, 20, 24, 20)
        column = spacing.column(theme, self, gap=8 if self._is_tight else 12, margins=margins)
        if self._is_tight:
            self.list.setMinimumHeight(theme.px(_LEAST_LIST_PX))
        else:  # the frame of the dialog says it, too
            column.addWidget(WrappedLabel(self.windowTitle(), "title"))
        first = spacing.row(theme, gap=8)
        first.addWidget(self.field, 1)
        first.addWidget(self.search_button)
        column.addLayout(first)
        column.addWidget(self.state)
        column.addWidget(self.list, 1)
        column.addWidget(self.about)
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
        self.list.selectionModel().currentChanged.connect(self._on_current)
        self._ahead.changed.connect(self._on_known)
        self.finished.connect(self._ahead.end)
        self.next_button.clicked.connect(lambda _checked: self._on_chosen())
        self.back_button.clicked.connect(self._on_back)
        self.close_button.clicked.connect(self.reject)
