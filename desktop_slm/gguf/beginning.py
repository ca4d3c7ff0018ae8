"""The first keys of a GGUF header, read from as much of the start of a file as there is at hand.

llama.cpp's converter writes what a model is (general.*, <architecture>.*) before the tables of the
tokenizer, which are nearly all of a header: a few thousand bytes tell what the whole would. Call it
in a confined child only: the bytes are a stranger's.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.errors import TruncatedModel
from desktop_slm.gguf.cursor import Cursor, Value
from desktop_slm.gguf.header import Header, check_figures, read_counts, read_key
from desktop_slm.gguf.tables import ARCHITECTURES

_TOKENIZER = "tokenizer."
# Without these nobody can tell what a model takes.
_FIGURES = ("block_count", "context_length", "embedding_length")


@dataclass(frozen=True, slots=True)
class Beginning:
    """The keys that could be read; `header` has no tensors.

    `has_all_keys` says that nothing but tensors follows, `is_past_figures` that the tokenizer's
    keys have begun. A key that is missing from other beginnings may still come.
    """

    header: Header
    has_all_keys: bool
    is_past_figures: bool

    @property
    def is_enough(self) -> bool:
        """Whether more bytes would tell nothing more of what a model is and takes."""
        if self.has_all_keys:
            return True
        if not self.header.architecture:
            return False
        if self.header.architecture not in ARCHITECTURES:
            return True  # and so will not be run, whatever its figures are
        return self.is_past_figures and self.has_figures

    @property
    def has_figures(self) -> bool:
        """Whether the figures are there by which memory is judged."""
        return all(self.header.number(key) for key in _FIGURES)


def read(data: bytes, name: str) -> Beginning:
    """Returns the keys in `data`, the start of a file called `name`.

    Raises NotGguf, BrokenModel.
    """
    cursor = Cursor(data, len(data), name)
    version, _, key_count = read_counts(cursor, data)
    metadata: dict[str, Value] = {}
    is_past = False
    try:
        for _ in range(key_count):
            key = read_key(cursor, metadata)
            is_past = is_past or key.startswith(_TOKENIZER)
            metadata[key] = cursor.value()
    except TruncatedModel:
        pass  # the data ends; what is before its end is known
    has_all = len(metadata) == key_count
    architecture = metadata.get("general.architecture")
    cursor.require(isinstance(architecture, str) or not has_all, "no architecture")
    found = architecture if isinstance(architecture, str) else ""
    check_figures(cursor, metadata, found)
    header = Header(version, found, metadata, (), cursor.position, len(data))
    return Beginning(header, has_all, is_past)
