"""A model's vocabulary: text to tokens and back."""

from __future__ import annotations

import ctypes
from array import array

from desktop_slm.engine import bindings
from desktop_slm.engine.llama import Model


class Vocabulary:
    """Text to tokens and back; the calls are safe from any thread."""

    def __init__(self, model: Model) -> None:
        self._native = bindings.load()
        self._vocab = model.vocab
        self.size = int(self._native.llama_vocab_n_tokens(self._vocab))
        self.bos = int(self._native.llama_vocab_bos(self._vocab))
        self.eos = int(self._native.llama_vocab_eos(self._vocab))
        self.adds_bos = bool(self._native.llama_vocab_get_add_bos(self._vocab)) and self.bos >= 0

    def tokenize(self, text: str, *, add_special: bool = False) -> array[int]:
        """Returns the tokens of plain text: control tokens named in it stay text.

        With `add_special` the model's own beginning and end are added, as for embeddings.
        """
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        while True:
            buffer = (ctypes.c_int32 * room)()
            count = self._native.llama_tokenize(
                self._vocab, data, len(data), buffer, room, add_special, False
            )
            if count >= 0:
                return array("i", buffer[:count])
            room = -count

    def piece(self, token: int, *, special: bool = False) -> bytes:
        """Returns the bytes of a token; those of a control token only with `special`."""
        buffer = ctypes.create_string_buffer(64)
        size = self._native.llama_token_to_piece(self._vocab, token, buffer, 64, 0, special)
        if size < 0:
            buffer = ctypes.create_string_buffer(-size)
            size = self._native.llama_token_to_piece(self._vocab, token, buffer, -size, 0, special)
        return buffer.raw[: max(size, 0)]

    def attributes(self, token: int) -> int:
        """Returns llama.cpp's attribute bits of a token."""
        return int(self._native.llama_vocab_get_attr(self._vocab, token))

    def text(self, token: int) -> str:
        """Returns a token as the vocabulary spells it."""
        raw = self._native.llama_vocab_get_text(self._vocab, token)
        return raw.decode("utf-8", "replace") if raw else ""

    def ends_answer(self, token: int) -> bool:
        """Says whether a token ends the answer."""
        return bool(self._native.llama_vocab_is_eog(self._vocab, token))
