"""The reader child: opens one document and sends what is in it, or draws its pages.

A format's own module, and the library behind it, is loaded with the first file of that format.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, NoReturn

from desktop_slm import errors
from desktop_slm.documents.changes import Changes
from desktop_slm.documents.limits import CPU_LIMIT_S, ReadLimits
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers import detect, dispatch, sink, source
from desktop_slm.workers.confine import Limits, Profile
from desktop_slm.workers.host import Job, Reply, connect, serve_jobs


def run() -> NoReturn:
    """Runs the child until its parent goes."""
    parent = connect("reader", Profile.SEALED, Limits(ReadLimits().memory_bytes, CPU_LIMIT_S))
    serve_jobs(parent, {"read": read, "page_picture": page_picture()})


def read(fields: Mapping[str, Any], payload: bytes, reply: Reply) -> Mapping[str, Any]:
    """Sends a document as events: begin, pages, skipped pages, notices."""
    limits = ReadLimits(**fields["limits"])
    changes = Changes(fields.get("changes", Changes.ACCEPTED))
    if payload:  # contents that lie in no file
        opened = source.from_bytes(fields["name"], payload, limits, changes)
    else:
        opened = source.open_source(fields["path"], limits, fields["password"], changes)
    try:
        found = detect.detect(opened)
        target = sink.Sink(reply, opened.sha256)
        dispatch.reader_of(found)(opened, target, sink.Budget(limits))
        if detect.is_misnamed(opened, found):
            target.notice(
                NoticeKind.OTHER_FORMAT, named=opened.extension.upper(), found=found.value.upper()
            )
    except MemoryError:
        raise errors.FileTooLarge(name=opened.name, why="it needs too much memory") from None
    return {}


def page_picture() -> Job:
    """Returns the job that draws pages; PDFium is loaded with its first call."""
    drawers: list[Job] = []

    def draw(fields: Mapping[str, Any], payload: bytes, reply: Reply) -> Mapping[str, Any]:
        if not drawers:
            from desktop_slm.documents.readers.picture import PageDrawer

            drawers.append(PageDrawer().draw)
        return drawers[0](fields, payload, reply)

    return draw
