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
    return _counted(_characters(len(text)), tokens, fits=fits)


def _counted(size: str, tokens: int, *, fits: bool) -> str:
    tr = QCoreApplication.translate
    counted = tr("Attachment", "1 token") if tokens == 1 else tr("Attachment", "{count} tokens")
    words = (
        tr("Attachment", "{extent} · {tokens} · fits")
        if fits
        else tr("Attachment", "{extent} · {tokens} · does not fit:")
    )
    return words.format(extent=size, tokens=counted.format(count=quantities.whole(tokens)))


def _characters(count: int) -> str:
    tr = QCoreApplication.translate
    words = tr("Attachment", "1 character")
    if count != 1:
        words = tr("Attachment", "{count} characters")
    return words.format(count=quantities.whole(count))


def extent(attachment: Attachment) -> str:
    """Returns "12 pages", "12 pages, 2 without text" or "3,100 characters"."""
    tr = QCoreApplication.translate
    if not attachment.pages:
        return _characters(len(attachment.text))
    if attachment.pages == 1:
        words = tr("Attachment", "1 page")
    else:
        words = tr("Attachment", "{count} pages").format(count=quantities.whole(attachment.pages))
    if attachment.unread_pages:
        unread = tr("Attachment", "{pages}, {count} without text")
        words = unread.format(pages=words, count=attachment.unread_pages)
    return words
