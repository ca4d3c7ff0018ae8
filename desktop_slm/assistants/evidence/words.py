"""The content words of a text with their places and stems."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from desktop_slm.assistants.evidence.languages import ALL_STOP_WORDS
from desktop_slm.assistants.terms import fold, has_ideographs, pairs

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)*")
_ELISION = re.compile(
    r"(?:[ldnsjmtc]|qu|jusqu|lorsqu|puisqu|quoiqu|quelqu)['’](?=[^\W\d_])", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s?$", re.IGNORECASE)
_SHORTEST_STEM = 3

_ENDINGS = sorted(
    """
    izations isations ization isation ations ation ements ement ments ment ingly edly ings ing
    ities ity ives ive ables able ibles ible ances ance ences ence ants ents ors
    ed es s ly er ers e y al ally
    ungen ung ungs igkeit igkeiten keit keiten heit heiten schaft schaften lich liche lichen
    licher liches lichem isch ische ischen ischer ig ige igen iger iges em en ern er es et te ten
    tet tes ter st t n
    ateurs ateur atrice trices eurs eur euse ateur aient ait ant ante antes ants ees ee ers ez
    erent era eront erait if ifs ivement es ent ons iques ique ie ies it is ir ira iront isse
    issent issant u ue ues us
    """.split(),
    key=len,
    reverse=True,
)
# Forms whose stem no ending gives, by the form they belong to.
_IRREGULAR = {
    form: forms[0]
    for forms in (
        line.split()
        for line in """
        pay paid payment|hold held holding|find found finding|give gave given|take took taken
        make made making|begin began begun|rise rose risen|fall fell fallen|grow grew grown growth
        buy bought|sell sold sale sales|lend lent loan|keep kept|lose lost loss losses|win won
        leave left|bring brought|think thought|send sent|spend spent|tell told|say said|meet met
        show shown|write wrote written|choose chose chosen choice|break broke broken breach
        seek sought|teach taught|lead led|bear bore borne|draw drew drawn|drive drove driven
        know knew known|see saw seen|speak spoke spoken speech|wear wore worn|understand understood
        die died death dead|live lived life lives|decide decided decision|receive received receipt
        renew renewed renewal|approve approved approval|refuse refused refusal|deny denied denial
        sign signed signature|analyse analysis analyses analyze|child children|woman women|man men
        apply applied application|reply replied|move moved moving|use used using usage
        notify notified notice notification|require required requirement
        destroy destroyed destruction
        extend extended extension|reduce reduced reduction|produce produced production
        acquire acquired acquisition|conclude concluded conclusion|include included inclusion
        terminate terminated termination|permit permitted permission|admit admitted admission
        describe described description|prescribe prescribed prescription|maintain maintenance
        inject injected injection|perceive perception|divide divided division|invade invasion
        treffen traf getroffen|geben gab gegeben|nehmen nahm genommen|gehen ging gegangen
        zahlen zahlt zahlte gezahlt zahlung|steigen stieg gestiegen|sinken sank gesunken
        fallen fiel gefallen|verlieren verlor verloren verlust|gewinnen gewann gewonnen gewinn
        schliessen schloss geschlossen|finden fand gefunden|verschreiben verschrieben verschrieb
        betragen betragt betrug|erhalten erhalt erhielt|beginnen begann begonnen beginn
        enden endet endete geendet ende|sterben starb gestorben tod|schreiben schrieb geschrieben
        ziehen zog gezogen|tragen trug getragen tragt|halten hielt gehalten halt|bleiben blieb
        entscheiden entschied entschieden entscheidung|heben hob gehoben|bringen brachte gebracht
        wachsen wuchs gewachsen wachstum|lassen liess gelassen|stehen stand gestanden
        kaufen kaufte gekauft kauf|verkaufen verkauft verkaufte verkauf|mieten miete gemietet
        werfen warf geworfen|leiden litt gelitten|helfen half geholfen|sprechen sprach gesprochen
        verbieten verbot verboten|unterschreiben unterschrieb unterschrieben unterschrift
        payer paie paye paiement|tenir tenu tient|vendre vend vendu vente|rendre rendu rend
        recevoir recu recoit reception|prendre pris prend|mettre mis met mise|perdre perdu perte
        devoir du due dues|naitre ne nee|mourir mort mourut deces decede|croitre cru croissance
        baisser baisse baissait|augmenter augmente augmentation|conclure conclu conclut
        vivre vecu vit|suivre suivi suit|prescrire prescrit|souscrire souscrit|venir venu vient
        obtenir obtenu obtient|detenir detenu detient|acquerir acquis acquiert acquisition
        reduire reduit reduction|produire produit production|commencer commence|finir fini fin
        """.replace("\n", "|").split("|")
        if line.split()
    )
    for form in forms
}


@dataclass(frozen=True, slots=True)
class Word:
    """A word in its text; `plain` is without case and accents, `stem` without its endings too."""

    text: str
    start: int
    end: int
    plain: str
    stem: str
    is_content: bool

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital."""
        return self.text[:1].isupper()


def words_of(text: str) -> Iterator[Word]:
    """Yields the words of a text in order; of scripts that do not part words, pairs of signs."""
    for match in _WORD.finditer(text):
        if has_ideographs(match[0]):
            for number, pair in enumerate(pairs(match[0])):
                start = match.start() + number
                yield Word(pair, start, start + len(pair), pair, pair, is_content=True)
            continue
        start, word = match.start(), match[0]
        elision = _ELISION.match(word)
        if elision is not None:
            start += elision.end()
            word = word[elision.end() :]
        word = _POSSESSIVE.sub("", word)
        plain = fold(word)
        is_content = len(plain) > 1 and plain not in ALL_STOP_WORDS
        yield Word(word, start, start + len(word), plain, stem(plain), is_content)


@lru_cache(maxsize=131072)
def stem(plain: str) -> str:
    """Returns what a folded word shares with its other forms, roughly, in any of our languages."""
    if plain in _IRREGULAR:
        return _shortened(_IRREGULAR[plain])
    return _shortened(plain)


def _shortened(plain: str) -> str:
    # German participles: "gekündigt" belongs to "kündigen".
    word = (
        plain[2:]
        if plain.startswith("ge") and plain.endswith(("t", "en")) and len(plain) > 7
        else plain
    )
    for _ in range(2):
        for ending in _ENDINGS:
            if word.endswith(ending) and len(word) - len(ending) >= max(
                _SHORTEST_STEM, 2 + len(ending) // 2
            ):
                word = word[: -len(ending)]
                break
        else:
            break
        if len(word) <= 4:
            break
    if len(word) > _SHORTEST_STEM and word[-1] == word[-2]:
        word = word[:-1]
    return word
