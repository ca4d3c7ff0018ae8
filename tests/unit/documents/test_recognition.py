from __future__ import annotations

import importlib.util
import locale
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_slm.documents import recognition
from desktop_slm.documents.recognition import Recognition, find_recognition, short_name

FOUND = Recognition("/data", ("chi_sim", "deu", "eng", "fra", "ita"))


@pytest.mark.parametrize(
    ("name", "language"),
    [
        *(("deu", "deu"), ("de", "deu"), ("de_AT", "deu"), ("fr-CA", "fra"), ("zh", "chi_sim")),
        *(("es", ""), ("", ""), ("C", "")),
    ],
)
def test_a_language_is_found_by_any_of_its_names(name: str, language: str) -> None:
    assert FOUND.find(name) == language


def test_the_likeliest_languages_are_tried_first(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(locale, "getlocale", lambda: ("fr_FR", "UTF-8"))
    assert FOUND.to_tried() == ("fra", "eng", "chi_sim")
    assert FOUND.to_tried(["de"]) == ("deu", "fra", "eng")


def test_a_chosen_language_is_the_only_one() -> None:
    assert FOUND.to_dict("de")["languages"] == ["deu"]
    assert len(FOUND.to_dict("xx")["languages"]) == 3


@pytest.fixture
def data(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Callable[..., Path]:
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: object())
    monkeypatch.setattr(recognition, "_SYSTEM_FOLDERS", ())

    def make(*names: str) -> Path:
        monkeypatch.setenv("DESKTOP_SLM_TESSDATA_DIR", str(tmp_path))
        for name in names:
            (tmp_path / name).write_bytes(b"")
        return tmp_path

    return make


def test_the_named_folder_is_looked_into(data: Callable[..., Path]) -> None:
    folder = data("eng.traineddata", "deu.traineddata", "osd.traineddata", "readme.txt")
    assert find_recognition() == Recognition(str(folder), ("deu", "eng"))


def test_without_languages_there_is_no_recognition(data: Callable[..., Path]) -> None:
    data("osd.traineddata")
    assert find_recognition() is None


def test_without_the_library_there_is_no_recognition(
    data: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    data("eng.traineddata")
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: None)
    assert find_recognition() is None


@pytest.mark.parametrize(("language", "short"), [("deu", "de"), ("chi_sim", "zh"), ("xyz", "xyz")])
def test_languages_have_the_names_that_documents_use(language: str, short: str) -> None:
    assert short_name(language) == short


def test_several_chosen_languages_are_tried_in_their_order() -> None:
    assert FOUND.to_dict("fr+de")["languages"] == ["fra", "deu"]
    assert FOUND.to_dict("de,en,fr,it")["languages"] == ["deu", "eng", "fra"]  # three at most
    assert FOUND.to_dict("xx+it")["languages"] == ["ita"]  # as far as they are there


def test_the_usual_ones_are_the_window_s_and_english() -> None:
    assert FOUND.to_dict(recognition.usual("de"))["languages"] == ["deu", "eng"]
    assert FOUND.to_dict(recognition.usual("en"))["languages"] == ["eng"]
    assert FOUND.to_dict(recognition.usual(""))["languages"] == ["eng"]


def test_a_language_has_a_file_name() -> None:
    assert [recognition.data_name(name) for name in ("de", "de_AT", "zh", "xyz")] == [
        *("deu", "deu", "chi_sim", "xyz"),
    ]
