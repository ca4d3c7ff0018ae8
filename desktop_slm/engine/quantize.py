"""The convert child: writes a model again in another format, with llama.cpp's own quantizer.

It may read the source and write the one target that the parent has made; nothing else. The result
is checked as any stranger's file is before the parent is told that it is there.
"""

from __future__ import annotations

import ctypes
import errno
import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from desktop_slm.engine import bindings
from desktop_slm.errors import ConversionFailed, DiskFull, LayersUnknown, ModelError
from desktop_slm.gguf import header
from desktop_slm.workers import host
from desktop_slm.workers.confine import Profile

_MADE_BY_KEY = "general.quantized_by"
_DESCRIPTION_KEY = "general.description"
_MADE_BY = "Desktop SLM"
# Source: `enum llama_model_kv_override_type` and `struct llama_model_kv_override`.
_TEXT_OVERRIDE, _MOST_BYTES = 3, 127
_PROGRESS = re.compile(r"^\[ *(\d+)/ *(\d+)\]")
_SIZE = re.compile(r"quant size += +([\d.]+) MiB")
_ERROR_LEVEL = 4
_PROBE_BYTES = 1 << 20


def run() -> NoReturn:
    """Becomes the convert child."""
    parent = host.connect("convert", Profile.SEALED)
    host.serve_jobs(parent, {"convert": convert})


def convert(fields: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    """Converts `source` into `target`, or only says with `dry` how large that will be.

    Raises the errors of `header.read`, LayersUnknown, DiskFull, ConversionFailed.
    """
    source, target = Path(str(fields["source"])), Path(str(fields["target"]))
    pruned = [int(layer) for layer in fields["pruned"]]
    read = header.read(source)
    _require_layers(read, pruned, source.name)
    log = _Log(reply)
    parameters = _parameters(int(fields["file_type"]), pruned, str(fields["name"]))
    parameters.dry_run = bool(fields["dry"])
    code = log.native.llama_model_quantize(
        os.fsencode(source), os.fsencode(target), ctypes.byref(parameters)
    )
    if code != 0:
        _require_room(target)
        raise ConversionFailed(name=source.name, why=log.last_error())
    if not fields["dry"]:
        _check(target, source.name)
    return {"size_bytes": log.size_bytes, "types": sorted({t.type_name for t in read.tensors})}


def _parameters(file_type: int, pruned: Sequence[int], name: str) -> Any:
    native = bindings.load()
    parameters = native.llama_model_quantize_default_params()
    parameters.ftype = file_type
    # Which formats may be the source of which is decided by the parent.
    parameters.allow_requantize = True
    labels = {
        _MADE_BY_KEY: _MADE_BY,
        header.MADE_FROM_KEY: name,
        _DESCRIPTION_KEY: f"Made here by {_MADE_BY} from {name}",
    }
    parameters.kv_overrides = _overrides(labels)
    if pruned:
        parameters.prune_layers = (ctypes.c_int32 * (len(pruned) + 1))(*pruned, -1)
    return parameters


def _overrides(labels: Mapping[str, str]) -> Any:
    """Returns llama.cpp's array of values to set, which ends with an empty entry."""
    native = bindings.load()
    entries = (native.llama_model_kv_override * (len(labels) + 1))()
    for entry, (key, text) in zip(entries, labels.items(), strict=False):
        entry.tag = _TEXT_OVERRIDE
        entry.key = key.encode()
        entry.value.val_str = _cut(text)
    return entries


def _cut(text: str) -> bytes:
    """Returns a text as bytes, cut between characters where there is no room for all."""
    raw = text.replace("\0", " ").encode("utf-8", "replace")[:_MOST_BYTES]
    return raw.decode("utf-8", "ignore").encode()


def _require_layers(read: header.Header, pruned: Sequence[int], name: str) -> None:
    layers = read.number("block_count")
    if any(not 0 <= layer < layers for layer in pruned) or len(set(pruned)) >= max(layers, 1):
        raise LayersUnknown(name=name, last=layers - 1)


def _require_room(target: Path) -> None:
    """Finds out whether it was the disk: llama.cpp does not say. Raises DiskFull."""
    try:
        with target.open("ab") as file:
            file.write(bytes(_PROBE_BYTES))
    except OSError as error:
        if error.errno in (errno.ENOSPC, errno.EDQUOT, errno.EFBIG):
            raise DiskFull from None


def _check(target: Path, name: str) -> None:
    """Reads the result's header: a write that failed unnoticed shows there."""
    try:
        header.read(target)
    except ModelError as error:
        _require_room(target)
        raise ConversionFailed(name=name, why="the result is not whole", details=str(error)) from (
            None
        )
    with target.open("rb") as file:
        os.fsync(file.fileno())


class _Log:
    """Turns what llama.cpp logs into progress, the result's size and the last error."""

    def __init__(self, reply: host.Reply) -> None:
        self.native = bindings.load()
        self.size_bytes = 0
        self._reply = reply
        self._errors: list[str] = []
        self._callback = self.native.llama_log_callback(self._receive)
        self.native.llama_log_set(self._callback, ctypes.c_void_p(0))

    def last_error(self) -> str:
        """Returns what went wrong in llama.cpp's words, one line."""
        return (self._errors or ["llama.cpp gave no reason"])[-1][:200]

    def _receive(self, level: int, text: bytes, _: object) -> None:
        line = text.decode("utf-8", "replace")
        if level == _ERROR_LEVEL and line.strip(" =\n"):
            self._errors.append(line.strip().rpartition("failed to quantize: ")[2])
        elif found := _PROGRESS.search(line):
            self._reply.event("progress", fraction=int(found[1]) / max(int(found[2]), 1))
        elif found := _SIZE.search(line):
            self.size_bytes = int(float(found[1]) * (1 << 20))
