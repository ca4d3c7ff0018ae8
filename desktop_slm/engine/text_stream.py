"""From token bytes to shown text: whole characters, stop strings, thinking apart from answer."""

from __future__ import annotations

import codecs
from collections.abc import Mapping, Sequence

from desktop_slm.engine.protocol import Delta, Segment

# What opens (True) and closes (False) a thinking part, by the families that write it so.
THINKING_MARKERS: Mapping[str, bool] = {
    "<think>": True,
    "</think>": False,
    "[THINK]": True,
    "[/THINK]": False,
    "<seed:think>": True,
    "</seed:think>": False,
    "<|START_THINKING|>": True,
    "<|END_THINKING|>": False,
    "<|channel|>analysis<|message|>": True,
    "<|channel|>commentary<|message|>": True,
    "<|end|><|start|>assistant<|channel|>final<|message|>": False,
    "<|end|><|start|>assistant<|channel|>analysis<|message|>": True,
    "<|channel|>final<|message|>": False,
    "<|channel>thought\n": True,
    "<channel|>": False,
}


def markers_of(template: str) -> dict[str, bool]:
    """Returns the markers that a model with this template uses."""
    first_words = {"<|channel|>": "<|channel|>", "<|end|>": "<|channel|>"}
    found = {}
    for marker, opens in THINKING_MARKERS.items():
        key = next((k for start, k in first_words.items() if marker.startswith(start)), marker)
        if key.strip() in template:
            found[marker] = opens
    return found


def opens_thinking(prompt: Sequence[Segment], markers: Mapping[str, bool]) -> bool:
    """Says whether a prompt ends inside a thinking part, which its template has begun."""
    after = ""
    for segment in prompt:
        after = "" if segment.is_literal else after + segment.text
    places = [(after.rfind(marker), marker) for marker in markers]
    place, marker = max(places, default=(-1, ""))
    return place >= 0 and markers[marker]


class TextStream:
    """Collects an answer; `feed` returns what can be shown, `end` the rest.

    Text that may be the start of a stop string or a marker is held back until it is known.
    """

    def __init__(
        self,
        stops: Sequence[str] = (),
        markers: Mapping[str, bool] | None = None,
        *,
        is_thinking: bool = False,
    ) -> None:
        self.is_stopped = False
        self._is_thinking = is_thinking
        self._stops = [stop for stop in stops if stop]
        self._markers = dict(markers or {})
        self._decoder = codecs.getincrementaldecoder("utf-8")("replace")
        self._pending = ""
        self._parts: dict[bool, list[str]] = {False: [], True: []}

    @property
    def answer(self) -> str:
        """The answer so far, without what is held back."""
        return "".join(self._parts[False])

    @property
    def thinking(self) -> str:
        """The thinking so far."""
        return "".join(self._parts[True])

    def is_marker_part(self, text: str) -> bool:
        """Says whether a control token's text belongs to a marker of thinking."""
        return any(text in marker for marker in self._markers)

    def feed(self, data: bytes) -> list[Delta]:
        """Takes a token's bytes and returns what can be shown now; nothing after a stop string."""
        if self.is_stopped:
            return []
        self._pending += self._decoder.decode(data)
        return self._take(final=False)

    def end(self) -> list[Delta]:
        """Returns what was held back; a character that was never completed is dropped."""
        self._decoder.reset()
        return self._take(final=True)

    def _take(self, *, final: bool) -> list[Delta]:
        deltas: list[Delta] = []
        while not self.is_stopped:
            position, word = self._first_word()
            if not word:
                break
            self._emit(self._pending[:position], deltas)
            self._pending = self._pending[position + len(word) :]
            if word in self._markers:
                self._is_thinking = self._markers[word]
            else:
                self.is_stopped = True
                self._pending = ""
        shown = len(self._pending) - (0 if final else self._held_back())
        self._emit(self._pending[:shown], deltas)
        self._pending = self._pending[shown:]
        return deltas

    def _words(self) -> Sequence[str]:
        # A stop string inside a thinking part does not end the answer.
        return [*self._markers] if self._is_thinking else [*self._markers, *self._stops]

    def _first_word(self) -> tuple[int, str]:
        found = [
            (position, -len(word), word)
            for word in self._words()
            if (position := self._pending.find(word)) >= 0
        ]
        if not found:
            return -1, ""
        position, _, word = min(found)
        return position, word

    def _held_back(self) -> int:
        """Returns how many characters at the end may begin a word that is looked for."""
        words = self._words()
        longest = max((len(word) for word in words), default=1) - 1
        for length in range(min(longest, len(self._pending)), 0, -1):
            tail = self._pending[-length:]
            if any(word.startswith(tail) for word in words):
                return length
        return 0

    def _emit(self, text: str, deltas: list[Delta]) -> None:
        if text:
            self._parts[self._is_thinking].append(text)
            deltas.append(Delta(text, self._is_thinking))
