"""What the files of a repository are by their names."""

from __future__ import annotations

import pytest

from desktop_slm.gguf.tables import TENSOR_TYPES
from desktop_slm.models import listing, quantization
from desktop_slm.models.listing import Listed
from desktop_slm.models.prospect import Use
from desktop_slm.models.quantization import QUANTIZATIONS, bits_per_weight
from desktop_slm.models.remote import RemoteFile, Repository
from desktop_slm.models.wanted import models_of


def _listed(*names: str) -> tuple[Listed, ...]:
    return listing.of(_repository(*names))


def _repository(*names: str) -> Repository:
    files = tuple(RemoteFile(name, 1000 + number, "") for number, name in enumerate(names))
    return Repository("some/model", "main", "mit", False, files)


@pytest.mark.parametrize(
    ("name", "use"),
    [
        ("Qwen3-4B-Q4_K_M.gguf", Use.TEXT),
        ("mmproj-F16.gguf", Use.PROJECTOR),
        ("gemma-3-4b-mmproj-bf16.gguf", Use.PROJECTOR),
        ("mmproj-model-f16.GGUF", Use.PROJECTOR),
        ("commproject-Q4_0.gguf", Use.TEXT),
        ("imatrix_unsloth.gguf", Use.CALIBRATION),
        ("Qwen3-4B-imatrix.gguf", Use.CALIBRATION),
        ("Qwen3-4B.imatrix.gguf", Use.CALIBRATION),
        ("Phi-3-Q4_0_4_4.gguf", Use.OLD_FORMAT),
        ("Phi-3-Q4_0.gguf", Use.TEXT),
        ("big-00001-of-00002.gguf", Use.INCOMPLETE),
    ],
)
def test_names_tell_what_is_no_model(name: str, use: Use) -> None:
    assert _listed(name)[0].use is use


def test_a_divided_model_is_one_in_whatever_order_its_files_are_told() -> None:
    (model,) = _listed("q/a-Q8_0-00002-of-00002.gguf", "q/a-Q8_0-00001-of-00002.gguf")
    assert [file.file[-19:-5] for file in model.files] == ["00001-of-00002", "00002-of-00002"]
    assert (model.name, model.size_bytes, model.format) == ("q/a-Q8_0.gguf", 2001, "Q8_0")


def test_missing_parts_are_counted_and_the_model_is_not_fetched() -> None:
    names = [f"a-{part:05}-of-00004.gguf" for part in (2, 4)]
    (model,) = _listed(*names)
    assert (model.use, model.missing) == (Use.INCOMPLETE, 2)
    assert models_of(_repository(*names)) == ()


def test_formats_of_one_model_are_one_family() -> None:
    names = ("A-4B-Q4_K_M.gguf", "A-4B-UD-Q4_K_XL.gguf", "A-4B.F16.gguf", "B-1B-Q4_K_M.gguf")
    families = [each.family for each in _listed(*names)]
    assert families[0] == families[2] != families[3]


def test_models_come_before_what_is_none() -> None:
    uses = [each.use for each in _listed("mmproj-F16.gguf", "a-Q8_0.gguf", "a-Q4_0.gguf")]
    assert uses == [Use.TEXT, Use.TEXT, Use.PROJECTOR]


def test_every_format_has_about_as_many_bits_as_its_type() -> None:
    assert bits_per_weight("Q4_K_M") == 4.5
    assert bits_per_weight("Q4_0_4_4") == 4.5
    assert bits_per_weight("MXFP4_MOE") == 4.25
    assert bits_per_weight("IQ3_M") == bits_per_weight("IQ3_XXS") == 3.0625
    assert bits_per_weight("") == bits_per_weight("NEW1") == 4.0
    for name in QUANTIZATIONS.values():
        assert 1 <= bits_per_weight(name) <= 32


def test_what_was_given_up_is_no_type_of_today() -> None:
    assert not quantization.GIVEN_UP & {name for name, _, _ in TENSOR_TYPES.values()}
    assert not quantization.GIVEN_UP & set(QUANTIZATIONS.values())
