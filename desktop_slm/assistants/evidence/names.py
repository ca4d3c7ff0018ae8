"""The names of a text: what is capitalised and not only because of its place or its grammar."""

from __future__ import annotations

import re
from collections.abc import Sequence, Set
from dataclasses import dataclass, replace

from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS, Language
from desktop_slm.assistants.evidence.number_words import ORDINALS, SCALES, value_of
from desktop_slm.assistants.evidence.units import UNITS
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
_CONNECTORS = frozenset("of de von van der den du la le del di da zu zur am & et and y".split())
_COMPANIES = frozenset("ag gmbh kg ohg se sa sarl sas ltd limited plc inc llc llp corp co".split())
_CALENDAR = frozenset(
    fold(word)
    for word in """
    monday tuesday wednesday thursday friday saturday sunday spring summer autumn winter
    january february march april may june july august september october november december
    montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag frühjahr frühling sommer
    herbst montags dienstags mittwochs donnerstags freitags samstags sonntags
    januar jänner februar märz mai juni juli oktober dezember
    lundi mardi mercredi jeudi vendredi samedi dimanche printemps été automne hiver
    i q chf eur usd euro euros franken dollar prozent
    """.split()
)
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
_PLACE = re.compile(r"\w(?:strasse|platz|allee|gasse|dorf|hausen|heim|furt|burg|berg|ingen)$")
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
_COMMON_BEGINNING = re.compile(r"(?:s|ing|ed|ly|tion|ment|ity|ness|ance|ence|ship|al|ive|ary)$")
_VERB_AFTER = re.compile(
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
    loose: int = 0  # so many of its first words may be a noun before it: "eine Tablette Toravin"

    @property
    def own(self) -> tuple[str, ...]:
        """The words that are surely of the name."""
        return self.words[self.loose :]


def names(text: str, words: Sequence[Word], language: Language, common: Set[str]) -> list[Name]:
    """Returns the names in order; `common` are the words that the document has in lower case."""
    found: list[Name] = []
    index = 0
    while index < len(words):
        run = _run(text, words, index)
        if not run:
            index += 1
            continue
        found.extend(_named(text, words, run, language, common))
        index = run[-1] + 1
    return found


def _run(text: str, words: Sequence[Word], index: int) -> list[int]:
    """Returns the capitalised words from here on that stand together, connectors between."""
    if not _may_be_of_name(words[index]):
        return []
    run = [index]
    at = index + 1
    while at < len(words):
        gap = text[words[at - 1].end : words[at].start]
        if (
            gap.strip(" -.&’'")
            or "\n" in gap
            or (gap.startswith(".") and len(words[at - 1].text) > 4)
        ):
            break
        if _may_be_of_name(words[at]):
            run.append(at)
        elif not (
            words[at].plain in _CONNECTORS
            and at + 1 < len(words)
            and _may_be_of_name(words[at + 1])
            and text[words[at].end : words[at + 1].start].isspace()
            and words[at].plain not in ("et", "and", "der", "am", "zu", "zur", "den", "la", "le")
        ):
            break
        at += 1
    return run


def _may_be_of_name(word: Word) -> bool:
    return (
        word.is_capital
        and word.plain not in ALL_STOP_WORDS
        and word.plain not in _CALENDAR
        and word.plain not in UNITS
        and word.plain not in SCALES
        and word.plain not in ORDINALS
        and (value_of(word.plain) is None)
    )


def _named(
    text: str,
    words: Sequence[Word],
    run: Sequence[int],
    language: Language,
    common: Set[str],
) -> list[Name]:
    titles = [at for at in run if words[at].plain in TITLES]
    after = [at for at in run if titles and at > titles[-1]]
    # "The witness Mrs Temme": what stands before the title is no part of the name.
    own = [
        at for at in (after or run) if words[at].plain not in TITLES and not _is_initial(words[at])
    ]
    if not own:
        return []
    title = _title_before(words, run, own[0])
    if language is Language.GERMAN:
        found = _german(text, words, own, bool(title), common)
    else:
        found = _plain(words, own, bool(title), common)
    return [replace(name, title=title) for name in found]


def _title_before(words: Sequence[Word], run: Sequence[int], first: int) -> str:
    before = words[first - 1] if first else None
    return before.plain if before is not None and before.plain in TITLES else ""


def _plain(words: Sequence[Word], own: list[int], has_title: bool, common: Set[str]) -> list[Name]:
    """Returns the name in a language that capitalises nothing else within a sentence."""
    if own[0] == 0 and len(own) == 1 and not has_title:
        return _initial(words, own[0], common)
    if own[0] == 0 and not has_title and words[0].plain in common:
        own = own[1:]
    own = [at for at in own if words[at].plain not in common] or own
    is_sure = has_title or any(words[at].plain not in common for at in own)
    return [_name(words, own, is_sure)]


def _is_initial(word: Word) -> bool:
    return len(word.text) == 1


def _initial(words: Sequence[Word], at: int, common: Set[str]) -> list[Name]:
    """A single capitalised word that begins a sentence is a name where a verb comes after it."""
    word = words[at]
    if word.text.isupper() and len(word.text) > 1:
        return [_name(words, [at], is_sure=True)]
    if word.plain in common or _COMMON_BEGINNING.search(word.plain):
        return []
    after = words[at + 1] if at + 1 < len(words) else None
    is_sure = after is not None and _VERB_AFTER.fullmatch(after.plain) is not None
    return [_name(words, [at], is_sure=False)] if is_sure else []


def _german(
    text: str,
    words: Sequence[Word],
    own: Sequence[int],
    has_title: bool,
    common: Set[str],
) -> list[Name]:
    if has_title:
        return [_name(words, own, is_sure=True)]
    candidates = [at for at in own if words[at].plain not in common]
    if not candidates:
        return []
    is_company = any(words[at].plain in _COMPANIES for at in own)
    if len(own) >= 2 and not is_company and not _stands_bare(words, own[0]):
        return _after_article(words, own)
    if is_company or (len(own) >= 2 and not _has_noun(words, own[1:])):
        return [_name(words, own, is_sure=is_company or not _has_noun(words, own))]
    return [
        _name(words, [at], is_sure=_looks_like_name(words, at))
        for at in candidates
        if _stands_bare(words, at) and not _GERMAN_NOUN.search(words[at].plain)
    ]


def _after_article(words: Sequence[Word], own: Sequence[int]) -> list[Name]:
    """Returns the name in "das Ehepaar Sandrock" and in "das Wiener Museum"."""
    if words[own[0]].plain.endswith("er"):
        return [_name(words, own[:1], is_sure=False)]
    if len(own) >= 3 and not _has_noun(words, own[1:]):
        return [_name(words, own[1:], is_sure=True)]
    name = _name(words, own, is_sure=False)
    return [replace(name, loose=len(name.words) - 1)]


def _looks_like_name(words: Sequence[Word], at: int) -> bool:
    """Whether a single German word is a place or a short form rather than a noun."""
    word = words[at]
    if word.text.isupper() or _PLACE.search(word.plain):
        return True
    is_where = at > 0 and words[at - 1].plain in ("in", "nach")
    return is_where and word.plain not in _AFTER_PREPOSITIONS and not word.plain.endswith("en")


def _has_noun(words: Sequence[Word], own: Sequence[int]) -> bool:
    return any(_GERMAN_NOUN.search(words[at].plain) for at in own)


def _stands_bare(words: Sequence[Word], at: int) -> bool:
    """Whether neither an article nor an adjective stands before a German noun."""
    if not at:
        after = words[1] if len(words) > 1 else None
        return after is not None and _VERB_AFTER.fullmatch(after.plain) is not None
    before = words[at - 1]
    if before.plain in _DETERMINERS:
        return False
    is_adjective = (
        before.is_content
        and not before.is_capital
        and before.plain.endswith(("e", "en", "em", "er", "es"))
    )
    return not is_adjective


def _name(words: Sequence[Word], own: Sequence[int], is_sure: bool) -> Name:
    return Name(
        words[own[0]].start,
        words[own[-1]].end,
        tuple(words[at].plain for at in own),
        own[0],
        is_sure,
        is_acronym=len(own) == 1 and words[own[0]].text.isupper(),
    )
