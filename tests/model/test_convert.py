"""Models written in another format by the convert child: real files, real llama.cpp."""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.assistants.cancellation import Cancellation, Cancelled
from desktop_slm.engine.client import Engine
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import (
    ConversionFailed,
    DiskFull,
    FileMissing,
    FormatUnfit,
    FormatUnknown,
    LayersUnknown,
    ModelError,
    ModelThere,
    NoRoomForModel,
)
from desktop_slm.gguf import header
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.tuning.bench import sample_text
from desktop_slm.tuning.convert import Conversions, Wish
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker
from tests.fakes.tiny_models import make_llama

FULL = Path("/dev/full")


@pytest.fixture(scope="session")
def source(tmp_path_factory: pytest.TempPathFactory) -> InstalledModel:
    path = make_llama(tmp_path_factory.mktemp("source") / "Tiny-F32.gguf")
    return InstalledModel("tiny", "Tiny", path, path.stat().st_size, "F32", Place.IN_PLACE)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "models"


@pytest.fixture
def conversions(folder: Path) -> Conversions:
    return Conversions(folder, Inspection())


def _installed(path: Path, form: str) -> InstalledModel:
    return InstalledModel("made", "Made", path, path.stat().st_size, form, Place.FOLDER)


def _perplexity(path: Path) -> float:
    engine = Engine()
    try:
        engine.load(Model(path))
        return engine.perplexity(sample_text(), 400).value
    finally:
        engine.unload()


def _digest(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()


def test_a_converted_model_is_smaller_and_foretells_as_well(
    source: InstalledModel, conversions: Conversions, folder: Path
) -> None:
    before, shown = _digest(source.path), list[float]()
    made = conversions.convert(Wish(source, "Q8_0"), shown.append)
    assert [entry.name for entry in folder.iterdir()] == ["Tiny-Q8_0.gguf"] == [made.name]
    assert made.stat().st_size < source.size_bytes / 3
    types = {tensor.type_name for tensor in header.read(made).tensors}
    assert types == {"Q8_0", "F32"}  # norms stay as they are
    assert _digest(source.path) == before
    assert shown == sorted(shown) and shown[-1] == 1.0
    assert _perplexity(made) == pytest.approx(_perplexity(source.path), rel=0.02)


def test_a_smaller_format_foretells_worse(source: InstalledModel, conversions: Conversions) -> None:
    made = conversions.convert(Wish(source, "Q4_0"))
    assert _perplexity(made) != pytest.approx(_perplexity(source.path), rel=0.001)


def test_the_result_says_where_it_comes_from(
    source: InstalledModel, conversions: Conversions
) -> None:
    made = conversions.convert(Wish(source, "Q8_0"))
    facts = Inspection().facts(made)
    assert (facts.made_from, facts.quantization) == ("Tiny-F32.gguf", "Q8_0")
    assert header.read(made).text("general.description") == (
        "Made here by Desktop SLM from Tiny-F32.gguf"
    )
    assert Inspection().facts(source.path).made_from == ""


def test_a_long_name_in_any_script_is_cut_between_characters(
    source: InstalledModel, conversions: Conversions, tmp_path: Path
) -> None:
    path = tmp_path / f"{'模型' * 30}-F32.gguf"
    path.write_bytes(source.path.read_bytes())
    made = conversions.convert(Wish(_installed(path, "F32"), "Q8_0"))
    said = Inspection().facts(made).made_from
    assert len(said) > 30
    assert path.name.startswith(said)


def test_layers_can_be_left_out(source: InstalledModel, conversions: Conversions) -> None:
    whole = conversions.convert(Wish(source, "Q8_0"))
    made = conversions.convert(Wish(source, "Q8_0", (1,)))
    assert made.name == "Tiny-pruned-Q8_0.gguf"
    assert header.read(made).number("block_count") == 1
    assert made.stat().st_size < whole.stat().st_size
    assert _perplexity(made) != pytest.approx(_perplexity(whole), rel=0.001)


@pytest.mark.parametrize("pruned", [(2,), (0, 1), (0, 7)])
def test_layers_that_are_not_there_or_all_of_them_are_refused(
    source: InstalledModel, conversions: Conversions, folder: Path, pruned: tuple[int, ...]
) -> None:
    with pytest.raises(LayersUnknown, match="0 to 1"):
        conversions.convert(Wish(source, "Q8_0", pruned))
    assert not list(folder.iterdir())


def test_what_is_quantized_goes_up_to_q8_0_and_no_further(
    source: InstalledModel, conversions: Conversions, folder: Path
) -> None:
    small = _installed(conversions.convert(Wish(source, "Q4_1")), "Q4_1")
    large = conversions.convert(Wish(small, "Q8_0"))
    assert _perplexity(large) == pytest.approx(_perplexity(small.path), rel=0.02)
    for wanted in ("Q4_0", "F16"):
        with pytest.raises(FormatUnfit, match="Q4_1"):
            conversions.convert(Wish(small, wanted))
    with pytest.raises(FormatUnknown):
        conversions.convert(Wish(source, "Q9_9"))
    assert len(list(folder.iterdir())) == 2


def test_nothing_is_written_over(source: InstalledModel, conversions: Conversions) -> None:
    made = conversions.convert(Wish(source, "Q8_0"))
    before = made.stat()
    with pytest.raises(ModelThere):
        conversions.convert(Wish(source, "Q8_0"))
    assert made.stat() == before


def test_a_cancel_leaves_nothing(
    source: InstalledModel, conversions: Conversions, folder: Path
) -> None:
    cancellation = Cancellation()
    with pytest.raises(Cancelled):
        conversions.convert(
            Wish(source, "Q8_0"), lambda fraction: cancellation.cancel(), cancellation
        )
    assert not list(folder.iterdir())


def test_an_error_of_the_caller_leaves_nothing(
    source: InstalledModel, conversions: Conversions, folder: Path
) -> None:
    def stop(fraction: float) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        conversions.convert(Wish(source, "Q8_0"), stop)
    assert not list(folder.iterdir())


def test_a_candidate_is_gone_after_it_was_tried(
    source: InstalledModel, conversions: Conversions, folder: Path
) -> None:
    with conversions.candidate(Wish(source, "Q8_0")) as made:
        assert _perplexity(made) > 1
    assert not list(folder.iterdir())


def test_a_disk_without_room_is_refused_with_numbers(source: InstalledModel, folder: Path) -> None:
    conversions = Conversions(folder, Inspection(), free_bytes=lambda folder: 5_000_000)
    with pytest.raises(NoRoomForModel, match="5 MB are free") as caught:
        conversions.convert(Wish(source, "Q8_0"))
    assert str(caught.value).count(". ") == 1
    assert not list(folder.iterdir())


@pytest.mark.skipif(not FULL.exists(), reason="a device that is always full")
def test_a_disk_that_fills_up_meanwhile_is_one_sentence(source: InstalledModel) -> None:
    with pytest.raises(DiskFull):
        _ask_child(source.path, FULL)


def test_the_child_writes_the_granted_file_alone(source: InstalledModel, tmp_path: Path) -> None:
    granted, other = tmp_path / "granted", tmp_path / "other"
    granted.touch()
    other.write_text("kept")
    worker = Worker("convert", Grant(read=(str(source.path),), write=(str(granted),)))
    if worker.start()["confinement"]["files"] != "kernel":
        worker.stop()
        pytest.skip("this system does not confine files")
    with pytest.raises(ConversionFailed):
        worker.request("convert", **_request(source.path, other)).result(60)
    worker.request("convert", **_request(source.path, granted)).result(60)
    worker.stop()
    assert other.read_text() == "kept"
    assert header.read(granted).architecture == "llama"


def test_a_broken_or_missing_source_leaves_nothing(
    source: InstalledModel, conversions: Conversions, folder: Path, tmp_path: Path
) -> None:
    broken = tmp_path / "broken-F32.gguf"
    broken.write_bytes(source.path.read_bytes()[:-1000])
    for path, error in ((broken, ModelError), (tmp_path / "none.gguf", FileMissing)):
        wish = Wish(InstalledModel("x", "X", path, 1, "F32", Place.IN_PLACE), "Q8_0")
        with pytest.raises(error):
            conversions.convert(wish)
    assert not folder.exists() or not list(folder.iterdir())


def _ask_child(source: Path, target: Path) -> None:
    worker = Worker("convert", Grant(read=(str(source),), write=(str(target),)))
    worker.start()
    try:
        worker.request("convert", **_request(source, target)).result(60)
    finally:
        worker.stop()


def _request(source: Path, target: Path) -> dict[str, Any]:
    return {
        "source": str(source),
        "target": str(target),
        "name": "a",
        "file_type": 7,
        "pruned": [],
        "dry": False,
    }
