"""Small words that turn a claim: negation, modality, conditions, whose claim it is, tense."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from desktop_slm.assistants.evidence import english_cues, french_cues, german_cues
from desktop_slm.assistants.evidence.cue import Cue
from desktop_slm.assistants.evidence.languages import Language

__all__ = ["Cue", "Cues"]


def _compiled(table: dict[Cue, str]) -> dict[Cue, re.Pattern[str]]:
    return {
        cue: re.compile(
            rf"(?:(?<!\w)|(?<=n['’])|(?<=l['’])|(?<=d['’]))(?:{words})(?!\w)|{_FORCED[cue]}",
            re.IGNORECASE,
        )
        if cue in _FORCED
        else re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)
        for cue, words in table.items()
    }


_FORCED = {Cue.NOT: r"(?<=\w)n['’]t\b|(?<!\w)n['’](?=\w)"}
_CUES = {
    Language.ENGLISH: _compiled(english_cues.CUES),
    Language.GERMAN: _compiled(german_cues.CUES),
    Language.FRENCH: _compiled(french_cues.CUES),
}


_MAY_THE_MONTH = re.compile(r"(?<=[\w,] )May\b")


class Cues:
    """How often each cue stands in some texts of a language; counted when it is asked for.

    `instead` answers for single cues in place of the texts.
    """

    def __init__(
        self,
        texts: Sequence[str],
        language: Language,
        instead: Mapping[Cue, Cues] | None = None,
    ) -> None:
        is_english = language is Language.ENGLISH
        self._texts = [_MAY_THE_MONTH.sub("", text) if is_english else text for text in texts]
        self._table = _CUES.get(language, {})
        self._instead = instead or {}
        self._counts: dict[Cue, int] = {}

    def get(self, cue: Cue, default: int = 0) -> int:
        """Returns how often a cue is there, the default where it is not."""
        if cue in self._instead:
            return self._instead[cue].get(cue, default)
        if cue not in self._counts:
            pattern = self._table.get(cue)
            self._counts[cue] = (
                sum(len(pattern.findall(text)) for text in self._texts) if pattern else 0
            )
        return self._counts[cue] or default
