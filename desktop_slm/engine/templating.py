"""Turns a conversation into a prompt with the model's own template, text kept out of it.

Every text of a person or document passes the template as a sentinel, a random word, and is put
back afterwards as a literal segment: whatever it says, it can never become a special token. So it
is with llama.cpp's built-in templates, which stand in for a template that fails.
"""

from __future__ import annotations

import contextlib
import os
import re
import threading
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from desktop_slm.engine.protocol import ModelFacts, Segment
from desktop_slm.errors import TemplateFailed
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

TIME_LIMIT_S = 2.0
# A template that used up the child so often is not tried again.
_MOST_ENDS = 2

# Writes a prompt in the built-in form of a template's family, of (role, text) messages.
BuiltIn = Callable[[str, Sequence[tuple[str, str]]], str]


@dataclass(frozen=True, slots=True)
class Turn:
    """One message as the template sees it; `thinking` is what the model thought before it."""

    role: str
    text: str
    thinking: str = ""


@dataclass(frozen=True, slots=True)
class TemplatedPrompt:
    """A prompt, and whether a built-in template wrote it in place of the model's own."""

    segments: tuple[Segment, ...]
    is_built_in: bool = False


class Templating:
    """Renders templates in the template child, which is started when first needed.

    `built_in` stands in for a template that fails; without it that is an error.
    """

    def __init__(
        self,
        start_worker: Callable[[], Worker] = lambda: Worker("template"),
        *,
        built_in: BuiltIn | None = None,
    ) -> None:
        self._start_worker = start_worker
        self._built_in = built_in
        self._worker: Worker | None = None
        self._lock = threading.Lock()
        self._ends: Counter[str] = Counter()

    def prompt(
        self,
        facts: ModelFacts,
        turns: Sequence[Turn],
        options: Mapping[str, Any] | None = None,
    ) -> TemplatedPrompt:
        """Returns the prompt that asks for the next answer in this conversation.

        Raises TemplateFailed where no form of the conversation passes a template.
        """
        try:
            return TemplatedPrompt(self._own_prompt(facts, turns, options or {}))
        except TemplateFailed as error:
            if self._built_in is None:
                raise
            return TemplatedPrompt(
                self._built_in_prompt(self._built_in, facts, turns, error), is_built_in=True
            )

    def _own_prompt(
        self, facts: ModelFacts, turns: Sequence[Turn], options: Mapping[str, Any]
    ) -> tuple[Segment, ...]:
        problem = TemplateFailed(why="it leaves the message out")
        for form in (turns, _system_in_first_message(turns)):
            sentinels = _Sentinels()
            variables = {
                "messages": [sentinels.message(turn) for turn in form],
                "add_generation_prompt": True,
                "bos_token": facts.bos,
                "eos_token": facts.eos,
                **options,
            }
            try:
                rendered = self._render(facts.template, variables)
            except _Ended as ended:
                raise TemplateFailed(why=ended.why) from None
            except TemplateFailed as error:
                problem = error
                continue
            segments = sentinels.put_back(rendered)
            if sentinels.are_kept(segments, form):
                return segments
        raise problem

    @staticmethod
    def _built_in_prompt(
        built_in: BuiltIn, facts: ModelFacts, turns: Sequence[Turn], problem: TemplateFailed
    ) -> tuple[Segment, ...]:
        """Returns the prompt of the built-in template. Raises `problem` where that fails, too."""
        for form in (turns, _system_in_first_message(turns)):
            sentinels = _Sentinels()
            messages = [sentinels.message(turn) for turn in form]
            rendered = built_in(facts.template, [(m["role"], m["content"]) for m in messages])
            segments = sentinels.put_back(rendered)
            if sentinels.are_kept(segments, form):
                return segments
        raise problem

    def warm_up(self) -> None:
        """Starts the child ahead of the first use; a failure shows at that use."""
        with contextlib.suppress(WorkerEnded, WorkerSilent), self._lock:
            self._ready_worker()

    def warm_up_soon(self) -> None:
        """Does so beside the caller, as while a model is being loaded."""
        if self._worker is None:
            threading.Thread(target=self.warm_up, daemon=True).start()

    def close(self) -> None:
        """Ends the child."""
        with self._lock:
            if self._worker is not None:
                self._worker.stop(grace_s=0.5)
                self._worker = None

    def _render(self, template: str, variables: Mapping[str, Any]) -> str:
        """Renders in the child. Raises TemplateFailed, or _Ended where the child had to go."""
        if self._ends[template] >= _MOST_ENDS:
            raise _Ended("it never ends")
        with self._lock:
            try:
                worker = self._ready_worker()
                request = worker.request("render", template=template, variables=variables)
                return str(request.result(TIME_LIMIT_S).fields["text"])
            except (WorkerSilent, WorkerEnded) as error:
                if self._worker is not None:
                    self._worker.kill()
                    self._worker = None
                self._ends[template] += 1
                is_silent = isinstance(error, WorkerSilent)
                raise _Ended("it never ends" if is_silent else "it needs too much memory") from None

    def _ready_worker(self) -> Worker:
        if self._worker is None:
            worker = self._start_worker()
            worker.start()
            self._worker = worker
        return self._worker


class _Ended(Exception):
    """The child was used up by a template."""

    def __init__(self, why: str) -> None:
        super().__init__(why)
        self.why = why


class _Sentinels:
    """Random words that stand for texts while a template is rendered."""

    def __init__(self) -> None:
        # Letters and digits alone pass every filter that templates use.
        self._nonce = f"slm{os.urandom(8).hex()}"
        self._texts: list[str] = []

    def message(self, turn: Turn) -> dict[str, str]:
        """Returns the message that the template sees in place of `turn`."""
        message = {"role": turn.role, "content": self._stand_in(turn.text)}
        if turn.thinking:
            message["reasoning_content"] = self._stand_in(turn.thinking)
        return message

    def put_back(self, rendered: str) -> tuple[Segment, ...]:
        """Returns the rendered text with every sentinel replaced by its text."""
        segments = []
        for position, part in enumerate(re.split(rf"{self._nonce}x(\d+)x", rendered)):
            is_literal = position % 2 == 1
            text = self._texts[int(part)] if is_literal else part
            if text:
                segments.append(Segment(text, is_literal))
        return tuple(segments)

    def are_kept(self, segments: Sequence[Segment], turns: Sequence[Turn]) -> bool:
        """Says whether the instructions and the last message came through the template."""
        literals = {segment.text for segment in segments if segment.is_literal}
        needed = [turn.text.strip() for turn in turns if turn.role == "system"]
        needed += [turn.text.strip() for turn in turns[-1:]]
        return all(text in literals or not text for text in needed)

    def _stand_in(self, text: str) -> str:
        """Returns a sentinel with the text's own white space around it, so templates can trim."""
        core = text.strip()
        if not core:
            return text
        before = text[: len(text) - len(text.lstrip())]
        after = text[len(text.rstrip()) :]
        self._texts.append(core)
        return f"{before}{self._nonce}x{len(self._texts) - 1}x{after}"


def _system_in_first_message(turns: Sequence[Turn]) -> Sequence[Turn]:
    """Returns the form for templates without a system role: instructions before the first text."""
    if len(turns) < 2 or turns[0].role != "system":
        return turns
    first = turns[1]
    merged = Turn(first.role, f"{turns[0].text.strip()}\n\n{first.text}", first.thinking)
    return [merged, *turns[2:]]
