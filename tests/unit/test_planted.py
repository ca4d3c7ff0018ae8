"""The search for planted words finds them in every form that it is to find."""

from __future__ import annotations

import base64
import gzip
import io
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.prove import planted

WORD = planted.words(1)[0]
TEXT = f"some text with {WORD.capitalize()} in it, and more of it"


def zipped(text: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", text * 3)
    return out.getvalue()


FORMS: dict[str, Callable[[str], bytes]] = {
    "UTF-8": str.encode,
    "UTF-16": lambda text: text.lower().encode("utf-16-le"),
    "UTF-16 the other way": lambda text: text.lower().encode("utf-16-be"),
    "base64": lambda text: base64.b64encode(text.encode()),
    "base64 one later": lambda text: base64.b64encode(f"x{text}".encode()),
    "base64 two later": lambda text: base64.b64encode(f"xx{text}".encode()),
    "zlib": lambda text: b"before" + zlib.compress(text.encode()),
    "gzip": lambda text: gzip.compress(text.encode()),
    "zip": zipped,
}


@pytest.mark.parametrize("form", FORMS)
def test_a_planted_word_is_found_in(form: str) -> None:
    data = b"\x00\x01" + FORMS[form](TEXT) + b"\xff"
    assert [word for word, _ in planted.in_bytes(data, [WORD])][:1] == [WORD]


def test_a_word_that_is_not_there_is_not_found() -> None:
    other = planted.words(2)[0]
    for make in FORMS.values():
        assert list(planted.in_bytes(make(TEXT), [other])) == []


def test_names_of_files_are_searched(tmp_path: Path) -> None:
    (tmp_path / WORD).mkdir()
    (tmp_path / WORD / "a").write_bytes(b"x")
    hits, files, size = planted.search(tmp_path, [WORD])
    assert [hit.form for hit in hits] == ["in a name", "in a name"]
    assert (files, size) == (1, 1)
