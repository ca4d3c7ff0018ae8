"""Everything that a stranger's assistant holds, shown before it is added."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.ui.assistants.form_dialog import FormDialog
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_box import PlainBox
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_HEIGHT_PX = 540


class ImportDialog(FormDialog):
    """Esc adds nothing, and so does Enter before one has gone to the button."""

    accepted_by_person = Signal()

    def __init__(self, theme: Theme, name: str, everything: str, *, parent: QWidget) -> None:
        title = self.tr("Add the assistant “{name}”?").format(name=name)
        super().__init__(theme, title, self.tr("Add"), height_px=_HEIGHT_PX, parent=parent)
        sentence = self.tr(
            "This is everything that is in the file, and all of it goes to the model in each of "
            "its chats. Read it: whoever wrote it also decides what the answers are like."
        )
        self.fields.addWidget(WrappedLabel(sentence, "muted"))
        self.box = PlainBox(theme, self.tr("Everything in the file"))
        self.box.show_text(everything)
        self.fields.addWidget(self.box)
        self.fields.addStretch(1)
        self.act_button.setDefault(False)
        self.act_button.clicked.connect(self._on_add)
        self.box.setFocus()

    def _on_add(self) -> None:
        self.accept()
        self.accepted_by_person.emit()
