"""Names that are no capitalised words: those with digits in them, and names of medicines."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from desktop_slm.assistants.evidence.name import Name
from desktop_slm.assistants.evidence.units import UNITS
from desktop_slm.assistants.evidence.words import Word
from desktop_slm.assistants.terms import fold

# "unit2", "COVID-19", "A4"; a sign or unit before an amount is none: "EUR500", "m2".
_IDENTIFIER = re.compile(r"(?<![\w-])(?P<letters>[^\W\d_]+)-?\d+[\w-]*")
# Endings that international names of medicines have, by substance group.
_MEDICINE = re.compile(
    r"\w{3,}(?:cillin|pril|mycin|micin|cyclin|floxacin|sartan|statin|prazol|conazol|azepam|zolam|"
    r"dipin|glitazon|gliptin|gliflozin|glutid|formin|parin|xaban|gatran|oxetin|triptan|"
    r"profen|fenac|caine?|thiazid|semid|lukast|tidin|setron|olol|umab|imab|tinib|ciclib|"
    r"vudin|tegravir|ovir|mivir|bactam|penem|triaxon|furantoin|racetam|cetamol|tamol|mycin|barbital|codon|morphin)e?"
)


def identifiers(text: str) -> Iterator[tuple[int, int, str]]:
    """Yields the names with digits in a text: start, end, folded."""
    for match in _IDENTIFIER.finditer(text):
        letters = match["letters"]
        if fold(letters) not in UNITS and fold(match[0]) not in UNITS:
            yield match.start(), match.end(), fold(match[0])


def identifier_names(text: str) -> list[Name]:
    """Returns them as names."""
    return [
        Name(start, end, (plain,), -1, is_sure=True, is_identifier=True)
        for start, end, plain in identifiers(text)
    ]


def medicines(words: Sequence[Word], taken: Sequence[Name]) -> list[Name]:
    """Returns the words that are names of medicines by their ending and no part of a name yet."""
    return [
        Name(word.start, word.end, (word.plain,), at, is_sure=True)
        for at, word in enumerate(words)
        if _MEDICINE.fullmatch(word.plain)
        and not any(name.start <= word.start < name.end for name in taken if name.is_sure)
    ]
