"""Vectors of texts from an embedding model, several texts a step. Child side."""

from __future__ import annotations

import ctypes
import math
from array import array
from collections.abc import Iterator, Sequence

from desktop_slm.engine import bindings
from desktop_slm.engine.llama import Batch, Context, ContextShape, Model
from desktop_slm.engine.vocabulary import Vocabulary
from desktop_slm.errors import ContextFull, EngineFailed

_SEQUENCES = 16
_MAX_BATCH_TOKENS = 8192


class Embedder:
    """Makes normalized vectors with the model's own pooling."""

    def __init__(self, model: Model, vocabulary: Vocabulary, *, threads: int) -> None:
        self._native = bindings.load()
        self._model = model
        self._vocabulary = vocabulary
        # Attention without a cache sees only its own step, so a text has to fit into one.
        self._room = min(model.trained_context, _MAX_BATCH_TOKENS)
        self._context = Context(
            model,
            ContextShape(
                sequences=_SEQUENCES,
                cells=self._room,
                batch_tokens=self._room,
                threads=threads,
                outputs=self._room,
                embeddings=True,
            ),
        )
        self._batch = Batch(self._room, _SEQUENCES)

    def free(self) -> None:
        """Gives the memory back."""
        self._context.free()

    def embed(self, texts: Sequence[str]) -> list[array[float]]:
        """Returns a vector of length 1 for each text.

        Raises ContextFull where one is longer than the model can take.
        """
        prompts = [self._tokens(text) for text in texts]
        for tokens in prompts:
            if len(tokens) > self._room:
                raise ContextFull(needed_tokens=len(tokens), context_tokens=self._room)
        vectors: list[array[float]] = []
        for group in self._groups(prompts):
            vectors.extend(self._step(group))
        return vectors

    def _tokens(self, text: str) -> array[int]:
        return self._vocabulary.tokenize(text, add_special=True)

    def _groups(self, prompts: Sequence[array[int]]) -> Iterator[list[array[int]]]:
        group: list[array[int]] = []
        for tokens in prompts:
            size = sum(map(len, group))
            if group and (len(group) == _SEQUENCES or size + len(tokens) > self._room):
                yield group
                group = []
            group.append(tokens)
        if group:
            yield group

    def _step(self, group: Sequence[array[int]]) -> list[array[float]]:
        self._batch.clear()
        for number, tokens in enumerate(group):
            self._context.clear(number)
            self._batch.add(tokens, number, 0, outputs=len(tokens))
        # Models without a cache are encoded by the same call.
        if self._context.decode(self._batch) != 0:
            raise EngineFailed(why="llama.cpp could not compute the vectors")
        return [self._vector(number) for number in range(len(group))]

    def _vector(self, number: int) -> array[float]:
        address = self._native.llama_get_embeddings_seq(self._context.handle, number)
        size = self._model.embedding_size
        values = ctypes.cast(address, ctypes.POINTER(ctypes.c_float * size)).contents
        vector = array("f", values)
        length = math.sqrt(sum(value * value for value in vector)) or 1.0
        return array("f", (value / length for value in vector))
