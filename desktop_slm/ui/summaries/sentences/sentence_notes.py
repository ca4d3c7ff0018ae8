"""What stands under a sentence: what was not found, what one can do about it, who touched it."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.sentences.sentence_acts import Act
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.evidence_words import EvidenceWords, lacking_words
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class SentenceNotes(QWidget):
    """Made only where there is something to say: most sentences have nothing under them."""

    act_requested = Signal(object)  # Act
    search_requested = Signal(str)

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._words = EvidenceWords(self)
        self._item = Item("")
        self._support = WrappedLabel(role="warning")
        self._state = WrappedLabel(role="small")
        self._column = spacing.column(theme, self, gap=2)
        self._column.addWidget(self._support)
        self._column.addWidget(self._state)
        self._acts: QWidget | None = None

    def show_item(self, item: Item, *, can_edit: bool) -> str:
        """Shows what is to be said of an item, and returns it."""
        self._item = item
        support, state = self._words.support(item), self._words.state(item)
        for label, words in ((self._support, support), (self._state, state)):
            label.setText(words)
            label.setVisible(bool(words))
        is_open = can_edit and not item.is_checked and item.is_looked_for
        self._show_acts(is_open and item.support is not Support.FULL)
        return " ".join(filter(None, (support, state)))

    def _show_acts(self, is_shown: bool) -> None:
        if is_shown and self._acts is None:
            self._acts = self._made_acts()
            self._column.insertWidget(1, self._acts)
        if self._acts is not None:
            self._acts.setVisible(is_shown)

    def _made_acts(self) -> QWidget:
        acts = QWidget()
        flow = FlowLayout(self._theme, acts, gap=10)
        for words, name, act in (
            (self.tr("Search"), self.tr("Search the document for it"), self._on_search),
            (self.tr("Remove"), self.tr("Remove this sentence"), self._on_remove),
            (self.tr("Keep"), self.tr("Keep this sentence: I have checked it"), self._on_keep),
        ):
            button = Button(self._theme, words, kind="link")
            button.setProperty("tone", "warning")
            button.setAccessibleName(name)
            button.clicked.connect(act)
            flow.addWidget(button)
        return acts

    def _on_search(self) -> None:
        lacking = lacking_words(self._item)
        self.search_requested.emit(lacking[0] if lacking else _longest_word(self._item.text))

    def _on_remove(self) -> None:
        self.act_requested.emit(Act.REMOVE)

    def _on_keep(self) -> None:
        self.act_requested.emit(Act.KEEP)


def _longest_word(text: str) -> str:
    """Returns the word that most likely tells where a sentence comes from."""
    return max(("".join(filter(str.isalnum, word)) for word in text.split()), key=len, default="")
