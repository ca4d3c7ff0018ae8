"""Text recognition: Tesseract as a library in this process. Every call gives up the GIL.

Says which language a document is in by trying, which way up a page lies, and how sure it is.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any

import tesserocr
from tesserocr import OEM, PSM, PyTessBaseAPI

from desktop_slm.documents.readers.ocr_words import Word, read_words
from desktop_slm.documents.readers.raster import Raster

# Percent. Right pages have 94 or more, lying and upside down ones about 29.
_POOR = 70.0
_POOR_FEW = 85.0  # of one or two words, which may be grain
_LEAST_KNOWN = 0.8  # of the letters, in the right language
_FEW_WORDS = 3
_MOST_VAIN_TRIES = 3
_FEW_WORDS_IN_PIECE = 8
_TURNS = (0, 180, 90, 270)
_CLEARLY = 1.1


class PageTooSlow(Exception):
    """A page was not done within its time."""


@dataclass(frozen=True, slots=True)
class ReadPicture:
    """The words of one picture, in reading order, by paragraphs and lines."""

    words: Sequence[Word]
    language: str
    height: int  # of the picture as it was read, in pixels
    dpi: int
    turn: int = 0  # by how much it had to be turned, counterclockwise
    width: int = 0

    @property
    def confidence(self) -> float:
        """The mean over the letters, in percent; 0 where there are none."""
        letters = [(word.confidence, len(word.text)) for word in self.words]
        total = sum(length for _, length in letters)
        return sum(sure * length for sure, length in letters) / total if total else 0.0

    @property
    def characters(self) -> int:
        """How long the words are together."""
        return sum(len(word.text) + 1 for word in self.words)

    @property
    def known_share(self) -> float:
        """The share of the letters in words that the language has.

        Measured on pages in three languages, clean and grainy: 0.83 to 0.99 in the right language
        and 0.22 to 0.77 in the others, while the confidences lie close and change places.
        """
        words = [word for word in self.words if any(map(str.isalpha, word.text))]
        total = sum(len(word.text) for word in words)
        return sum(len(word.text) for word in words if word.is_known) / total if total else 0.0

    @property
    def is_poor(self) -> bool:
        """Whether it may have been read the wrong way up, or not at all."""
        return self.confidence < (_POOR if len(self.words) >= _FEW_WORDS else _POOR_FEW)

    @property
    def is_other_language(self) -> bool:
        """Whether it may be in another language than it was read in."""
        return len(self.words) >= _FEW_WORDS_IN_PIECE and self.known_share < _LEAST_KNOWN


@dataclass(slots=True)
class _Choice:
    """The language and the turn that the pages so far had."""

    languages: Sequence[str]
    language: str = ""
    turn: int = 0
    vain_tries: int = 0
    lock: threading.Lock = field(default_factory=threading.Lock)

    @property
    def may_try_others(self) -> bool:
        return len(self.languages) > 1 and self.vain_tries < _MOST_VAIN_TRIES


class Recognizer:
    """Recognises pictures of one document; `recognize` may be called from several threads."""

    def __init__(self, recognition: Mapping[str, Any], page_s: float) -> None:
        tesserocr.set_leptonica_log_level(tesserocr.LeptLogLevel.NONE)
        self._engines = _Engines(str(recognition["folder"]))
        self._page_s = page_s
        self._choice = _Choice([str(name) for name in recognition["languages"]])

    def recognize(self, raster: Raster) -> ReadPicture:
        """Returns the words of a picture. Raises PageTooSlow."""
        choice = self._choice
        if choice.language:
            return self._read(raster, choice)
        with choice.lock:  # the others wait until the language is known
            return self._read(raster, choice)

    def _read(self, raster: Raster, choice: _Choice) -> ReadPicture:
        deadline = time.monotonic() + self._page_s
        page = _Attempt(self._engines, raster.cleaned(), deadline)
        if choice.language:
            found = page.read(choice.language, choice.turn)
        else:
            found = page.read(*self._tried(page, choice))
        if found.is_poor:
            found = self._mended(page, found, choice)
        elif choice.may_try_others and found.is_other_language:
            found = self._in_best_language(page, found, choice)
        if not found.is_poor:
            choice.turn, choice.language = found.turn, choice.language or found.language
        return found

    def _tried(self, page: _Attempt, choice: _Choice) -> tuple[str, int]:
        """Returns language and turn by trying them on a piece of the page.

        Tesseract's own orientation detection is older than its recognition, takes longer than
        this, and reads outside its memory: github.com/tesseract-ocr/tesseract/issues/4062
        """
        first = choice.language or choice.languages[0]
        best = page.try_piece(first, choice.turn)
        if best.is_poor:
            best = self._turned(page, best)
        others = [name for name in choice.languages if name != first]
        tries = [best, *(page.try_piece(name, best.turn) for name in others)]
        best = max(tries, key=lambda found: found.known_share)
        return best.language, best.turn

    def _turned(self, page: _Attempt, found: ReadPicture) -> ReadPicture:
        """Returns the piece the right way up. Lines that run down the page are read too, but badly
        put together: such a turn has to be clearly better than those before it."""
        best = found
        for turn in _TURNS:
            if turn != found.turn:
                tried = page.try_piece(found.language, turn)
                best = tried if _worth(tried) > _CLEARLY * _worth(best) else best
        return best

    def _mended(self, page: _Attempt, found: ReadPicture, choice: _Choice) -> ReadPicture:
        """Returns the better of what another turn and another language give."""
        language, turn = self._tried(page, choice)
        if (language, turn) != (found.language, found.turn):
            found = max(found, page.read(language, turn), key=_worth)
        return found

    def _in_best_language(self, page: _Attempt, found: ReadPicture, choice: _Choice) -> ReadPicture:
        tries = [page.try_piece(name, found.turn) for name in choice.languages]
        best = max(tries, key=lambda tried: tried.known_share)
        if best.language == found.language:
            choice.vain_tries += 1
            return found
        return max(found, page.read(best.language, found.turn), key=_worth)


def _worth(found: ReadPicture) -> float:
    """Many sure words are better than few; a doubtful word is worth little."""
    return sum(len(word.text) * max(word.confidence - 30.0, 0.0) for word in found.words)


class _Attempt:
    """One picture and the time that is left for it."""

    def __init__(self, engines: _Engines, raster: Raster, deadline: float) -> None:
        self._engines = engines
        self._raster = raster
        self._deadline = deadline
        self._piece: Raster | None = None

    def read(self, language: str, turn: int) -> ReadPicture:
        """Returns the words as one language and one turn give them. Raises PageTooSlow."""
        return self._recognized(self._raster, language, turn)

    def _recognized(self, raster: Raster, language: str, turn: int) -> ReadPicture:
        raster = raster.turned(turn)
        with self._engines.taken(language) as engine:
            _give(engine, raster)
            if not engine.Recognize(self._left_ms()) or time.monotonic() > self._deadline:
                raise PageTooSlow
            words = read_words(engine.GetIterator())
            return ReadPicture(words, language, raster.height, raster.dpi, turn, raster.width)

    def try_piece(self, language: str, turn: int) -> ReadPicture:
        """Reads a piece out of the middle, or all where that has too few words to judge by."""
        if self._piece is None:
            self._piece = self._raster.piece()
        found = self._recognized(self._piece, language, turn)
        if len(found.words) < _FEW_WORDS_IN_PIECE:
            found = self._recognized(self._raster, language, turn)
        return found

    def _left_ms(self) -> int:
        left_s = self._deadline - time.monotonic()
        if left_s <= 0:
            raise PageTooSlow
        return int(left_s * 1000) + 1


def _give(engine: Any, raster: Raster) -> None:
    engine.SetImageBytes(raster.pixels, raster.width, raster.height, 1, raster.width)
    engine.SetSourceResolution(raster.dpi)


class _Engines:
    """Tesseract's engines: one belongs to one thread for one call, then waits for the next."""

    def __init__(self, folder: str) -> None:
        self._folder = folder
        self._idle: defaultdict[str, list[Any]] = defaultdict(list)
        self._lock = threading.Lock()

    @contextmanager
    def taken(self, language: str) -> Iterator[Any]:
        """Lends an engine of a language."""
        with self._lock:
            idle = self._idle[language]
            engine = idle.pop() if idle else self._made(language)
        try:
            yield engine
        finally:
            engine.Clear()
            with self._lock:
                self._idle[language].append(engine)

    def _made(self, language: str) -> Any:
        return PyTessBaseAPI(
            path=self._folder,
            lang=language,
            psm=PSM.AUTO,
            oem=OEM.LSTM_ONLY,
            # Else it writes to /dev/null, which Landlock refuses, and dies of that.
            variables={"debug_file": ""},
        )
