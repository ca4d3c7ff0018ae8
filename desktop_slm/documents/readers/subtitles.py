"""Transcripts (SRT, VTT): what was said, joined into paragraphs, with the time every few minutes.

The time stands as the label of a page of the transcript. Speakers are kept, tags are not.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format
from desktop_slm.documents.readers.clean import clean, clean_line
from desktop_slm.documents.readers.element import Element, compose
from desktop_slm.documents.readers.encoding import decode
from desktop_slm.documents.readers.flow import about
from desktop_slm.documents.readers.html import send_encoding
from desktop_slm.documents.readers.sink import Budget, Sink, Stopped
from desktop_slm.documents.readers.source import Source

_PAGE_S = 300.0
_PAUSE_S = 4.0  # a silence that ends a paragraph
_LONGEST = 900  # characters of a paragraph, then it ends with the next sentence
_TIME = r"(?:(\d{1,4}):)?(\d{1,2}):(\d{2})[.,](\d{1,3})"
_CUE = re.compile(rf"[ \t]*{_TIME}[ \t]*-->[ \t]*{_TIME}[^\n]*(?:\n|$)")
_VOICE = re.compile(r"<v(?:\.[^\s>]*)?[ \t]+([^>\n]{1,80})>")
_TAG = re.compile(r"</?[a-zA-Z0-9_.:=\"' #-]{0,80}>|\{\\[^{}\n]{0,80}\}")
_SPEAKER = re.compile(r"(?:[-–—][ \t]*)?(?:>>[ \t]*)?([A-ZÀ-Þ][\w.' -]{0,38}?):[ \t]+(?=\S)")
_NEW_VOICE = re.compile(r"[-–—>]")
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)]*$")
_BLANK = re.compile(r"\n[ \t]*\n+")


@dataclass(frozen=True, slots=True)
class _Cue:
    start_s: float
    end_s: float
    speaker: str
    text: str
    is_new_voice: bool


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a transcript to the sink, a page for every five minutes."""
    decoded = decode(bytes(source.data))
    text = clean(decoded.text)
    is_vtt = text.startswith("WEBVTT")
    cues = _without_overlap(_cues(text))
    sink.begin(about(Format.VTT if is_vtt else Format.SRT, title=_title(text) if is_vtt else ""))
    try:
        _send(cues, sink, budget)
    except Stopped as stop:
        sink.stop(stop.why)
    else:
        if not sink.pages:
            raise errors.EmptyFile(name=source.name)
    send_encoding(sink, decoded)


def _title(text: str) -> str:
    """Returns what follows on the first line of a VTT."""
    return text.split("\n", 1)[0][len("WEBVTT") :].strip(" \t-")


def _send(cues: Iterator[_Cue], sink: Sink, budget: Budget) -> None:
    page: list[_Cue] = []
    starts_s = 0.0
    for cue in cues:
        budget.check_time()
        if page and cue.start_s >= starts_s + _PAGE_S:
            _send_page(page, sink, budget)
            page = []
        if not page:
            starts_s = cue.start_s - cue.start_s % _PAGE_S
        page.append(cue)
    if page:
        _send_page(page, sink, budget)


def _send_page(cues: list[_Cue], sink: Sink, budget: Budget) -> None:
    text, marks = compose(
        Element(BlockKind.PARAGRAPH, paragraph) for paragraph in _paragraphs(cues)
    )
    budget.spend(len(text))
    sink.page(sink.pages + 1, _clock(cues[0].start_s), text, marks)


def _cues(text: str) -> Iterator[_Cue]:
    """Yields the cues; blocks without a time (notes, styles) are passed over."""
    for block in _BLANK.split(text):
        # A number or a name may stand before the time.
        second = block.find("\n") + 1
        found = _CUE.match(block) or _CUE.match(block, second)
        if found is not None:
            yield from _cue(found, block[found.end() :])


def _cue(found: re.Match[str], words: str) -> Iterator[_Cue]:
    start_s, end_s = _seconds(found.groups()[:4]), _seconds(found.groups()[4:])
    voice = _VOICE.search(words)
    plain = _plain(words)
    speaker = clean_line(voice[1]) if voice else ""
    is_new_voice = bool(_NEW_VOICE.match(plain))
    if not speaker and (named := _SPEAKER.match(plain)):
        speaker, plain = named[1], plain[named.end() :]
    text = clean_line(plain.lstrip("-–—> ")) if is_new_voice else clean_line(plain)
    if text:
        yield _Cue(start_s, end_s, speaker, text, is_new_voice)


def _plain(words: str) -> str:
    return html.unescape(_TAG.sub("", words)).strip()


def _seconds(parts: tuple[str | None, ...]) -> float:
    hours, minutes, seconds, rest = parts
    whole = int(hours or 0) * 3600 + int(minutes or 0) * 60 + int(seconds or 0)
    return whole + float(f"0.{rest}")


def _without_overlap(cues: Iterator[_Cue]) -> Iterator[_Cue]:
    """Yields the cues without what live captions repeat: the line before, scrolled up."""
    before: _Cue | None = None
    for cue in cues:
        if before is not None and cue.text == before.text and cue.start_s <= before.end_s + 1:
            continue
        text = cue.text
        if before is not None and cue.start_s <= before.end_s + 1 and len(before.text) > 8:
            text = text.removeprefix(before.text).lstrip() if text != before.text else text
        before = cue
        if text:
            yield _Cue(cue.start_s, cue.end_s, cue.speaker, text, cue.is_new_voice)


def _paragraphs(cues: list[_Cue]) -> Iterator[str]:
    """Yields the words of each speaker; a pause or a long speech makes a paragraph."""
    pieces: list[str] = []
    speaker, ended_s, length = "", 0.0, 0
    for cue in cues:
        is_other = bool(cue.speaker and cue.speaker != speaker) or (
            cue.is_new_voice and not cue.speaker
        )
        is_pause = cue.start_s - ended_s > _PAUSE_S
        is_long = length > _LONGEST and bool(_SENTENCE_END.search(pieces[-1]))
        if pieces and (is_other or is_pause or is_long):
            yield " ".join(pieces)
            pieces, length = [], 0
        if is_other:
            speaker = cue.speaker
        begins = f"{speaker}: " if speaker and not pieces and (is_other or cue.speaker) else ""
        pieces.append(begins + cue.text)
        length += len(cue.text)
        ended_s = cue.end_s
    if pieces:
        yield " ".join(pieces)


def _clock(seconds: float) -> str:
    whole = int(seconds)
    return f"{whole // 3600}:{whole // 60 % 60:02d}:{whole % 60:02d}"
