"""A stranger's assistant is read by the analysis child, and by nobody else."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.assistants.personas import file_form, file_job, shipped
from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.errors import AssistantNewer, AssistantUnfit, FileUnreadable
from desktop_slm.workers.channel import Message
from desktop_slm.workers.process import Replies, Worker


def _write(folder: Path, content: bytes) -> Path:
    path = folder / "given.assistant.toml"
    path.write_bytes(content)
    return path


def test_a_shared_file_comes_through_the_child_as_it_was(tmp_path: Path) -> None:
    given = shipped.in_language("writer", "de")
    found = file_job.read_file(_write(tmp_path, file_form.write(given)))
    assert (found.name, found.instructions) == (given.name, given.instructions)
    assert (found.examples, found.sampling, found.key) == (given.examples, given.sampling, "")


def test_hostile_files_are_refused_by_name(tmp_path: Path) -> None:
    for content, kind in (
        (b"\x00\x01\x02", AssistantUnfit),
        (b"a = " + b"[" * 100_000, AssistantUnfit),
        (b'form = 9\nname = "x"', AssistantNewer),
        (b"#" * (file_form.MOST_BYTES + 1), AssistantUnfit),
    ):
        with pytest.raises(kind) as caught:
            file_job.read_file(_write(tmp_path, content))
        assert "given.assistant.toml" in str(caught.value)


def test_what_is_no_file_is_not_opened(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe.toml")
    for name in ("pipe.toml", "nothing.toml", "."):
        with pytest.raises(FileUnreadable):
            file_job.read_file(tmp_path / name)


class _Reply:
    def __init__(self, answer: Message) -> None:
        self._answer = answer

    def result(self, timeout_s: float) -> Message:
        return self._answer


class _TakenOver(Worker):
    """A child that a file has taken over: it answers what it likes."""

    def __init__(self, answer: Mapping[str, Any]) -> None:
        super().__init__("analysis")
        self._answer = answer

    def start(self) -> Mapping[str, Any]:
        return {}

    def request(self, operation: str, payload: bytes = b"", **fields: object) -> Replies:
        return _Reply(Message({"assistant": self._answer}, b""))  # type: ignore[return-value]


@pytest.mark.parametrize(
    "answer",
    [
        {"form": 1, "name": "x", "instructions": "y" * 1_000_000},
        {"form": 1, "name": ["x"]},
        {"form": 1},
        "nonsense",
    ],
)
def test_a_child_that_was_taken_over_is_not_believed(tmp_path: Path, answer: Any) -> None:
    path = _write(tmp_path, file_form.write(Assistant(name="x")))
    with pytest.raises(AssistantUnfit):
        file_job.read_file(path, start=lambda: _TakenOver(answer))
    hidden = {"form": 1, "name": "x", "instructions": "a\U000e0061b", "adapter": "/etc/passwd"}
    found = file_job.read_file(path, start=lambda: _TakenOver(hidden))
    assert (found.instructions, found.adapter) == ("ab", "")
