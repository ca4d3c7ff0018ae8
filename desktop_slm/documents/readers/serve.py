"""The reader child: opens one document and sends what is in it, or draws its pages.

A format's own module, and the library behind it, is loaded with the first file of that format.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
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
    serve("reader", Limits(ReadLimits().memory_bytes, CPU_LIMIT_S))


def serve(name: str, limits: Limits) -> NoReturn:
    """Runs a child of this kind with its limits."""
    parent = connect(name, Profile.SEALED, limits)
    serve_jobs(parent, {"read": read, **page_jobs()})


def read(fields: Mapping[str, Any], payload: bytes, reply: Reply) -> Mapping[str, Any]:
    """Sends a document as events: begin, pages, skipped pages, notices."""
    limits = ReadLimits(**fields["limits"])
    changes = Changes(fields.get("changes", Changes.ACCEPTED))
    if payload:  # contents that lie in no file
        opened = source.from_bytes(fields["name"], payload, limits, changes)
    else:
        opened = source.open_source(fields["path"], limits, fields["password"], changes)
    opened = replace(
        opened, ocr=source.Asked(bool(fields.get("ocr")), fields.get("recognition") or None)
    )
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


def page_jobs() -> Mapping[str, Job]:
    """Returns the jobs that draw pages; PDFium is loaded with the first of them."""
    drawers: list[Mapping[str, Job]] = []

    def job(name: str) -> Job:
        def run_job(fields: Mapping[str, Any], payload: bytes, reply: Reply) -> Mapping[str, Any]:
            if not drawers:
                from desktop_slm.documents.readers.picture import PageDrawer

                drawers.append(PageDrawer().jobs())
            return drawers[0][name](fields, payload, reply)

        return run_job

    return {name: job(name) for name in ("open_pages", "page_picture", "page_places")}
