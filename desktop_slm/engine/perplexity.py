"""How well a model foretells a text: its perplexity, read in windows as llama.cpp's own tool does.

Child side. The context is made for one reading and given back.
"""

from __future__ import annotations

import math
from array import array
from collections.abc import Callable, Iterator

from desktop_slm.engine import bindings
from desktop_slm.engine.llama import Batch, Context, ContextShape, Model
from desktop_slm.engine.sampling import Candidates
from desktop_slm.engine.vocabulary import Vocabulary
from desktop_slm.errors import EngineFailed

_WINDOW_TOKENS = 512
# The logits of a whole step are kept: few tokens a step keep that under 130 MB.
_STEP_TOKENS = 128
_SEED = 0


class Perplexity:
    """Reads texts with a model; tokens at the start of a window are context and do not count."""

    def __init__(self, model: Model, vocabulary: Vocabulary, shape: ContextShape) -> None:
        self._native = bindings.load()
        self._vocabulary = vocabulary
        self._window = min(_WINDOW_TOKENS, model.trained_context)
        self._step = min(_STEP_TOKENS, shape.batch_tokens, self._window)
        self._context = Context(
            model,
            ContextShape(
                sequences=1,
                cells=self._window,
                batch_tokens=self._step,
                threads=shape.threads,
                outputs=self._step,
                kv_type=shape.kv_type,
                flash_attention=shape.flash_attention,
            ),
        )
        self._batch = Batch(self._step, 1)
        self._candidates = Candidates(vocabulary.size)
        self._softmax = self._native.llama_sampler_init_dist(_SEED)

    def free(self) -> None:
        """Gives the memory back."""
        self._native.llama_sampler_free(self._softmax)
        self._context.free()

    def measure(
        self, text: str, limit_tokens: int, on_progress: Callable[[float], object]
    ) -> array[float]:
        """Returns the log probabilities of those of a text's first tokens that count.

        A `limit_tokens` of 0 takes all. Raises EngineFailed.
        """
        tokens = self._vocabulary.tokenize(text)[: limit_tokens or None]
        logprobs, read = array("f"), 0
        for window in self._windows(tokens):
            logprobs.extend(self._logprobs(window))
            read += len(window)
            on_progress(min(read / len(tokens), 1.0))
        on_progress(1.0)
        if not logprobs:
            raise EngineFailed(why="the text is too short to measure anything")
        return logprobs

    def _windows(self, tokens: array[int]) -> Iterator[array[int]]:
        """Yields windows of equal room, each begun as the model expects a text to begin."""
        start = array("i", [self._vocabulary.bos] if self._vocabulary.adds_bos else [])
        room = self._window - len(start)
        for place in range(0, len(tokens), room):
            window = start + tokens[place : place + room]
            if len(window) > self._window // 2 or not place:
                yield window

    def _logprobs(self, window: array[int]) -> Iterator[float]:
        """Yields the log probability of each token that has enough before it."""
        first = min(len(window), self._window) // 4
        self._context.clear(0)
        for start in range(0, len(window) - 1, self._step):
            chunk = window[start : start + self._step]
            self._batch.clear()
            self._batch.add(chunk, 0, start, outputs=len(chunk))
            if self._context.decode(self._batch) != 0:
                raise EngineFailed(why="llama.cpp could not read the text")
            for index in range(len(chunk)):
                following = start + index + 1
                if first <= following < len(window):
                    yield self._logprob(index, window[following])

    def _logprob(self, index: int, token: int) -> float:
        chosen = self._candidates.fill(self._context, index).choose(self._softmax)
        # A probability too small for a float is told by its distance from a larger one.
        logits = self._context.logits(index, self._vocabulary.size)
        return logits[token] - logits[chosen] + math.log(self._candidates.probability(chosen))
