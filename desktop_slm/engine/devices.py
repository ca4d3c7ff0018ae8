"""The devices that this build of llama.cpp can compute on. Child side."""

from __future__ import annotations

import ctypes
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from desktop_slm.engine import bindings

# Source: `enum ggml_backend_dev_type` in ggml-backend.h.
_KINDS = {0: "cpu", 1: "gpu", 2: "integrated gpu", 3: "accelerator"}

CARDS = frozenset({"gpu", "integrated gpu"})


@dataclass(frozen=True, slots=True)
class Device:
    """A device; `free_bytes` is 0 where its driver does not tell."""

    name: str
    description: str
    kind: str
    free_bytes: int
    total_bytes: int

    @property
    def is_card(self) -> bool:
        """Whether layers of a model can go there."""
        return self.kind in CARDS


def found() -> list[Device]:
    """Returns the devices, as llama.cpp lists them; the processor is always among them."""
    ggml, base = libraries()
    return [
        _describe(base, ggml.ggml_backend_dev_get(index))
        for index in range(ggml.ggml_backend_dev_count())
    ]


def backends() -> list[str]:
    """Returns the names of what this build can compute with, devices for it or not."""
    ggml, base = libraries()
    ggml.ggml_backend_reg_count.restype = ctypes.c_size_t
    ggml.ggml_backend_reg_get.argtypes = [ctypes.c_size_t]
    ggml.ggml_backend_reg_get.restype = ctypes.c_void_p
    base.ggml_backend_reg_name.argtypes = [ctypes.c_void_p]
    base.ggml_backend_reg_name.restype = ctypes.c_char_p
    found = (ggml.ggml_backend_reg_get(index) for index in range(ggml.ggml_backend_reg_count()))
    return [base.ggml_backend_reg_name(handle).decode("utf-8", "replace") for handle in found]


def libraries() -> tuple[Any, Any]:
    """Returns the libraries `ggml` and `ggml-base`, with the types of what is called in them."""
    bindings.load()
    ggml, base = bindings.library("ggml"), bindings.library("ggml-base")
    ggml.ggml_backend_dev_count.restype = ctypes.c_size_t
    ggml.ggml_backend_dev_get.argtypes = [ctypes.c_size_t]
    ggml.ggml_backend_dev_get.restype = ctypes.c_void_p
    for name in ("ggml_backend_dev_name", "ggml_backend_dev_description"):
        function = getattr(base, name)
        function.argtypes = [ctypes.c_void_p]
        function.restype = ctypes.c_char_p
    base.ggml_backend_dev_type.argtypes = [ctypes.c_void_p]
    base.ggml_backend_dev_type.restype = ctypes.c_int
    size = ctypes.POINTER(ctypes.c_size_t)
    base.ggml_backend_dev_memory.argtypes = [ctypes.c_void_p, size, size]
    base.ggml_backend_dev_memory.restype = None
    return ggml, base


def handles(names: Sequence[str]) -> list[int]:
    """Returns llama.cpp's handles of devices."""
    ggml, base = libraries()
    every = [ggml.ggml_backend_dev_get(index) for index in range(ggml.ggml_backend_dev_count())]
    by_name = {_describe(base, handle).name: handle for handle in every}
    return [by_name[name] for name in names]


def cpu_buffer_type() -> int:
    """Returns llama.cpp's handle of plain memory."""
    _, base = libraries()
    base.ggml_backend_cpu_buffer_type.restype = ctypes.c_void_p
    return int(base.ggml_backend_cpu_buffer_type())


def _describe(base: Any, handle: int) -> Device:
    free, total = ctypes.c_size_t(), ctypes.c_size_t()
    base.ggml_backend_dev_memory(handle, ctypes.byref(free), ctypes.byref(total))
    return Device(
        name=base.ggml_backend_dev_name(handle).decode("utf-8", "replace"),
        description=base.ggml_backend_dev_description(handle).decode("utf-8", "replace"),
        kind=_KINDS.get(base.ggml_backend_dev_type(handle), "other"),
        free_bytes=free.value,
        total_bytes=total.value,
    )
