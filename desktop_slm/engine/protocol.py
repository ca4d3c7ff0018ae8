"""What travels between the window and the engine child: values and their wire form.

Values are frozen; `to_wire` and `from_wire` are the only places that know the field names.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from enum import StrEnum
from typing import Any, Self


class Wire:
    """A dataclass of plain values that travels as a JSON object of the same names."""

    def to_wire(self) -> dict[str, Any]:
        """Returns the JSON form."""
        return asdict(self)  # type: ignore[call-overload, no-any-return]

    @classmethod
    def from_wire(cls, values: Mapping[str, Any]) -> Self:
        """Returns the value; names that this version does not know are left out."""
        known = {item.name for item in fields(cls)}  # type: ignore[arg-type]
        return cls(**{name: value for name, value in values.items() if name in known})


@dataclass(frozen=True, slots=True)
class Sampling(Wire):
    """How the next token is chosen. A temperature of 0 takes the likeliest one.

    The meaning of each field and its neutral value are llama.cpp's.
    """

    temperature: float = 0.7
    top_k: int = 40
    top_p: float = 0.95
    min_p: float = 0.05
    typical_p: float = 1.0
    xtc_probability: float = 0.0
    xtc_threshold: float = 0.1
    dry_multiplier: float = 0.0
    dry_base: float = 1.75
    dry_allowed_length: int = 2
    dry_last_n: int = 4096
    repeat_penalty: float = 1.0
    frequency_penalty: float = 0.0
    presence_penalty: float = 0.0
    penalty_last_n: int = 64
    mirostat: int = 0
    mirostat_tau: float = 5.0
    mirostat_eta: float = 0.1
    logit_bias: Mapping[int, float] = field(default_factory=dict)
    seed: int = 0

    @classmethod
    def from_wire(cls, values: Mapping[str, Any]) -> Self:
        """Returns the value; JSON made the token ids of `logit_bias` strings."""
        bias = {int(token): float(value) for token, value in values.get("logit_bias", {}).items()}
        return super(Sampling, cls).from_wire({**values, "logit_bias": bias})


GREEDY = Sampling(temperature=0.0)


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of a prompt: the template's own text, or a text that must not name control tokens."""

    text: str
    is_literal: bool = False

    def to_wire(self) -> list[object]:
        """Returns the JSON form."""
        return [self.text, self.is_literal]


def segments_from_wire(values: Iterable[Sequence[Any]]) -> tuple[Segment, ...]:
    """Returns the segments that `Segment.to_wire` wrote."""
    return tuple(Segment(str(text), bool(is_literal)) for text, is_literal in values)


class StopReason(StrEnum):
    """Why an answer ended."""

    FINISHED = "finished"  # the model ended its turn
    STOP_TEXT = "stop text"
    LENGTH = "length"  # the asked number of tokens
    CONTEXT = "context"  # no room left
    CANCELLED = "cancelled"


class KvType(StrEnum):
    """How keys and values are kept in memory."""

    F16 = "f16"
    Q8_0 = "q8_0"
    Q4_0 = "q4_0"


class Priority(StrEnum):
    """Who goes first: a person who waits, or work in the background."""

    INTERACTIVE = "interactive"
    BATCH = "batch"


@dataclass(frozen=True, slots=True)
class Request:
    """One text to be continued.

    `shared_segments` leading segments are an instruction that other requests share; `max_tokens`
    of 0 means as many as there is room for. `grammar` is GBNF, `json_schema` a JSON schema as
    text; at most one of them. `adapters` are indexes into the loaded ones, each with a strength.
    `top_logprobs` asks for the log probabilities of each token and of as many likelier ones.
    With `is_alone` nothing that was read before is used again, and the prompt is read in steps
    of one small size: in a batch of one, the same is computed every time, and a chat goes on.
    """

    prompt: tuple[Segment, ...]
    sampling: Sampling = Sampling()
    max_tokens: int = 0
    stop: tuple[str, ...] = ()
    priority: Priority = Priority.INTERACTIVE
    shared_segments: int = 0
    grammar: str = ""
    json_schema: str = ""
    adapters: tuple[tuple[int, float], ...] = ()
    top_logprobs: int = -1
    streaming: bool = True
    is_alone: bool = False

    def to_wire(self) -> dict[str, Any]:
        """Returns the JSON form."""
        return {
            "prompt": [segment.to_wire() for segment in self.prompt],
            "sampling": self.sampling.to_wire(),
            "max_tokens": self.max_tokens,
            "stop": list(self.stop),
            "priority": self.priority.value,
            "shared_segments": self.shared_segments,
            "grammar": self.grammar,
            "json_schema": self.json_schema,
            "adapters": [list(adapter) for adapter in self.adapters],
            "top_logprobs": self.top_logprobs,
            "streaming": self.streaming,
            "is_alone": self.is_alone,
        }

    @classmethod
    def from_wire(cls, values: Mapping[str, Any]) -> Request:
        """Returns the request that `to_wire` wrote."""
        return cls(
            prompt=segments_from_wire(values["prompt"]),
            sampling=Sampling.from_wire(values["sampling"]),
            max_tokens=int(values["max_tokens"]),
            stop=tuple(map(str, values["stop"])),
            priority=Priority(values["priority"]),
            shared_segments=int(values["shared_segments"]),
            grammar=str(values["grammar"]),
            json_schema=str(values["json_schema"]),
            adapters=tuple((int(index), float(scale)) for index, scale in values["adapters"]),
            top_logprobs=int(values["top_logprobs"]),
            streaming=bool(values["streaming"]),
            is_alone=bool(values["is_alone"]),
        )


@dataclass(frozen=True, slots=True)
class LoadRequest(Wire):
    """Which file to load, and how; 0 leaves a choice to the engine, -1 of the layers takes all.

    `lookup` lets the engine draft tokens from the text before them where that measures faster.
    `left_out` are devices that failed a test.
    """

    path: str
    adapters: tuple[str, ...] = ()
    context_tokens: int = 0
    threads: int = 0
    gpu_layers: int = -1
    parallel: int = 0
    batch_tokens: int = 0
    kv_type: str = KvType.F16.value
    flash_attention: str = "auto"
    lookup: bool = True
    check_header: bool = True
    left_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ModelFacts(Wire):
    """What a loaded model is."""

    name: str
    architecture: str
    parameters: int
    weight_bytes: int
    trained_context: int
    context_tokens: int
    template: str
    bos: str
    eos: str
    device: str
    threads: int
    pooling: str = ""

    @property
    def is_embedding(self) -> bool:
        """Whether the model makes vectors and no text."""
        return bool(self.pooling)


@dataclass(frozen=True, slots=True)
class MemoryNeed(Wire):
    """What a model takes while it chats and summarizes, before it is loaded.

    Weights are the header's; caches and working memory are those of llama.cpp's own dry run.
    """

    weight_bytes: int
    cache_bytes: int
    compute_bytes: int
    program_bytes: int

    @property
    def total_bytes(self) -> int:
        """All of it."""
        return self.weight_bytes + self.cache_bytes + self.compute_bytes + self.program_bytes


@dataclass(frozen=True, slots=True)
class Perplexity:
    """How well a text was foretold: the log probability of each of its tokens that counts."""

    logprobs: tuple[float, ...]

    @property
    def value(self) -> float:
        """The perplexity; lower is better, 1 is perfect."""
        return math.exp(-sum(self.logprobs) / len(self.logprobs))

    @property
    def tokens(self) -> int:
        """How many tokens counted."""
        return len(self.logprobs)


@dataclass(frozen=True, slots=True)
class Usage(Wire):
    """What an answer took. `cached_tokens` of the prompt were still in memory."""

    prompt_tokens: int = 0
    cached_tokens: int = 0
    new_tokens: int = 0
    first_token_s: float = 0.0
    tokens_per_s: float = 0.0
    drafted_tokens: int = 0
    accepted_tokens: int = 0


@dataclass(frozen=True, slots=True)
class Loading:
    """The model is being loaded; `fraction` is of its bytes."""

    fraction: float


@dataclass(frozen=True, slots=True)
class Waiting:
    """Other requests go first."""


@dataclass(frozen=True, slots=True)
class Reading:
    """The prompt is being read."""

    read_tokens: int
    prompt_tokens: int


@dataclass(frozen=True, slots=True)
class Delta:
    """New text, of the answer or of the thinking before it."""

    text: str
    is_thinking: bool = False


@dataclass(frozen=True, slots=True)
class TokenLogprob:
    """A token that was written, its log probability, and the likeliest ones in its place."""

    token: str
    logprob: float
    top: tuple[tuple[str, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Finished:
    """The end of an answer, with all of its text."""

    text: str
    thinking: str
    stop_reason: StopReason
    usage: Usage
    logprobs: tuple[TokenLogprob, ...] = ()


Event = Loading | Waiting | Reading | Delta | Finished
