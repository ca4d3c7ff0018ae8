"""What a person wants of a summary, whichever model makes it, and what is remembered of that."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, fields
from enum import StrEnum
from pathlib import Path
from typing import Any, TypeVar

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.language import LANGUAGES
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.pages import ALL_PAGES, PageChoice
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.settings import Settings

_E = TypeVar("_E", bound=StrEnum)


@dataclass(frozen=True, slots=True)
class Wishes:
    """The choices on the page; the fields are those of `SummaryOptions`."""

    length: Length = Length.STANDARD
    form: Form = Form.PARAGRAPH
    words: int = 0
    language: str = ""
    focus: str = ""
    pages: PageChoice = ALL_PAGES
    is_reproducible: bool = False

    def options(self, model: InstalledModel) -> SummaryOptions:
        """Returns the options for a model."""
        return SummaryOptions(
            model=model, **{each.name: getattr(self, each.name) for each in fields(self)}
        )

    @classmethod
    def of_stored(cls, stored: Mapping[str, Any]) -> Wishes:
        """Returns those with which a stored version was begun."""
        options = SummaryOptions.from_settings(_NO_MODEL, stored)
        return cls(**{each.name: getattr(options, each.name) for each in fields(cls)})

    @classmethod
    def of_settings(cls, settings: Settings) -> Wishes:
        """Returns those that were chosen last."""
        language = settings.summary_language
        return cls(
            length=_known(Length, settings.summary_length, Length.STANDARD),
            form=_known(Form, settings.summary_form, Form.PARAGRAPH),
            words=settings.summary_words,
            language=language if language in LANGUAGES else "",
            is_reproducible=settings.summary_reproducible,
        )

    def remembered(self) -> dict[str, object]:
        """Returns the settings to change, without what tells of a document."""
        return {
            "summary_length": self.length.value,
            "summary_form": self.form.value,
            "summary_words": self.words,
            "summary_language": self.language,
            "summary_reproducible": self.is_reproducible,
        }

    @property
    def has_more(self) -> bool:
        """Whether anything is wished for beside length and form."""
        return self != Wishes(length=self.length, form=self.form)


def _known(kind: type[_E], value: str, usual: _E) -> _E:
    return kind(value) if value in set(kind) else usual


# Stored options are read for their wishes alone here.
_NO_MODEL = InstalledModel("", "", Path(), 0, "", Place.FOLDER)
