from __future__ import annotations

import pytest

from desktop_slm.documents.readers.encoding import decode

GERMAN = "Die Straße führt über die Brücke zum schönen Gebäude. Für Größe und Gewähr. " * 8
JAPANESE = "名前は太郎です。東京に住んでいます。今日はとても良い天気ですね。" * 8
RUSSIAN = "Это обычный русский текст, написанный для проверки кодировки файла. " * 8


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-32"])
def test_unicode_in_any_form_is_no_guess(encoding: str) -> None:
    found = decode(GERMAN.encode(encoding))
    assert found.text == GERMAN
    assert not found.is_guess


@pytest.mark.parametrize(
    ("text", "encoding"),
    [(GERMAN, "cp1252"), (JAPANESE, "shift_jis"), (JAPANESE, "euc_jp"), (RUSSIAN, "cp1251")],
)
def test_old_encodings_are_guessed_and_said(text: str, encoding: str) -> None:
    found = decode(text.encode(encoding))
    assert found.text == text
    assert found.is_guess


def test_a_declared_encoding_is_used() -> None:
    assert decode("Größe".encode("cp1252"), "ISO-8859-1").text == "Größe"


@pytest.mark.parametrize("name", ["no-such", "zip", "idna\x00", ""])
def test_a_declared_encoding_that_is_none_is_not_used(name: str) -> None:
    assert "Stra" in decode(GERMAN.encode("cp1252"), name).text


def test_a_few_broken_bytes_do_not_change_the_encoding() -> None:
    found = decode(GERMAN.encode() * 4 + b"\xff")
    assert found.encoding == "utf-8"
    assert found.unreadable == 1


def test_a_few_letters_in_an_old_encoding_are_not_faults_of_utf_8() -> None:
    found = decode(b"plain words\n" * 10_000 + "Größe und Maß".encode("cp1252"))
    assert (found.text[-13:], found.unreadable) == ("Größe und Maß", 0)
