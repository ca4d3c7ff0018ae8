"""From what the child sent to a `Document`: what can only be told from all pages together."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from desktop_slm.documents.document import (
    Block,
    BlockKind,
    Document,
    Recognized,
    SkippedPage,
    SkipReason,
)
from desktop_slm.documents.draft import Draft, PageDraft
from desktop_slm.documents.notices import Notice, NoticeKind
from desktop_slm.documents.recognition import short_name
from desktop_slm.documents.repeats import Place, find_repeated

_SCAN_SHARE = 0.8
_HEADING_SIZE = 1.12
_HEADING_LENGTH = 200
_HEADING_LEVELS = 4
_MAX_SHARE_OF_HEADINGS = 0.2


def assemble(draft: Draft) -> Document:
    """Returns the document; pages that never came are in `skipped`."""
    repeated = find_repeated(draft.pages)
    blocks = _with_headings(draft.pages, list(_with_repeats(draft.pages, repeated)))
    skipped = (*draft.skipped, *_missing(draft))
    recognized = tuple(page.recognized for page in draft.pages if page.recognized)
    return Document(
        name=draft.name,
        format=draft.format,
        sha256=draft.sha256,
        title=draft.about.get("title", ""),
        author=draft.about.get("author", ""),
        date=draft.about.get("date", ""),
        language=draft.about.get("language", "") or _spoken(recognized),
        pages=tuple(page.page for page in draft.pages),
        blocks=tuple(block for page in blocks for block in page),
        skipped=skipped,
        warnings=(*draft.notices, *_notices(draft, skipped, len(repeated))),
        recognized=recognized,
    )


def _spoken(recognized: Sequence[Recognized]) -> str:
    """Returns the language in which most pages were recognised."""
    counted = Counter(found.language for found in recognized)
    return short_name(counted.most_common(1)[0][0]) if counted else ""


def _missing(draft: Draft) -> Iterator[SkippedPage]:
    if draft.stopped is None:
        return
    # A format without pages cannot say how much is missing: one entry stands for the rest.
    last = draft.expected or draft.last + 1
    for number in range(draft.last + 1, last + 1):
        yield SkippedPage(number, draft.stopped)


def _with_repeats(
    pages: Sequence[PageDraft], repeated: frozenset[Place]
) -> Iterator[tuple[Block, ...]]:
    for index, draft in enumerate(pages):
        yield tuple(
            replace(block, kind=BlockKind.REPEATED, level=0)
            if (index, number) in repeated
            else block
            for number, block in enumerate(draft.blocks)
        )


def _with_headings(
    pages: Sequence[PageDraft], blocks: list[tuple[Block, ...]]
) -> list[tuple[Block, ...]]:
    """Where the file has no outline, what is set larger than the text is a heading."""
    if any(block.kind is BlockKind.HEADING for page in blocks for block in page):
        return blocks
    weights: Counter[float] = Counter()
    for draft in pages:
        for size, block in zip(draft.sizes, draft.blocks, strict=False):
            if size:  # what was written on a page has none
                weights[size] += block.end - block.start
    if not weights:
        return blocks
    body = weights.most_common(1)[0][0]
    levels = _levels(weights, body)
    if not levels:
        return blocks
    return [
        tuple(
            replace(block, kind=BlockKind.HEADING, level=levels[size])
            if size in levels and _may_head(draft, block)
            else block
            for size, block in zip(draft.sizes, page, strict=True)
        )
        for draft, page in zip(pages, blocks, strict=True)
    ]


def _levels(weights: Counter[float], body: float) -> dict[float, int]:
    larger = sorted((size for size in weights if size >= _HEADING_SIZE * body), reverse=True)
    if sum(weights[size] for size in larger) > _MAX_SHARE_OF_HEADINGS * weights.total():
        return {}
    return {size: min(level, _HEADING_LEVELS) for level, size in enumerate(larger, 1)}


def _may_head(draft: PageDraft, block: Block) -> bool:
    if block.kind not in (BlockKind.PARAGRAPH, BlockKind.LIST_ITEM) or draft.is_text_layer:
        return False
    text = draft.page.text[block.start : block.end]
    return len(text) <= _HEADING_LENGTH and any(character.isalpha() for character in text)


def _notices(draft: Draft, skipped: Sequence[SkippedPage], repeated: int) -> Iterator[Notice]:
    pages = draft.pages
    if hidden := [page.hidden for page in pages if page.hidden]:
        yield _notice(NoticeKind.HIDDEN_TEXT, characters=sum(hidden), pages=len(hidden))
    if layers := sum(page.is_text_layer for page in pages):
        yield _notice(NoticeKind.TEXT_LAYER, pages=layers)
    if recognized := [page.recognized for page in pages if page.recognized]:
        yield _notice(
            NoticeKind.RECOGNIZED,
            languages=", ".join(sorted({found.language for found in recognized})),
            pages=len(recognized),
            words=sum(len(found.uncertain) for found in recognized),
        )
    why = Counter(page.why for page in skipped)
    total = len(pages) + len(skipped)
    if pages and why[SkipReason.NO_TEXT] > _SCAN_SHARE * total:
        yield _notice(NoticeKind.LOOKS_SCANNED, empty=why[SkipReason.NO_TEXT], total=total)
    if why[SkipReason.DAMAGED]:
        yield _notice(NoticeKind.PAGES_DAMAGED, pages=why[SkipReason.DAMAGED])
    if draft.stopped is not None and draft.expected and why[draft.stopped]:
        yield _notice(NoticeKind.PAGES_MISSING, pages=why[draft.stopped], why=draft.stopped.value)
    elif draft.stopped is not None and not draft.expected:
        yield _notice(NoticeKind.REST_MISSING, why=draft.stopped.value)
    if repeated:
        yield _notice(NoticeKind.REPEATED_LINES, lines=repeated)


def _notice(kind: NoticeKind, **fields: int | str) -> Notice:
    return Notice(kind, fields)
