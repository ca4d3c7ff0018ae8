"""A file or paste that went with a sent message: its name and size, nothing to press."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QFrame, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.writing import attachment_words
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment
    from desktop_slm.ui.theme import Theme


class AttachedLabel(QFrame):
    """One attachment of a message in the transcript."""

    def __init__(
        self, theme: Theme, attachment: Attachment, *, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setProperty("card", "attachment")
        name = ElidedLabel(attachment.name, "strong-small")
        detail = PlainLabel(attachment_words.extent(attachment), "small")
        self.setAccessibleName(f"{name.text()}, {detail.text()}")
        row = spacing.row(theme, self, gap=8, margins=(10, 4, 10, 4))
        row.addWidget(IconLabel(theme, "file-text", "muted", size=14))
        row.addWidget(name)
        row.addWidget(detail)
