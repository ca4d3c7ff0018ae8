"""Offers the models that other apps have put on this computer: finds them, asks which to use."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models.adding import Given
from desktop_slm.models.facts import FileKind
from desktop_slm.models.other_apps.found import FoundModel, Surroundings
from desktop_slm.models.other_apps.search import here, search
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.files.found_card import FoundCard
from desktop_slm.ui.models.listing.entry import Sources
from desktop_slm.ui.operations import Job
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.pick_dialog import Item, PickDialog, Selection


class OtherApps(QObject):
    """Looks in the background and has a card for what is new; `page` is what dialogs stand over."""

    chosen = Signal(object)  # list[Given], to be used where they lie
    looking_changed = Signal(bool)  # the person asked for a look, and it goes on

    def __init__(
        self,
        core: Core,
        sources: Sources,
        banner: Banner,
        page: QWidget,
        *,
        surroundings: Callable[[], Surroundings] = here,
    ) -> None:
        super().__init__(page)
        self._core = core
        self._sources = sources
        self._banner = banner
        self._page = page
        self._surroundings = surroundings
        self._found: tuple[FoundModel, ...] = ()
        self.card = FoundCard(core.theme)
        self.card.use_requested.connect(lambda: self._pick(self._found))
        self.card.declined.connect(self._on_declined)

    def look(self) -> None:
        """Looks in the background for models of other apps, and offers those that are new."""
        self._core.operations.run(
            self,
            lambda job: self._search(job, with_declined=False),
            on_success=self._on_found,
            on_failure=lambda error: None,  # nobody asked for this look
        )

    def choose(self) -> None:
        """Shows the models of other apps, those that were declined, too."""
        self.looking_changed.emit(True)
        self._core.operations.run(
            self,
            lambda job: self._search(job, with_declined=True),
            on_success=self._on_all_found,
            on_failure=self._on_failed,
        )

    def _search(self, job: Job, *, with_declined: bool) -> tuple[FoundModel, ...]:
        """Returns the models of other apps that write; what others are is read in children."""
        library = self._sources.library
        known = [model.path for model in library.models()]
        declined = frozenset() if with_declined else library.declined()
        writing = []
        for found in search(self._surroundings(), known):
            job.check()
            if found.path in declined:
                continue
            try:
                kind = self._sources.inspection.facts(found.path).kind
            except DesktopSlmError:
                continue  # what this version cannot run is not offered
            if kind is FileKind.TEXT:
                writing.append(found)
        return tuple(writing)

    def _on_found(self, found: tuple[FoundModel, ...]) -> None:
        self._found = found
        self.card.show_found(found)

    def _on_all_found(self, found: tuple[FoundModel, ...]) -> None:
        self.looking_changed.emit(False)
        if found:
            self._pick(found)
            return
        words = self.tr(
            "No other models were found of Ollama, LM Studio, Jan, GPT4All or in the cache of "
            "Hugging Face."
        )
        self._banner.show_message(words)

    def _pick(self, found: tuple[FoundModel, ...]) -> None:
        items = [
            Item(
                str(model.path),
                model.name or model.path.stem,
                f"{model.app} · {wording.size(model.size_bytes)} · {model.path.parent}",
            )
            for model in found
        ]
        selection = Selection(
            self.tr("Use models of other apps"),
            self.tr(
                "They stay where they are and are not changed. When the other app deletes one, it "
                "is gone here, too."
            ),
            items,
            self.tr("Use these"),
        )
        dialog = PickDialog(self._core.theme, selection, parent=self._page.window())
        dialog.picked.connect(lambda keys: self._use(found, keys))
        dialog.open()

    def _use(self, found: Sequence[FoundModel], keys: Sequence[str]) -> None:
        chosen = [model for model in found if str(model.path) in keys]
        self.card.show_found(())
        self.chosen.emit([Given(each.path, each.name, claimed=each.sha256) for each in chosen])

    def _on_declined(self) -> None:
        found, self._found = self._found, ()
        self.card.show_found(())
        self._core.operations.run(
            self,
            lambda job: self._sources.library.decline(model.path for model in found),
            on_success=lambda result: None,
            on_failure=self._on_failed,
        )

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.looking_changed.emit(False)
        self._banner.show_message(
            errors_wording.sentence(error), tone="error", details=errors_wording.details(error)
        )
