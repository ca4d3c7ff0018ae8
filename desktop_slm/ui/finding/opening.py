"""Opens what a search found: a message, a page, a question or a draft, each at its place."""

from __future__ import annotations

from typing import TYPE_CHECKING

from desktop_slm.storage.finding.search import Hit, HitKind
from desktop_slm.storage.finding.search_text import Query
from desktop_slm.ui.places import Place
from desktop_slm.ui.sidebar.entry import EntryKey, Kind

if TYPE_CHECKING:
    from desktop_slm.ui.page_stack import PageStack


def open_hit(pages: PageStack, hit: Hit, typed: str) -> None:
    """Shows what was found for what a person typed."""
    if hit.kind is HitKind.MESSAGE and hit.message_id is not None:
        pages.chat.open_chat_at(hit.id, hit.message_id, Query(typed).pattern)
        pages.show_place(Place.CHAT)
    elif hit.kind is HitKind.DOCUMENT and hit.page is not None:
        _open_page(pages, hit, hit.page, Query(typed))
    elif hit.kind is HitKind.QUESTION:
        pages.ask_about(list(hit.summaries), hit.question_id)
    elif hit.kind is HitKind.DRAFT and not hit.id:
        pages.begin_chat_in(hit.folder_id)
    else:
        is_chat = hit.kind in (HitKind.CHAT, HitKind.DRAFT)
        pages.open_entry(EntryKey(Kind.CHAT if is_chat else Kind.SUMMARY, hit.id))


def _open_page(pages: PageStack, hit: Hit, page: int, query: Query) -> None:
    from desktop_slm.ui.summaries.found_place import FoundPlace

    pages.show_place(Place.SUMMARY)
    if not pages.is_asking:
        pages.summary.open_found(FoundPlace(hit.id, hit.document, page, query))
