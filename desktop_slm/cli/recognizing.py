"""In which languages words in pictures are read: as was asked for, else as the settings say."""

from __future__ import annotations

import locale

from desktop_slm import paths
from desktop_slm.documents import recognition
from desktop_slm.errors import RecognitionLanguageMissing
from desktop_slm.settings import SettingsFile


def languages(asked: str) -> str:
    """Returns the languages for `reading.read`; without a wish, those of the settings.

    Raises RecognitionLanguageMissing for a wish that this computer cannot fulfil.
    """
    if asked:
        _require(asked)
        return asked
    settings = SettingsFile(paths.find().settings).load()
    window = locale.getlocale()[0] or "" if settings.language == "system" else settings.language
    return settings.ocr_languages or recognition.usual(window)


def _require(asked: str) -> None:
    found = recognition.find_recognition()
    if found is None:
        return  # whoever reads says so, with the document's name
    missing = [name for name in recognition.split(asked) if not found.find(name)]
    if missing:
        raise RecognitionLanguageMissing(
            language=missing[0], installed=", ".join(found.languages), folder=found.folder
        )
