"""Names in German, where every noun has a capital: by articles, endings and what stands before."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from functools import lru_cache

from desktop_slm.assistants.evidence.languages import Language
from desktop_slm.assistants.evidence.lexicon import lexicon
from desktop_slm.assistants.evidence.name import VERB_AFTER, Name, name_of
from desktop_slm.assistants.evidence.number_words import value_of
from desktop_slm.assistants.evidence.stems import stem
from desktop_slm.assistants.evidence.words import Word
from desktop_slm.assistants.terms import fold

_COMPANIES = frozenset("ag gmbh kg ohg se sa sarl sas ltd limited plc inc llc llp corp co".split())
_DETERMINERS = frozenset(
    """
    der die das den dem des ein eine einen einem einer eines kein keine keinen keinem keiner
    dieser diese dieses diesem diesen jede jeder jedes jeden jedem sein seine seinen seinem seiner
    seines ihr ihre ihren ihrem ihrer ihres im am zum zur vom beim ins ans alle aller allen
    the a an this that these those each every any no its his her their our
    """.split()
)
_GERMAN_NOUN = re.compile(
    r"(?:ung|ungen|heit|heiten|keit|keiten|schaft|schaften|tion|tionen|taet|taten|tat|nis|nisse|tum|"
    r"ismus|ling|linge|chen|lein|ment|ente|anz|enz|ik|ie|ien|ur|uren|age|erei|schaden|kosten|recht|"
    r"rechte|pflicht|pflichten|frist|vertrag|zeit|geld|gelder|preis|preise|jahr|jahre|jahren|"
    r"steuer|steuern|sen|nde|nden|erin|erinnen|innen|or|oren)$"
)
_STREET = re.compile(r"\w{2}(?:strasse|platz|allee|gasse)$")
_PLACE = re.compile(r"\w(?:strasse|platz|allee|gasse|dorf|hausen|heim|furt|burg|berg|ingen)$")
_SURNAME = re.compile(r"\w{3}(?P<end>mann|meier|meyer|maier|bauer|huber|stein|bach)$")
# Nouns that stand without an article after "in" and "nach".
_AFTER_PREPOSITIONS = frozenset(
    fold(word)
    for word in """
    höhe kraft verzug form ruhe folge frage anspruch betrieb sicht hause art bezug gefahr summe
    zusammenhang betracht gang arbeit behandlung bar teilzeit vollzeit haft ablauf absprache
    eingang ansicht bedarf wunsch möglichkeit meinung kenntnis zugang erhalt abschluss rücksprache
    abzug kauf grund angst notwehr liebe versehen holz stein glas metall beton stahl papier beginn
    ende vorlage verlust not gebrauch bewusstsein tod unfall krankheit geburt rückkehr abreise
    ankunft abgabe eintritt austritt auftrag vereinbarung anmeldung plan maß wahl
    """.split()
)


# Before "Wasser" in "zwei Liter Wasser" a number stands: what is measured is no name.
_SHORTEST_TAIL = 4
_NOUN_ENDINGS = ("", "s", "n", "en", "e", "es", "er", "ern")


def german_names(
    words: Sequence[Word], own: Sequence[int], has_title: bool, common: Set[str]
) -> list[Name]:
    """Returns the names in a run of capitalised words; `common` the document has in lower case."""
    if has_title:
        return [name_of(words, own, is_sure=True)]
    if all(words[at].plain in common for at in own):
        return []
    if any(words[at].plain in _COMPANIES for at in own):
        return [name_of(words, own, is_sure=True)]
    rest = _without_nouns(words, own, common)
    if len(rest) >= 2:
        return [name_of(words, rest, is_sure=True)]
    if rest and len(own) >= 2:
        return _beside_noun(words, own, rest[0])
    return [
        name_of(words, [at], is_sure=_looks_like_name(words, at, common))
        for at in rest
        if _stands_bare(words, at) or _STREET.search(words[at].plain)
    ]


def _without_nouns(words: Sequence[Word], own: Sequence[int], common: Set[str]) -> list[int]:
    """Returns what is left of a run from the first word on that is no noun."""
    for index, at in enumerate(own):
        if words[at].plain not in common and not is_noun(words[at].plain):
            return [other for other in own[index:] if not is_noun(words[other].plain)]
    return []


def _beside_noun(words: Sequence[Word], own: Sequence[int], at: int) -> list[Name]:
    """Returns the name in "Ehepaar Sandrock" and "Universität Rostock", and no "Tasse Kaffee"."""
    if at == own[0] or (words[at].plain.endswith("er") and at != own[-1]):
        return [name_of(words, [at], is_sure=False)]
    before = words[own[0] - 1] if own[0] else None
    is_measured = before is not None and value_of(before.plain) is not None
    is_genitive = words[at].plain.endswith("s")
    return [name_of(words, [at], is_sure=not (is_measured or is_genitive))]


def _looks_like_name(words: Sequence[Word], at: int, common: Set[str]) -> bool:
    """Whether a single German word is a place or a short form rather than a noun."""
    word = words[at]
    if not at and not is_noun(word.plain) and not _begins_as_noun(word.plain):
        return True  # it begins the sentence, bare, and a verb comes after it
    if word.text.isupper() or _PLACE.search(word.plain):
        return True
    before = words[at - 1].plain if at else ""
    if before in ("und", "oder") and at > 1 and words[at - 2].is_capital:
        # "in Rethem und Walsrode": the second is what the first is.
        return at > 2 and _looks_like_name(words, at - 2, common)
    if is_noun(word.plain) or word.plain in _AFTER_PREPOSITIONS:
        return False
    return before in ("in", "nach")


def _begins_as_noun(plain: str) -> bool:
    """Whether a word that we know begins it: "Wachstumstreiber"."""
    known = lexicon(Language.GERMAN).groups
    return any(
        stem(plain[:cut], Language.GERMAN) in known
        for cut in range(_SHORTEST_TAIL + 1, len(plain) + 1)
    )


@lru_cache(maxsize=65536)
def is_noun(plain: str) -> bool:
    """Whether a German word is a common noun: by its ending, or by the last part that we know."""
    if _PLACE.search(plain):
        return False
    if _GERMAN_NOUN.search(plain):
        return True
    if (surname := _SURNAME.search(plain)) is not None:
        return plain[: surname.start("end")].removesuffix("s") in lexicon(Language.GERMAN).forms
    forms = lexicon(Language.GERMAN).forms
    cuts = (0, *range(3, len(plain) - _SHORTEST_TAIL + 1))
    return any(
        plain[cut:].removesuffix(ending) in forms
        for cut in cuts
        for ending in _NOUN_ENDINGS
        if len(plain) - cut - len(ending) >= _SHORTEST_TAIL or not cut
    )


def _stands_bare(words: Sequence[Word], at: int) -> bool:
    """Whether neither an article nor an adjective stands before a German noun."""
    if not at:
        after = words[1] if len(words) > 1 else None
        return after is not None and VERB_AFTER.fullmatch(after.plain) is not None
    before = words[at - 1]
    if before.plain in _DETERMINERS:
        return False
    is_adjective = (
        before.is_content
        and not before.is_capital
        and before.plain.endswith(("e", "en", "em", "er", "es"))
    )
    return not is_adjective
