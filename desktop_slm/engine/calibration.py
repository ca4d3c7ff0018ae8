"""Measures how fast the devices of this computer multiply, with llama.cpp's kernels. Child side.

A large matrix times one vector is what writing a token is: bytes a second. A matrix times many is
what reading is: operations a second. Weights lie where llama.cpp puts them, repacked for the
processor's widest instructions where it does so, since that changes the speed several times.
"""

from __future__ import annotations

import ctypes
import time
from typing import Any

from desktop_slm.engine import devices, smoke
from desktop_slm.engine.devices import Device
from desktop_slm.errors import EngineFailed

# Source: `enum ggml_type`.
_TYPES = {"Q4_0": 2, "Q4_1": 3, "Q4_K": 12, "Q8_0": 8}
_F32 = 0
_ROW = 4096
# Larger than the caches of most processors, as the weights of models are.
_WIDE_ROWS, _NARROW_ROWS, _COLUMNS = 24_576, 768, 192
_BUDGET_S = 0.09
_LEAST_RUNS, _MOST_RUNS = 2, 200
_LEAST_CARD_BYTES = 1 << 30


def measure(threads: int) -> dict[str, dict[str, list[float]]]:
    """Returns bytes and operations a second by device and format; about a second for each device.

    Cards with too little free memory are left out. Raises EngineFailed as `smoke.check` does.
    """
    ggml, base = devices.libraries()
    smoke.declare(ggml, base)
    _declare(base)
    found: dict[str, dict[str, list[float]]] = {}
    for device in devices.found():
        if device.kind == "cpu" or _is_free(device):
            bench = _Bench(ggml, base, device.name, threads)
            found[device.name] = {
                name: [bench.bytes_per_s(number), bench.operations_per_s(number)]
                for name, number in _TYPES.items()
            }
            bench.free()
    return found


def _is_free(device: Device) -> bool:
    return device.is_card and device.free_bytes > _LEAST_CARD_BYTES


class _Bench:
    """Products on one device."""

    def __init__(self, ggml: Any, base: Any, name: str, threads: int) -> None:
        self._base = base
        self._device = ggml.ggml_backend_dev_by_name(name.encode())
        self._backend = base.ggml_backend_dev_init(self._device, None)
        plain = base.ggml_backend_dev_buffer_type(self._device)
        self._buffer_types = [*self._extra_buffer_types(), plain]
        if address := self._address("ggml_backend_set_n_threads"):
            _SET_THREADS(address)(self._backend, threads)

    def free(self) -> None:
        """Gives the device back."""
        self._base.ggml_backend_free(self._backend)

    def bytes_per_s(self, type_: int) -> float:
        """Returns the speed of a matrix that is passed over for one vector."""
        size, seconds = self._product(type_, _WIDE_ROWS, 1)
        return size / seconds

    def operations_per_s(self, type_: int) -> float:
        """Returns the speed of a matrix times many vectors: a product and a sum are two."""
        _, seconds = self._product(type_, _NARROW_ROWS, _COLUMNS)
        return 2 * _ROW * _NARROW_ROWS * _COLUMNS / seconds

    def _product(self, type_: int, rows: int, columns: int) -> tuple[int, float]:
        """Returns the size of the weights and the shortest time of a product with them."""
        for buffer_type in self._buffer_types:
            found = self._product_in(buffer_type, type_, rows, columns)
            if found is not None:
                return found
        raise EngineFailed(why="the device cannot multiply")

    def _product_in(
        self, buffer_type: int, type_: int, rows: int, columns: int
    ) -> tuple[int, float] | None:
        """Does so with weights in memory of a kind; None where that kind cannot multiply them."""
        base = self._base
        weights, work = self._context(), self._context()
        matrix = base.ggml_new_tensor_2d(weights, type_, _ROW, rows)
        vectors = base.ggml_new_tensor_2d(work, _F32, _ROW, columns)
        product = base.ggml_mul_mat(work, matrix, vectors)
        graph = base.ggml_new_graph(work)
        base.ggml_build_forward_expand(graph, product)
        held = base.ggml_backend_alloc_ctx_tensors_from_buft(weights, buffer_type)
        values = base.ggml_backend_alloc_ctx_tensors(work, self._backend)
        try:
            can = held and values and base.ggml_backend_dev_supports_op(self._device, product)
            if not can:
                return None
            size = int(base.ggml_nbytes(matrix))
            # Written through the kind of memory, which may put the weights into another order.
            base.ggml_backend_tensor_set(matrix, ctypes.create_string_buffer(size), 0, size)
            base.ggml_backend_buffer_clear(values, 0)
            return size, self._shortest(graph)
        finally:
            for buffer in (values, held):
                base.ggml_backend_buffer_free(buffer)
            for context in (work, weights):
                base.ggml_free(context)

    def _shortest(self, graph: int) -> float:
        shortest, runs, started = 1e9, 0, time.perf_counter()
        while runs < _LEAST_RUNS or (
            runs < _MOST_RUNS and time.perf_counter() - started < _BUDGET_S
        ):
            before = time.perf_counter()
            if self._base.ggml_backend_graph_compute(self._backend, graph) != 0:
                raise EngineFailed(why="the device does not compute")
            shortest = min(shortest, time.perf_counter() - before)
            runs += 1
        return max(shortest, 1e-9)

    def _extra_buffer_types(self) -> list[int]:
        """Returns the kinds of memory in which a processor orders weights as it likes them."""
        address = self._address("ggml_backend_dev_get_extra_bufts")
        types = _EXTRA_TYPES(address)(self._device) if address else None
        found: list[int] = []
        while types and types[len(found)]:
            found.append(int(types[len(found)]))
        return found

    def _address(self, procedure: str) -> int:
        """Returns where a function is that only some devices have, or 0."""
        registry = self._base.ggml_backend_dev_backend_reg(self._device)
        return self._base.ggml_backend_reg_get_proc_address(registry, procedure.encode()) or 0

    def _context(self) -> int:
        base = self._base
        room = 8 * base.ggml_tensor_overhead() + base.ggml_graph_overhead()
        return int(base.ggml_init(smoke.ContextOptions(room, None, True)))


_SET_THREADS = ctypes.CFUNCTYPE(None, ctypes.c_void_p, ctypes.c_int)
_EXTRA_TYPES = ctypes.CFUNCTYPE(ctypes.POINTER(ctypes.c_void_p), ctypes.c_void_p)


def _declare(base: Any) -> None:
    pointer, text, byte = ctypes.c_void_p, ctypes.c_char_p, ctypes.c_uint8
    functions: dict[str, tuple[Any, list[Any]]] = {
        "ggml_backend_dev_backend_reg": (pointer, [pointer]),
        "ggml_backend_reg_get_proc_address": (pointer, [pointer, text]),
        "ggml_backend_dev_buffer_type": (pointer, [pointer]),
        "ggml_backend_dev_supports_op": (ctypes.c_bool, [pointer, pointer]),
        "ggml_backend_alloc_ctx_tensors_from_buft": (pointer, [pointer, pointer]),
        "ggml_backend_buffer_clear": (None, [pointer, byte]),
        "ggml_nbytes": (ctypes.c_size_t, [pointer]),
    }
    for name, (result, arguments) in functions.items():
        function = getattr(base, name)
        function.restype, function.argtypes = result, arguments
