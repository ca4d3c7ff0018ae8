"""Ctrl+K: finds chats, folders, assistants and actions by some of their letters, and takes one."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QDialog, QFrame, QWidget

from desktop_slm.storage.finding.search_text import fold
from desktop_slm.ui import spacing
from desktop_slm.ui.finding import fuzzy, hit_words
from desktop_slm.ui.finding.finder import Finder
from desktop_slm.ui.finding.palette_list import Offer, OfferList, OfferModel
from desktop_slm.ui.widgets.search_field import SearchField
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

if TYPE_CHECKING:
    from desktop_slm.storage.finding.search import Found, Hit
    from desktop_slm.ui.core import Core

_WIDTH_PX, _HEIGHT_PX = 560, 440
_FROM_TOP = 0.12
_MOST_LOOKED_AT = 2000  # of the newest; the search finds the others
_MOST_SHOWN, _MOST_RECENT = 8, 5
_PAGE = 8
_STEPS = {
    Qt.Key.Key_Down: 1,
    Qt.Key.Key_Up: -1,
    Qt.Key.Key_PageDown: _PAGE,
    Qt.Key.Key_PageUp: -_PAGE,
}
_ICONS = {
    "message": "message-square",
    "chat": "message-square",
    "question": "circle-help",
    "draft": "pencil",
}
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class Palette(QDialog):
    """The keyboard stays in the field; arrows choose, Enter takes, Esc closes."""

    def __init__(
        self,
        core: Core,
        actions: Sequence[Offer],
        entries: Sequence[Offer],
        open_hit: Callable[[Hit, str], object],
        others: Sequence[tuple[str, Sequence[Offer]]] = (),
        *,
        parent: QWidget,
    ) -> None:
        """`entries` are chats and summaries, the newest first; `others` are found when typed."""
        super().__init__(parent)
        self._open_hit = open_hit
        self._actions = [(fold(offer.words), offer) for offer in actions]
        self._entries = [(fold(offer.words), offer) for offer in entries[:_MOST_LOOKED_AT]]
        self._others = [
            (heading, [(fold(offer.words), offer) for offer in offers])
            for heading, offers in others
        ]
        self._hits: list[Offer] = []
        self.setWindowTitle(self.tr("Find"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setWindowFlag(Qt.WindowType.FramelessWindowHint)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._model = OfferModel(self)
        self._list = OfferList(core.theme, self._model)
        self._field = SearchField(
            core.theme, self.tr("Find a chat, a folder, an assistant or an action")
        )
        self._nothing = WrappedLabel(self.tr("Nothing found."), "small")
        self._nothing.setContentsMargins(10, 4, 10, 4)
        self._finder = Finder(core, self, limit=_MOST_SHOWN)
        frame = QFrame()
        frame.setProperty("card", "input")
        spacing.column(core.theme, self, gap=0).addWidget(frame)
        column = spacing.column(core.theme, frame, gap=8, margins=(12, 12, 12, 12))
        column.addWidget(self._field)
        column.addWidget(self._nothing)
        column.addWidget(self._list, 1)
        self._field.textChanged.connect(self._on_typed)
        self._list.clicked.connect(self._on_clicked)
        self._finder.found.connect(self._on_found)
        self._place(core.theme.px(_WIDTH_PX), core.theme.px(_HEIGHT_PX), parent)
        self._show()
        self._field.setFocus()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Takes with Enter, chooses with the arrows; the field passes these on."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self._move(_STEPS[key])
        elif key in _ENTER:
            self._take(self._list.currentIndex().row())
        else:
            super().keyPressEvent(event)

    def _place(self, width: int, height: int, over: QWidget) -> None:
        width, height = min(width, over.width() - 32), min(height, over.height() - 32)
        top = min(round(over.height() * _FROM_TOP), over.height() - height - 16)
        corner = over.mapToGlobal(over.rect().topLeft())
        left = corner.x() + (over.width() - width) // 2
        self.setGeometry(left, corner.y() + max(top, 16), width, height)

    # What is offered

    def _on_typed(self, typed: str) -> None:
        self._hits = []
        self._finder.ask(typed)
        self._show()

    def _on_found(self, found: Found, typed: str) -> None:
        listed = {offer.words for _, offer in self._entries}
        self._hits = [
            self._hit_offer(hit, typed)
            for hit in found.hits
            if hit.kind.value not in ("chat", "summary") or hit.title.text not in listed
        ]
        self._show(keeps_choice=True)

    def _hit_offer(self, hit: Hit, typed: str) -> Offer:
        title = hit_words.title(hit)[0]
        words = hit_words.shown(hit.snippet)[0]
        icon = _ICONS.get(hit.kind.value, "file-text")
        return Offer(
            words or title,
            lambda: self._open_hit(hit, typed),
            note=title if words else "",
            icon=icon,
        )

    def _show(self, *, keeps_choice: bool = False) -> None:
        typed = fold(self._field.text()).strip()
        chosen = self._list.currentIndex().row() if keeps_choice else -1
        most = _MOST_SHOWN if typed else _MOST_RECENT
        most_actions = _MOST_SHOWN if typed else len(self._actions)
        shown_actions = fuzzy.best(typed, self._actions, most_actions)
        entries = fuzzy.best(typed, self._entries, most)
        groups = [(self.tr("Chats and summaries"), entries), (self.tr("Actions"), shown_actions)]
        if fuzzy.top(typed, self._actions) > fuzzy.top(typed, self._entries):
            groups.reverse()
        if typed:
            groups += [(heading, fuzzy.best(typed, each, most)) for heading, each in self._others]
        groups.append((self.tr("In what was written"), self._hits))
        self._model.show_groups(groups)
        has_any = self._model.rowCount() > 0
        self._nothing.setVisible(not has_any and not self._finder.is_waiting)
        self._choose(chosen if self._model.offer(chosen) else self._model.next_row(0, 1))

    def _move(self, step: int) -> None:
        row = self._list.currentIndex().row()
        for _ in range(abs(step)):
            row = self._model.next_row(row, 1 if step > 0 else -1)
        self._choose(row)

    def _choose(self, row: int) -> None:
        index = self._model.index(row, 0)
        self._list.setCurrentIndex(index)
        self._list.scrollTo(index)
        if row == self._model.next_row(-1, 1):
            self._list.scrollToTop()  # its heading, too
        # A screen reader hears of the field alone: it is told what is chosen in the list.
        said = str(index.data(Qt.ItemDataRole.AccessibleTextRole) or "")
        self._field.setAccessibleDescription(said)

    def _on_clicked(self, index: QModelIndex) -> None:
        self._take(index.row())

    def _take(self, row: int) -> None:
        offer = self._model.offer(row)
        if offer is not None:
            self._finder.forget()
            self.accept()
            offer.take()
