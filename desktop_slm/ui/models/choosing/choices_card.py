"""One of the three named choices: what it is, what it needs, how fast it is, and why."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QWidget

from desktop_slm.models.recommend import Choice, Role
from desktop_slm.ui import spacing
from desktop_slm.ui.models.choosing import choices_words as words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class ChoiceCard(Card):
    """Shows a choice; wishes carry its model. Without a getter there is nothing to get."""

    get_requested = Signal(object)  # CatalogModel
    details_requested = Signal(object)  # Option

    def __init__(self, theme: Theme, choice: Choice, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, gap=6, parent=parent)
        self.choice = choice
        option = choice.option
        name = option.model.name
        self.set_selected(choice.role is Role.SUGGESTED)
        self.get_button = Button(theme, self.tr("Get"))
        self.get_button.setAccessibleName(self.tr("Get {model}").format(model=name))
        self.here = PlainLabel(self.tr("On this computer"), "good")
        self.details_button = Button(theme, self.tr("Details"))
        self.details_button.setAccessibleName(self.tr("Details of {model}").format(model=name))
        for label in (
            PlainLabel(words.role(choice.role), "accent"),
            WrappedLabel(name, "strong"),
            WrappedLabel(words.figures(option), "small"),
            WrappedLabel(words.reason(choice.reason)),
            WrappedLabel(words.verdict(option), words.tone(option.fit)),
            WrappedLabel(words.reading(option.speed), "small"),
        ):
            self.column.addWidget(label)
        self.column.addStretch(1)
        self.column.addLayout(self._made_buttons(theme))
        self.setAccessibleName(words.spoken(choice))
        self.get_button.clicked.connect(lambda: self.get_requested.emit(option.model))
        self.details_button.clicked.connect(lambda: self.details_requested.emit(option))
        self.set_state_of(can_get=False, is_here=False)

    def set_state_of(self, *, can_get: bool, is_here: bool) -> None:
        """Shows the way to get it, or that it is here already."""
        self.get_button.setVisible(can_get and not is_here)
        self.here.setVisible(is_here)

    def _made_buttons(self, theme: Theme) -> QHBoxLayout:
        row = spacing.row(theme, gap=8, margins=(0, 8, 0, 0))
        row.addWidget(self.here)
        row.addWidget(self.get_button, 1)
        row.addWidget(self.details_button, 1)
        return row
