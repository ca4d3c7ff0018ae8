"""What a model that is not here yet is, by the start of its file or by its name alone.

Nothing here is promised by anybody, as with `facts`: strings are a stranger's, and what neither a
name nor the first keys tell (the chat template, the formats of the tensors) is left to the file.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from enum import StrEnum
from typing import Any

from desktop_slm.errors import ProtocolError
from desktop_slm.models import fit as fitting
from desktop_slm.models import quantization
from desktop_slm.models.facts import MOST_CHARACTERS
from desktop_slm.models.fit import Fit
from desktop_slm.models.machine import Machine
from desktop_slm.models.shape import Shape

_MOST_NUMBER = 1 << 60


class Use(StrEnum):
    """What a file is good for here; `TEXT` alone is offered for chat and summaries."""

    TEXT = "text"
    EMBEDDING = "embedding"  # it compares texts
    ADAPTER = "adapter"  # it changes another model
    PROJECTOR = "projector"  # it lets another model see or hear
    DRAFT = "draft"  # it guesses ahead for another model
    SPEECH = "speech"  # it speaks
    DIFFUSION = "diffusion"  # it writes in another way than this app's engine is driven
    CALIBRATION = "calibration"  # what quantizing was guided by; no model
    INCOMPLETE = "incomplete"  # some of its files are missing
    OLD_FORMAT = "old format"  # llama.cpp has given it up
    NEWER_ENGINE = "newer engine"  # an architecture that this build does not know


@dataclass(frozen=True, slots=True)
class Prospect:
    """What the start of a file says; 0 and "" for what it does not.

    `shape` is None where too little is said to tell the memory exactly.
    """

    use: Use
    architecture: str = ""
    name: str = ""
    size_label: str = ""
    license: str = ""
    context_tokens: int = 0
    layers: int = 0
    experts: int = 0
    experts_used: int = 0
    window_tokens: int = 0
    shape: Shape | None = None

    def to_wire(self) -> dict[str, Any]:
        """Returns the JSON form."""
        return {**asdict(self), "use": self.use.value}


def from_wire(values: Mapping[str, Any]) -> Prospect:
    """Returns what a child sent; it read a stranger's bytes, so nothing is taken as it is.

    Raises ProtocolError where a value is none that `to_wire` can give.
    """
    texts = {name: values.get(name) for name in _TEXTS}
    numbers = {name: values.get(name) for name in _NUMBERS}
    if (
        values.get("use") in set(Use)
        and all(isinstance(each, str) and len(each) <= MOST_CHARACTERS for each in texts.values())
        and all(_is_count(each) for each in numbers.values())
    ):
        known: dict[str, Any] = {**texts, **numbers, "shape": _shape(values.get("shape"))}
        return Prospect(use=Use(values["use"]), **known)
    raise ProtocolError(details="a prospect that is none")


def judge(
    size_bytes: int,
    format_: str,
    prospect: Prospect | None,
    machine: Machine,
    context_tokens: int = 0,
) -> Fit:
    """Returns whether files of this size fit, by the same sum as for every other model.

    Without a shape the verdict is rough (`fit.Need.is_rough`): it goes by size and format alone.
    """
    shape = prospect.shape if prospect else None
    parameters = round(size_bytes * 8 / quantization.bits_per_weight(format_))
    return fitting.judge(fitting.need(size_bytes, shape, parameters, context_tokens), machine)


def _shape(values: Any) -> Shape | None:
    if values is None:
        return None
    names = {field.name for field in fields(Shape)}
    if isinstance(values, dict) and set(values) == names and all(map(_is_count, values.values())):
        return Shape(**values)
    raise ProtocolError(details="a shape that is none")


def _is_count(value: Any) -> bool:
    return type(value) is int and 0 <= value < _MOST_NUMBER


_TEXTS = ("architecture", "name", "size_label", "license")
_NUMBERS = ("context_tokens", "layers", "experts", "experts_used", "window_tokens")
