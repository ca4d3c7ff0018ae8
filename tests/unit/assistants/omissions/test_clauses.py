"""Words of duty and of exception in three languages and more."""

from __future__ import annotations

import pytest

from desktop_slm.assistants.omissions.clauses import duty_in, exception_in


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The tenant must pay.", "must"),
        ("It shall be kept.", "shall"),
        ("She is required to sign.", "required to"),
        ("Der Mieter muss zahlen.", "muss"),
        ("Der Mieter hat die Wohnung zu räumen.", "hat die Wohnung zu räumen"),
        ("Er hat den Schaden unverzüglich anzuzeigen.", "hat den Schaden unverzüglich anzuzeigen"),
        ("Er ist verpflichtet, dies zu tun.", "verpflichtet"),
        ("Er darf nicht rauchen.", "darf nicht"),
        ("Le locataire doit payer.", "doit"),
        ("Il est tenu de payer.", "est tenu"),
        ("甲方必须付款。", "必须"),
    ],
)
def test_duties_are_found(text: str, words: str) -> None:
    found = duty_in(text)
    assert found is not None
    assert text[slice(*found)] == words


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Unless rent is due.", "Unless"),
        ("All rooms except the cellar.", "except"),
        ("Das gilt, es sei denn, er widerspricht.", "es sei denn"),
        ("Alle außer Kindern.", "außer"),
        ("Alle Tiere ausser Hunden.", "ausser"),
        ("Sauf accord contraire.", "Sauf"),
        ("À moins que le bailleur refuse.", "À moins que"),
        ("À moins qu’il refuse.", "À moins qu"),
        ("除非另有约定。", "除非"),
    ],
)
def test_exceptions_are_found(text: str, words: str) -> None:
    found = exception_in(text)
    assert found is not None
    assert text[slice(*found)] == words


@pytest.mark.parametrize(
    "text",
    [
        "Mustard and marshall are words.",
        "Er hat bis zu den Feiertagen Zeit.",
        "Er ist zu Hause geblieben.",
        "The hat is red.",
        "The exceptional hall.",
        "Il est parti hier.",
    ],
)
def test_other_words_are_neither(text: str) -> None:
    assert duty_in(text) is None
    assert exception_in(text) is None
