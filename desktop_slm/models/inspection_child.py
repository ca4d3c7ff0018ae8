"""The inspection child: reads the header of one granted file, or the bytes that it was sent of the
start of one, and says what the file is."""

from __future__ import annotations

import mmap
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, NoReturn

from desktop_slm.errors import BrokenModel, NotGguf, TruncatedModel, UnsupportedModel
from desktop_slm.gguf import beginning
from desktop_slm.gguf import header as gguf
from desktop_slm.gguf.header import MADE_FROM_KEY
from desktop_slm.gguf.tables import ARCHITECTURES, OTHER_ARCHITECTURES
from desktop_slm.models import shape
from desktop_slm.models.facts import MOST_CHARACTERS, FileFacts, FileKind
from desktop_slm.models.prospect import Prospect, Use
from desktop_slm.models.quantization import QUANTIZATIONS
from desktop_slm.workers import host
from desktop_slm.workers.confine import Limits, Profile

_MEMORY_BYTES = 1 << 30
_CPU_S = 20
# Only so much of a file is looked at: it counts as memory. The largest honest headers, with
# vocabularies of 260,000 words and their merges, have 20 MB.
_HEADER_BYTES = 128 << 20
_LEAST_BYTES = 24
_ANY_SIZE = 1 << 62

_MOST_PARTS = 99_999
_PROJECTORS = ("clip", "mmproj")


def run() -> NoReturn:
    """Becomes the inspection child."""
    limits = Limits(memory_bytes=_MEMORY_BYTES, cpu_s=_CPU_S)
    parent = host.connect("inspect", Profile.SEALED, limits)
    host.serve_jobs(parent, {"facts": _facts, "prospect": _prospect})


def _facts(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    return facts_of(Path(str(request["path"]))).to_wire()


def _prospect(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    found = prospect_of(payload, str(request["name"]))
    return found.to_wire() if found else {"is_more_needed": True}


def prospect_of(data: bytes, name: str) -> Prospect | None:
    """Returns what the start of a file says, or None where more of it is needed.

    Raises NotGguf, BrokenModel.
    """
    found = beginning.read(data, name)
    if not found.is_enough:
        return None
    header = found.header
    use = _use(header)
    is_exact = found.has_figures and use in (Use.TEXT, Use.EMBEDDING)
    return Prospect(
        use=use,
        architecture=header.architecture[:MOST_CHARACTERS],
        name=_text(header, "general.name"),
        size_label=_text(header, "general.size_label"),
        license=_text(header, "general.license.name") or _text(header, "general.license"),
        context_tokens=max(header.context_length, 0),
        layers=max(header.number("block_count"), 0),
        experts=max(header.number("expert_count"), 0),
        experts_used=max(header.number("expert_used_count"), 0),
        window_tokens=max(header.number("attention.sliding_window"), 0),
        shape=shape.of_header(header) if is_exact else None,
    )


def _use(header: gguf.Header) -> Use:
    if header.text("general.type") == "imatrix":
        return Use.CALIBRATION
    if header.architecture in OTHER_ARCHITECTURES:
        return Use(OTHER_ARCHITECTURES[header.architecture])
    kind = _kind(header)
    is_model = kind in (FileKind.TEXT, FileKind.EMBEDDING)
    if is_model and header.architecture not in ARCHITECTURES:
        return Use.NEWER_ENGINE
    return Use(kind.value)


def facts_of(path: Path) -> FileFacts:
    """Returns what the file says.

    Raises NotGguf, TruncatedModel, BrokenModel, UnsupportedModel.
    """
    name = path.name
    try:
        return describe(_read(path))
    except UnsupportedModel as error:
        if error.fields["architecture"] in _PROJECTORS:
            return FileFacts(FileKind.PROJECTOR, architecture=str(error.fields["architecture"]))
        raise
    except MemoryError:
        raise BrokenModel(name=name, why="its header needs too much memory") from None


def describe(header: gguf.Header) -> FileFacts:
    """Returns the facts of a checked header."""
    return FileFacts(
        kind=_kind(header),
        name=_text(header, "general.name"),
        architecture=header.architecture[:MOST_CHARACTERS],
        size_label=_text(header, "general.size_label"),
        parameters=header.parameters,
        quantization=_quantization(header),
        context_tokens=header.context_length,
        license=_text(header, "general.license.name") or _text(header, "general.license"),
        has_template=bool(header.text("tokenizer.chat_template")),
        parts=_parts(header),
        made_from=_text(header, MADE_FROM_KEY),
    )


def _read(path: Path) -> gguf.Header:
    """Checks the header within the first bytes of the file, and that its tensors are all there."""
    with path.open("rb") as file:
        file_bytes = path.stat().st_size
        if file_bytes < _LEAST_BYTES:
            raise NotGguf(name=path.name)
        length = min(file_bytes, _HEADER_BYTES)
        with mmap.mmap(file.fileno(), length, access=mmap.ACCESS_READ) as data:
            try:
                # With a file of any size, what is found to be truncated is the header alone.
                header = gguf.parse(data, _ANY_SIZE, path.name)
            except TruncatedModel:
                if length < file_bytes:
                    raise BrokenModel(name=path.name, why="an endless header") from None
                raise
    end = max((tensor.offset + tensor.size_bytes for tensor in header.tensors), default=0)
    missing = header.data_offset + end - file_bytes
    if header.tensors and missing > 0:
        raise TruncatedModel(name=path.name, missing_bytes=missing)
    return header


def _kind(header: gguf.Header) -> FileKind:
    if header.text("general.type") == "adapter":
        return FileKind.ADAPTER
    if header.text("general.type") == "mmproj":
        return FileKind.PROJECTOR
    return FileKind.EMBEDDING if header.number("pooling_type") else FileKind.TEXT


def _quantization(header: gguf.Header) -> str:
    """Returns the file's own word for it, or the type in which most of its bytes are."""
    stated = header.metadata.get("general.file_type")
    if isinstance(stated, int) and stated in QUANTIZATIONS:
        return QUANTIZATIONS[stated]
    sizes: Counter[str] = Counter()
    for tensor in header.tensors:
        sizes[tensor.type_name] += tensor.size_bytes
    return sizes.most_common(1)[0][0] if sizes else ""


def _parts(header: gguf.Header) -> int:
    """Returns into how many files the model is divided; without a number, or with nonsense, 1."""
    count = header.metadata.get("split.count")
    return count if isinstance(count, int) and 1 <= count <= _MOST_PARTS else 1


def _text(header: gguf.Header, key: str) -> str:
    return header.text(key).strip()[:MOST_CHARACTERS]
