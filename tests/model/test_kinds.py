"""Every kind of model gives the same logits however its tokens came to be computed.

Different batch shapes take different kernels and round differently, so texts are compared only as
far as rounding lets them: the log probabilities agree within a bound, and tokens are equal
wherever the best two are further apart than that.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import (
    GREEDY,
    Finished,
    Priority,
    Reading,
    Request,
    Segment,
    StopReason,
    TokenLogprob,
)
from desktop_slm.engine.text_engine import Model
from tests.fakes.tiny_kinds import KINDS

TEXT_KINDS = [name for name, kind in KINDS.items() if kind.makes_text]
# The largest difference over the largest log probability.
BOUNDS = {"off": 1e-4, "on": 2e-3}
INSTRUCTION = "Say what this is: "
PROMPT = "the anther in the inner the anther in the inner"
NEW_TOKENS = 24
ALL = 10_000


@pytest.fixture(params=["off", "on"])
def flash_attention(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
def start(kinds_folder: Path) -> Iterator[Callable[..., Engine]]:
    engines: list[Engine] = []

    def make(kind: str, **options: object) -> Engine:
        engine = Engine()
        engines.append(engine)
        engine.load(Model(kinds_folder / f"{kind}.gguf", **options))  # type: ignore[arg-type]
        return engine

    yield make
    for engine in engines:
        engine.unload()


def _ask(text: str, *, batch: bool = False, new_tokens: int = NEW_TOKENS) -> Request:
    return Request(
        prompt=(Segment(INSTRUCTION), Segment(text, is_literal=True)),
        sampling=GREEDY,
        max_tokens=new_tokens,
        priority=Priority.BATCH if batch else Priority.INTERACTIVE,
        shared_segments=1 if batch else 0,
        top_logprobs=ALL,
        streaming=False,
    )


def _agree(one: Sequence[TokenLogprob], other: Sequence[TokenLogprob], bound: float) -> None:
    """Compares position by position, as long as both went the same way."""
    assert one
    for position, (left, right) in enumerate(zip(one, other, strict=False)):
        values, others = dict(left.top), dict(right.top)
        scale = max(abs(value) for value in values.values())
        difference = max(abs(values[token] - others[token]) for token in values)
        assert difference / scale <= bound, f"at {position}: {difference / scale:.2e}"
        if left.token != right.token:
            best, second = left.top[0][1], left.top[1][1]
            assert best - second <= 2 * bound * scale, f"at {position} another token"
            return
    assert len(one) == len(other)


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_logits_do_not_depend_on_what_else_runs_or_ran(
    start: Callable[..., Engine], kind: str, flash_attention: str
) -> None:
    engine = start(kind, flash_attention=flash_attention, lookup=False, parallel=8)
    bound = BOUNDS[flash_attention]
    alone = engine.generate(_ask(PROMPT)).result()
    assert alone.usage.cached_tokens == 0

    batch = [engine.generate(_ask(f"{'x' * n}{PROMPT}", batch=True)) for n in range(8)]
    ends = [answer.result() for answer in batch]
    _agree(alone.logprobs, ends[0].logprobs, bound)
    assert all(end.usage.cached_tokens >= len(INSTRUCTION) // 2 for end in ends)

    engine.generate(_ask(f"{PROMPT} and more of another kind")).result()
    again = engine.generate(_ask(PROMPT)).result()
    _agree(alone.logprobs, again.logprobs, bound)

    cancelled = engine.generate(_ask("something else altogether", new_tokens=400))
    others = [engine.generate(_ask(f"{'y' * n}{PROMPT}", batch=True)) for n in range(3)]
    cancelled.cancel()
    assert cancelled.result().stop_reason in (StopReason.CANCELLED, StopReason.FINISHED)
    _agree(alone.logprobs, others[0].result().logprobs, bound)
    _agree(alone.logprobs, engine.generate(_ask(PROMPT)).result().logprobs, bound)


@pytest.mark.parametrize("kind", [name for name in TEXT_KINDS if KINDS[name].can_drop_tail])
def test_lookup_changes_no_logits(start: Callable[..., Engine], kind: str) -> None:
    plain = start(kind, flash_attention="off", lookup=False)
    drafting = start(kind, flash_attention="off", lookup=True)
    text = f"{PROMPT} " * 4
    expected = plain.generate(_ask(text, new_tokens=60)).result()
    found = drafting.generate(_ask(text, new_tokens=60)).result()
    _agree(expected.logprobs, found.logprobs, BOUNDS["off"])


def test_lookup_drafts_and_counts_what_was_right(start: Callable[..., Engine]) -> None:
    engine = start("llama", lookup=True)
    ends = [engine.generate(_ask(f"{PROMPT} " * 4, new_tokens=80)).result() for _ in range(3)]
    drafted = sum(end.usage.drafted_tokens for end in ends)
    accepted = sum(end.usage.accepted_tokens for end in ends)
    assert drafted > 0
    assert 0 <= accepted <= drafted


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_a_regeneration_reads_only_what_it_must(start: Callable[..., Engine], kind: str) -> None:
    """Attention drops what follows; the others go back to the checkpoint at the prompt's end."""
    engine = start(kind)
    prompt = (
        Segment("<|im_start|>system\n"),
        Segment("Be brief. " * 8, is_literal=True),
        Segment("<|im_end|>\n<|im_start|>user\n"),
        Segment("the anther in the inner " * 4, is_literal=True),
        Segment("<|im_end|>\n<|im_start|>assistant\n"),
    )
    request = Request(prompt, sampling=GREEDY, max_tokens=20, streaming=False)
    first = engine.generate(request).result()
    second = engine.generate(request).result()
    assert first.usage.cached_tokens == 0
    assert second.usage.cached_tokens == second.usage.prompt_tokens - 1


@pytest.mark.parametrize("kind", TEXT_KINDS)
def test_an_edited_turn_keeps_everything_before_it(start: Callable[..., Engine], kind: str) -> None:
    engine = start(kind)

    def ask(question: str) -> Finished:
        prompt = (
            Segment("<|im_start|>system\n"),
            Segment("Be brief. " * 8, is_literal=True),
            Segment("<|im_end|>\n<|im_start|>user\n"),
            Segment(question, is_literal=True),
            Segment("<|im_end|>\n<|im_start|>assistant\n"),
        )
        return engine.generate(
            Request(prompt, sampling=GREEDY, max_tokens=10, streaming=False)
        ).result()

    ask("What is in the inner part of the anther?")
    edited = ask("Is there something else than that in the inner part?")
    before = engine.prompt_tokens(
        [Segment("<|im_start|>system\n"), Segment("Be brief. " * 8), Segment("<|im_end|>")]
    )
    assert edited.usage.cached_tokens >= len(before)


def test_switching_back_to_an_earlier_chat_restores_its_state(
    start: Callable[..., Engine],
) -> None:
    """More chats than sequences: what was read before is set back, not read again."""
    engine = start("llama")
    chats = [f"chat {number}: {'the anther ' * 60}" for number in range(5)]
    for chat in chats:
        engine.generate(_ask(chat, new_tokens=4)).result()
    ends = [engine.generate(_ask(chat, new_tokens=4)).result() for chat in chats]
    spared = [end.usage.cached_tokens / end.usage.prompt_tokens for end in ends]
    assert sum(share > 0.9 for share in spared) >= 4


def test_a_prompt_shows_that_it_is_read(start: Callable[..., Engine]) -> None:
    engine = start("llama")
    events = list(engine.generate(_ask("the anther " * 40, new_tokens=2)))
    assert any(isinstance(event, Reading) for event in events)
