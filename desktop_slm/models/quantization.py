"""The formats of weights: the numbers of `general.file_type`, LLAMA_FTYPE in llama.cpp, and names.

A test compares the numbers with those of the gguf package.
"""

from __future__ import annotations

import re

from desktop_slm.gguf.tables import TENSOR_TYPES

QUANTIZATIONS = {
    number: name
    for number, name in enumerate(
        """
        F32 F16 Q4_0 Q4_1 - - - Q8_0 Q5_0 Q5_1 Q2_K Q3_K_S Q3_K_M Q3_K_L Q4_K_S Q4_K_M Q5_K_S
        Q5_K_M Q6_K IQ2_XXS IQ2_XS Q2_K_S IQ3_XS IQ3_XXS IQ1_S IQ4_NL IQ3_S IQ3_M IQ2_S IQ2_M
        IQ4_XS IQ1_M BF16 - - - TQ1_0 TQ2_0 MXFP4_MOE NVFP4 Q1_0
        """.split()
    )
    if name != "-"
}
# What llama.cpp has given up. Source: the comments on `enum ggml_type` in `ggml.h`.
GIVEN_UP = frozenset(
    {"Q4_2", "Q4_3", "Q4_0_4_4", "Q4_0_4_8", "Q4_0_8_8", "IQ4_NL_4_4", "IQ4_NL_4_8", "IQ4_NL_8_8"}
)
_IN_NAME = re.compile(
    r"[-_.]((?:I?Q\d(?:_[A-Z0-9]+)*)|MXFP4|NVFP4|BF16|F16|F32|TQ\d_\d)(?=$|[-_.])", re.IGNORECASE
)
# For what no table knows: few bits mean many weights, which is the careful guess.
_UNKNOWN_BITS = 4.0
_BITS = {name: size * 8 / elements for name, elements, size in TENSOR_TYPES.values()}


def of_name(stem: str) -> str:
    """Returns the format that a file's name tells, or ""."""
    match = _IN_NAME.search(stem)
    return match.group(1).upper() if match else ""


def without_format(stem: str) -> str:
    """Returns a file's name without its format: the same for all files of one model."""
    return _IN_NAME.sub("", stem)


def bits_per_weight(format_: str) -> float:
    """Returns about how many bits a weight has in a format, by the type that it is named for.

    Mixed formats name the type of most of their tensors; of "IQ3_M", which names none, the
    leanest of its kind counts.
    """
    named = [name for name in _BITS if format_ == name or format_.startswith(f"{name}_")]
    if named:
        return _BITS[max(named, key=len)]
    kind = format_.partition("_")[0]
    return min(
        (bits for name, bits in _BITS.items() if kind and name.partition("_")[0] == kind),
        default=_UNKNOWN_BITS,
    )
