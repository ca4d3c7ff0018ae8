"""How attachments are told of: their extent, and whether they fit."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_slm.ui import quantities

if TYPE_CHECKING:
    from desktop_slm.assistants.attachments import Attachment


def counted(attachment: Attachment, tokens: int, *, fits: bool) -> str:
    """Returns "12 pages · 4,100 tokens · fits"."""
    return _counted(extent(attachment), tokens, fits=fits)


def counted_text(text: str, tokens: int, *, fits: bool) -> str:
    """Returns "12,300 characters · 3,000 tokens · fits"."""
    words = QCoreApplication.translate("Attachment", "{count} characters")
    return _counted(words.format(count=quantities.whole(len(text))), tokens, fits=fits)


def _counted(size: str, tokens: int, *, fits: bool) -> str:
    tr = QCoreApplication.translate
    words = (
        tr("Attachment", "{extent} · {tokens} tokens · fits")
        if fits
        else tr("Attachment", "{extent} · {tokens} tokens · does not fit:")
    )
    return words.format(extent=size, tokens=quantities.whole(tokens))


def extent(attachment: Attachment) -> str:
    """Returns "12 pages", "12 pages, 2 without text" or "3,100 characters"."""
    tr = QCoreApplication.translate
    if not attachment.pages:
        words = tr("Attachment", "{count} characters")
        return words.format(count=quantities.whole(len(attachment.text)))
    if attachment.pages == 1:
        words = tr("Attachment", "1 page")
    else:
        words = tr("Attachment", "{count} pages").format(count=quantities.whole(attachment.pages))
    if attachment.unread_pages:
        unread = tr("Attachment", "{pages}, {count} without text")
        words = unread.format(pages=words, count=attachment.unread_pages)
    return words
