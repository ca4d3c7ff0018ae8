"""What a French word shares with its other forms: irregular families, then endings."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources

from desktop_slm.assistants.terms import fold

_SHORTEST = 4
_LEAST_BEFORE = 2
_LONGEST_FORM = 12
# Families whose end looks like that of another: "entreprise" is no form of "entreprendre".
_OTHER_WORDS = frozenset(
    """
    entreprise entreprises partie parties surprise prix paix acte suite ensuite poursuite part parts
    depart departement court courts mort morts service services vie sort fait faits avis mise lit
    elue lue bu vue vues revue dit met recit credit audit debit esprit profit conflit endroit droit
    detroit petit petits habit delit produit produits esprits voit fruit bruit nuit huit circuit
    """.split()
)
_SHORT_BEFORE = frozenset(
    "er ee es ees ent ents ente entes ement ements ir if ive ifs ives".split()
)
_DOUBLED = re.compile(r"([cflmnprst])\1$")
_ENDINGS = tuple(
    sorted(
        """
        ations ation itions ition utions ution ions ion ements ement ments ment ateurs ateur atrices
        atrice rices rice eurs eur euses euse eux ables able ibles ible ites ite ances
        ance ences ence ages age istes iste ismes isme iques ique ifs if ives ive aux als
        al ale ales el els elle elles iens ien ienne iennes aires aire
        aient ait ais ant ants ante antes ees ee er ez erent era eront erait eraient ir it i is ie
        ies isse issent issait issant ira iront irait e es ent ents ente entes u us ue ues s x y
        """.split(),
        key=len,
        reverse=True,
    )
)


def inflected(word: str) -> str:
    """Returns the infinitive of an irregular verb for its forms, and an "al" for an "aux"."""
    if word in _OTHER_WORDS:
        return word
    if word.endswith("aux") and not word.endswith("eaux") and len(word) > 5:
        return word[:-3] + "al"
    families = _families()
    for cut in range(max(0, len(word) - _LONGEST_FORM), len(word) - 2):
        if cut and cut < _LEAST_BEFORE:
            continue
        base = families.get(word[cut:])
        if base is not None:
            return word[:cut] + base
    return word


def derived(word: str) -> str:
    """Returns what is left without the endings of inflection and derivation."""
    while True:
        shorter = _shortened(word)
        if shorter == word:
            return _DOUBLED.sub(r"\1", word)
        word = shorter


def _shortened(word: str) -> str:
    for ending in _ENDINGS:
        least = 3 if len(ending) == 1 or ending in _SHORT_BEFORE else _SHORTEST
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word


@cache
def _families() -> Mapping[str, str]:
    """Returns for the end of each form the end of its infinitive."""
    file = resources.files("desktop_slm.resources") / "lexicon" / "fr_endings.txt"
    found: dict[str, str] = {}
    for line in file.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        base, *forms = (fold(word) for word in line.split())
        for form in forms:
            found.setdefault(form, base)
    return found
