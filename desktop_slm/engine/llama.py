"""llama.cpp as objects: a model, a context over it, a batch. Child side, engine thread only."""

from __future__ import annotations

import ctypes
import os
from array import array
from collections.abc import Callable
from typing import Any

from desktop_slm.engine import bindings
from desktop_slm.errors import EngineFailed

_LOG_ERROR = 4
_PARTIAL_STATE = 1


class Log:
    """Keeps what llama.cpp says of errors, for a sentence that explains a failure."""

    def __init__(self) -> None:
        self._native = bindings.load()
        self._lines: list[str] = []
        self._callback = self._native.llama_log_callback(self._receive)
        self._native.llama_log_set(self._callback, ctypes.c_void_p(0))

    def _receive(self, level: int, text: bytes, _: object) -> None:
        if level == _LOG_ERROR:
            self._lines.append(text.decode("utf-8", "replace").strip())
            del self._lines[:-20]

    def take(self) -> str:
        """Returns the last errors and forgets them."""
        text = "\n".join(self._lines)
        self._lines.clear()
        return text


class Model:
    """A loaded model. Free it after every context over it."""

    def __init__(self, handle: Any) -> None:
        self._native = bindings.load()
        self.handle = handle
        self.vocab = self._native.llama_model_get_vocab(handle)

    @classmethod
    def load(
        cls, path: str, *, gpu_layers: int, log: Log, on_progress: Callable[[float], bool]
    ) -> Model:
        """Loads a model; `on_progress` gets the fraction read and answers whether to go on.

        Raises EngineFailed with llama.cpp's last words.
        """
        native = bindings.load()
        parameters = native.llama_model_default_params()
        parameters.n_gpu_layers = gpu_layers
        callback = native.llama_progress_callback(lambda fraction, _: on_progress(fraction))
        parameters.progress_callback = callback
        log.take()
        handle = native.llama_model_load_from_file(os.fsencode(path), parameters)
        if not handle:
            words = log.take()
            why = words.splitlines()[0] if words else "llama.cpp did not load the file"
            raise EngineFailed(why=why[:200], details=words)
        return cls(handle)

    def free(self) -> None:
        """Gives the memory back."""
        self._native.llama_model_free(self.handle)

    @property
    def trained_context(self) -> int:
        """The context that the model was trained for, in tokens."""
        return int(self._native.llama_model_n_ctx_train(self.handle))

    @property
    def parameters(self) -> int:
        """The number of weights."""
        return int(self._native.llama_model_n_params(self.handle))

    @property
    def size_bytes(self) -> int:
        """The size of the weights in memory."""
        return int(self._native.llama_model_size(self.handle))

    @property
    def can_drop_tail(self) -> bool:
        """Whether the last tokens of a sequence can be taken back: plain attention alone can."""
        native = self._native
        return not (
            native.llama_model_is_recurrent(self.handle)
            or native.llama_model_is_hybrid(self.handle)
            or native.llama_model_n_swa(self.handle) > 0
        )

    def metadata(self, key: str) -> str:
        """Returns a value of the header as text, or ""."""
        buffer = ctypes.create_string_buffer(1 << 16)
        size = self._native.llama_model_meta_val_str(self.handle, key.encode(), buffer, len(buffer))
        return buffer.value.decode("utf-8", "replace") if size >= 0 else ""

    def chat_template(self) -> str:
        """Returns the model's chat template, or ""."""
        text = self._native.llama_model_chat_template(self.handle, None)
        return text.decode("utf-8", "replace") if text else ""


class Batch:
    """The tokens of one step, each with its sequence and position; room for `capacity`."""

    def __init__(self, capacity: int, sequences: int) -> None:
        self.capacity = capacity
        self.size = 0
        self._sequences = (ctypes.c_int32 * sequences)(*range(sequences))
        base = ctypes.addressof(self._sequences)
        self._addresses = [base + 4 * number for number in range(sequences)]
        self._tokens = (ctypes.c_int32 * capacity)()
        self._positions = (ctypes.c_int32 * capacity)()
        self._counts = (ctypes.c_int32 * capacity)(*([1] * capacity))
        self._sequence_pointers = (ctypes.c_size_t * capacity)()
        self._outputs = (ctypes.c_int8 * capacity)()
        native = bindings.load()
        self.native = native.llama_batch(
            n_tokens=0,
            token=self._tokens,
            embd=None,
            pos=self._positions,
            n_seq_id=self._counts,
            seq_id=ctypes.cast(
                self._sequence_pointers, ctypes.POINTER(ctypes.POINTER(ctypes.c_int32))
            ),
            logits=self._outputs,
        )

    def clear(self) -> None:
        """Empties the batch."""
        self.size = 0
        self.native.n_tokens = 0

    def add(self, tokens: array[int], sequence: int, position: int, *, last_output: bool) -> int:
        """Appends a run of tokens and returns the index of its last one.

        With `last_output` the logits after the last token are computed.
        """
        start, end = self.size, self.size + len(tokens)
        self._tokens[start:end] = [*tokens]
        self._positions[start:end] = list(range(position, position + len(tokens)))
        self._sequence_pointers[start:end] = [self._addresses[sequence]] * len(tokens)
        self._outputs[start:end] = [0] * len(tokens)
        self._outputs[end - 1] = 1 if last_output else 0
        self.size = end
        self.native.n_tokens = end
        return end - 1


class Context:
    """Memory for sequences over a model, and the steps on it."""

    def __init__(
        self, model: Model, *, sequences: int, cells: int, batch_tokens: int, threads: int
    ) -> None:
        """Makes room for `sequences` sequences of `cells` tokens each.

        Raises EngineFailed where the memory cannot be had.
        """
        self._native = native = bindings.load()
        self.model = model
        self.sequences = sequences
        parameters = native.llama_context_default_params()
        parameters.n_ctx = cells * sequences
        parameters.n_batch = batch_tokens
        parameters.n_ubatch = batch_tokens
        parameters.n_seq_max = sequences
        parameters.n_outputs_max = sequences
        parameters.n_threads = threads
        parameters.n_threads_batch = threads
        parameters.kv_unified = False
        parameters.swa_full = False
        parameters.no_perf = True
        self.handle = native.llama_init_from_model(model.handle, parameters)
        if not self.handle:
            raise EngineFailed(why=f"no memory for a context of {cells * sequences} tokens")
        # llama.cpp rounds the room of a sequence up.
        self.cells = int(native.llama_n_ctx_seq(self.handle))
        self._memory = native.llama_get_memory(self.handle)

    def free(self) -> None:
        """Gives the memory back."""
        self._native.llama_free(self.handle)

    def decode(self, batch: Batch) -> int:
        """Computes one step. Returns llama_decode's code: 0 is success."""
        return int(self._native.llama_decode(self.handle, batch.native))

    def sample(self, sampler: Any, index: int) -> int:
        """Returns the token that a sampler chain chooses after batch token `index`."""
        return int(self._native.llama_sampler_sample(sampler, self.handle, index))

    def drop_tail(self, sequence: int, keep: int) -> bool:
        """Removes all but the first `keep` tokens of a sequence; False where memory cannot."""
        return bool(self._native.llama_memory_seq_rm(self._memory, sequence, keep, -1))

    def clear(self, sequence: int) -> None:
        """Empties a sequence."""
        self._native.llama_memory_seq_rm(self._memory, sequence, -1, -1)

    def copy(self, source: int, target: int) -> None:
        """Copies a whole sequence onto an empty one; parts cannot be copied between streams."""
        self._native.llama_memory_seq_cp(self._memory, source, target, -1, -1)

    def save(self, sequence: int, *, partial: bool = False) -> bytes:
        """Returns a sequence's state; `partial` leaves out what attention can drop by itself."""
        flags = _PARTIAL_STATE if partial else 0
        size = self._native.llama_state_seq_get_size_ext(self.handle, sequence, flags)
        buffer = (ctypes.c_uint8 * size)()
        written = self._native.llama_state_seq_get_data_ext(
            self.handle, buffer, size, sequence, flags
        )
        return bytes(memoryview(buffer)[:written])

    def restore(self, sequence: int, state: bytes, *, partial: bool = False) -> bool:
        """Sets a sequence's state back. Returns whether llama.cpp took it."""
        flags = _PARTIAL_STATE if partial else 0
        buffer = (ctypes.c_uint8 * len(state)).from_buffer_copy(state)
        read = self._native.llama_state_seq_set_data_ext(
            self.handle, buffer, len(state), sequence, flags
        )
        return bool(read)


class Vocabulary:
    """Text to tokens and back; the calls are safe from any thread."""

    def __init__(self, model: Model) -> None:
        self._native = bindings.load()
        self._vocab = model.vocab
        self.size = int(self._native.llama_vocab_n_tokens(self._vocab))
        self.bos = int(self._native.llama_vocab_bos(self._vocab))
        self.eos = int(self._native.llama_vocab_eos(self._vocab))
        self.adds_bos = bool(self._native.llama_vocab_get_add_bos(self._vocab)) and self.bos >= 0

    def tokenize(self, text: str) -> array[int]:
        """Returns the tokens of plain text: control tokens named in it stay text."""
        data = text.encode("utf-8", "replace")
        room = len(data) + 8
        buffer = (ctypes.c_int32 * room)()
        count = self._native.llama_tokenize(
            self._vocab, data, len(data), buffer, room, False, False
        )
        if count < 0:
            buffer = (ctypes.c_int32 * -count)()
            count = self._native.llama_tokenize(
                self._vocab, data, len(data), buffer, -count, False, False
            )
        return array("i", buffer[: max(count, 0)])

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
