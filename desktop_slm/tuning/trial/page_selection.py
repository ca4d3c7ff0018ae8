"""Which pages a trial reads: a part that takes a few minutes, from where the text begins."""

from __future__ import annotations

import re
import statistics

from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.documents.document import Document, Format, Page
from desktop_slm.tuning.trial.trial import Pages

# Scripts that write words without spaces: two signs are about a word.
_UNSPACED = re.compile("[\u2e80-\u9fff\uac00-\ud7ff\u0e00-\u0eff]")
# A page with less than this share of the usual words is a title, a list of contents or a picture.
_LEAST_SHARE = 1 / 3
MOST_WORDS_ASKED = 200
_LEAST_WORDS_ASKED, _SHARE_ASKED = 40, 5


def count_words(text: str) -> int:
    """Returns how many words a text has, also where no spaces part them."""
    unspaced = len(_UNSPACED.findall(text))
    return len(_UNSPACED.sub(" ", text).split()) + unspaced // 2


def take(document: Document, choice: PageChoice) -> Pages:
    """Returns the chosen pages of a document with their words."""
    words = sum(count_words(page.text) for page in document.pages if page.number in choice)
    has_pages = document.format in (Format.PDF, Format.IMAGE)
    return Pages(
        document.name, document.sha256, document.page_count, choice, words, has_pages=has_pages
    )


def suggest(document: Document, most_words: int) -> PageChoice:
    """Returns pages that follow each other, with at most so many words; one page in any case."""
    pages = [(page, count_words(page.text)) for page in document.pages]
    pages = pages[_first(pages) :]
    if not pages:
        return PageChoice()
    first = last = pages[0][0].number
    words = 0
    for page, count in pages:
        words += count
        if words > most_words and page.number != first:
            break
        last = page.number
    return PageChoice(((first, last),))


def words_to_ask(words: int) -> int:
    """Returns how long a summary of so many words is asked to be."""
    return max(_LEAST_WORDS_ASKED, min(MOST_WORDS_ASKED, words // _SHARE_ASKED // 10 * 10))


def _first(pages: list[tuple[Page, int]]) -> int:
    """Returns the index of the page on which the text begins."""
    counts = [count for _, count in pages if count]
    if not counts:
        return 0
    least = statistics.median(counts) * _LEAST_SHARE
    return next(index for index, (_, count) in enumerate(pages) if count and count >= least)
