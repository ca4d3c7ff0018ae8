"""The file of an assistant: what is written can be read, and what is hostile is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from desktop_slm.assistants.attachments import Attachment
from desktop_slm.assistants.personas import fields, file_form, shipped
from desktop_slm.assistants.personas.assistant import (
    ICONS,
    USUAL_SAMPLING,
    Assistant,
    Example,
    tidy,
)
from desktop_slm.assistants.personas.fields import NewerForm, Unfit

WHOLE = Assistant(
    name='Quotes "and" \\ back\u00e9',
    about="日本語 and ünï",
    icon="scale",
    instructions='One\n\n"""three quotes"""\n\ttab\\n\n- last',
    note="Be careful.",
    model="qwen3-4b",
    sampling=replace(USUAL_SAMPLING, temperature=0.7, top_k=20),
    examples=(Example("Q 👩‍🔬?", "A\n'''\n#no comment"),),
    documents=(Attachment("a.pdf", "[table]\nx = 1\n" * 3 + "end", pages=2),),
)


def _file(**values: Any) -> bytes:
    return file_form.write(WHOLE) if not values else _written(values)


def _written(values: dict[str, Any]) -> bytes:
    lines = [f"{name} = {file_form._value(value)}" for name, value in values.items()]
    return "\n".join(["form = 1", *lines]).encode()


def test_what_is_written_is_read_again() -> None:
    assert file_form.read(file_form.write(WHOLE)) == WHOLE


@pytest.mark.parametrize("key", shipped.KEYS)
def test_a_shipped_one_can_be_shared_and_read_again(key: str) -> None:
    assistant = shipped.in_language(key, "de")
    assert file_form.read(file_form.write(assistant)) == replace(assistant, key="")


def test_no_path_goes_into_a_file_or_comes_out_of_one() -> None:
    content = file_form.write(replace(WHOLE, adapter="/there/adapter.gguf", key="own 3"))
    assert b"/there" not in content
    found = file_form.read(content + b'\n[unknown]\nadapter = "/etc/passwd"\n')
    assert (found.adapter, found.key) == ("", "")
    top = file_form.read(b'form = 1\nname = "x"\nadapter = "/etc/passwd"\nkey = "general"\n')
    assert (top.adapter, top.key) == ("", "")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\xff\xfe\x00",
        b"not toml at all",
        b"form = 1",
        b'form = 1\nname = ""',
        b'form = 1\nname = "\\u200b\\u202e"',
        b'form = true\nname = "x"',
        b'form = 0\nname = "x"',
        b'name = "x"',
        b'form = 1\nname = ["x"]',
        b'form = 1\nname = "x"\nexample = "none"',
        b'form = 1\nname = "x"\nexample = ["none"]',
        b'form = 1\nname = "x"\n[sampling]\ntemperature = 99.0',
        b'form = 1\nname = "x"\n[sampling]\ntemperature = nan',
        b'form = 1\nname = "x"\n[sampling]\ntemperature = true',
        b'form = 1\nname = "x"\n[[document]]\ntext = 3',
        b"a = " + b"[" * 5_000 + b"]" * 5_000,
    ],
)
def test_what_is_no_assistant_is_refused(content: bytes) -> None:
    with pytest.raises(Unfit):
        file_form.read(content)


@pytest.mark.parametrize(
    ("name", "most"),
    [
        ("name", fields.MOST_NAME),
        ("about", fields.MOST_LINE),
        ("note", fields.MOST_NOTE),
        ("instructions", fields.MOST_INSTRUCTIONS),
    ],
)
def test_a_text_that_is_too_long_is_refused(name: str, most: int) -> None:
    values = {"name": "x", name: "x" * most}
    assert file_form.read(_file(**values)).name
    with pytest.raises(Unfit, match="longer"):
        file_form.read(_file(**{**values, name: "x" * (most + 1)}))


def test_too_many_examples_and_too_much_text_are_refused() -> None:
    example = '[[example]]\nquestion = "q"\nanswer = "a"\n'
    head = 'form = 1\nname = "x"\n'
    assert len(file_form.read((head + example * fields.MOST_EXAMPLES).encode()).examples) == 8
    with pytest.raises(Unfit, match="more than"):
        file_form.read((head + example * (fields.MOST_EXAMPLES + 1)).encode())
    half = "x" * (fields.MOST_DOCUMENT_TEXT // 2 + 1)
    documents = f'[[document]]\nname = "d"\ntext = "{half}"\n' * 2
    with pytest.raises(Unfit, match="documents"):
        file_form.read((head + documents).encode())


def test_a_later_form_is_told_from_a_broken_one() -> None:
    with pytest.raises(NewerForm):
        file_form.read(b'form = 2\nname = "x"')


def test_an_icon_that_is_none_of_ours_is_replaced() -> None:
    assert file_form.read(b'form = 1\nname = "x"\nicon = "../../secret"').icon == ICONS[0]


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ("as it is, ünï, 日本, 👩🏽‍🔬 ❤️", "as it is, ünï, 日本, 👩🏽‍🔬 ❤️"),
        ("می‌خواهم", "می‌خواهم"),
        ("hi\U000e0068\U000e0069dden", "hidden"),
        ("safe\u202etxt", "safetxt"),
        ("zero\u200bwidth\ufeff", "zerowidth"),
        ("var\U000e0101\U000e0102iant\ufe00", "variant"),
        ("fill\u3164\u115f\u2800er", "filler"),
        ("nul\x00 bell\x07 esc\x1b[2J", "nul bell esc[2J"),
        ("a\r\nb\rc\u2028d", "a\nb\nc\nd"),
        ("far" + "\n" * 500 + "below", "far\n\n\nbelow"),
        ("far\n" + " \n" * 500 + "below", "far\n\n\nbelow"),
        ("\n\n  begin\t\nend  \n", "  begin\nend"),
    ],
)
def test_nothing_unseen_is_kept(given: str, kept: str) -> None:
    assert tidy(given) == kept
