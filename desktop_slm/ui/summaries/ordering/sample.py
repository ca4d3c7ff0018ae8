"""The document that comes with the app, to see a summary before one has a document of one's own."""

from __future__ import annotations

from pathlib import Path

from desktop_slm import resources


def lease() -> Path:
    """Returns where the sample lies: two pages, in English, all of it invented."""
    return Path(resources.__file__).with_name("samples") / "sample-lease.pdf"
