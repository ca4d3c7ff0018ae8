"""What a digest is made of: documents with their finished summaries, and those that have none."""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.assistants.summaries.forms.dates import date_of
from desktop_slm.assistants.summaries.forms.entries import Entry
from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.receipt import ReceiptDocument
from desktop_slm.assistants.summaries.summary import Item, Summary
from desktop_slm.documents.document import Document

_LONGEST_NAME = 80
_WHO_AND_WHEN = " · "


@dataclass(frozen=True, slots=True)
class Source:
    """A document with its finished summary, and the form that this has."""

    document: Document
    summary: Summary
    form: Form = Form.PARAGRAPH

    @property
    def name(self) -> str:
        """What the model is told that the document is called: one short line."""
        return name_of(self.document)

    def lines(self) -> list[str]:
        """Returns the items of the summary, each as one line."""
        return [_line(item) for item in self.summary.items]

    def entries(self) -> list[Entry]:
        """Returns the items of a listing form as the entries that they were."""
        return [_entry(self.form, item) for item in self.summary.items]

    def receipt(self) -> ReceiptDocument:
        """Returns what a receipt says of the document."""
        if self.summary.receipt is not None:
            return self.summary.receipt.documents[0]
        document, is_whole = self.document, self.summary.coverage.is_whole
        return ReceiptDocument(
            name=document.name,
            sha256=document.sha256,
            format=document.format.value,
            pages=document.page_count,
            pages_read=tuple(page.number for page in document.pages) if is_whole else (),
            pages_skipped=self.summary.coverage.skipped,
        )


@dataclass(frozen=True, slots=True)
class NotRead:
    """A document that was asked for and of which there is no summary."""

    name: str
    why: str


def name_of(document: Document) -> str:
    """Returns what a model is told that a document is called, in one short line."""
    return " ".join(document.name.split())[:_LONGEST_NAME]


def _line(item: Item) -> str:
    words = f"{item.label}: {item.text}" if item.label else item.text
    return f"- {' '.join(words.split())}"


def _entry(form: Form, item: Item) -> Entry:
    if form is Form.QUESTIONS:
        return Entry(item.text, head=item.label)
    if form is Form.TIMELINE:
        return Entry(item.text, when=item.label)
    if form is Form.ACTIONS:
        who, gap, when = item.label.rpartition(_WHO_AND_WHEN)
        if not gap and date_of(when) is None:  # one of the two: a name, unless it is a date
            who, when = when, ""
        return Entry(item.text, who=who, when=when)
    return Entry(item.text)
