"""What can be done with one sentence, each with its key."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.summaries.sentences.sentence_acts import Act
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.menu import Menu


class SentenceMenu(Menu):
    """Made when it opens; the row does what is asked."""

    act_requested = Signal(object)  # Act

    def __init__(self, theme: Theme, item: Item, *, parent: QWidget) -> None:
        super().__init__(theme, parent=parent)
        tick = self.tr("Not checked after all") if item.is_checked else self.tr("Checked by me")
        for words, act, icon, keys in (
            (tick, Act.TICK, "circle-check", "Space"),
            (self.tr("Edit"), Act.EDIT, "pencil", "F2"),
            (self.tr("Move up"), Act.UP, "arrow-up", "Alt+Up"),
            (self.tr("Move down"), Act.DOWN, "", "Alt+Down"),
            (self.tr("Add a sentence below"), Act.ADD, "plus", "Ins"),
            (self.tr("Remove"), Act.REMOVE, "trash-2", "Del"),
        ):
            action = self.add(words, partial(self.act_requested.emit, act), icon=icon)
            action.setShortcut(QKeySequence(keys))
            action.setShortcutVisibleInContextMenu(True)
