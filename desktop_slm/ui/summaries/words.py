"""The words of the Summarize page that several of its parts share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.summaries.coverage import NOT_YET
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.notes import EMPTY, REFUSED, TOO_LONG
from desktop_slm.assistants.summaries.pages import NOT_ASKED_FOR
from desktop_slm.assistants.summaries.summary import Coverage
from desktop_slm.documents.document import Document, Format, SkipReason
from desktop_slm.ui import language, quantities

_MOST_PAGES_NAMED = 12


class Words(QObject):
    """Names places, coverage and lengths. A format without pages has parts."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_pages = True

    def take(self, document: Document) -> None:
        """Speaks of this document from here on."""
        self._has_pages = document.format in (Format.PDF, Format.IMAGE)

    # Places

    def page(self, page: int) -> str:
        """Returns "Page 14"."""
        return self.tr("Page {0}").format(page) if self._has_pages else self._part(page)

    def _part(self, page: int) -> str:
        return self.tr("Part {0}").format(page)

    def pages(self, count: int) -> str:
        """Returns "86 pages"."""
        if count == 1:
            return self.tr("1 page") if self._has_pages else self.tr("1 part")
        words = self.tr("{0} pages") if self._has_pages else self.tr("{0} parts")
        return words.format(self.number(count))

    def chip(self, page: int) -> str:
        """Returns what a chip says: "p. 14"."""
        words = self.tr("p. {0}") if self._has_pages else self.tr("part {0}")
        return words.format(page)

    def cited(self, evidence: Evidence) -> str:
        """Returns what the chip of a source says."""
        return self.chip(evidence.page)

    def source(self, evidence: Evidence) -> str:
        """Returns what is read out for a chip."""
        words = (
            self.tr("Source, page {0}: {1}")
            if self._has_pages
            else self.tr("Source, part {0}: {1}")
        )
        return words.format(evidence.page, " ".join(evidence.quote.split()))

    def place(self, page: int, text: str) -> str:
        """Returns what is read out for words that lead to where they stand."""
        words = self.tr("Page {0}: {1}") if self._has_pages else self.tr("Part {0}: {1}")
        return words.format(page, " ".join(text.split()))

    def page_range(self, first: int, last: int) -> str:
        """Returns "pages 4 to 9"."""
        if first == last:
            return self.page(first)
        words = self.tr("Pages {0} to {1}") if self._has_pages else self.tr("Parts {0} to {1}")
        return words.format(first, last)

    def number(self, value: int) -> str:
        """Returns a number as this country writes it."""
        return quantities.whole(value)

    # What a document is

    def about(self, document: Document, words: int) -> str:
        """Returns "86 pages · English · 41,300 words"."""
        parts = [self.pages(document.page_count)]
        if name := language.name_of(document.language):
            parts.append(name)
        parts.append(
            self.tr("1 word") if words == 1 else self.tr("{0} words").format(self.number(words))
        )
        return " · ".join(parts)

    # What was read

    def coverage(self, coverage: Coverage, *, is_draft: bool) -> str:
        """Returns exactly what the model has read."""
        total, read = coverage.pages, coverage.pages_read
        with_text = total - len(coverage.skipped)
        if not is_draft:
            is_excerpt = coverage.is_key_sentences
            words = self._key_sentences(read) if is_excerpt else self._all_read(total, read)
        elif coverage.is_whole:
            words = self.tr("Draft: {0} read, the notes are not joined yet.").format(
                self.pages(with_text)
            )
        elif self._has_pages:
            words = self.tr("Draft from the first {0} of {1} pages").format(read, total)
        else:
            words = self.tr("Draft from the first {0} of {1} parts").format(read, total)
        if is_draft and not coverage.is_whole:
            words += " " + self.tr("({0} of {1} passages)").format(
                coverage.passages_read, coverage.passages_total
            )
        return words

    def _key_sentences(self, read: int) -> str:
        return self.tr("Model read the key sentences of {0}").format(self.pages(read))

    def _all_read(self, total: int, read: int) -> str:
        if read == total:
            if total == 1:
                whole = self.tr("Model read the whole page")
                return whole if self._has_pages else self.tr("Model read the whole text")
            words = (
                self.tr("Model read all of {0} pages")
                if self._has_pages
                else self.tr("Model read all of {0} parts")
            )
            return words.format(self.number(total))
        words = (
            self.tr("Model read {0} of {1} pages")
            if self._has_pages
            else self.tr("Model read {0} of {1} parts")
        )
        return words.format(self.number(read), self.number(total))

    def gaps(self, coverage: Coverage) -> list[str]:
        """Returns a sentence for each reason for which pages were not read."""
        by_reason: dict[str, list[int]] = defaultdict(list)
        for page, why in coverage.skipped:
            by_reason[why].append(page)
        return [self._gap(pages, why) for why, pages in by_reason.items()]

    def _gap(self, pages: Sequence[int], why: str) -> str:
        if len(pages) == 1:
            return self.tr("{0} was not read: {1}.").format(self.page(pages[0]), self.reason(why))
        named = ", ".join(map(str, pages[:_MOST_PAGES_NAMED]))
        named += ", …" if len(pages) > _MOST_PAGES_NAMED else ""
        return self.tr("{0} were not read: {1} ({2}).").format(
            self.pages(len(pages)), self.reason(why), named
        )

    def skipped(self, page: int, why: SkipReason) -> str:
        """Returns what stands on a sheet that was not read."""
        return self._gap([page], why.value)

    def reason(self, why: str) -> str:
        """Returns why a page has no text here."""
        reasons = {
            SkipReason.NO_TEXT: self.tr("no text, most likely a picture"),
            SkipReason.NO_WORDS: self.tr("a picture in which no words were found"),
            SkipReason.BLANK: self.tr("blank"),
            SkipReason.HIDDEN: self.tr("hidden in the file"),
            SkipReason.DAMAGED: self.tr("damaged"),
            SkipReason.TOO_MANY_PAGES: self.tr("more pages than are read of one file"),
            SkipReason.TOO_SLOW: self.tr("reading took too long"),
            SkipReason.TOO_MUCH_TEXT: self.tr("more text than is read of one file"),
            SkipReason.TOO_MUCH_MEMORY: self.tr("reading needed too much memory"),
            SkipReason.READER_STOPPED: self.tr("the document reader stopped there"),
        }
        if why in set(SkipReason):
            return reasons[SkipReason(why)]
        return self._reasons_of_summarizing().get(why, why)

    def _reasons_of_summarizing(self) -> dict[str, str]:
        return {
            NOT_ASKED_FOR: self.tr("not asked for"),
            NOT_YET: self.tr("not read yet"),
            EMPTY: self.tr("the model gave no usable answer"),
            TOO_LONG: self.tr("too long for the model"),
            REFUSED: self.tr("the model failed on it"),
        }

    # The rest

    def length(self, length: Length) -> str:
        """Returns the name of a length."""
        names = {
            Length.BRIEF: self.tr("Brief"),
            Length.STANDARD: self.tr("Standard"),
            Length.DETAILED: self.tr("Detailed"),
        }
        return names[length]

    def time_left(self, seconds: float | None) -> str:
        """Returns "about 6 min left", or nothing while nobody can tell."""
        if seconds is None:
            return ""
        if seconds < 60:
            return self.tr("less than a minute left")
        if seconds < 5400:
            return self.tr("about {0} min left").format(round(seconds / 60))
        return self.tr("about {0} h left").format(quantities.decimal(seconds / 3600))

    def practice_notice(self) -> str:
        """Returns the heading of all that the practice model makes."""
        return self.tr("Practice model: do not rely on this")

    def link_notice(self) -> str:
        """Returns what a link means."""
        return self.tr(
            "a link means that the words were found there, not that the sentence is right"
        )

    def no_source(self) -> str:
        """Returns what stands under a sentence without evidence."""
        return self.tr("No passage found that supports this.")
