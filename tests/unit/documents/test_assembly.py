from __future__ import annotations

from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.document import Block, BlockKind, Page, SkippedPage, SkipReason
from desktop_slm.documents.draft import Draft, PageDraft
from desktop_slm.documents.notices import NoticeKind


def _page(number: int, *blocks: tuple[str, float]) -> PageDraft:
    text, marks = "", []
    for words, _ in blocks:
        marks.append(Block(BlockKind.PARAGRAPH, number, len(text), len(text) + len(words)))
        text += words + "\n\n"
    return PageDraft(Page(number, str(number), text), tuple(marks), tuple(s for _, s in blocks))


def test_larger_text_is_a_heading_where_there_is_no_outline() -> None:
    draft = Draft("a.pdf", pages=[_page(1, ("Big", 20.0), ("Less", 14.0), ("body " * 60, 10.0))])
    found = assemble(draft).headings
    assert [(heading.level, heading.title) for heading in found] == [(1, "Big"), (2, "Less")]


def test_a_page_of_large_text_has_no_headings_by_size() -> None:
    draft = Draft("a.pdf", pages=[_page(1, ("Slide words here", 20.0), ("small", 10.0))])
    draft.pages.append(_page(2, ("footnote words that are many" * 2, 10.0)))
    assert not assemble(draft).headings


def test_an_outline_wins_over_sizes() -> None:
    page = _page(1, ("From the outline", 10.0), ("Large", 30.0), ("body " * 60, 10.0))
    heading = Block(BlockKind.HEADING, 1, 0, 16, 1)
    page = PageDraft(page.page, (heading, *page.blocks[1:]), page.sizes)
    assert [found.title for found in assemble(Draft("a.pdf", pages=[page])).headings] == [
        "From the outline"
    ]


def test_pages_that_never_came_are_skipped_with_the_reason() -> None:
    draft = Draft("a.pdf", expected=4, pages=[_page(1, ("x", 10.0))], stopped=SkipReason.TOO_SLOW)
    draft.skipped.append(SkippedPage(2, SkipReason.DAMAGED))
    document = assemble(draft)
    assert [(page.page, page.why) for page in document.skipped] == [
        (2, SkipReason.DAMAGED),
        (3, SkipReason.TOO_SLOW),
        (4, SkipReason.TOO_SLOW),
    ]
    assert {notice.kind for notice in document.warnings} == {
        NoticeKind.PAGES_DAMAGED,
        NoticeKind.PAGES_MISSING,
    }


def test_mostly_empty_pages_look_scanned() -> None:
    draft = Draft("a.pdf", pages=[_page(1, ("x", 10.0))])
    draft.skipped = [SkippedPage(number, SkipReason.NO_TEXT) for number in range(2, 11)]
    assert [notice.kind for notice in assemble(draft).warnings] == [NoticeKind.LOOKS_SCANNED]
