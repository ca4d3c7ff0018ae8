"""Hostile documents through the real reader child: bounded, reported in words, and then over."""

from __future__ import annotations

import itertools
import re
import resource
import sys
import tempfile
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import read
from desktop_slm.errors import DocumentError
from tests.fakes.documents import docx, para
from tests.fakes.hostile_documents import Hostile, defects, documents
from tests.prove.part import Broken, Figures, Slice

MOST_BYTES = 1 << 30
MOST_S = 60.0
_AT_ONCE = 2
ALL_DEFECTS = 1_660  # at least so many; a test holds it
_WORDS = "The next file can be read."
_SENTENCE = re.compile(r"^[A-Z“].{10,400}\.$", re.DOTALL)
_NOT_WORDS = re.compile(r"Traceback|Error\b|Exception|0x[0-9a-f]{4}|/home/|/tmp/")


def run(given: Slice) -> Figures:
    """Reads documents of families that chance varies."""
    return _Trial().all_of(documents(given.count, given.seed), given.count)


def run_defects(given: Slice) -> Figures:
    """Reads so many of the documents with one defect each, spread over all formats and kinds."""
    every = max(1, ALL_DEFECTS // given.count)
    return _Trial().all_of(itertools.islice(defects(), 0, None, every), given.count)


class _Trial:
    """Some hostile documents, two at a time, each in a reader of its own."""

    def __init__(self) -> None:
        self._ends: Counter[str] = Counter()
        self._broken: list[str] = []
        self._formats: set[str] = set()
        self._slowest = ("", 0.0)
        self._lock = threading.Lock()
        is_linux = sys.platform == "linux"
        self._secret = Path("/etc/hostname").read_text().strip() if is_linux else ""

    def all_of(self, hostile: Iterable[Hostile], count: int) -> Figures:
        """Reads all, and a good one after every tenth. Raises Broken with what did not hold."""
        with tempfile.TemporaryDirectory() as folder, ThreadPoolExecutor(_AT_ONCE) as pool:
            # Numbered pieces, so that not all of them are in memory at the same time.
            numbered = enumerate(hostile, 1)
            while piece := list(itertools.islice(numbered, 20)):
                list(pool.map(lambda each: self._one(each[0], each[1], Path(folder)), piece))
        peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss * 1024
        if peak >= MOST_BYTES:
            self._broken.append(f"a child took {peak / 1e9:.2f} GB")
        if sum(self._ends.values()) < count and not self._broken:
            self._broken.append(f"there are {sum(self._ends.values())} documents, not {count}")
        if self._broken:
            raise Broken("; ".join(self._broken))
        return {
            "documents": sum(self._ends.values()),
            "formats": len(self._formats),
            "read": self._ends["read"],
            "refused in words": self._ends["refused"],
            "most seconds": round(self._slowest[1], 1),
            "most MB in a child": round(peak / 1e6),
        }

    def _one(self, number: int, hostile: Hostile, above: Path) -> None:
        folder = above / str(number)
        folder.mkdir()
        begun = time.monotonic()
        end = self._tried(lambda: try_one(hostile, folder, self._secret))
        seconds = time.monotonic() - begun
        if seconds > MOST_S:
            end = self._tried(lambda: _complain(f"{hostile.family}: {seconds:.0f} s"))
        if number % 10 == 0:
            self._tried(lambda: see_that_the_next_works(folder))
        with self._lock:
            self._ends[end] += 1
            self._formats.add(Path(hostile.name).suffix)
            self._slowest = max(self._slowest, (hostile.family, seconds), key=lambda each: each[1])

    def _tried(self, what: Callable[[], str]) -> str:
        try:
            return what()
        except Exception as error:  # one document that breaks it must not hide the others
            said = str(error) if isinstance(error, Broken) else f"{type(error).__name__}: {error}"
            with self._lock:
                self._broken.append(said[:200])
            return "broken"


def _complain(words: str) -> str:
    raise Broken(words)


def try_one(hostile: Hostile, folder: Path, secret: str = "") -> str:
    """Reads one and returns "read" or "refused". Raises Broken for any other end."""
    path = folder / hostile.name
    path.write_bytes(hostile.data)
    try:
        document = read(path)
    except DocumentError as error:
        _check_sentence(hostile, str(error))
        return "refused"
    except Exception as error:
        raise Broken(f"{hostile.family}: {type(error).__name__}: {error}") from None
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


def see_that_the_next_works(folder: Path) -> str:
    """Reads a good document. Raises Broken where that fails."""
    path = folder / "good.docx"
    path.write_bytes(docx(para(_WORDS)))
    if [page.text for page in read(path).pages] != [_WORDS]:
        raise Broken("a good file could not be read after a hostile one")
    path.unlink()
    return "read"
