"""Prompts as tokens: the template's control tokens are found in the template's text alone.

Plain text on both sides of a segment border is tokenized together, so that a prompt without
forgeries has exactly the tokens that llama.cpp gives the finished text.
"""

from __future__ import annotations

from array import array
from collections.abc import Sequence
from dataclasses import dataclass

from desktop_slm.engine.protocol import Segment
from desktop_slm.engine.vocabulary import Vocabulary

_UNKNOWN, _CONTROL, _USER_DEFINED, _STRIPS_LEFT, _STRIPS_RIGHT = 1, 8, 16, 128, 256
_WHITE_SPACE = " \t\n\v\f\r"


@dataclass(frozen=True, slots=True)
class Prompt:
    """A prompt's tokens, and the places after control tokens that follow text: ends of turns."""

    tokens: array[int]
    turn_ends: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Special:
    """A token that the template may write by its name."""

    text: str
    token: int
    strips_left: bool
    strips_right: bool


class Tokenizer:
    """Makes the tokens of prompts. Source of the rules: `tokenizer_st_partition` in llama.cpp."""

    def __init__(self, vocabulary: Vocabulary) -> None:
        self._vocabulary = vocabulary
        found = []
        for token in range(vocabulary.size):
            attributes = vocabulary.attributes(token)
            if attributes & (_CONTROL | _USER_DEFINED | _UNKNOWN):
                text = vocabulary.text(token)
                if text:
                    found.append(
                        _Special(
                            text,
                            token,
                            bool(attributes & _STRIPS_LEFT),
                            bool(attributes & _STRIPS_RIGHT),
                        )
                    )
        self._specials = sorted(found, key=lambda special: -len(special.text))

    def prompt(self, segments: Sequence[Segment]) -> Prompt:
        """Returns a prompt's tokens, with the beginning-of-text token where the model wants it."""
        tokens = array("i")
        ends: list[int] = []
        pieces = self._pieces(segments)
        if self._vocabulary.adds_bos and not _begins_with(pieces, self._vocabulary.bos):
            tokens.append(self._vocabulary.bos)
        follows_text = False
        for piece in pieces:
            if isinstance(piece, str):
                tokens.extend(self._vocabulary.tokenize(piece))
            else:
                tokens.append(piece.token)
                if follows_text:
                    ends.append(len(tokens))
            follows_text = isinstance(piece, str)
        return Prompt(tokens, tuple(ends))

    def _pieces(self, segments: Sequence[Segment]) -> list[str | _Special]:
        """Returns special tokens and the plain text between them, white space as they want it."""
        pieces: list[str | _Special] = []
        for segment in segments:
            parts: list[str | _Special] = (
                [segment.text] if segment.is_literal else self._partition(segment.text)
            )
            for part in parts:
                previous = pieces[-1] if pieces else None
                if isinstance(part, str) and isinstance(previous, str):
                    pieces[-1] = previous + part
                else:
                    pieces.append(part)
        return _strip(pieces)

    def _partition(self, text: str) -> list[str | _Special]:
        parts: list[str | _Special] = [text]
        for special in self._specials:
            if special.text not in text:
                continue
            divided: list[str | _Special] = []
            for part in parts:
                if not isinstance(part, str):
                    divided.append(part)
                    continue
                for position, piece in enumerate(part.split(special.text)):
                    if position:
                        divided.append(special)
                    if piece:
                        divided.append(piece)
            parts = divided
        return parts


def _begins_with(pieces: Sequence[str | _Special], token: int) -> bool:
    first = pieces[0] if pieces else None
    return isinstance(first, _Special) and first.token == token


def _strip(pieces: Sequence[str | _Special]) -> list[str | _Special]:
    """Returns the pieces without the white space that the tokens beside it take along."""
    stripped: list[str | _Special] = []
    for index, piece in enumerate(pieces):
        if not isinstance(piece, str):
            stripped.append(piece)
            continue
        before = pieces[index - 1] if index else None
        after = pieces[index + 1] if index + 1 < len(pieces) else None
        text = piece
        if isinstance(before, _Special) and before.strips_right:
            text = text.lstrip(_WHITE_SPACE)
        if isinstance(after, _Special) and after.strips_left:
            text = text.rstrip(_WHITE_SPACE)
        if text:
            stripped.append(text)
    return stripped


def common_prefix(one: Sequence[int], other: Sequence[int]) -> int:
    """Returns how many leading tokens two runs share."""
    length = min(len(one), len(other))
    if one[:length] == other[:length]:
        return length
    low, high = 0, length - 1  # the first `low` are equal, the first `high + 1` are not
    while low < high:
        middle = (low + high + 1) // 2
        if one[:middle] == other[:middle]:
            low = middle
        else:
            high = middle - 1
    return low
