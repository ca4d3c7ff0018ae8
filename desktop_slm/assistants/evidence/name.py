"""A name as it stands in a text."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm.assistants.evidence.words import Word
from desktop_slm.assistants.terms import fold

TITLES = frozenset(
    fold(title)
    for title in """
    mr mrs ms mx miss sir lady lord dr prof professor judge justice president minister
    herr herrn frau hr fr fräulein professorin doktor richter richterin präsident präsidentin
    verwaltungsratspräsident architekt architektin leiterin leiter
    m mm mme mlle monsieur madame mademoiselle me maître docteur docteure professeur professeure
    juge président présidente notaire
    """.split()
)
# What may follow a name that begins a sentence: a verb, by its form.
VERB_AFTER = re.compile(
    r"(?:is|was|has|had|will|would|must|may|can|shall|should|did|does|said|says|\w{3,}ed|\w{3,}s|"
    r"\w{3,}en|ist|hat|wird|kann|muss|darf|soll|war|wurde|\w{3,}t|\w{3,}te|"
    r"a|est|sera|doit|peut|avait|etait|\w{3,}e)$"
)


@dataclass(frozen=True, slots=True)
class Name:
    """A name as it stands in a text; `words` are its own, folded, titles left out.

    `is_sure` says that nothing but a name is written so; `first` counts the words before it.
    """

    start: int
    end: int
    words: tuple[str, ...]
    first: int
    is_sure: bool
    title: str = ""
    is_acronym: bool = False  # a short form, which may stand for a thing as well
    roles: frozenset[str] = frozenset()  # stems of what stands in apposition to it
    is_place: bool = False  # it stands after "in" and its like
    is_identifier: bool = False  # with digits in it, so no run of words
    loose: int = 0  # so many of its first words may be a noun before it: "eine Tablette Toravin"

    @property
    def own(self) -> tuple[str, ...]:
        """The words that are surely of the name."""
        return self.words[self.loose :]


def name_of(words: Sequence[Word], own: Sequence[int], is_sure: bool) -> Name:
    """Returns the name that some words make."""
    return Name(
        words[own[0]].start,
        words[own[-1]].end,
        tuple(words[at].plain for at in own),
        own[0],
        is_sure,
        is_acronym=len(own) == 1 and words[own[0]].text.isupper(),
    )
