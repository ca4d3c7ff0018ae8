"""What the comparison says in words, in one place for list, panes and screen readers."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject

from desktop_slm.assistants.comparison.comparing import Step
from desktop_slm.assistants.comparison.comparison import (
    Change,
    ChangeKind,
    Comparison,
    Passage,
    Reason,
    Version,
)
from desktop_slm.ui import plain_text, quantities

_MOST_PAGES = 12


class ComparisonWords(QObject):
    """Whole sentences about changes."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._has_pages = [True, True]

    def kind(self, kind: ChangeKind) -> str:
        """Returns what happened."""
        return {
            ChangeKind.ADDED: self.tr("Added"),
            ChangeKind.REMOVED: self.tr("Removed"),
            ChangeKind.CHANGED: self.tr("Changed"),
            ChangeKind.MOVED: self.tr("Moved"),
        }[kind]

    def reason(self, reason: Reason) -> str:
        """Returns what a change touches."""
        return self._reasons()[reason]

    def reasons(self, change: Change) -> str:
        """Returns everything that a change touches; nothing where only wording changed."""
        return ", ".join(map(self.reason, change.reasons))

    def take(self, comparison: Comparison) -> None:
        """Speaks of these versions from here on."""
        self._has_pages = [version.has_pages for version in comparison.versions]

    def page(self, number: int, *, is_after: bool) -> str:
        """Returns "page 4"; a format without pages has parts."""
        words = self.tr("page {0}") if self._has_pages[is_after] else self.tr("part {0}")
        return words.format(self.number(number))

    def place(self, change: Change) -> str:
        """Returns the page, or both pages."""
        if change.kind is ChangeKind.ADDED:
            return self.page(change.after[0].page, is_after=True)
        old = self.page(change.before[0].page, is_after=False)
        if change.kind is ChangeKind.REMOVED:
            return old
        new = self.page(change.after[0].page, is_after=True)
        if old == new:
            return new
        if self._has_pages[0] == self._has_pages[1]:
            new = self.number(change.after[0].page)
        return self.tr("{0} → {1}").format(old, new)

    def described(self, change: Change) -> str:
        """Returns a change as it is read out."""
        parts = [f"{self.kind(change.kind)}, {self.place(change)}"]
        if change.reasons:
            parts.append(self.reasons(change))
        if change.before:
            parts.append(self.tr("Earlier: {0}").format(_quote(change.before)))
        if change.after:
            parts.append(self.tr("Later: {0}").format(_quote(change.after)))
        return ". ".join(parts)

    def counted(self, comparison: Comparison) -> str:
        """Returns how many changes of each kind there are."""
        if comparison.is_equal:
            return self.tr("No differences were found in the text that could be read.")
        counts = comparison.counts
        templates: dict[ChangeKind, Callable[[], str]] = {
            ChangeKind.ADDED: lambda: self.tr("{0} added"),
            ChangeKind.REMOVED: lambda: self.tr("{0} removed"),
            ChangeKind.CHANGED: lambda: self.tr("{0} changed"),
            ChangeKind.MOVED: lambda: self.tr("{0} moved"),
        }
        return ", ".join(
            templates[kind]().format(self.number(count)) for kind, count in counts.items() if count
        )

    def unread(self, version: Version) -> str:
        """Returns which pages were not compared; nothing where all were."""
        if not version.unread:
            return ""
        pages = ", ".join(map(self.number, version.unread[:_MOST_PAGES]))
        more = ", …" if len(version.unread) > _MOST_PAGES else ""
        return self.tr("Not compared, because no text could be read there: {0} of “{1}”.").format(
            pages + more, plain_text.one_line(version.name)
        )

    def step(self, step: Step) -> str:
        """Returns what goes on."""
        if not step.name:
            return self.tr("Comparing the two versions…")
        name = plain_text.one_line(step.name)
        if step.pages:
            return self.tr("Reading “{0}”, page {1} of {2}").format(
                name, self.number(step.read), self.number(step.pages)
            )
        return self.tr("Reading “{0}”").format(name)

    def number(self, number: int) -> str:
        """Returns a number as the person's country writes it."""
        return quantities.whole(number)

    def _reasons(self) -> dict[Reason, str]:
        return {
            Reason.NUMBER: self.tr("number"),
            Reason.DATE: self.tr("date"),
            Reason.NAME: self.tr("name"),
            Reason.NEGATION: self.tr("“not”"),
            Reason.MODALITY: self.tr("must or may"),
            Reason.CONDITION: self.tr("condition"),
            Reason.QUANTITY: self.tr("all or some"),
            Reason.OPPOSITE: self.tr("opposite word"),
            Reason.NUMBERING: self.tr("numbering only"),
            Reason.PUNCTUATION: self.tr("punctuation only"),
            Reason.CAPITALS: self.tr("capital letters only"),
        }


def _quote(passages: tuple[Passage, ...]) -> str:
    return plain_text.one_line(" ".join(passage.quote for passage in passages))
