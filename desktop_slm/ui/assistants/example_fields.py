"""The examples of an assistant: a question and an answer each, added and taken away."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.personas.assistant import Example
from desktop_slm.assistants.personas.fields import MOST_EXAMPLE, MOST_EXAMPLES
from desktop_slm.ui import spacing
from desktop_slm.ui.assistants.text_field import TextField
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.wrapping_button import WrappingButton


class ExampleFields(QWidget):
    """A card for each example, and a button for one more."""

    changed = Signal()

    def __init__(
        self, theme: Theme, examples: tuple[Example, ...], *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._theme = theme
        self._cards: list[_ExampleCard] = []
        self._column = spacing.column(theme, self, gap=8)
        self._add = Button(theme, self.tr("Add an example"), icon="plus")
        self._add.clicked.connect(self._on_add)
        foot = spacing.row(theme, gap=0)
        foot.addWidget(self._add)
        foot.addStretch(1)
        self._column.addLayout(foot)
        for example in examples:
            self._insert(example)

    def examples(self) -> tuple[Example, ...]:
        """Returns the examples that have both a question and an answer."""
        found = (Example(card.question.text(), card.answer.text()) for card in self._cards)
        return tuple(each for each in found if each.question.strip() and each.answer.strip())

    @property
    def is_too_long(self) -> bool:
        """Whether one has more words than can be kept."""
        return any(
            field.is_too_long for card in self._cards for field in (card.question, card.answer)
        )

    def _on_add(self) -> None:
        self._insert(Example("", "")).question.edit.setFocus()
        self.changed.emit()

    def _insert(self, example: Example) -> _ExampleCard:
        card = _ExampleCard(self._theme, example)
        card.removed.connect(lambda: self._remove(card))
        card.changed.connect(self.changed)
        self._column.insertWidget(len(self._cards), card)
        self._cards.append(card)
        self._add.setEnabled(len(self._cards) < MOST_EXAMPLES)
        return card

    def _remove(self, card: _ExampleCard) -> None:
        self._cards.remove(card)
        self._column.removeWidget(card)
        card.hide()
        card.deleteLater()
        self._add.setEnabled(True)
        self._add.setFocus()
        self.changed.emit()


class _ExampleCard(Card):
    """One example."""

    changed = Signal()
    removed = Signal()

    def __init__(self, theme: Theme, example: Example) -> None:
        super().__init__(theme, margins=(12, 10, 12, 10))
        self.question = TextField(
            theme,
            self.tr("When somebody writes"),
            text=example.question,
            lines=2,
            most=MOST_EXAMPLE,
        )
        self.answer = TextField(
            theme, self.tr("it answers"), text=example.answer, lines=3, most=MOST_EXAMPLE
        )
        remove = WrappingButton(theme, self.tr("Remove this example"), kind="small")
        remove.clicked.connect(self.removed)
        foot = spacing.row(theme, gap=0)
        foot.addStretch(1)
        foot.addWidget(remove)
        for field in (self.question, self.answer):
            field.changed.connect(self.changed)
            self.column.addWidget(field)
        self.column.addLayout(foot)
