"""The words of a set of documents: chips that name the file, and how files were read."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop_slm.assistants.asking.answer import Answer, DocumentReading
from desktop_slm.assistants.asking.ask_plan import AskPlan
from desktop_slm.assistants.asking.need import Need
from desktop_slm.assistants.asking.question import Decision, Reason
from desktop_slm.assistants.evidence import Evidence
from desktop_slm.assistants.summaries.summary import SourceCoverage
from desktop_slm.documents.document import Document
from desktop_slm.ui import plain_text
from desktop_slm.ui.summaries.words import Words

_LONGEST_NAME = 24


class SetWords(Words):
    """Speaks of several documents; of which one pages or parts are meant, evidence says."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._documents: Sequence[Document] = ()

    def take_all(self, documents: Sequence[Document]) -> None:
        """Speaks of these documents from here on."""
        self._documents = documents

    def cited(self, evidence: Evidence) -> str:
        """Returns what a chip says: "lease.pdf, p. 4"; one document needs no name."""
        document = self._documents[evidence.document]
        self.take(document)
        place = self.chip(evidence.page)
        if len(self._documents) == 1:
            return place
        name = plain_text.one_line(document.name)
        short = name if len(name) <= _LONGEST_NAME else f"{name[: _LONGEST_NAME - 1]}…"
        return self.tr("{0}, {1}").format(short, place)

    def source(self, evidence: Evidence) -> str:
        """Returns what is read out for a chip, with the file's whole name."""
        document = self._documents[evidence.document]
        self.take(document)
        said = super().source(evidence)
        return f"{plain_text.one_line(document.name)}. {said}"

    # What was read

    def read(self, answer: Answer) -> str:
        """Returns "lease.pdf and addendum.docx were read whole; report.pdf in 6 of 40 passages."""
        whole = [each.name for each in answer.readings if each.is_whole and each.passages]
        parts = []
        if whole:
            words = (
                self.tr("{0} was read whole") if len(whole) == 1 else self.tr("{0} were read whole")
            )
            parts.append(words.format(self.listed(whole)))
        in_part = [(e.name, e.read, e.passages) for e in answer.readings if not e.is_whole]
        return "; ".join([*parts, *self._in_part(in_part)]) + "."

    def planned(self, plan: AskPlan) -> str:
        """Returns what will be read, why, and how long that takes where it is known."""
        whole = [each.name for each in plan.choices if each.is_whole and each.chosen]
        parts = [self.tr("{0} whole").format(self.listed(whole))] if whole else []
        in_part = [(e.name, len(e.chosen), e.total) for e in plan.choices if not e.is_whole]
        what = "; ".join([*parts, *self._in_part(in_part)])
        said = self.tr("To be read: {0} ({1}).").format(what, self.reason_of(plan.decision))
        left = self.time_left(plan.seconds)
        return f"{said} {left[:1].upper()}{left[1:]}." if left else said

    def reason_of(self, decision: Decision) -> str:
        """Returns why the documents are read so."""
        if decision.reason is Reason.NEED:
            return {
                Need.COUNT: self.tr("the question asks for a number"),
                Need.LIST: self.tr("the question asks about all there is"),
                Need.COMPARE: self.tr("the question asks for a comparison"),
                Need.SUMMARY: self.tr("the question asks about the whole"),
                Need.PLACE: "",
            }[decision.need]
        return {
            Reason.ASKED: self.tr("as you chose"),
            Reason.SHORT: self.tr("it is short"),
            Reason.NO_WORDS: self.tr("no passage has a word of the question"),
            Reason.FOUND: self.tr("the best passages for the question"),
            Reason.NEED: "",
        }[decision.reason]

    def further(self, answer: Answer) -> list[str]:
        """Returns what else has to be said: silent files, what was left out."""
        said = []
        silent = [each.name for each in answer.readings if each.is_silent]
        if silent:
            said.append(self.tr("Nothing on this was found in {0}.").format(self.listed(silent)))
        said += [self._gap_of(each) for each in answer.readings if each.pages_without_text]
        said += [
            self.tr("Some passages of {0} could not be read.").format(each.name)
            for each in answer.readings
            if each.failed
        ]
        return said

    def counted(self, answer: Answer) -> str:
        """Returns how much was found where a number was asked for: the app counts, no model."""
        if answer.decision.need is not Need.COUNT:
            return ""
        number = len(answer.items)
        if number == 1:
            return self.tr("1 entry was found.")
        return self.tr("{0} entries were found.").format(self.number(number))

    def coverage_of(self, source: SourceCoverage) -> str:
        """Returns what of one document of a digest was read, or why it was not."""
        name = plain_text.one_line(source.name)
        if source.coverage is None:
            return self.tr("{0}: {1}").format(name, source.why)
        if source.document is not None and source.document < len(self._documents):
            self.take(self._documents[source.document])
        read = self.coverage(source.coverage, is_draft=False)
        return " ".join([self.tr("{0}: {1}.").format(name, read), *self.gaps(source.coverage)])

    def documents(self, count: int) -> str:
        """Returns "3 documents"."""
        if count == 1:
            return self.tr("1 document")
        return self.tr("{0} documents").format(self.number(count))

    def listed(self, names: Sequence[str]) -> str:
        """Returns "a, b and c"."""
        plain = [plain_text.one_line(name) for name in names]
        if len(plain) < 2:
            return "".join(plain)
        return self.tr("{0} and {1}").format(", ".join(plain[:-1]), plain[-1])

    def _in_part(self, read: Sequence[tuple[str, int, int]]) -> list[str]:
        parts = [
            self.tr("{0} in {1} of {2} passages").format(plain_text.one_line(name), some, total)
            for name, some, total in read
            if some
        ]
        unread = [name for name, some, _ in read if not some]
        if unread:
            words = self.tr("nothing of {0}, where no passage fits the question")
            parts.append(words.format(self.listed(unread)))
        return parts

    def _gap_of(self, reading: DocumentReading) -> str:
        count = reading.pages_without_text
        name = plain_text.one_line(reading.name)
        if count == 1:
            return self.tr("1 page of {0} had no text to read.").format(name)
        return self.tr("{0} pages of {1} had no text to read.").format(count, name)
