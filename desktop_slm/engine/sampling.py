"""Sampler chains: from our `Sampling` to llama.cpp's samplers, in the order of its own tools."""

from __future__ import annotations

import ctypes
from typing import Any

from desktop_slm.engine import bindings
from desktop_slm.engine.llama import Context, Model
from desktop_slm.engine.protocol import Sampling
from desktop_slm.engine.vocabulary import Vocabulary
from desktop_slm.errors import EngineFailed

# Where DRY forgets what it has seen. Source: llama.cpp's `common_params_sampling`.
_DRY_BREAKERS = (b"\n", b":", b'"', b"*")
_MIROSTAT_WINDOW = 100
_NEGATIVE_INFINITY = float("-inf")


class Sampler:
    """Chooses the tokens of one answer. Free it when the answer has ended."""

    def __init__(
        self, settings: Sampling, model: Model, vocabulary: Vocabulary, grammar: str = ""
    ) -> None:
        self._native = bindings.load()
        self._vocabulary = vocabulary
        self._chain = self._native.llama_sampler_chain_init(
            self._native.llama_sampler_chain_default_params()
        )
        for sampler in _samplers(settings, model, vocabulary):
            self._native.llama_sampler_chain_add(self._chain, sampler)
        self._grammar = self._make_grammar(model, grammar) if grammar else None
        self._candidates = Candidates(vocabulary.size) if grammar else None

    def sample(self, context: Context, index: int) -> int:
        """Returns the token after batch token `index` of the last step, and remembers it."""
        if self._candidates is None:
            return context.sample(self._chain, index)
        return self._sample_with_grammar(context, index, self._candidates)

    def free(self) -> None:
        """Gives the memory back."""
        self._native.llama_sampler_free(self._chain)
        if self._grammar is not None:
            self._native.llama_sampler_free(self._grammar)

    def _make_grammar(self, model: Model, grammar: str) -> Any:
        sampler = self._native.llama_sampler_init_grammar(model.vocab, grammar.encode(), b"root")
        if not sampler:
            self._native.llama_sampler_free(self._chain)
            raise EngineFailed(why="the grammar of the answer is not valid")
        return sampler

    def _sample_with_grammar(self, context: Context, index: int, candidates: Candidates) -> int:
        """Samples freely first and asks the grammar of one token only: most often it agrees.

        Source of the two steps: `common_sampler_sample` in llama.cpp.
        """
        token = candidates.fill(context, index).choose(self._chain)
        if not candidates.one(token).passes(self._grammar):
            candidates.fill(context, index).apply(self._grammar)
            token = candidates.choose(self._chain)
        self._native.llama_sampler_accept(self._chain, token)
        self._native.llama_sampler_accept(self._grammar, token)
        return token


def _samplers(settings: Sampling, model: Model, vocabulary: Vocabulary) -> list[Any]:
    native = bindings.load()
    chain = []
    if settings.logit_bias:
        chain.append(_logit_bias(settings, vocabulary))
    if _uses_penalties(settings):
        chain.append(
            native.llama_sampler_init_penalties(
                vocabulary.size,
                settings.penalty_last_n,
                settings.repeat_penalty,
                settings.frequency_penalty,
                settings.presence_penalty,
            )
        )
    if settings.dry_multiplier > 0:
        chain.append(_dry(settings, model))
    if settings.temperature <= 0:
        return [*chain, native.llama_sampler_init_greedy()]
    seed = settings.seed & 0x7FFFFFFF
    if settings.mirostat:
        return [*chain, *_mirostat(settings, vocabulary, seed)]
    return [
        *chain,
        native.llama_sampler_init_top_k(settings.top_k),
        native.llama_sampler_init_typical(settings.typical_p, 1),
        native.llama_sampler_init_top_p(settings.top_p, 1),
        native.llama_sampler_init_min_p(settings.min_p, 1),
        native.llama_sampler_init_xtc(settings.xtc_probability, settings.xtc_threshold, 1, seed),
        native.llama_sampler_init_temp(settings.temperature),
        native.llama_sampler_init_dist(seed),
    ]


def _uses_penalties(settings: Sampling) -> bool:
    return (
        settings.repeat_penalty != 1.0
        or settings.frequency_penalty != 0.0
        or settings.presence_penalty != 0.0
    )


def _logit_bias(settings: Sampling, vocabulary: Vocabulary) -> Any:
    native = bindings.load()
    biases = [(t, b) for t, b in settings.logit_bias.items() if 0 <= t < vocabulary.size]
    entries = (native.llama_logit_bias * len(biases))(*biases)
    return native.llama_sampler_init_logit_bias(vocabulary.size, len(biases), entries)


def _dry(settings: Sampling, model: Model) -> Any:
    breakers = (ctypes.c_char_p * len(_DRY_BREAKERS))(*_DRY_BREAKERS)
    return bindings.load().llama_sampler_init_dry(
        model.vocab,
        settings.dry_multiplier,
        settings.dry_base,
        settings.dry_allowed_length,
        settings.dry_last_n,
        breakers,
        len(_DRY_BREAKERS),
    )


def _mirostat(settings: Sampling, vocabulary: Vocabulary, seed: int) -> list[Any]:
    native = bindings.load()
    temperature = native.llama_sampler_init_temp(settings.temperature)
    if settings.mirostat == 1:
        last = native.llama_sampler_init_mirostat(
            vocabulary.size,
            seed,
            settings.mirostat_tau,
            settings.mirostat_eta,
            _MIROSTAT_WINDOW,
        )
    else:
        last = native.llama_sampler_init_mirostat_v2(
            seed, settings.mirostat_tau, settings.mirostat_eta
        )
    return [temperature, last]


class Candidates:
    """llama.cpp's array of candidate tokens, in memory of our own."""

    def __init__(self, size: int) -> None:
        self._native = bindings.load()
        self._size = size
        self._entries = (self._native.llama_token_data * size)()
        words = memoryview(self._entries).cast("B")
        # An entry is three words of four bytes: token, logit, probability.
        self._tokens = words.cast("i")[0::3]
        self._logits = words.cast("f")[1::3]
        self._probabilities = words.cast("f")[2::3]
        self._ids = memoryview((ctypes.c_int32 * size)(*range(size))).cast("B").cast("i")
        self._array = self._native.llama_token_data_array(
            data=self._entries, size=size, selected=-1, sorted=False
        )

    def fill(self, context: Context, index: int) -> Candidates:
        """Takes the logits after a batch token."""
        self._tokens[:] = self._ids
        self._logits[:] = context.logits(index, self._size)
        return self._reset(self._size)

    def one(self, token: int) -> Candidates:
        """Holds a single token."""
        self._tokens[0], self._logits[0] = token, 1.0
        return self._reset(1)

    def apply(self, sampler: Any) -> None:
        """Lets a sampler change the logits."""
        self._native.llama_sampler_apply(sampler, ctypes.byref(self._array))

    def passes(self, sampler: Any) -> bool:
        """Says whether a sampler leaves the first token possible."""
        self.apply(sampler)
        return bool(self._logits[0] != _NEGATIVE_INFINITY)

    def choose(self, chain: Any) -> int:
        """Returns the token that a chain selects."""
        self.apply(chain)
        # Samplers may point the array at memory of their own.
        return int(self._array.data[self._array.selected].id)

    def probability(self, token: int) -> float:
        """Returns what a sampler that weighs all tokens gave to one."""
        return float(self._probabilities[token])

    def _reset(self, size: int) -> Candidates:
        self._array.data = ctypes.cast(self._entries, type(self._array.data))
        self._array.size = size
        self._array.selected = -1
        self._array.sorted = False
        return self
