"""One sentence of a summary: its chips, what was found of it, and a person's work on it."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QEvent, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPen,
)
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.summaries.sentences.sentence_acts import Act, act_of
from desktop_slm.ui.summaries.sentences.sentence_editor import SentenceEditor
from desktop_slm.ui.summaries.sentences.sentence_mark import SentenceMark
from desktop_slm.ui.summaries.sentences.sentence_menu import SentenceMenu
from desktop_slm.ui.summaries.sentences.sentence_notes import SentenceNotes
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.cited_text import CitedText
from desktop_slm.ui.widgets.evidence_words import lacking_words
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_RADIUS_PX = 8
_PAD_X, _PAD_Y = 6, 6
_BAR_PX = 3
_GRIP_PX, _GRIP_POINT_PX, _GRIP_STEPS_PX = 4, 2, (3, 4)


class SentenceRow(QWidget):
    """Takes the focus as a whole; Enter goes to its first source, a chip to its own."""

    source_requested = Signal(object, int)  # this row, the number of the evidence
    step_requested = Signal(object, int)  # this row, 1 or -1
    chosen = Signal(object)
    act_requested = Signal(object, object)  # this row, Act
    reworded = Signal(object, str)
    search_requested = Signal(str)

    def __init__(
        self,
        theme: Theme,
        words: Words,
        item: Item,
        *,
        can_edit: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._theme, self._words = theme, words
        self.item = item
        self.can_edit = can_edit
        self._is_current = self._is_resting = False
        self._notes: SentenceNotes | None = None
        self._menu: IconButton | None = None
        self._editor: SentenceEditor | None = None
        self._label: WrappedLabel | None = None
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("ringRadius", _RADIUS_PX)
        self.setProperty("accessibleRole", "list item")
        self.text = CitedText(theme)
        self.text.text.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.text.text.viewport().installEventFilter(self)
        self.text.chip_activated.connect(lambda number: self.source_requested.emit(self, number))
        self.mark = SentenceMark(theme)
        self.mark.clicked.connect(lambda: self._ask(Act.TICK))
        self._row = spacing.row(theme, self, gap=4, margins=(_PAD_X, _PAD_Y, _PAD_X, _PAD_Y))
        self._row.addWidget(self.mark, 0, Qt.AlignmentFlag.AlignTop)
        self._column = spacing.column(theme, gap=2)
        self._column.addWidget(self.text)
        self._column.addStretch(1)  # an alignment would cut what is higher where it is narrow
        self._row.addLayout(self._column, 1)
        self.show_item(item, can_edit=can_edit)
        theme.changed.connect(self.update)

    def show_item(self, item: Item, *, can_edit: bool) -> None:
        """Shows this item here from now on."""
        self.item, self.can_edit = item, can_edit
        self.text.show_sentence(item.text, _chips(self._words, item), list(_unknown(item)))
        self._show_label(item.label)
        self.mark.show_item(item, can_tick=can_edit)
        self._offer_menu()
        self._name(self._show_notes())
        self.update()

    @property
    def is_current(self) -> bool:
        """Whether this is the row whose source is shown or that has the keyboard."""
        return self._is_current

    @property
    def is_resting(self) -> bool:
        """Whether it rests on what is selected in the document."""
        return self._is_resting

    @property
    def editor(self) -> SentenceEditor | None:
        """The field in which it is edited just now."""
        return self._editor

    def handles(self) -> list[QWidget]:
        """Returns what the row can be dragged by: all but its words and chips."""
        return [self, self.mark, *([self._menu] if self._menu is not None else [])]

    def set_current(self, is_current: bool) -> None:
        """Draws the row as the one that is looked at."""
        self._is_current = is_current
        self._on_looked_at()
        self.update()

    def set_resting(self, is_resting: bool) -> None:
        """Marks the row as one that rests on what is selected in the document."""
        if is_resting != self._is_resting:
            self._is_resting = is_resting
            self._name(self._show_notes())
            self.update()

    def edit(self) -> None:
        """Puts a field in the place of the words."""
        if self._editor is not None or not self.can_edit:
            return
        self._editor = SentenceEditor(self._theme, self.item.text)
        self._editor.committed.connect(self._on_committed)
        self._editor.cancelled.connect(lambda: self._close_editor(keep_focus=True))
        self._column.insertWidget(self._column.indexOf(self.text), self._editor)
        self.text.hide()
        self._editor.show()
        self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is shown

    def _show_label(self, label: str) -> None:
        if label and self._label is None:
            self._label = WrappedLabel(role="strong")
            self._column.insertWidget(0, self._label)
        if self._label is not None:
            self._label.setText(plain_text.one_line(label))
            self._label.setVisible(bool(label))

    def _show_notes(self) -> str:
        item = self.item
        is_plain = item.support is Support.FULL and item.is_looked_for
        needs = not is_plain or item.is_edited or item.is_checked
        if needs and self._notes is None:
            self._notes = SentenceNotes(self._theme)
            self._notes.act_requested.connect(self._ask)
            self._notes.search_requested.connect(self.search_requested)
            self._column.insertWidget(self._column.count() - 1, self._notes)
        if self._notes is None:
            return ""
        self._notes.setVisible(needs)
        return self._notes.show_item(item, can_edit=self.can_edit)

    def _name(self, notes: str) -> None:
        """Says all of the row to those who do not see it."""
        parts = [self.item.label, self.item.text, notes]
        if self._is_resting:
            parts.append(self.tr("Rests on what is selected in the document."))
        self.setAccessibleName(plain_text.one_line(" ".join(filter(None, parts))))

    def _offer_menu(self) -> None:
        if self.can_edit and self._menu is None:
            name = self.tr("More for this sentence")
            self._menu = IconButton(self._theme, "ellipsis", name, kind="tiny")
            self._menu.setCursor(Qt.CursorShape.ArrowCursor)
            self._menu.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the row's own menu key opens it
            self._menu.clicked.connect(self._on_menu)
            policy = self._menu.sizePolicy()
            policy.setRetainSizeWhenHidden(True)
            self._menu.setSizePolicy(policy)
            self._row.addWidget(self._menu, 0, Qt.AlignmentFlag.AlignTop)
        self._on_looked_at()

    def _on_looked_at(self) -> None:
        self.mark.offer(self._is_looked_at)
        if self._menu is not None:
            self._menu.setVisible(self.can_edit and self._is_looked_at)
        if self.can_edit:
            self.setCursor(Qt.CursorShape.OpenHandCursor)
        else:
            self.unsetCursor()
        self.update()

    @property
    def _is_looked_at(self) -> bool:
        return self._is_current or self.underMouse()

    # What a person does

    def _ask(self, act: Act) -> None:
        if not self.can_edit:
            return
        if act is Act.EDIT:
            self.edit()
        else:
            self.act_requested.emit(self, act)

    def _on_menu(self) -> None:
        assert self._menu is not None
        self.chosen.emit(self)
        self._open_menu(self._menu.mapToGlobal(QPoint(0, self._menu.height())))

    def _open_menu(self, place: QPoint) -> None:
        menu = SentenceMenu(self._theme, self.item, parent=self)
        menu.act_requested.connect(self._ask)
        menu.popup_and_forget(place)

    def _on_committed(self, text: str) -> None:
        is_other = bool(text) and text != " ".join(self.item.text.split())
        self._close_editor(keep_focus=self.window().focusWidget() is self._editor)
        if is_other:
            self.reworded.emit(self, text)

    def _close_editor(self, *, keep_focus: bool) -> None:
        editor, self._editor = self._editor, None
        if editor is None:
            return
        if keep_focus:
            self.setFocus(Qt.FocusReason.OtherFocusReason)
        self._column.removeWidget(editor)
        editor.hide()
        editor.deleteLater()
        self.text.show()

    def eventFilter(self, watched: object, event: QEvent) -> bool:
        """A click on the words chooses the row, and they can still be selected."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self.chosen.emit(self)
        elif event.type() is QEvent.Type.MouseButtonDblClick and self.can_edit:
            self.edit()
            return True
        return False

    def event(self, event: QEvent) -> bool:
        """Offers what can be done while the pointer is over it."""
        if event.type() in (QEvent.Type.HoverEnter, QEvent.Type.HoverLeave):
            self._on_looked_at()
        return super().event(event)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A click beside the words does, too."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        self.chosen.emit(self)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offers what can be done with the sentence, by the pointer or the menu key."""
        if self.can_edit:
            by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
            place = self.mapToGlobal(self.rect().bottomLeft()) if by_key else event.globalPos()
            self._open_menu(place)

    def focusInEvent(self, event: QFocusEvent) -> None:
        """The row with the keyboard is the one looked at."""
        super().focusInEvent(event)
        self.chosen.emit(self)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Up and Down go by sentence, Enter to the source; other keys work on the sentence."""
        key, act = event.key(), act_of(event)
        if act is not None and self.can_edit:
            self._ask(act)
        elif key in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.step_requested.emit(self, 1 if key == Qt.Key.Key_Down else -1)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.item.evidence:
            self.source_requested.emit(self, 0)
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.can_edit:
            self.edit()
        else:
            super().keyPressEvent(event)

    # Its ground

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draws the ground: a warning's, or that of the current row with its bar."""
        is_warning = _is_warning(self.item)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        if is_warning or self._is_current or self._is_resting:
            self._paint_ground(painter, is_warning=is_warning)
        if self.can_edit and self._is_looked_at:
            self._paint_grip(painter)

    def _paint_ground(self, painter: QPainter, *, is_warning: bool) -> None:
        if is_warning or self._is_current:
            painter.setBrush(self._theme.color("soft_warning" if is_warning else "soft_accent"))
        if self._is_resting:
            painter.setPen(QPen(self._theme.color("accent"), self._theme.hairline()))
        half = self._theme.hairline() / 2
        radius = self._theme.px(_RADIUS_PX)
        ground = QRectF(self.rect()).adjusted(half, half, -half, -half)
        painter.drawRoundedRect(ground, radius, radius)
        if self._is_current or self._is_resting:
            self._paint_bar(painter, "warning" if is_warning else "accent")

    def _paint_bar(self, painter: QPainter, token: str) -> None:
        bar, inset = self._theme.px(_BAR_PX), self._theme.px(_RADIUS_PX)
        left = self.width() - bar if self.isRightToLeft() else 0
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color(token))
        painter.drawRoundedRect(QRectF(left, inset, bar, self.height() - 2 * inset), 1.5, 1.5)

    def _paint_grip(self, painter: QPainter) -> None:
        """Draws six points where the row begins: it can be dragged."""
        point, (beside, below) = self._theme.px(_GRIP_POINT_PX), map(self._theme.px, _GRIP_STEPS_PX)
        middle = self.mark.geometry().top() + self.mark.sizeHint().height() / 2
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("control_line"))
        for number in range(6):
            x = self._theme.px(_GRIP_PX) + number % 2 * beside
            left = self.width() - x - point if self.isRightToLeft() else x
            top = middle + (number // 2 - 1) * below - point / 2
            painter.drawEllipse(QRectF(left, top, point, point))


def _is_warning(item: Item) -> bool:
    return item.support is Support.NONE and item.is_looked_for and not item.is_checked


def _chips(words: Words, item: Item) -> list[tuple[str, str]]:
    """Returns a chip for each source; two on one page share the words and not the name."""
    return [(words.cited(each), words.source(each)) for each in item.evidence]


def _unknown(item: Item) -> Iterator[tuple[int, int]]:
    """Yields where the words stand that the document does not contain."""
    for word in filter(None, lacking_words(item)):
        start = item.text.find(word)
        while start >= 0:
            yield start, start + len(word)
            start = item.text.find(word, start + len(word))
