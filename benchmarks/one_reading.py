"""One document read in a process of its own, so that the peak of its reader child is its own."""

from __future__ import annotations

import resource
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path

from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import read
from desktop_slm.errors import DesktopSlmError

_BYTES = 1 if sys.platform == "darwin" else 1024  # of what the system counts memory in


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a reading: the document, or the name of the error that refused it."""

    document: Document | None
    refusal: str
    seconds: float  # with the child's start
    child_bytes: int
    parent_bytes: int


def read_alone(path: Path) -> Reading:
    """Reads a file from a fresh parent process."""
    with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as pool:
        return pool.submit(_read, path).result()


def _read(path: Path) -> Reading:
    document, refusal = None, ""
    started = time.perf_counter()
    try:
        document = read(path)
    except DesktopSlmError as error:
        refusal = type(error).__name__
    seconds = time.perf_counter() - started
    child, own = (
        resource.getrusage(who).ru_maxrss * _BYTES
        for who in (resource.RUSAGE_CHILDREN, resource.RUSAGE_SELF)
    )
    return Reading(document, refusal, seconds, child, own)
