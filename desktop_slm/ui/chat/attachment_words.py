"""How attachments are told of: their extent, and whether they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment


def extent(attachment: Attachment) -> str:
    """Returns "12 pages", "12 pages, 2 without text" or "3,100 characters"."""
    tr = QCoreApplication.translate
    if not attachment.pages:
        words = tr("Attachment", "{count} characters")
        return words.format(count=f"{len(attachment.text):,}")
    if attachment.pages == 1:
        words = tr("Attachment", "1 page")
    else:
        words = tr("Attachment", "{count} pages").format(count=f"{attachment.pages:,}")
    if attachment.unread_pages:
        unread = tr("Attachment", "{pages}, {count} without text")
        words = unread.format(pages=words, count=attachment.unread_pages)
    return words
