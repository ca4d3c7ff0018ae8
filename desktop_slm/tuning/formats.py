"""The formats that models can be written in here, and which may be made from which."""

from __future__ import annotations

from collections.abc import Collection

from desktop_slm.errors import FormatUnfit, FormatUnknown
from desktop_slm.models.quantization import QUANTIZATIONS

_FILE_TYPES = {name: number for number, name in QUANTIZATIONS.items()}
# Smaller ones need a measure of which weights matter, which takes hours to make.
OFFERED = tuple(
    """
    F16 BF16 Q8_0 Q6_K Q5_K_M Q5_K_S Q5_1 Q5_0 Q4_K_M Q4_K_S IQ4_NL IQ4_XS Q4_1 Q4_0
    Q3_K_L Q3_K_M Q3_K_S Q2_K
    """.split()
)
_MOST_LAYERS = 512
_WHOLE = ("F32", "F16", "BF16")
_NEARLY_WHOLE = "Q8_0"
_CANDIDATES = {
    # From what has lost something, only what loses no more of it.
    **dict.fromkeys(_WHOLE, (_NEARLY_WHOLE, "Q6_K", "Q4_K_M")),
    _NEARLY_WHOLE: ("Q6_K", "Q4_K_M"),
}


def file_type(wanted: str) -> int:
    """Returns llama.cpp's number of a format. Raises FormatUnknown."""
    name = wanted.upper()
    if name not in OFFERED:
        raise FormatUnknown(format=wanted, known=", ".join(OFFERED))
    return _FILE_TYPES[name]


def require_possible(name: str, source: str, target: str, pruned: Collection[int] = ()) -> None:
    """Raises FormatUnfit where the target would lose what the source has lost already once more.

    Any format is written as Q8_0 with no loss to speak of, which some computers read much faster.
    """
    is_possible = (
        (source == target and bool(pruned))
        or (source != target and source in _WHOLE)
        or (source == _NEARLY_WHOLE and target not in (*_WHOLE, _NEARLY_WHOLE))
        or (source != target and target == _NEARLY_WHOLE)
    )
    if not is_possible:
        raise FormatUnfit(name=name, source=source or "an unknown format", format=target)


def candidates(source: str) -> tuple[str, ...]:
    """Returns the formats that may be faster here, the best ones first."""
    return _CANDIDATES.get(source, (_NEARLY_WHOLE,))


def layers(text: str) -> tuple[int, ...]:
    """Returns the layers that a text names, as in "3,20-23". Raises ValueError."""
    found: set[int] = set()
    for part in text.replace(" ", "").split(","):
        first, dash, last = part.partition("-")
        start, end = int(first), int(last if dash else first)
        if not 0 <= start <= end < _MOST_LAYERS:
            raise ValueError(part)
        found.update(range(start, end + 1))
    return tuple(sorted(found))
