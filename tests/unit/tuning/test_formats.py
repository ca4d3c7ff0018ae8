"""Which formats may be made from which."""

from __future__ import annotations

import pytest

from desktop_slm.errors import FormatUnfit, FormatUnknown
from desktop_slm.tuning import formats


@pytest.mark.parametrize(
    ("source", "target"),
    [("F16", "Q4_K_M"), ("BF16", "Q8_0"), ("F32", "F16"), ("Q8_0", "Q6_K"), ("Q4_1", "Q8_0")],
)
def test_what_loses_once_is_allowed(source: str, target: str) -> None:
    formats.require_possible("a.gguf", source, target)


@pytest.mark.parametrize(
    ("source", "target"),
    [("Q4_K_M", "Q4_0"), ("Q8_0", "F16"), ("Q8_0", "Q8_0"), ("F16", "F16"), ("Q5_0", "F16")],
)
def test_what_loses_twice_or_changes_nothing_is_refused(source: str, target: str) -> None:
    with pytest.raises(FormatUnfit):
        formats.require_possible("a.gguf", source, target)


def test_layers_can_be_left_out_of_the_same_format() -> None:
    formats.require_possible("a.gguf", "Q8_0", "Q8_0", (1,))


def test_every_candidate_can_be_made() -> None:
    for source in ("F32", "F16", "BF16", "Q8_0", "Q4_1", "Q4_K_M", ""):
        for target in formats.candidates(source):
            formats.file_type(target)
            formats.require_possible("a.gguf", source, target)


def test_formats_are_known_by_any_case_and_others_named() -> None:
    assert formats.file_type("q8_0") == 7
    with pytest.raises(FormatUnknown, match="Q4_K_M"):
        formats.file_type("IQ1_S")


def test_layers_are_named_one_by_one_and_as_ranges() -> None:
    assert formats.layers("3, 20-22,3") == (3, 20, 21, 22)
    for wrong in ("", "a", "5-3", "-1", "1-", "600", "1,,2"):
        with pytest.raises(ValueError):  # noqa: PT011 - argparse words it
            formats.layers(wrong)
