"""The three choices for this computer and the list of all models, over what is installed.

Measuring the computer runs in the background, the first time for about two seconds. Whoever can
get models says so with `set_getting`; until then nothing can be got here, and no button says so.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.models import catalog, recommend
from desktop_slm.models.catalog import CatalogModel, Kind
from desktop_slm.models.machine import Machine
from desktop_slm.models.recommend import Choice, Option, Wish
from desktop_slm.ui import spacing
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.choosing import choices_words
from desktop_slm.ui.models.choosing.catalog_list import CatalogList
from desktop_slm.ui.models.choosing.choices_card import ChoiceCard
from desktop_slm.ui.models.choosing.choices_details import show_details
from desktop_slm.ui.operations import Job, Operation
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_NARROW_PX = 640  # under it the cards stand one under the other
Getting = Callable[[CatalogModel], object]


@dataclass(frozen=True, slots=True)
class Offer:
    """All models as they would do here, and the ids of those that are here."""

    machine: Machine
    options: tuple[Option, ...]
    here: frozenset[str]


class Choices(QWidget):
    """Cards, a filter, and the list behind a button."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._core = core
        self._theme = core.theme
        self._offer: Offer | None = None
        self._looking: Operation[Offer] | None = None
        self._getting: Getting | None = None
        self.cards: list[ChoiceCard] = []
        self.free_only = CheckBox(core.theme, self.tr("Only Apache or MIT licenses"))
        self.state = WrappedLabel(self.tr("Looking at what this computer can do…"), "muted")
        self.all_button = Button(core.theme, self.tr("Show all models"), kind="link")
        self.all_button.setCheckable(True)
        self.list = CatalogList(core.theme)
        self._row = spacing.row(core.theme, gap=14)
        self._lay_out()
        self._connect()

    def refresh(self) -> None:
        """Looks anew what fits; what is shown stays until that is known."""
        if self._looking is not None:
            self._looking.drop()
        self._looking = self._core.operations.run(
            self, self._look, on_success=self._on_looked, on_failure=self._on_failed
        )

    def set_getting(self, getting: Getting | None) -> None:
        """Offers to get models, with what does it."""
        self._getting = getting
        self._show()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stacks the cards where there is no room beside each other."""
        super().resizeEvent(event)
        least = sum(card.minimumSizeHint().width() for card in self.cards)
        gaps = self._row.spacing() * max(len(self.cards) - 1, 0)
        is_narrow = self.width() < self._theme.px(_NARROW_PX) or self.width() <= least + gaps
        direction = QBoxLayout.Direction
        self._row.setDirection(direction.TopToBottom if is_narrow else direction.LeftToRight)

    # What fits

    def _look(self, job: Job) -> Offer:
        files = {model.path.name: model for model in self._core.library.models()}
        job.check()
        machine = self._core.calibration.machine()
        job.check()
        models = catalog.load().models
        here = frozenset(model.id for model in models if model.file in files)
        return Offer(machine, tuple(recommend.options(models, machine)), here)

    def _on_looked(self, offer: Offer) -> None:
        self._offer = offer
        self._show()

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.state.setText(errors_wording.sentence(error))
        self.state.setVisible(self._offer is None)

    def _show(self) -> None:
        if self._offer is None:
            return
        offer, is_free = self._offer, self.free_only.isChecked()
        wish = Wish(is_free)
        choices = recommend.choose(offer.options, offer.machine, wish)
        self._show_cards(choices, offer)
        self.state.setText(choices_words.lack(recommend.lack(offer.options, wish)))
        self.state.setVisible(not choices)
        self.free_only.setEnabled(True)
        self.all_button.show()
        self._show_list()

    def _show_cards(self, choices: list[Choice], offer: Offer) -> None:
        if [card.choice for card in self.cards] != choices:
            self._replace_cards(choices)
        for card in self.cards:
            is_here = card.choice.option.model.id in offer.here
            card.set_state_of(can_get=self._getting is not None, is_here=is_here)

    def _replace_cards(self, choices: list[Choice]) -> None:
        for card in self.cards:
            self._row.removeWidget(card)
            card.hide()
            card.deleteLater()
        self.cards = [ChoiceCard(self._theme, choice) for choice in choices]
        for card in self.cards:
            card.get_requested.connect(self._on_get)
            card.details_requested.connect(self._on_details)
            self._row.addWidget(card, 1)
            card.show()  # or the page would be measured without it

    def _show_list(self) -> None:
        is_shown = self.all_button.isChecked()
        self.all_button.setText(
            self.tr("Hide all models") if is_shown else self.tr("Show all models")
        )
        self.list.setVisible(is_shown)
        if self._offer is None or not is_shown:
            return
        shown = [
            option
            for option in self._offer.options
            if option.model.kind is Kind.CHAT
            and (option.model.license.is_free or not self.free_only.isChecked())
        ]
        self.list.show_options(shown, can_get=self._getting is not None, here=self._offer.here)

    # What is wished

    def _on_get(self, model: CatalogModel) -> None:
        if self._getting is not None:
            self._getting(model)

    def _on_details(self, option: Option) -> None:
        show_details(self._theme, self, option, self._open)

    def _open(self, address: str) -> None:
        launcher = self._core.outside.launcher
        self._core.operations.run(
            self,
            lambda job: launcher.open_address(address),
            on_success=lambda result: None,
            on_failure=self._core.report,
        )

    def _lay_out(self) -> None:
        column = spacing.column(self._theme, self, gap=12)
        head = QWidget()
        flow = FlowLayout(self._theme, head, gap=12)
        for each in (
            WrappedLabel(self.tr("Suggested for this computer"), "title"),
            self.free_only,
        ):
            flow.addWidget(each)
            flow.setAlignment(each, Qt.AlignmentFlag.AlignVCenter)
        column.addWidget(head)
        column.addWidget(self.state)
        column.addLayout(self._row)
        below = spacing.row(self._theme, gap=12)
        below.addWidget(self.all_button)
        below.addStretch(1)
        column.addLayout(below)
        column.addWidget(self.list)
        self.free_only.setEnabled(False)
        self.all_button.hide()
        self.list.hide()

    def _connect(self) -> None:
        self.free_only.toggled.connect(self._show)
        self.all_button.toggled.connect(self._show_list)
        self.list.get_requested.connect(self._on_get)
        self.list.details_requested.connect(self._on_details)
