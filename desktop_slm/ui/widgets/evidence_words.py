"""What is said of a sentence's support: what was found, what was not, and what to doubt."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject

from desktop_slm.assistants.evidence import Doubt, Support
from desktop_slm.assistants.summaries.summary import Item

_MOST_WORDS_NAMED = 4
_MOST_OTHERS = 2


class EvidenceWords(QObject):
    """Speaks of what the app's own check found; a link never says that a sentence is right."""

    def support(self, item: Item) -> str:
        """Returns what stands under a sentence that was not found whole, else nothing."""
        if not item.is_looked_for:
            return self.tr("Not looked for in the document yet.")
        if item.support is Support.FULL:
            return ""
        said = (
            self.tr("Only part of this was found.")
            if item.support is Support.PARTIAL
            else self.tr("No passage found that supports this.")
        )
        return " ".join([said, *self._reasons(item)])

    def state(self, item: Item) -> str:
        """Returns what a person did with a sentence: "Edited · checked by you", or nothing."""
        said = [self.tr("Edited")] if item.is_edited else []
        said += [self.tr("Checked by you")] if item.is_checked else []
        return " · ".join(said)

    def _reasons(self, item: Item) -> list[str]:
        lacking = lacking_words(item)
        doubts = [each for each in item.doubts if not (lacking and each in _OF_LACKING)]
        said = [self._unknown(lacking)] if lacking else []
        said += [self._doubt(each) for each in doubts if each is not Doubt.WORDS]
        return said

    def _unknown(self, words: Sequence[str]) -> str:
        named = ", ".join(
            self.tr("“{0}”").format(" ".join(word.split())) for word in words[:_MOST_WORDS_NAMED]
        )
        if len(words) == 1:
            return self.tr("{0} is not in the document.").format(named)
        if len(words) > _MOST_WORDS_NAMED:
            named = self.tr("{0} and more").format(named)
        return self.tr("{0} are not in the document.").format(named)

    def _doubt(self, doubt: Doubt) -> str:
        return {
            Doubt.WORDS: "",
            Doubt.NUMBER: self.tr("A number in it was not found there."),
            Doubt.NUMBER_OF_ANOTHER: self.tr("A number in it belongs to something else there."),
            Doubt.NAME: self.tr("A name in it was not found there."),
            Doubt.NEGATION: self.tr("“Not” may stand in one of the two and not in the other."),
            Doubt.OPPOSITE: self.tr("The document seems to say the opposite."),
            Doubt.QUANTITY: self.tr("All, some or none may be mixed up."),
            Doubt.MODALITY: self.tr("May and must may be mixed up."),
            Doubt.EXCEPTION: self.tr("A condition or an exception may be missing."),
            Doubt.ATTRIBUTION: self.tr("Whose claim it is may be missing."),
            Doubt.TENSE: self.tr("Past, present or future may be mixed up."),
            Doubt.PARTIES: self.tr("Who does what to whom may be mixed up."),
            Doubt.RECOGNITION: self.tr(
                "A number in it was hard to recognise in the picture: look at the page."
            ),
        }[doubt]


_OF_LACKING = (Doubt.NUMBER, Doubt.NAME, Doubt.WORDS)


def lacking_words(item: Item) -> tuple[str, ...]:
    """Returns the words of a sentence that the document does not contain: its numbers and names,
    and its other words where those are few. Many are no news: another language, a paraphrase."""
    others = item.missing if len(item.missing) <= _MOST_OTHERS else ()
    shown = [word for word in others if not any(word in known for known in item.unknown)]
    return (*item.unknown, *shown)
