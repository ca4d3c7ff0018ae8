"""The words of a text that carry its content, in a form that can be compared."""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

_WORD = re.compile(r"[^\W_]+(?:[.,'’-][^\W_]+)*", re.UNICODE)
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
# Where a word is cut: endings vary ("closed", "closing", "closure"), beginnings do not.
_STEM_LENGTH = 6

_STOP_WORDS = frozenset(
    """
    a about across after against all also among an and any are as at be been before between but by
    can could did do does during for from had has have he her his how if in into is it its may
    more most must no nor not of on one only or other our out over per she should since so some
    such than that the their them then there these they this those through to toward towards under
    until up upon via was we were what when where which while who will with within would you your
    aber alle als am an auch auf aus bei beim bin bis da damit das dass dem den der des die dies
    diese dieser dieses doch du durch ein eine einem einen einer eines er es für gegen gegenüber
    haben hat hier ich ihr ihre im in ist je kann kein keine können man mit muss nach nicht noch
    nur oder sein seine seit sich sie sind so um und uns unter vom von vor war waren was wenn
    werden wie wir wird wurde wurden während zu zum zur zwischen über
    au aux avec ce ces cette chez contre dans de depuis des dont du elle elles en entre est et eu
    il ils je la le les leur leurs lors lui mais ne nous on ont ou par pas pendant plus pour qu
    que qui sa sans se selon ses son sont sur un une vers vous était été être
    """.split()
)
_LIGATURES = str.maketrans({"œ": "oe", "æ": "ae", "ß": "ss", "’": "'", "\u00ad": ""})


def terms(text: str) -> list[str]:
    """Returns the comparable content words of a text, in order, repeats included."""
    found: list[str] = []
    for match in _WORD.finditer(unicodedata.normalize("NFKC", text).casefold()):
        word = match.group()
        if _IDEOGRAPH.search(word):
            found.extend(pairs(word))
        elif any(character.isdigit() for character in word):
            found.append(word.replace("’", "'"))
        elif word not in _STOP_WORDS and len(word) > 1:
            found.append(_stem(word.replace("’", "'")))
    return found


def split_words(text: str) -> list[str]:
    """Returns the words of a text as they stand there."""
    return [match.group() for match in _WORD.finditer(text)]


def pairs(word: str) -> list[str]:
    """Returns the pairs of signs of a word in a script that does not part words."""
    return [word[i : i + 2] for i in range(max(1, len(word) - 1))]


def has_ideographs(word: str) -> bool:
    """Whether a word is in a script that does not part words."""
    return _IDEOGRAPH.search(word) is not None


@lru_cache(maxsize=65536)
def fold(word: str) -> str:
    """Returns a word without case, accents and ligatures: "Bœufs" as "boeufs"."""
    if word.isascii():
        return word.lower()
    plain = unicodedata.normalize("NFKD", word.casefold().translate(_LIGATURES))
    return "".join(sign for sign in plain if not unicodedata.combining(sign))


def _stem(word: str) -> str:
    """Returns what a word shares with its other forms, roughly, in any of our languages."""
    return word.removesuffix("'s").removesuffix("s")[:_STEM_LENGTH]
