"""Reads documents in the test's own process: the child's code without the child."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from desktop_slm.documents import wire
from desktop_slm.documents.assembly import assemble
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.document import BlockKind, Document
from desktop_slm.documents.draft import Draft
from desktop_slm.documents.limits import ReadLimits
from desktop_slm.documents.readers.detect import detect
from desktop_slm.documents.readers.dispatch import reader_of
from desktop_slm.documents.readers.sink import Budget, Sink
from desktop_slm.documents.readers.source import open_source
from desktop_slm.workers.host import Reply


class Recorder(Reply):
    """Keeps the events of a job as they would come out of the pipe."""

    def __init__(self) -> None:
        self.events: list[Mapping[str, Any]] = []

    def event(self, event: str, payload: bytes = b"", **fields: Any) -> None:
        """Takes an event through JSON, as the channel does."""
        self.events.append({"event": event, **json.loads(json.dumps(fields))})


def read_here(
    folder: Path,
    data: bytes | str,
    name: str = "file",
    limits: ReadLimits = ReadLimits(),  # noqa: B008 - a frozen value
    password: str = "",
    changes: Changes = Changes.ACCEPTED,
) -> Document:
    """Returns the document in some bytes, as the child and its parent make it."""
    path = folder / name
    path.write_bytes(data.encode() if isinstance(data, str) else data)
    source = open_source(str(path), limits, password, changes)
    recorder = Recorder()
    reader_of(detect(source))(source, Sink(recorder, source.sha256), Budget(limits))
    draft = Draft(name)
    for event in recorder.events:
        wire.take(draft, event)
    return assemble(draft)


def blocks(document: Document, *kinds: BlockKind) -> list[str]:
    """Returns the texts of a document's blocks, of some kinds or of all."""
    return [
        document.text(block.page, block.start, block.end)
        for block in document.blocks
        if not kinds or block.kind in kinds
    ]
