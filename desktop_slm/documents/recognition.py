"""Text recognition (Tesseract) as this computer has it: the library, and the language data.

Only looked for here, and never loaded: the reader child does that. Nothing is sought on the
network; a language is there when its file lies in the folder.
"""

from __future__ import annotations

import importlib.util
import locale
import os
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

_NO_LANGUAGES = ("osd", "equ")  # orientation, formulas
MOST_TRIED = 3  # each takes memory, and time on a page that it does not fit
_SUFFIX = ".traineddata"
_SYSTEM_FOLDERS = (
    *("/usr/share/tesseract-ocr/5/tessdata", "/usr/share/tesseract-ocr/4.00/tessdata"),
    *("/usr/share/tessdata", "/usr/share/tesseract/tessdata", "/usr/local/share/tessdata"),
    *("/opt/homebrew/share/tessdata", "/opt/local/share/tessdata"),
)
# Tesseract's names (ISO 639-2/T) of what a locale and a document call with two letters.
_CODES = dict(
    pair.split(":")
    for pair in (
        "eng:en deu:de fra:fr spa:es ita:it por:pt nld:nl swe:sv dan:da nor:no fin:fi isl:is "
        "pol:pl ces:cs slk:sk slv:sl hrv:hr srp:sr hun:hu ron:ro bul:bg ell:el rus:ru ukr:uk "
        "tur:tr ara:ar heb:he fas:fa hin:hi jpn:ja kor:ko chi_sim:zh vie:vi tha:th ind:id cat:ca "
        "est:et lav:lv lit:lt"
    ).split()
)


@dataclass(frozen=True, slots=True)
class Recognition:
    """The folder of the language data, and the languages in it by Tesseract's names."""

    folder: str
    languages: tuple[str, ...]

    def to_tried(self, wanted: Iterable[str] = ()) -> tuple[str, ...]:
        """Returns the languages that are tried on a page, the likeliest first.

        `wanted` names a person's choice, or what a document says of itself. What is not installed
        is left out; without any, the system's language and English come first.
        """
        likely = [*wanted, locale.getlocale()[0] or "", "eng"]
        named = [found for name in likely if (found := self.find(name))]
        return tuple(dict.fromkeys([*named, *self.languages]))[:MOST_TRIED]

    def find(self, name: str) -> str:
        """Returns Tesseract's name of an installed language ("de_AT", "deu"), or nothing."""
        short = name.replace("-", "_").lower().partition("_")[0]
        for language in self.languages:
            if language == name.lower() or (short and short_name(language) == short):
                return language
        return ""

    def to_dict(self, wanted: str = "") -> dict[str, Any]:
        """Returns the form in which the child gets it.

        Wanted languages ("de", "deu+eng") alone are tried, as far as they are installed.
        """
        chosen = [found for name in split(wanted) if (found := self.find(name))]
        tried = tuple(dict.fromkeys(chosen))[:MOST_TRIED] or self.to_tried()
        return {"folder": self.folder, "languages": list(tried)}


def find_recognition() -> Recognition | None:
    """Returns what there is, or None where the library or all languages are missing."""
    if not all(map(importlib.util.find_spec, ("tesserocr", "PIL"))):
        return None
    for folder in _folders():
        try:
            names = {name.removesuffix(_SUFFIX) for name in os.listdir(folder)
                     if name.endswith(_SUFFIX)}  # fmt: skip
        except OSError:
            continue
        if languages := sorted(names.difference(_NO_LANGUAGES)):
            return Recognition(str(folder), tuple(languages))
    return None


def split(languages: str) -> list[str]:
    """Returns the names in "deu+eng"."""
    return [name for each in languages.replace(",", "+").split("+") if (name := each.strip())]


def usual(window: str) -> str:
    """Returns what is tried where a person chose nothing: the window's language, and English."""
    return f"{window}+en" if window else "en"


def data_name(language: str) -> str:
    """Returns Tesseract's name of a language of two letters: "deu" for "de"."""
    short = language.replace("-", "_").lower().partition("_")[0]
    return next((name for name, code in _CODES.items() if code == short), short)


def short_name(language: str) -> str:
    """Returns "de" for Tesseract's "deu", as documents name their language."""
    return _CODES.get(language, language.partition("_")[0])


def _folders() -> Iterator[Path]:
    """Yields where language data may lie: said by the person, carried by us, the system's."""
    for variable in ("DESKTOP_SLM_TESSDATA_DIR", "TESSDATA_PREFIX"):
        if chosen := os.environ.get(variable):
            yield Path(chosen).absolute()
    yield Path(__file__).resolve().parents[1] / "resources" / "tessdata"
    yield Path(sys.prefix) / "share" / "tessdata"
    yield from map(Path, _SYSTEM_FOLDERS)
    if sys.platform == "win32":
        yield Path(os.environ.get("PROGRAMFILES", r"C:\Program Files"), "Tesseract-OCR", "tessdata")
