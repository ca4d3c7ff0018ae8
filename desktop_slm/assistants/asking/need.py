"""What a question needs: a number of all, a list of all, a comparison, a whole, or one place.

Told by its words, in the languages that the app speaks of; without a model, so that the same
question is always read the same way and the plan can say why.
"""

from __future__ import annotations

import re
from enum import StrEnum


class Need(StrEnum):
    """What has to be read, and what an answer is then."""

    COUNT = "count"
    LIST = "list"
    COMPARE = "compare"
    SUMMARY = "summary"
    PLACE = "place"  # somewhere it is said: the best passages do

    @property
    def is_of_all(self) -> bool:
        """Whether a passage that is not read could change the answer."""
        return self is not Need.PLACE

    @property
    def is_listed(self) -> bool:
        """Whether the findings themselves are the answer: the app counts and lists, no model."""
        return self in (Need.COUNT, Need.LIST)


# Phrases with words of a list below that ask for no list.
_IDIOMS = re.compile(
    r"\b(?:(?:at|after|above|first of|not|that'?s) all\b(?! (?:the|of))|all right|all in all|"
    r"alles klar|vor allem|trotz allem|allerdings|allein\w*|tout (?:à fait|de suite)|"
    r"(?:pas|du) tout|avant tout|malgré tout|each other|every time (?:i|you)|"
    r"(?:phone|invoice|account|case|file|reference|house|policy) number of|"
    r"in (?:any|every) case|how (?:much|long) (?:is|are|was|were) (?:each|every)|"
    r"how many (?:days|weeks|months|years|hours|minutes)|"
    r"wie viele (?:tage|wochen|monate|jahre|stunden|minuten)|"
    r"combien de (?:jours|semaines|mois|ans|années|heures|minutes))",
    re.IGNORECASE,
)
_WORDS: tuple[tuple[Need, str], ...] = (
    (
        Need.COMPARE,
        r"compar\w+|differ\w*|differences?|versus|vs\.?|contradict\w*|conflict\w*|in common|"
        r"vergleich\w*|unterschied\w*|unterscheid\w*|widerspr\w+|gemeinsam\w*|"
        r"différen\w+|diffèrent|contredi\w+|contradict\w+|en commun|par rapport",
    ),
    (
        Need.COUNT,
        r"how many|how often|count|number of|wie viele|wieviele|wie oft|anzahl|zähle?|"
        r"combien d[e']\s*\w+|nombre (?:de|d'\w*|total)|compte[zr]?",
    ),
    (
        Need.LIST,
        r"list|enumerate|all|every|everyone|everybody|everything|each|any|anything|anyone|"
        r"which (?:documents?|files?|contracts?|pages?|of (?:these|the|them))|complete|entire|"
        r"name the|what are the|who are the|ever|never|nowhere|anywhere|in total|altogether|"
        r"liste?|auflist\w*|aufzähl\w*|zähle .+ auf|alle[nrs]?|sämtliche\w*|jede[nrms]?|"
        r"welche (?:dokumente?|dateien?|verträge|seiten)|nenne|jemals|nirgends|irgendwo|"
        r"vollständig\w*|insgesamt|au total|"
        r"lister?|énumér\w+|tou(?:s|t|te|tes)|chaque|quels sont|quelles sont|"
        r"quels? (?:documents?|fichiers?|contrats?)|aucun\w*|jamais|nulle part|complète?",
    ),
    (
        Need.SUMMARY,
        r"summar\w+|overview|main (?:points?|topics?)|what (?:is|are) (?:this|these|it|they) "
        r"(?:document|file|text|contract|\w+ )?\s*about|key points?|gist|"
        r"zusammenfass\w*|fass\w* .*zusammen|überblick|hauptpunkte|worum geht|kernaussage\w*|"
        r"résum\w+|aperçu|points? (?:principaux|clés?)|de quoi (?:parle\w*|traite\w*|s'agit)|"
        r"vue d'ensemble",
    ),
)
_PATTERNS = tuple(
    (need, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)) for need, words in _WORDS
)


def need_of(question: str) -> Need:
    """Returns what a question needs."""
    text = _IDIOMS.sub(" ", " ".join(question.split()).replace("’", "'"))
    return next((need for need, pattern in _PATTERNS if pattern.search(text)), Need.PLACE)
