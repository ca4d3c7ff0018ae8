"""What an answer sends while it is being made."""

from __future__ import annotations

from array import array
from typing import Any, cast

import pytest

from desktop_slm.engine import generation
from desktop_slm.engine.generation import Generation
from desktop_slm.engine.protocol import Delta, Reading, Request, Segment
from desktop_slm.engine.text_stream import TextStream


class _Sampler:
    """Takes the same token again and again."""

    def sample(self, context: object, place: int) -> int:
        return 5

    def free(self) -> None:
        pass


class _Vocabulary:
    """One word, and no end."""

    def ends_answer(self, token: int) -> bool:
        return False

    def piece(self, token: int, *, special: bool = False) -> bytes:
        return b"word "


def _written(*, streaming: bool) -> list[Any]:
    """Returns what is sent while ten tokens are written."""
    sent: list[Any] = []
    answer = Generation(
        1,
        Request((Segment("x"),), max_tokens=50, streaming=streaming),
        array("i", [1, 2, 3]),
        cast(Any, _Sampler()),
        cast(Any, _Vocabulary()),
        TextStream(()),
        sent.append,
    )
    for _ in range(10):
        answer.write(cast(Any, None), [0])
    return sent


def test_an_answer_that_is_sent_at_its_end_gives_signs_of_life(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(generation, "_WRITING_SIGN_S", 0.0)
    assert _written(streaming=False) == [Reading(3, 3)] * 10


def test_signs_of_life_are_rare() -> None:
    assert len(_written(streaming=False)) <= 1


def test_an_answer_whose_text_is_shown_needs_none() -> None:
    assert {type(event) for event in _written(streaming=True)} == {Delta}
