"""What a person wants of a summary."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.pages import ALL_PAGES, PageChoice
from desktop_slm.engine.protocol import GREEDY, Sampling
from desktop_slm.models.library import InstalledModel


@dataclass(frozen=True, slots=True)
class SummaryOptions:
    """How a document is summarized.

    `words` of 0 leaves the number to the length; `language` is a code of `language.LANGUAGES`, or
    "" for the document's own; `focus` is a free instruction: what alone shall be in the summary.
    `is_reproducible` reads one passage at a time in batches of one shape: slower, but the same
    input gives the same words, also after a stop.
    """

    model: InstalledModel
    length: Length = Length.STANDARD
    sampling: Sampling = GREEDY
    form: Form = Form.PARAGRAPH
    words: int = 0
    language: str = ""
    focus: str = ""
    pages: PageChoice = ALL_PAGES
    is_reproducible: bool = False

    def settings(self) -> dict[str, Any]:
        """Returns everything but the model as plain values."""
        return {
            "length": self.length.value,
            "sampling": self.sampling.to_wire(),
            "form": self.form.value,
            "words": self.words,
            "language": self.language,
            "focus": self.focus,
            "pages": str(self.pages),
            "reproducible": self.is_reproducible,
        }

    @classmethod
    def from_settings(cls, model: InstalledModel, stored: Mapping[str, Any]) -> SummaryOptions:
        """Returns the options that `settings` gave; what an earlier release lacks is as usual."""
        sampling = stored.get("sampling")
        return cls(
            model=model,
            length=Length(stored.get("length", Length.STANDARD.value)),
            sampling=Sampling.from_wire(sampling) if sampling else GREEDY,
            form=Form(stored.get("form", Form.PARAGRAPH.value)),
            words=int(stored.get("words", 0)),
            language=str(stored.get("language", "")),
            focus=str(stored.get("focus", "")),
            pages=PageChoice.parse(str(stored.get("pages", ""))),
            is_reproducible=bool(stored.get("reproducible", False)),
        )
