"""What stands under a checked answer: how much was found, and which sentences were not."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Support
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.chat.evidence import source_words
from desktop_slm.ui.chat.stack import Stack
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.evidence_words import EvidenceWords
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.assistants.chat_evidence import CheckedAnswer
    from desktop_slm.assistants.summaries.summary import Item
    from desktop_slm.ui.theme import Theme

_MOST_SHOWN = 3
_MOST_QUOTED = 90


class EvidenceNotes(Stack):
    """One line that counts, a warning for each sentence that was not found whole."""

    def __init__(
        self, theme: Theme, checked: CheckedAnswer, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(theme, parent=parent)
        self._words = EvidenceWords(self)
        self._more: Button | None = None
        self._rest: list[Item] = []
        doubtful = [item for item in checked.items if item.support is not Support.FULL]
        doubtful.sort(key=lambda item: item.support is not Support.NONE)
        self._add(doubtful[:_MOST_SHOWN])
        self._rest = doubtful[_MOST_SHOWN:]
        self._add_more()
        self.add(WrappedLabel(self._count(checked), "small"), 4)

    def _add(self, items: Sequence[Item]) -> None:
        for item in items:
            self.add(_note(self._theme, self._sentence(item)), 4)

    def _add_more(self) -> None:
        if self._rest:
            words = self.tr("Show {count} more").format(count=len(self._rest))
            box = QWidget()
            row = spacing.row(self._theme, box, gap=0)
            self._more = Button(self._theme, words, kind="link")
            self._more.clicked.connect(lambda: self._on_more(box))
            row.addWidget(self._more)
            row.addStretch(1)
            self.add(box, 2)

    def _on_more(self, box: QWidget) -> None:
        at = next(at for at, (part, _) in enumerate(self._parts) if part is box)
        self.remove(box)
        for number, item in enumerate(self._rest):
            self.insert(at + number, _note(self._theme, self._sentence(item)), 2)
        self._rest = []
        self.place()

    def _sentence(self, item: Item) -> str:
        text = plain_text.one_line(item.text)
        quoted = text if len(text) <= _MOST_QUOTED else f"{text[: _MOST_QUOTED - 1]}…"
        return self.tr("“{sentence}” {what}").format(
            sentence=quoted, what=self._words.support(item)
        )

    def _count(self, checked: CheckedAnswer) -> str:
        where = source_words.documents(checked.sources)
        if not checked.items:
            return self.tr("There is no sentence here that could be looked for in {where}.").format(
                where=where
            )
        words = self.tr("{found} of {count} sentences found in {where}.")
        if len(checked.items) == 1:
            words = self.tr("{found} of 1 sentence found in {where}.")
        said = words.format(found=checked.found, count=len(checked.items), where=where)
        said += " " + self.tr(
            "A link means that the words were found there, not that the sentence is right."
        )
        if checked.has_unchecked:
            said += " " + self.tr("Tables and code were not looked for.")
        return said


def _note(theme: Theme, sentence: str) -> QWidget:
    box = QWidget()
    row = spacing.row(theme, box, gap=6)
    top = Qt.AlignmentFlag.AlignTop
    row.addWidget(IconLabel(theme, "triangle-alert", "warning", size=14), 0, top)
    row.addWidget(WrappedLabel(sentence, "warning"), 1, Qt.AlignmentFlag.AlignVCenter)
    return box
