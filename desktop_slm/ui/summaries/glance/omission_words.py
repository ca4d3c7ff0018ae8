"""The words of the tab "Not in the summary"."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop_slm.assistants.omissions.omissions import (
    Finding,
    FindingKind,
    Omissions,
    OmittedPart,
    PageState,
)
from desktop_slm.ui import plain_text
from desktop_slm.ui.summaries.words import Words


class OmissionWords(QObject):
    """Says exactly what was counted."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def pages(self, omissions: Omissions) -> str:
        """Returns how many pages the summary does not rest on."""
        rested = omissions.count_pages(PageState.RESTED_ON)
        bare = omissions.count_pages(PageState.NOT_RESTED_ON)
        total = self._words.pages(rested + bare)
        if not bare:
            return self.tr("The summary rests on every page with text.")
        if not rested:
            return self.tr("No source of the summary was found on any page.")
        return self.tr("No sentence of the summary rests on {0} of {1} with text.").format(
            self._words.number(bare), total
        )

    def legend(self) -> str:
        """Returns what is listed."""
        return self.tr(
            "The parts of the document on which nothing in the summary rests, with their amounts, "
            "dates, and sentences with words of duty or exception. Found without a model."
        )

    def title(self, part: OmittedPart) -> str:
        """Returns a part's heading and pages."""
        pages = self._words.page_range(part.first_page, part.last_page)
        title = plain_text.one_line(part.title)
        if not title:
            return pages
        if part.is_whole:
            return title if part.first_page == part.last_page else f"{title} ({pages})"
        return self.tr("{0}, in part ({1})").format(title, pages)

    def counts(self, part: OmittedPart) -> str:
        """Returns "14 sentences · 3 amounts · 1 duty"."""
        counts = [self._count_sentences(part.sentences)]
        counts += [self._count(kind, part.count(kind)) for kind in FindingKind if part.count(kind)]
        return " · ".join(counts)

    def show(self, count: int) -> str:
        """Returns what the button says that opens the findings."""
        return self.tr("Show the sentence") if count == 1 else self.tr("Show {0} sentences")

    def found(self, kind: FindingKind, findings: Sequence[Finding]) -> str:
        """Returns what makes a sentence stand in the list."""
        names = {
            FindingKind.AMOUNT: self.tr("Amount: {0}"),
            FindingKind.DATE: self.tr("Date: {0}"),
            FindingKind.DUTY: self.tr("Duty: “{0}”"),
            FindingKind.EXCEPTION: self.tr("Exception: “{0}”"),
        }
        texts = [plain_text.one_line(each.text) for each in findings if each.kind is kind]
        return names[kind].format(", ".join(dict.fromkeys(texts)))

    def _count_sentences(self, count: int) -> str:
        if count == 1:
            return self.tr("1 sentence")
        return self.tr("{0} sentences").format(self._words.number(count))

    def _count(self, kind: FindingKind, count: int) -> str:
        one, many = {
            FindingKind.AMOUNT: (self.tr("1 amount"), self.tr("{0} amounts")),
            FindingKind.DATE: (self.tr("1 date"), self.tr("{0} dates")),
            FindingKind.DUTY: (self.tr("1 duty"), self.tr("{0} duties")),
            FindingKind.EXCEPTION: (self.tr("1 exception"), self.tr("{0} exceptions")),
        }[kind]
        return one if count == 1 else many.format(self._words.number(count))
