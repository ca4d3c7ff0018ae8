"""llama.cpp as objects: a model, a context over it, a batch. Child side, engine thread only."""

from __future__ import annotations

import ctypes
import os
import re
from array import array
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_slm.engine import bindings, devices
from desktop_slm.engine.protocol import KvType
from desktop_slm.errors import AdapterUnfit, EngineFailed

_LOG_ERROR = 4
_PARTIAL_STATE = 1
# Source: `enum ggml_type` and `enum llama_flash_attn_type`.
_KV_TYPES = {KvType.F16: 1, KvType.Q8_0: 8, KvType.Q4_0: 2}
_FLASH_ATTENTION = {"auto": -1, "off": 0, "on": 1}
# What llama.cpp writes when it makes a context, in MiB; a dry run writes the same.
_SIZES = {
    "cache": re.compile(r"^llama_(?:kv_cache|memory)\w*: +size = +([\d.]+) MiB"),
    "compute": re.compile(r"(?:output|compute) buffer size = +([\d.]+) MiB"),
}
_LOAD_NOTHING = 0
_POOLINGS = {1: "mean", 2: "cls", 3: "last"}


class Log:
    """Keeps what llama.cpp says of errors, for a sentence, and of the sizes of buffers."""

    def __init__(self) -> None:
        self._native = bindings.load()
        self._lines: list[str] = []
        self._sizes: dict[str, float] = {}
        self._callback = self._native.llama_log_callback(self._receive)
        self._native.llama_log_set(self._callback, ctypes.c_void_p(0))

    def _receive(self, level: int, text: bytes, _: object) -> None:
        line = text.decode("utf-8", "replace").strip()
        if level == _LOG_ERROR:
            self._lines.append(line)
            del self._lines[:-20]
        for kind, pattern in _SIZES.items():
            if found := pattern.search(line):
                self._sizes[kind] = self._sizes.get(kind, 0.0) + float(found[1])

    def take(self) -> str:
        """Returns the last errors and forgets them."""
        text = "\n".join(self._lines)
        self._lines.clear()
        return text

    def take_sizes(self) -> dict[str, int]:
        """Returns the bytes of "cache" and "compute" buffers since the last call."""
        sizes = {kind: int(self._sizes.get(kind, 0.0) * (1 << 20)) for kind in _SIZES}
        self._sizes.clear()
        return sizes


class _Override(ctypes.Structure):
    """`struct llama_model_tensor_buft_override`."""

    _fields_ = (("pattern", ctypes.c_char_p), ("buffer_type", ctypes.c_void_p))


class Placement:
    """What llama.cpp is told of devices: layers, which devices, what stays in plain memory.

    `device_names` of None leaves the devices to llama.cpp. Keep it until the model is loaded.
    """

    def __init__(
        self,
        gpu_layers: int = 0,
        device_names: Sequence[str] | None = None,
        pattern_on_cpu: str = "",
    ) -> None:
        self.gpu_layers = gpu_layers
        self._devices: Any = None
        self._overrides: Any = None
        if device_names is not None:
            found = devices.handles(device_names)
            self._devices = (ctypes.c_void_p * (len(found) + 1))(*found)
        if pattern_on_cpu:
            entry = _Override(pattern_on_cpu.encode(), devices.cpu_buffer_type())
            self._overrides = (_Override * 2)(entry)

    def device_list(self) -> int | None:
        """Returns the address of the list of devices."""
        return ctypes.addressof(self._devices) if self._devices is not None else None

    def overrides(self) -> int | None:
        """Returns the address of the list of patterns."""
        return ctypes.addressof(self._overrides) if self._overrides is not None else None


class Model:
    """A loaded model. Free it after every context over it."""

    def __init__(self, handle: Any) -> None:
        self._native = bindings.load()
        self.handle = handle
        self.vocab = self._native.llama_model_get_vocab(handle)
        self.adapters: list[Any] = []

    @classmethod
    def load(
        cls,
        path: str,
        *,
        log: Log,
        on_progress: Callable[[float], bool] = lambda fraction: True,
        dry: bool = False,
        placement: Placement | None = None,
    ) -> Model:
        """Loads a model; `on_progress` gets the fraction read and answers whether to go on.

        A `dry` one has no weights: contexts over it take no memory and compute nothing.

        Raises EngineFailed with llama.cpp's last words.
        """
        native = bindings.load()
        parameters = native.llama_model_default_params()
        placement = placement or Placement()
        parameters.n_gpu_layers = placement.gpu_layers
        parameters.devices = placement.device_list()
        parameters.tensor_buft_overrides = placement.overrides()
        if dry:
            parameters.no_alloc, parameters.load_mode = True, _LOAD_NOTHING
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

    @property
    def layers(self) -> int:
        """The number of layers."""
        return int(self._native.llama_model_n_layer(self.handle))

    @property
    def embedding_size(self) -> int:
        """The length of the vectors that it makes."""
        return int(self._native.llama_model_n_embd_out(self.handle))

    @property
    def pooling(self) -> str:
        """How an embedding model makes one vector of a text ("mean", "cls", "last"), or ""."""
        key = f"{self.metadata('general.architecture')}.pooling_type"
        value = self.metadata(key)
        return _POOLINGS.get(int(value), "") if value.isdigit() else ""

    def load_adapter(self, path: str) -> None:
        """Adds an adapter to `adapters`; it is freed with the model. Raises AdapterUnfit."""
        adapter = self._native.llama_adapter_lora_init(self.handle, os.fsencode(path))
        if not adapter:
            raise AdapterUnfit(name=Path(path).name)
        self.adapters.append(adapter)

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

    def add(self, tokens: array[int], sequence: int, position: int, *, outputs: int) -> int:
        """Appends a run of tokens and returns the index of its last one.

        The logits after its last `outputs` tokens are computed.
        """
        start, end = self.size, self.size + len(tokens)
        self._tokens[start:end] = [*tokens]
        self._positions[start:end] = list(range(position, position + len(tokens)))
        self._sequence_pointers[start:end] = [self._addresses[sequence]] * len(tokens)
        silent = len(tokens) - outputs
        self._outputs[start:end] = [*([0] * silent), *([1] * outputs)]
        self.size = end
        self.native.n_tokens = end
        return end - 1


@dataclass(frozen=True, slots=True)
class ContextShape:
    """How a context is made: so many sequences of so many cells, one cell a token."""

    sequences: int
    cells: int
    batch_tokens: int
    threads: int
    outputs: int
    kv_type: KvType = KvType.F16
    flash_attention: str = "auto"
    embeddings: bool = False


State = ctypes.Array[ctypes.c_uint8]


class Context:
    """Memory for sequences over a model, and the steps on it."""

    def __init__(self, model: Model, shape: ContextShape) -> None:
        """Makes the context. Raises EngineFailed where the memory cannot be had."""
        self._native = native = bindings.load()
        parameters = native.llama_context_default_params()
        parameters.n_ctx = shape.cells * shape.sequences
        parameters.n_batch = shape.batch_tokens
        parameters.n_ubatch = shape.batch_tokens
        parameters.n_seq_max = shape.sequences
        parameters.n_outputs_max = shape.outputs
        parameters.n_threads = shape.threads
        parameters.n_threads_batch = shape.threads
        parameters.type_k = parameters.type_v = _KV_TYPES[shape.kv_type]
        parameters.flash_attn_type = _FLASH_ATTENTION[shape.flash_attention]
        parameters.embeddings = shape.embeddings
        # One cache for all would make every sequence attend over all cells.
        parameters.kv_unified = shape.embeddings
        parameters.swa_full = False
        parameters.no_perf = True
        self.shape = shape
        self.handle = native.llama_init_from_model(model.handle, parameters)
        if not self.handle and shape.kv_type is not KvType.F16:
            # Heads that are smaller than a block of the smaller types keep the plain one.
            parameters.type_k = parameters.type_v = _KV_TYPES[KvType.F16]
            self.handle = native.llama_init_from_model(model.handle, parameters)
        if not self.handle:
            tokens = shape.cells * shape.sequences
            raise EngineFailed(why=f"no memory for a context of {tokens} tokens")
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

    def logits(self, index: int, size: int) -> memoryview[float]:
        """Returns the logits after batch token `index`, valid until the next step."""
        address = self._native.llama_get_logits_ith(self.handle, index)
        values = ctypes.cast(address, ctypes.POINTER(ctypes.c_float * size)).contents
        return memoryview(values).cast("B").cast("f")

    def use_adapters(self, adapters: Sequence[tuple[Any, float]]) -> None:
        """Applies adapters to every later step. Raises EngineFailed."""
        count = len(adapters)
        handles = (ctypes.c_void_p * count)(
            *(ctypes.cast(handle, ctypes.c_void_p).value for handle, _ in adapters)
        )
        scales = (ctypes.c_float * count)(*(scale for _, scale in adapters))
        pointer = ctypes.cast(handles, ctypes.POINTER(ctypes.POINTER(ctypes.c_void_p)))
        if self._native.llama_set_adapters_lora(self.handle, pointer, count, scales) != 0:
            raise EngineFailed(why="llama.cpp did not take the adapter")

    # What the sequences hold

    def length(self, sequence: int) -> int:
        """Returns how many tokens a sequence holds, as llama.cpp counts them."""
        return int(self._native.llama_memory_seq_pos_max(self._memory, sequence)) + 1

    def drop_tail(self, sequence: int, keep: int) -> bool:
        """Removes all but the first `keep` tokens of a sequence; False where memory cannot."""
        return bool(self._native.llama_memory_seq_rm(self._memory, sequence, keep, -1))

    def clear(self, sequence: int) -> None:
        """Empties a sequence."""
        self._native.llama_memory_seq_rm(self._memory, sequence, -1, -1)

    def copy(self, source: int, target: int) -> None:
        """Copies a whole sequence onto an empty one; parts cannot be copied between streams."""
        self._native.llama_memory_seq_cp(self._memory, source, target, -1, -1)

    def state_size(self, sequence: int) -> int:
        """Returns the bytes of a sequence's whole state."""
        return int(self._native.llama_state_seq_get_size_ext(self.handle, sequence, 0))

    def save(self, sequence: int, *, partial: bool = False) -> State:
        """Returns a sequence's state; `partial` leaves out what attention can drop by itself."""
        flags = _PARTIAL_STATE if partial else 0
        size = self._native.llama_state_seq_get_size_ext(self.handle, sequence, flags)
        state: State = (ctypes.c_uint8 * size)()
        self._native.llama_state_seq_get_data_ext(self.handle, state, size, sequence, flags)
        return state

    def restore(self, sequence: int, state: State, *, partial: bool = False) -> bool:
        """Sets a sequence's state back. Returns whether llama.cpp took it."""
        flags = _PARTIAL_STATE if partial else 0
        size = len(state)
        return bool(
            self._native.llama_state_seq_set_data_ext(self.handle, state, size, sequence, flags)
        )
