"""Measures one loaded model: how fast it reads, writes, and notes several passages at once.

A sample is as long as this computer does in about half a second, and at least a few dozen tokens,
so that a slow model is measured in a minute too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Protocol

from desktop_slm.engine.protocol import (
    Finished,
    Loading,
    MemoryNeed,
    ModelFacts,
    Perplexity,
    Priority,
    Request,
    Sampling,
    Segment,
    Usage,
)
from desktop_slm.engine.text_engine import Model, TextAnswer

_PASSAGES = 8
_INSTRUCTION = "Note in two sentences what this text says.\n\n"
_NEVER = -1e9
_READ_S, _WRITE_S, _MAP_S = 0.5, 0.4, 1.5
_LEAST_PROMPT, _MOST_PROMPT = 48, 1100
_LEAST_NEW, _MOST_NEW = 6, 48


class Clock(Protocol):
    """Seconds that only go forward."""

    def __call__(self) -> float: ...


class MeasuredEngine(Protocol):
    """What measuring needs of the engine; blocks."""

    def load(self, model: Model, on_progress: Callable[[Loading], None] = ...) -> ModelFacts: ...
    def foresee(self, model: Model) -> MemoryNeed: ...
    def generate(self, request: Request) -> TextAnswer: ...
    def count_tokens(self, texts: Sequence[str]) -> list[int]: ...
    def prompt_tokens(self, prompt: Sequence[Segment]) -> list[int]: ...
    def perplexity(
        self,
        text: str,
        limit_tokens: int = ...,
        on_progress: Callable[[float], object] = ...,
    ) -> Perplexity: ...
    def try_again(self) -> None: ...
    def unload(self) -> None: ...


@cache
def sample_text() -> str:
    """Returns the text that is read to measure speed and quality."""
    folder = resources.files("desktop_slm.resources") / "tuning"
    return (folder / "sample.txt").read_text(encoding="utf-8")


@dataclass(frozen=True, slots=True)
class Sizes:
    """How many tokens the samples have: a prompt, an answer, a passage and the note on it."""

    prompt: int
    answer: int
    passage: int
    note: int

    @classmethod
    def probe(cls, read_speed: float, write_speed: float) -> Sizes:
        """Returns the sizes that fit speeds."""
        passage = _between(int(read_speed * _MAP_S / _PASSAGES), 32, 600)
        return cls(
            prompt=_between(int(read_speed * _READ_S), _LEAST_PROMPT, _MOST_PROMPT),
            answer=_between(int(write_speed * _WRITE_S), _LEAST_NEW, _MOST_NEW),
            passage=passage,
            # Of a passage of 900 tokens, notes of 80 to 120 are made.
            note=_between(passage // 9, _LEAST_NEW, _MOST_NEW),
        )


_PROBE = Sizes(prompt=_LEAST_PROMPT, answer=_LEAST_NEW, passage=32, note=_LEAST_NEW)


class Bench:
    """The samples over the model that an engine has loaded."""

    def __init__(self, engine: MeasuredEngine, facts: ModelFacts, clock: Clock) -> None:
        self._engine = engine
        self._clock = clock
        self._text = sample_text()
        tokens = max(engine.count_tokens([self._text])[0], 1)
        self._characters_a_token = len(self._text) / tokens
        self._room = max(facts.context_tokens - _MOST_NEW - 16, _LEAST_NEW)
        self._place = 0
        ends = engine.prompt_tokens([Segment(facts.eos)]) if facts.eos else []
        # An answer that ends early would be no sample of the length that was asked for.
        bias = {ends[0]: _NEVER} if len(ends) == 1 else {}
        self._sampling = Sampling(temperature=0.0, logit_bias=bias)

    def sizes(self) -> Sizes:
        """Returns the sizes of samples for this model on this computer."""
        self.warm_up()
        prompt = self._slice(_PROBE.prompt)
        read_speed = self.read(prompt)
        return Sizes.probe(read_speed, self.write(prompt, _PROBE.answer))

    def warm_up(self) -> None:
        """Has the engine make what it makes for the first answer."""
        self._ask("The first words", 2).result()

    def prompt(self, sizes: Sizes) -> str:
        """Returns a prompt that this model has not read yet."""
        return self._slice(sizes.prompt)

    def read(self, prompt: str) -> float:
        """Returns how many tokens of a new prompt are read in a second."""
        seconds, end = self._time(prompt, 1)
        return _read_tokens(end.usage) / seconds

    def write(self, prompt: str, new_tokens: int) -> float:
        """Returns how many tokens are written in a second after a prompt that was just read."""
        seconds, end = self._time(prompt, new_tokens)
        return max(end.usage.new_tokens, 1) / seconds

    def write_repeating(self, sizes: Sizes) -> float:
        """Returns the speed of writing where the text before it can help to guess the next word."""
        verse = self._slice(min(max(sizes.prompt // 4, 24), self._room // 4))
        prompt = f"{verse}\n\n{verse}\n\n{verse[: len(verse) // 3]}"
        self._ask(prompt, 1).result()
        return self.write(prompt, sizes.answer * 2)

    def map(self, sizes: Sizes) -> float:
        """Returns how many tokens a second go through passages that wait in a row."""
        self._note(self._slice(16), 1).result()
        passages = [self._slice(sizes.passage) for _ in range(_PASSAGES)]
        started = self._clock()
        answers = [self._note(passage, sizes.note) for passage in passages]
        ends = [answer.result() for answer in answers]
        seconds = max(self._clock() - started, 1e-6)
        return sum(_read_tokens(end.usage) + end.usage.new_tokens for end in ends) / seconds

    def _time(self, prompt: str, new_tokens: int) -> tuple[float, Finished]:
        started = self._clock()
        end = self._ask(prompt, new_tokens).result()
        return max(self._clock() - started, 1e-6), end

    def _ask(self, prompt: str, new_tokens: int) -> TextAnswer:
        return self._engine.generate(
            Request(
                (Segment(prompt, is_literal=True),),
                sampling=self._sampling,
                max_tokens=new_tokens,
                streaming=False,
            )
        )

    def _note(self, passage: str, new_tokens: int) -> TextAnswer:
        return self._engine.generate(
            Request(
                (Segment(_INSTRUCTION), Segment(passage, is_literal=True)),
                sampling=self._sampling,
                max_tokens=new_tokens,
                priority=Priority.BATCH,
                shared_segments=1,
                streaming=False,
            )
        )

    def _slice(self, tokens: int) -> str:
        """Returns the next part of the text, of about so many tokens, going round at its end."""
        length = max(int(min(tokens, self._room) * self._characters_a_token), 8)
        start = self._place % len(self._text)
        self._place = start + length
        around = self._text * (2 + length // len(self._text))
        return around[start : start + length]


def _read_tokens(usage: Usage) -> int:
    return max(usage.prompt_tokens - usage.cached_tokens, 1)


def _between(value: int, least: int, most: int) -> int:
    return max(least, min(value, most))
