"""Hostile documents through the real reader child: bounded, reported in words, and then over."""

from __future__ import annotations

import re
import resource
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import read
from desktop_slm.errors import DocumentError
from tests.fakes.documents import docx, para
from tests.fakes.hostile_documents import FAMILIES, Hostile, documents
from tests.prove.part import Broken, Figures, Slice

MOST_BYTES = 1 << 30
MOST_S = 60.0
_WORDS = "The next file can be read."
_SENTENCE = re.compile(r"^[A-Z“].{10,400}\.$", re.DOTALL)
_NOT_WORDS = re.compile(r"Traceback|Error\b|Exception|0x[0-9a-f]{4}|/home/|/tmp/")


def run(given: Slice) -> Figures:
    """Reads so many hostile documents, and a good one after every tenth."""
    ends: Counter[str] = Counter()
    slowest = ("", 0.0)
    secret = Path("/etc/hostname").read_text().strip() if sys.platform == "linux" else ""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for number, hostile in enumerate(documents(given.count, given.seed), 1):
            begun = time.monotonic()
            ends[try_one(hostile, folder, secret)] += 1
            seconds = time.monotonic() - begun
            if seconds > slowest[1]:
                slowest = (hostile.family, seconds)
            if seconds > MOST_S:
                raise Broken(f"{hostile.family}: {seconds:.0f} s")
            if number % 10 == 0:
                _see_that_the_next_works(folder)
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
    if peak >= MOST_BYTES:
        raise Broken(f"a child took {peak / 1e9:.2f} GB")
    return {
        "documents": given.count,
        "families": len(FAMILIES),
        "read": ends["read"],
        "refused in words": ends["refused"],
        "most seconds": round(slowest[1], 1),
        "most MB in a child": round(peak / 1e6),
    }


def try_one(hostile: Hostile, folder: Path, secret: str = "") -> str:
    """Reads one and returns "read" or "refused". Raises Broken for any other end."""
    path = folder / hostile.name
    path.write_bytes(hostile.data)
    try:
        document = read(path)
    except DocumentError as error:
        _check_sentence(hostile, str(error))
        return "refused"
    finally:
        left = {each.name for each in folder.iterdir()}
        if left != {hostile.name}:
            raise Broken(f"{hostile.family} wrote {left - {hostile.name}}")
        path.unlink()
    _check_text(hostile, document, secret)
    return "read"


def _check_sentence(hostile: Hostile, words: str) -> None:
    if not _SENTENCE.match(words) or _NOT_WORDS.search(words):
        raise Broken(f"{hostile.family}: no sentence: {words[:160]!r}")


def _check_text(hostile: Hostile, document: Document, secret: str) -> None:
    """Nothing of another file may stand in what was read."""
    if secret and len(secret) > 3 and any(secret in page.text for page in document.pages):
        raise Broken(f"{hostile.family}: the text of another file was read")


def _see_that_the_next_works(folder: Path) -> None:
    path = folder / "good.docx"
    path.write_bytes(docx(para(_WORDS)))
    if [page.text for page in read(path).pages] != [_WORDS]:
        raise Broken("a good file could not be read after a hostile one")
    path.unlink()
