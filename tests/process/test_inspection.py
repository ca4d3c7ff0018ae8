"""The inspection child for real: confined, quick, and a hostile file ends in one sentence."""

from __future__ import annotations

import os
import struct
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.errors import (
    BrokenModel,
    FileMissing,
    FileUnreadable,
    FolderGiven,
    InspectionFailed,
    ModelError,
    NotGguf,
    TruncatedModel,
    UnsupportedModel,
)
from desktop_slm.models.facts import FileKind
from desktop_slm.models.inspection import Inspection
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker
from tests.fakes.model_files import write_adapter, write_model, write_projector
from tests.unit.gguf.test_header import ARCHITECTURE, HOSTILE


class Counted:
    """Starts real children and counts them."""

    def __init__(self) -> None:
        self.children: list[Worker] = []

    def __call__(self, grant: Grant) -> Worker:
        child = Worker("inspect", grant)
        self.children.append(child)
        return child


@pytest.fixture
def counted() -> Iterator[Counted]:
    counted = Counted()
    yield counted
    assert all(child.ending.code is not None for child in counted.children), "a child is left"


@pytest.fixture
def inspection(counted: Counted) -> Inspection:
    return Inspection(counted)


def test_a_file_is_looked_into_once_until_it_changes(
    inspection: Inspection, counted: Counted, tmp_path: Path
) -> None:
    path = write_model(tmp_path / "a.gguf", texts={"general.name": "One"})
    assert [inspection.facts(path).name for _ in range(3)] == ["One"] * 3
    assert len(counted.children) == 1
    write_model(path, texts={"general.name": "Another"})
    assert inspection.facts(path).name == "Another"


def test_the_child_sees_no_network_no_programs_and_its_one_file(
    inspection: Inspection, counted: Counted, tmp_path: Path
) -> None:
    inspection.facts(write_model(tmp_path / "a.gguf"))
    confinement = counted.children[0].hello["confinement"]
    assert confinement["network"] in ("kernel", "app")
    assert confinement["memory_bytes"] == 1 << 30
    if sys.platform == "linux":
        assert (confinement["network"], confinement["programs"]) == ("kernel", "kernel")


@pytest.mark.skipif(sys.platform != "linux", reason="Landlock is Linux's")
def test_another_file_than_the_granted_one_cannot_be_read(tmp_path: Path) -> None:
    mine, other = write_model(tmp_path / "mine.gguf"), write_model(tmp_path / "other.gguf")
    child = Worker("inspect", Grant(read=(str(mine),)))
    try:
        if child.start()["confinement"]["files"] != "kernel":
            pytest.skip("this kernel has no Landlock")
        assert child.request("facts", path=str(mine)).result(10).fields["kind"] == "text"
        with pytest.raises(Exception, match="mistake"):
            child.request("facts", path=str(other)).result(10)
    finally:
        child.stop(grace_s=0)


def test_adapters_and_projectors_are_told_apart(inspection: Inspection, tmp_path: Path) -> None:
    assert inspection.facts(write_adapter(tmp_path / "a.gguf")).kind is FileKind.ADAPTER
    assert inspection.facts(write_projector(tmp_path / "b.gguf")).kind is FileKind.PROJECTOR


def test_a_truncated_file_is_said_to_be_truncated_and_that_is_remembered(
    inspection: Inspection, counted: Counted, tiny_llama: Path, tmp_path: Path
) -> None:
    cut = tmp_path / "cut.gguf"
    cut.write_bytes(tiny_llama.read_bytes()[:-4000])
    for _ in range(2):
        with pytest.raises(TruncatedModel, match="4000 bytes are missing"):
            inspection.facts(cut)
    assert len(counted.children) == 1


@pytest.mark.parametrize("name", ["text", "many keys", "many tensors", "endless array"])
def test_hostile_headers_end_in_our_words(
    inspection: Inspection, tmp_path: Path, name: str
) -> None:
    make, error = HOSTILE[name]
    path = tmp_path / "hostile.gguf"
    path.write_bytes(make())
    with pytest.raises(error, match=r"hostile\.gguf"):
        inspection.facts(path)


def test_the_costliest_header_is_refused_within_seconds(
    inspection: Inspection, tmp_path: Path
) -> None:
    """Arrays of as many empty strings as are allowed, and one more string that has no end."""
    strings = struct.pack("<IIQ", 9, 8, 4 << 20) + bytes(8 * (4 << 20))
    keys = b"".join(struct.pack("<Q", 2) + b"k%d" % n + strings for n in range(1))
    endless = struct.pack("<Q", 1) + b"z" + struct.pack("<IQ", 8, 1 << 62)
    path = tmp_path / "costly.gguf"
    head = b"GGUF" + struct.pack("<IQQ", 3, 0, 3)
    path.write_bytes(head + ARCHITECTURE + keys + endless + bytes(64))
    started = time.monotonic()
    with pytest.raises(BrokenModel):
        inspection.facts(path)
    assert time.monotonic() - started < 20


def test_what_is_no_file_starts_no_child(
    inspection: Inspection, counted: Counted, tmp_path: Path
) -> None:
    for path, error in ((tmp_path / "none.gguf", FileMissing), (tmp_path, FolderGiven)):
        with pytest.raises(error):
            inspection.facts(path)
    if hasattr(os, "mkfifo"):
        os.mkfifo(tmp_path / "pipe.gguf")
        with pytest.raises(FileMissing):
            inspection.facts(tmp_path / "pipe.gguf")
    assert not counted.children


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_a_file_that_may_not_be_read_is_said_to_be_so(
    inspection: Inspection, tmp_path: Path
) -> None:
    path = write_model(tmp_path / "a.gguf")
    path.chmod(0)
    with pytest.raises(FileUnreadable):
        inspection.facts(path)


class Scripted:
    """A child that answers a request with what a test says: replies, an error, or nothing."""

    def __init__(self, answer: Callable[[], Mapping[str, Any]]) -> None:
        self._answer = answer
        self.is_stopped = False

    def start(self) -> Mapping[str, Any]:
        return {}

    def request(self, operation: str, **fields: object) -> Scripted:
        return self

    def result(self, timeout_s: float) -> Any:
        return type("Message", (), {"fields": self._answer()})

    def kill(self) -> None:
        self.is_stopped = True

    def stop(self, grace_s: float) -> None:
        self.is_stopped = True


def _raise(error: Exception) -> Mapping[str, Any]:
    raise error


@pytest.mark.parametrize(
    "answer",
    [
        lambda: {"kind": "text", "name": ["a", "list"]},
        lambda: _raise(TruncatedModel(missing_bytes="x" * 5000, name="?")),
        lambda: _raise(UnsupportedModel(name="?")),
        lambda: _raise(NotGguf(name="?", model=object())),
    ],
)
def test_a_child_that_was_taken_over_cannot_say_what_it_likes(
    tmp_path: Path, answer: Callable[[], Mapping[str, Any]]
) -> None:
    path = write_model(tmp_path / "a.gguf")
    child = Scripted(answer)
    inspection = Inspection(lambda grant: child)  # type: ignore[arg-type, return-value]
    with pytest.raises(ModelError) as caught:
        inspection.facts(path)
    assert len(str(caught.value)) < 500
    assert "a.gguf" in str(caught.value)
    assert child.is_stopped


def test_a_child_that_dies_is_tried_again_the_next_time(tmp_path: Path) -> None:
    path = write_model(tmp_path / "a.gguf")
    children = iter([Worker("no such worker"), Worker("inspect", Grant(read=(str(path),)))])
    inspection = Inspection(lambda grant: next(children))
    with pytest.raises(InspectionFailed):
        inspection.facts(path)
    assert inspection.facts(path).kind is FileKind.TEXT


def test_a_silent_child_is_ended(tmp_path: Path) -> None:
    path = write_model(tmp_path / "a.gguf")
    children: list[Worker] = []

    def start(grant: Grant) -> Worker:
        children.append(Worker("inspect", grant))
        return children[-1]

    inspection = Inspection(start, time_limit_s=0.0)
    with pytest.raises(InspectionFailed):
        inspection.facts(path)
    assert children[0].ending.code is not None
