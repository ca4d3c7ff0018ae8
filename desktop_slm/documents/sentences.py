"""Sentences: where they begin and end. English, German and French; CJK by their full stops.

A line break always ends a sentence, since a paragraph is one line. Where a full stop is in doubt
the text stays whole: half a sentence is worse evidence than two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

Place = tuple[int, int]

_CLOSERS = "\"'”’»›«)\\]"
_STOP = re.compile(
    rf"[.!?…]+(?:\s»(?=\s|$)|[{_CLOSERS}]*)(?:\[\d{{1,3}}\]|(?<=[^\W\d_]\.)\d{{1,2}})*(?=\s|$)"
    r"|[。！？｡।॥؟۔]+[」』”’）】)]*"
)
_WIDE = frozenset("。！？｡।॥؟۔")
_BEFORE = re.compile(r"(?:^|[\s(\[\"'“„«‚‹/–—-])([^\s(\[\"'“„«‚‹/–—]+)$")
_NEXT = re.compile(r"[\s\"'“”„«»‚‹(\[–—-]*([^\s\"'“”„«»‚‹(\[–—-]+)")
_NEXT_LABEL = re.compile(r"\s+\([a-z0-9]{1,4}\)\s")
_LABEL = re.compile(
    r"\s*(?:[-•*–]\s*)?(?:(?:§{1,2}|art\.?|artikel|article|section|chapter|kapitel|ziffer)\s*)?"
    r"\(?(?:\d{1,3}(?:\.\d{1,3})*|[a-zA-Z]|[ivxIVX]{1,5})\.?$",
    re.IGNORECASE,
)
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]$")

_LOOKED_BACK = 80  # characters: no abbreviation is longer

# Words after which a full stop does not end the sentence, without their last stop.
_ABBREVIATIONS = frozenset(
    """
    mr mrs ms mx dr prof st ste hon rev gen col capt lt sgt maj gov sen rep pres supt messrs
    vs cf ca approx dept univ resp incl excl avg tel viz ibid jan feb apr jun jul aug sep sept oct
    nov dec e.g i.e a.k.a u.s.c n.b
    abb abschn anh anm aufl bde bspw bzw bez dipl-ing ebd evtl exkl ff ggf hr hrn hrsg inh ing
    inkl jh jhd kap lfd lt mio mrd sog str tsd u.a urspr usf verf vgl zit ziff zzgl zw z.b d.h z.t
    i.d.r u.u o.ä u.ä v.a m.e s.o s.u i.v.m n.chr v.chr chr
    mm mme mmes mlle me env av éd éds fasc suiv p.ex c.-à-d janv févr juil
    """.split()
)
# Words and abbreviations at once: the latter before a number ("no. 4", "art. 5", "min. 3").
_BEFORE_NUMBERS = frozenset(
    """
    no nos nr n° p pp s sec sect ch chap art arts abs fig figs eq eqs tab vol vols app ex cl para
    paras par max min est mar ref refs op ed eds ann bd hg mag coll trad al ant v f
    """.split()
)
# Words that end a sentence as often as not: the next word decides.
_MAYBE = frozenset(
    "etc usw inc ltd corp co jr sr bros plc llc a.m p.m u.s u.k e.u al ph.d b.a m.a gmbh".split()
)
_STARTERS = frozenset(
    """
    the a an in on at it its he she they we you i this that these those there but and or so if when
    while after before as for from to with by however meanwhile moreover therefore thus although
    der die das den dem des ein eine einer es er sie wir ihr ich dies diese dieser in im am auf
    bei mit nach von vor zu zum zur aber und oder doch wenn als da auch so dann
    le la les l un une des il elle ils elles nous vous je ce cet cette ces on en dans pour par
    mais et ou où si quand lorsque ainsi
    """.split()
)
_MONTHS = frozenset(
    "januar februar märz april mai juni juli august september oktober november dezember "
    "jänner jahrhundert".split()
)
# "am 3. Mai", "der 2. Weltkrieg": a number with a stop is an ordinal after these.
_BEFORE_ORDINALS = frozenset(
    "am im der die das den dem des vom zum zur beim seit bis ab ihr ihre ihrem seine seinem "
    "jeder jede jedes dieser diese diesem einen einem und".split()
)


def split(text: str) -> tuple[Place, ...]:
    """Returns start and end of each sentence, without the spaces around it."""
    return tuple(_split(text))


def _split(text: str) -> Iterator[Place]:
    start = 0
    for line in text.splitlines(keepends=True):
        yield from _split_line(line, start)
        start += len(line)


def _split_line(line: str, offset: int) -> Iterator[Place]:
    begin = 0
    for stop in _STOP.finditer(line):
        if stop.start() >= begin and _ends(line, begin, stop):
            yield from _trimmed(line, begin, stop.end(), offset)
            begin = stop.end()
    yield from _trimmed(line, begin, len(line), offset)


def _trimmed(line: str, begin: int, end: int, offset: int) -> Iterator[Place]:
    words = line[begin:end]
    kept = words.strip()
    if kept:
        begin += len(words) - len(words.lstrip())
        yield offset + begin, offset + begin + len(kept)


def _ends(line: str, begin: int, stop: re.Match[str]) -> bool:
    """Whether a sentence that began at `begin` ends at this stop."""
    sign = line[stop.start()]
    if sign in _WIDE:
        # Words that go on right after a quotation belong to it: "「はい。」と言った。"
        is_quote = stop[0][-1] not in _WIDE
        return not (is_quote and line[stop.end() : stop.end() + 1].isalpha())
    following = _NEXT.match(line, stop.end())
    if following is None:
        return True
    word = following[1]
    if word[0].islower() and _NEXT_LABEL.match(line, stop.end()) is None:
        return False
    if stop[0][0] != "." or stop[0].startswith(".."):
        return True
    return _ends_at_full_stop(line[max(begin, stop.start() - _LOOKED_BACK) : stop.start()], word)


def _ends_at_full_stop(sentence: str, following: str) -> bool:
    if _LABEL.fullmatch(sentence):
        return False  # "1." or "a." before an item
    found = _BEFORE.search(sentence)
    word = found[1].lower() if found else ""
    if word in _MAYBE:
        return following.lower().rstrip(".,;:’'") in _STARTERS
    if _is_abbreviation(word, following):
        return False
    if word.isdecimal() and len(word) <= 2:
        return not _is_ordinal(sentence[: -len(word)], following)
    return True


def _is_abbreviation(word: str, following: str) -> bool:
    if word in _BEFORE_NUMBERS and following[0].isdecimal():
        return True
    return word in _ABBREVIATIONS or _INITIALS.fullmatch(word) is not None


def _is_ordinal(before: str, following: str) -> bool:
    if following.lower().rstrip(".,;:") in _MONTHS:
        return True
    words = before.split()
    return bool(words) and words[-1].lower() in _BEFORE_ORDINALS
