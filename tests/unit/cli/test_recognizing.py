from __future__ import annotations

import locale
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.cli import recognizing
from desktop_slm.documents import recognition
from desktop_slm.documents.recognition import Recognition
from desktop_slm.errors import RecognitionLanguageMissing
from desktop_slm.settings import Settings, SettingsFile


@pytest.fixture
def stored(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SettingsFile:
    """The settings of a German computer with two languages."""
    found = paths.find(tmp_path)
    monkeypatch.setattr(paths, "find", lambda: found)
    monkeypatch.setattr(locale, "getlocale", lambda: ("de_DE", "UTF-8"))
    here = Recognition("/data", ("deu", "eng"))
    monkeypatch.setattr(recognition, "find_recognition", lambda: here)
    return SettingsFile(found.settings)


def test_without_a_wish_the_settings_are_asked(stored: SettingsFile) -> None:
    assert recognizing.languages("") == "de_DE+en"
    stored.save(Settings(language="en"))
    assert recognizing.languages("") == "en+en"
    stored.save(Settings(ocr_languages="fra"))
    assert recognizing.languages("") == "fra"


def test_a_wish_comes_first(stored: SettingsFile) -> None:
    stored.save(Settings(ocr_languages="fra"))
    assert recognizing.languages("de+en") == "de+en"


def test_what_is_not_installed_is_said_and_how_to_get_it(stored: SettingsFile) -> None:
    with pytest.raises(RecognitionLanguageMissing) as caught:
        recognizing.languages("de+it")
    assert "“it”" in str(caught.value)
    assert "deu, eng" in str(caught.value)
    assert "/data" in str(caught.value)
