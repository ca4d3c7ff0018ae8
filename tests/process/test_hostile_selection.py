"""A part of the hostile documents that `dev.py prove` reads all of, in one reader child."""

from __future__ import annotations

import itertools
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.documents import wire
from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.errors import DocumentError
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker
from tests.fakes.hostile_documents import makers
from tests.fakes.hostile_documents.seeds import FORMATS, PICTURES, seed

_EVERY = 16
READ = tuple(name for name in FORMATS if name not in PICTURES)  # those need a recognizer


@pytest.fixture
def reader(tmp_path: Path) -> Iterator[Worker]:
    worker = Worker("reader", Grant(read=(str(tmp_path),)))
    worker.start()
    yield worker
    worker.stop(grace_s=0.2)


def _end(reader: Worker, path: Path) -> str:
    draft = Draft(path.name)
    try:
        for message in reader.request(
            "read", path=str(path), password="", limits=ReadLimits().to_dict()
        ):
            if message.fields["event"] != "done":
                wire.take(draft, message.fields)
    except DocumentError as error:
        return "refused" if str(error).endswith(".") and path.name in str(error) else str(error)
    return "read" if assemble(draft).pages else "without text"


def test_defects_end_in_a_document_or_in_words_and_the_reader_lives(
    tmp_path: Path, reader: Worker
) -> None:
    ends: Counter[str] = Counter()
    readable = (each for each in makers() if each[0] in READ)
    for form, _, make in itertools.islice(readable, 0, None, _EVERY):
        path = tmp_path / f"a.{form}"
        path.write_bytes(make() or b"x")
        ends[_end(reader, path)] += 1
    assert set(ends) <= {"read", "without text", "refused"}
    assert ends.total() > 60 and ends["read"] > 20 and ends["refused"] > 20


@pytest.mark.parametrize("form", READ)
def test_the_documents_that_defects_are_done_to_are_sound(
    tmp_path: Path, reader: Worker, form: str
) -> None:
    path = tmp_path / f"a.{form}"
    path.write_bytes(seed(form))
    assert _end(reader, path) == "read"
