"""The reader child that also recognises text in pictures: hours instead of minutes."""

from __future__ import annotations

from typing import NoReturn

from desktop_slm.documents.limits import RECOGNIZING_ADDRESSES_BYTES
from desktop_slm.documents.readers.serve import serve
from desktop_slm.workers.confine import Limits


def run() -> NoReturn:
    """Runs the child until its parent goes."""
    serve("recognizer", Limits(RECOGNIZING_ADDRESSES_BYTES))
