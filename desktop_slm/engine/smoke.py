"""Multiplies two small matrices on a device, to see whether its driver works. Child side.

In a child of its own: a broken driver may end the process, or never answer.
"""

from __future__ import annotations

import ctypes
import math
from typing import Any

from desktop_slm.engine import devices
from desktop_slm.errors import EngineFailed

_SIZE = 64
_F32 = 0
_TOLERANCE = 0.02  # some devices multiply in half precision


class ContextOptions(ctypes.Structure):
    """`struct ggml_init_params`."""

    _fields_ = (
        ("size", ctypes.c_size_t),
        ("buffer", ctypes.c_void_p),
        ("no_alloc", ctypes.c_bool),
    )


def check(name: str) -> None:
    """Computes on the device called `name`. Raises EngineFailed where it answers wrongly."""
    ggml, base = devices.libraries()
    declare(ggml, base)
    device = ggml.ggml_backend_dev_by_name(name.encode())
    backend = base.ggml_backend_dev_init(device, None) if device else None
    if not backend:
        raise EngineFailed(why="the device does not start")
    try:
        _check_product(base, backend)
    finally:
        base.ggml_backend_free(backend)


def _check_product(base: Any, backend: int) -> None:
    room = 8 * base.ggml_tensor_overhead() + base.ggml_graph_overhead()
    context = base.ggml_init(ContextOptions(room, None, True))
    left = base.ggml_new_tensor_2d(context, _F32, _SIZE, _SIZE)
    right = base.ggml_new_tensor_2d(context, _F32, _SIZE, _SIZE)
    product = base.ggml_mul_mat(context, left, right)
    graph = base.ggml_new_graph(context)
    base.ggml_build_forward_expand(graph, product)
    buffer = base.ggml_backend_alloc_ctx_tensors(context, backend)
    try:
        if not buffer:
            raise EngineFailed(why="the device gives no memory")
        values = [math.sin(number) for number in range(_SIZE * _SIZE)]
        data = (ctypes.c_float * len(values))(*values)
        for tensor in (left, right):
            base.ggml_backend_tensor_set(tensor, data, 0, ctypes.sizeof(data))
        if base.ggml_backend_graph_compute(backend, graph) != 0:
            raise EngineFailed(why="the device does not compute")
        base.ggml_backend_tensor_get(product, data, 0, ctypes.sizeof(data))
        if not _is_product(values, list(data)):
            raise EngineFailed(why="the device computes wrongly")
    finally:
        if buffer:
            base.ggml_backend_buffer_free(buffer)
        base.ggml_free(context)


def _is_product(values: list[float], found: list[float]) -> bool:
    """Compares with the dot products of all rows, as ggml's multiplication defines them."""
    rows = [values[start : start + _SIZE] for start in range(0, len(values), _SIZE)]
    expected = [sum(a * b for a, b in zip(r, l, strict=True)) for r in rows for l in rows]  # noqa: E741
    largest = max(map(abs, expected))
    return all(abs(a - b) <= _TOLERANCE * largest for a, b in zip(expected, found, strict=True))


def declare(ggml: Any, base: Any) -> None:
    """Says of what types the functions are that multiply two matrices."""
    pointer, size, text = ctypes.c_void_p, ctypes.c_size_t, ctypes.c_char_p
    functions: dict[str, tuple[Any, list[Any]]] = {
        "ggml_backend_dev_init": (pointer, [pointer, text]),
        "ggml_backend_free": (None, [pointer]),
        "ggml_tensor_overhead": (size, []),
        "ggml_graph_overhead": (size, []),
        "ggml_init": (pointer, [ContextOptions]),
        "ggml_free": (None, [pointer]),
        "ggml_new_tensor_2d": (pointer, [pointer, ctypes.c_int, ctypes.c_int64, ctypes.c_int64]),
        "ggml_mul_mat": (pointer, [pointer, pointer, pointer]),
        "ggml_new_graph": (pointer, [pointer]),
        "ggml_build_forward_expand": (None, [pointer, pointer]),
        "ggml_backend_alloc_ctx_tensors": (pointer, [pointer, pointer]),
        "ggml_backend_buffer_free": (None, [pointer]),
        "ggml_backend_tensor_set": (None, [pointer, pointer, size, size]),
        "ggml_backend_tensor_get": (None, [pointer, pointer, size, size]),
        "ggml_backend_graph_compute": (ctypes.c_int, [pointer, pointer]),
    }
    for name, (result, arguments) in functions.items():
        function = getattr(base, name)
        function.restype, function.argtypes = result, arguments
    ggml.ggml_backend_dev_by_name.restype = pointer
    ggml.ggml_backend_dev_by_name.argtypes = [text]
