"""Asks as what a folder shall be exported: which format, and one ZIP file or a folder of files."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.chat_files.chat_format import ChatFormat
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.radio_button import RadioButton
from desktop_slm.ui.widgets.window_dialog import WindowDialog
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_WIDTH_PX = 460
_SHARE_OF_WINDOW = 0.9


class FolderExportDialog(WindowDialog):
    """What is in the folder stands in the title; where to is asked next."""

    chosen = Signal(object, bool)  # ChatFormat, whether into one ZIP file

    def __init__(self, theme: Theme, name: str, things: str, *, parent: QWidget) -> None:
        super().__init__(parent)
        title = self.tr("Export “{folder}”").format(folder=name)
        self.setWindowTitle(plain_text.window_title(title))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), int(parent.width() * _SHARE_OF_WINDOW)))
        items = (
            (ChatFormat.DOCX, self.tr("Word documents")),
            (ChatFormat.PDF, self.tr("PDF")),
            (ChatFormat.HTML, self.tr("Web pages (HTML)")),
            (ChatFormat.MARKDOWN, self.tr("Markdown")),
            (ChatFormat.JSON, self.tr("Data (JSON)")),
        )
        self.format = ComboBox(
            theme, self.tr("Format"), [(each.value, words) for each, words in items]
        )
        self.as_zip = RadioButton(theme, self.tr("One ZIP file"), parent=self)
        self.as_files = RadioButton(theme, self.tr("A folder of files"), parent=self)
        self.as_zip.setChecked(True)
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(title, "title"))
        words = self.tr("{things}, each as a file of its own.").format(things=things)
        column.addWidget(WrappedLabel(words, "muted"))
        column.addWidget(self.format, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.as_zip, 0, Qt.AlignmentFlag.AlignLeading)
        column.addWidget(self.as_files, 0, Qt.AlignmentFlag.AlignLeading)
        more = self.tr("What is exported is not encrypted: whoever has the files can read them.")
        column.addWidget(WrappedLabel(more, "small"))
        column.addStretch(1)
        buttons = spacing.row(theme, gap=8)
        buttons.addStretch(1)
        cancel = Button(theme, self.tr("Cancel"))
        cancel.clicked.connect(self.reject)
        self.go_on = Button(theme, self.tr("Choose where…"), kind="primary")
        self.go_on.setDefault(True)
        self.go_on.clicked.connect(self._on_done)
        buttons.addWidget(cancel)
        buttons.addWidget(self.go_on)
        column.addLayout(buttons)
        self.format.setFocus()

    def _on_done(self) -> None:
        chosen, is_zip = ChatFormat(self.format.choice()), self.as_zip.isChecked()
        self.accept()
        self.chosen.emit(chosen, is_zip)
