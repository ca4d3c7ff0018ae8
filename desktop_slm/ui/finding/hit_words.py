"""Hits of the search in words: what their groups are called, and how one is read out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from desktop_slm.ui import plain_text

if TYPE_CHECKING:
    from desktop_slm.storage.finding.search import Hit, HitKind
    from desktop_slm.storage.finding.search_text import Snippet

Marked = tuple[str, tuple[tuple[int, int], ...]]


def group(kind: HitKind) -> str:
    """Returns the heading over hits of a kind."""
    tr = QCoreApplication.translate
    return {
        "chat": tr("Found", "Chats"),
        "message": tr("Found", "Messages"),
        "summary": tr("Found", "Summaries"),
        "document": tr("Found", "Documents"),
        "question": tr("Found", "Questions to documents"),
        "draft": tr("Found", "Not sent"),
    }[kind.value]


def title(hit: Hit) -> Marked:
    """Returns the first line of a hit, with what is marked in it."""
    words, marks = shown(hit.title)
    tr = QCoreApplication.translate
    is_new = hit.kind.value == "draft" and not hit.id
    words = words or (tr("Found", "New chat") if is_new else tr("HistoryModel", "Untitled"))
    if hit.page is not None:
        words = tr("Found", "{name}, page {page}").format(name=words, page=hit.page)
    if hit.folder:
        name = plain_text.one_line(hit.folder)
        words = tr("Found", "{title} · in {folder}").format(title=words, folder=name)
    if hit.is_archived:
        words = tr("Found", "{title} (archived)").format(title=words)
    return words, marks


def shown(snippet: Snippet) -> Marked:
    """Returns a snippet as one clean line; nothing is marked where cleaning moved the letters."""
    words = plain_text.one_line(snippet.text)
    return words, snippet.marks if words == snippet.text else ()


def spoken(hit: Hit) -> str:
    """Returns a hit for a screen reader."""
    tr = QCoreApplication.translate
    words = {
        "chat": tr("Found", "Chat: {title}"),
        "message": tr("Found", "Message in {title}: {text}"),
        "summary": tr("Found", "Summary: {title}. {text}"),
        "document": tr("Found", "Document: {title}. {text}"),
        "question": tr("Found", "Question: {title}. {text}"),
        "draft": tr("Found", "Not sent in {title}: {text}"),
    }[hit.kind.value]
    return words.format(title=title(hit)[0], text=shown(hit.snippet)[0]).strip()
