"""The third step: the ways to a model. Says what is wished, and does nothing itself."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.models.recommend import Choice
from desktop_slm.ui import spacing
from desktop_slm.ui.first_run import words
from desktop_slm.ui.first_run.step import Step
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.wrapping_button import WrappingButton


class ModelStep(Step):
    """Shows one of: looking, a suggestion, none, a model that comes in, a model that is there."""

    get_requested = Signal(object)  # CatalogModel
    practice_requested = Signal()
    import_requested = Signal()
    start_requested = Signal()
    leave_requested = Signal()

    def __init__(self, theme: Theme, *, has_practice: bool) -> None:
        super().__init__(theme, 3, words.tr("Choose a model"))
        self._choice: Choice | None = None
        self._has_practice = has_practice
        self.start = Button(theme, self.tr("Start"), kind="primary")
        self.get = Button(theme, self.tr("Get"), kind="primary")
        self.practice = WrappingButton(theme, self.tr("Look around with the practice model"))
        self.import_ = Button(theme, self.tr("Import a file…"))
        self.leave = Button(theme, self.tr("Not now"))
        buttons = QWidget()
        flow = FlowLayout(theme, buttons, gap=8)
        around = spacing.column(theme, gap=0, margins=(0, 8, 0, 0))
        around.addWidget(buttons)
        for button in (self.start, self.get, self.practice, self.import_, self.leave):
            flow.addWidget(button)
        self.column.addLayout(around)
        self.start.clicked.connect(self.start_requested)
        self.get.clicked.connect(self._on_get)
        self.practice.clicked.connect(self.practice_requested)
        self.import_.clicked.connect(self.import_requested)
        self.leave.clicked.connect(self.leave_requested)
        self.show_looking()

    def set_has_practice(self, has_practice: bool) -> None:
        """Offers the practice model, or to go on without any."""
        self._has_practice = has_practice
        self._show_ways()

    def show_looking(self) -> None:
        """Says that the computer is being measured."""
        self._show(self.tr("Looking for one that suits this computer…"))

    def show_suggestion(self, choice: Choice) -> None:
        """Offers to get a model."""
        self._choice = choice
        self.get.setText(self.tr("Get {model}").format(model=choice.option.model.name))
        self._show(words.suggestion(choice.option), get=True)

    def show_none(self, sentence: str) -> None:
        """Says why nothing is offered to be got."""
        self._show(sentence)

    def show_coming(self) -> None:
        """Says that a model comes in, and what can be done meanwhile."""
        sentence = self.tr("Your model is coming in. It goes on while you work, and may be paused.")
        if self._has_practice:
            sentence = self.tr(
                "Your model is coming in. Meanwhile you can look around: the practice model shows "
                "how things work, and the app changes to yours as soon as it is here."
            )
        self._show(sentence)

    def show_here(self, name: str) -> None:
        """Says that there is a model to work with."""
        sentence = self.tr("“{model}” is on this computer and answers.").format(model=name)
        self._show(sentence, start=True)

    def focus_first(self) -> None:
        """Puts the focus on the first button that can be pressed."""
        for button in (self.start, self.get, self.practice, self.import_):
            if not button.isHidden():
                button.setFocus()
                return

    def _show(self, sentence: str, *, get: bool = False, start: bool = False) -> None:
        self.say(sentence)
        self.start.setVisible(start)
        self.get.setVisible(get)
        self._show_ways()

    def _show_ways(self) -> None:
        is_needed = self.start.isHidden()
        self.practice.setVisible(self._has_practice and is_needed)
        self.leave.setVisible(not self._has_practice and is_needed)

    def _on_get(self) -> None:
        if self._choice is not None:
            self.get_requested.emit(self._choice.option.model)
