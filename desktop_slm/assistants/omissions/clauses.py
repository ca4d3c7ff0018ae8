"""The words that make a duty or an exception of a sentence.

In English, German and French, and their commonest forms in Spanish, Italian, Dutch, Chinese and
Japanese. One word is enough: an entry too many costs a glance, one too few may cost more.
"""

from __future__ import annotations

import re

_DUTIES = r"""
    must | shall | (?:required|obliged|obligated)\s+to | (?:has|have)\s+to | undertakes?\s+to
    | may\s+not | duty\s+to | obligations?\s+to | (?:is|are)\s+(?:not\s+permitted|prohibited)

    | muss | müssen | muß | verpflichtet | verpflichten | verpflichtung(?:en)? | obliegt | obliegen
    | (?:darf|dürfen)\s+(?:\w+\s+){0,6}?(?:nicht|nur|keine?[nrsm]?) | untersagt | verboten
    | (?:(?:hat|haben),?\s+(?:[^\s;:()]+\s+){0,25}? | (?:ist|sind)\s+(?:[^\s,;:()]+\s+){0,15}?)(?:
        zu\s+[a-zäöüß]{3,}n | (?:
            ab|an|auf|aus|bei|bekannt|bereit|dar|durch|ein|fern|fest|fort|frei|her|heraus|herbei|hin
            |mit|nach|nieder|offen|sicher|statt|teil|über|um|unter|vor|weg|weiter|wieder|zu|zurück
            |zusammen
        )zu[a-zäöüß]{2,}n
      )(?=\s*(?:[.,;:!?)]|$|und\b|oder\b))

    | doit | doivent | devra | devront | s['’]engage(?:nt|ra|ront)? | s['’]oblige(?:nt)?
    | (?:est|sont|sera|seront)\s+(?:\w+\s+)?(?:tenue?s?|obligée?s?|interdite?s?)
    | incombe(?:nt)? | obligations?\s+de? | ne\s+(?:peut|peuvent|pourra|pourront)

    | debe | deben | deberá | deberán | obligad[oa]s? | deve | devono | dovrà | tenut[oaie]\s+a
    | moet | moeten | verplicht
"""
_WIDE_DUTIES = (
    "必须|必須|应当|應當|有义务|義務|なければならない|なければなりません"
    "|てはならない|てはなりません|不得|禁止"
)

_EXCEPTIONS = r"""
    unless | except(?:ed|ing|ions?)? | exclud(?:es?|ed|ing) | exclusions? | other\s+than
    | save\s+(?:for|that|where|as) | notwithstanding | (?:do|does|shall)\s+not\s+apply
    | provided\s+(?:always\s+)?that

    | es\s+sei\s+denn | außer | ausser | ausgenommen | ausnahmen? | ausgeschlossen
    | (?:sofern|soweit|wenn)\s+(?:[^\s;:.]+\s+){0,10}?nicht | vorbehaltlich | unbeschadet
    | (?:gilt|gelten)\s+(?:\w+\s+){0,4}?nicht

    | sauf | à\s+moins\s+(?:que?|qu|de?) | excepté[es]* | à\s+l['’]exclusion | hormis | hors
    | sous\s+réserve | ne\s+s['’]appliquent?\s+pas | exclu[es]* | à\s+condition

    | salvo | excepto | a\s+menos\s+que | tranne | a\s+meno\s+che | tenzij | behalve
"""
_WIDE_EXCEPTIONS = "除非|除外|例外|ただし|但書|但し|を除く|を除き"


def duty_in(text: str) -> tuple[int, int] | None:
    """Returns where the first words stand that oblige somebody, None where there are none."""
    return _span(_DUTY.search(text))


def exception_in(text: str) -> tuple[int, int] | None:
    """Returns where the first words stand that take something out, None where there are none."""
    return _span(_EXCEPTION.search(text))


def _pattern(words: str, wide: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{words})(?!\w)|{wide}", re.IGNORECASE | re.VERBOSE)


def _span(found: re.Match[str] | None) -> tuple[int, int] | None:
    return found.span() if found else None


_DUTY = _pattern(_DUTIES, _WIDE_DUTIES)
_EXCEPTION = _pattern(_EXCEPTIONS, _WIDE_EXCEPTIONS)
