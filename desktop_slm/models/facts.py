"""What a model file says of itself: plain values, as its header was read by the inspection child.

Nothing here is promised by anybody: a header can lie about name, license and quantization, and
strings are a stranger's. Numbers and kinds come from what was checked.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from desktop_slm.errors import ProtocolError

MOST_CHARACTERS = 200
_MOST_NUMBER = 1 << 60


class FileKind(StrEnum):
    """What a file is good for."""

    TEXT = "text"  # it writes: chat and summaries
    EMBEDDING = "embedding"  # it compares texts
    ADAPTER = "adapter"  # it changes another model
    PROJECTOR = "projector"  # it lets another model see or hear


@dataclass(frozen=True, slots=True)
class FileFacts:
    """A model file, or the first of the `parts` files that a model is divided into."""

    kind: FileKind
    name: str = ""
    architecture: str = ""
    size_label: str = ""
    parameters: int = 0
    quantization: str = ""
    context_tokens: int = 0
    license: str = ""
    has_template: bool = False
    parts: int = 1
    made_from: str = ""  # the file that it was converted from on this computer, by its name

    def to_wire(self) -> dict[str, Any]:
        """Returns the JSON form."""
        return {**asdict(self), "kind": self.kind.value}


def from_wire(values: Mapping[str, Any]) -> FileFacts:
    """Returns the facts that a child sent; it read a stranger's file, so nothing is taken as is.

    Raises ProtocolError where a value is none that `to_wire` can give.
    """
    text = {name: values.get(name) for name in _TEXTS}
    numbers = {name: values.get(name) for name in _NUMBERS}
    if (
        values.get("kind") in set(FileKind)
        and type(values.get("has_template")) is bool
        and all(isinstance(each, str) and len(each) <= MOST_CHARACTERS for each in text.values())
        and all(type(each) is int and 0 <= each < _MOST_NUMBER for each in numbers.values())
    ):
        known: dict[str, Any] = {**text, **numbers, "has_template": values["has_template"]}
        return FileFacts(kind=FileKind(values["kind"]), **known)
    raise ProtocolError(details="facts that are none")


_TEXTS = ("name", "architecture", "size_label", "quantization", "license", "made_from")
_NUMBERS = ("parameters", "context_tokens", "parts")
