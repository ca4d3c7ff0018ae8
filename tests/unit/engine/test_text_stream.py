"""From token bytes to shown text: no broken characters, no stop strings, thinking apart."""

from __future__ import annotations

import random

import pytest

from desktop_slm.engine.text_stream import TextStream, markers_of


def _feed(stream: TextStream, data: bytes, size: int = 1) -> str:
    shown = ""
    for start in range(0, len(data), size):
        for delta in stream.feed(data[start : start + size]):
            shown += delta.text
    return shown + "".join(delta.text for delta in stream.end())


@pytest.mark.parametrize("text", ["grüße", "日本語", "👩🏽‍⚕️ ok", "a\x00b", "नमस्ते"])
def test_characters_that_span_tokens_come_whole(text: str) -> None:
    stream = TextStream()
    parts = [d.text for byte in text.encode() for d in stream.feed(bytes([byte]))]
    assert "".join(parts) == text
    assert "�" not in "".join(parts)


def test_a_character_that_never_ends_is_dropped() -> None:
    assert _feed(TextStream(), "ab€".encode()[:-1]) == "ab"


def test_bytes_that_are_no_text_show_as_replacement() -> None:
    assert _feed(TextStream(), b"a\xffb") == "a�b"


@pytest.mark.parametrize("size", [1, 2, 3, 7])
def test_a_stop_string_across_token_borders_ends_the_text(size: int) -> None:
    stream = TextStream(["\n\nUser:"])
    assert _feed(stream, b"Yes.\n\nUser: and more", size) == "Yes."
    assert stream.is_stopped
    assert stream.answer == "Yes."


def test_what_only_looks_like_a_stop_string_is_shown() -> None:
    stream = TextStream(["</s>"])
    assert _feed(stream, b"a </ b <") == "a </ b <"
    assert not stream.is_stopped


def test_the_earliest_and_then_longest_word_wins() -> None:
    assert _feed(TextStream(["ab", "abc"]), b"xxabcab", 7) == "xx"


MARKERS = {"<think>": True, "</think>": False}


def test_thinking_is_kept_apart() -> None:
    stream = TextStream([], MARKERS)
    _feed(stream, b"<think>hm, 2+2</think>It is 4.")
    assert (stream.thinking, stream.answer) == ("hm, 2+2", "It is 4.")


def test_a_prompt_may_have_opened_the_thinking() -> None:
    stream = TextStream([], MARKERS, is_thinking=True)
    _feed(stream, b"hm</think>4")
    assert (stream.thinking, stream.answer) == ("hm", "4")


def test_a_stop_string_in_the_thinking_does_not_end_the_answer() -> None:
    stream = TextStream(["4"], MARKERS)
    _feed(stream, b"<think>2+2 is 4</think>Four, or 4!")
    assert (stream.thinking, stream.answer) == ("2+2 is 4", "Four, or ")


def test_markers_are_only_those_of_the_template() -> None:
    assert markers_of("nothing of the kind") == {}
    assert markers_of("{{ '<think>' }} {{ '</think>' }}") == MARKERS
    assert markers_of("<|channel|>")["<|channel|>final<|message|>"] is False


def test_nothing_is_lost_whatever_the_pieces() -> None:
    generator = random.Random(5)
    text = "<thin <think>a</th</think>b</s <x> grüße ✓ " * 5
    expected = TextStream(["STOP"], MARKERS)
    _feed(expected, text.encode(), 10_000)
    for _ in range(200):
        stream = TextStream(["STOP"], MARKERS)
        data = text.encode()
        while data:
            size = generator.randint(1, 9)
            stream.feed(data[:size])
            data = data[size:]
        stream.end()
        assert (stream.answer, stream.thinking) == (expected.answer, expected.thinking)
