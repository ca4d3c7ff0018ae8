"""The screen of the smoke tests: an X server of their own, its keys and its mouse, and eyes.

What stands there is read by Tesseract: a button is found by its words, as a person finds it, in
whatever window, theme or size. Linux, with Xvfb and xdotool.
"""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from itertools import pairwise
from pathlib import Path

# Its threads wait for each other where other programs want the cores: ten times as long.
os.environ["OMP_THREAD_LIMIT"] = "1"

from PIL import Image, ImageGrab, ImageOps
from tesserocr import PSM, RIL, PyTessBaseAPI, iterate_level

from desktop_slm.documents.recognition import find_recognition

_SIZE = "1280x800x24"
# The letters of a window are small for Tesseract, and one size shows what another hides.
_LARGER = (2, 3)
_NEAR_PX = 40  # words that follow one another in one line

Word = tuple[str, tuple[int, int, int, int]]


class Screen:
    """One X server; `name` is what programs find it by."""

    def __init__(self, name: str) -> None:
        self.name = name

    def picture(self) -> Image.Image:
        """Returns what is shown now."""
        return ImageGrab.grab(xdisplay=self.name)

    def save(self, file: Path) -> None:
        """Keeps a picture of what is shown now."""
        file.parent.mkdir(parents=True, exist_ok=True)
        self.picture().save(file)

    def find(self, text: str) -> tuple[int, int] | None:
        """Returns the middle of these words where they stand in one line, or None."""
        picture = ImageOps.grayscale(self.picture())
        wanted = [_plain(word) for word in text.split()]
        for larger in _LARGER:
            if place := _place(_words(picture, larger), wanted):
                return place[0] // larger, place[1] // larger
        return None

    def click(self, place: tuple[int, int]) -> None:
        """Presses the mouse's button there."""
        self._xdotool("mousemove", *map(str, place), "click", "1")

    def type(self, text: str) -> None:
        """Types a text, letter for letter."""
        self._xdotool("type", "--delay", "20", text)

    def key(self, name: str) -> None:
        """Presses a key, or several at once: "ctrl+n"."""
        self._xdotool("key", name)

    def has_window(self, title: str) -> bool:
        """Says whether a window with this in its title is there."""
        return bool(self._xdotool("search", "--name", title))

    def _xdotool(self, *words: str) -> str:
        variables = {**os.environ, "DISPLAY": self.name}
        line = ["xdotool", *words]
        done = subprocess.run(line, env=variables, capture_output=True, text=True, check=False)
        return done.stdout


@contextmanager
def screen() -> Iterator[Screen]:
    """Starts an X server and yields it."""
    reader, writer = os.pipe()
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", _SIZE, "-nolisten", "tcp"]
    server = subprocess.Popen([*words, "-ac"], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield Screen(f":{told.readline().strip()}")
    finally:
        server.terminate()
        server.wait()


def _words(picture: Image.Image, larger: int) -> list[Word]:
    found = find_recognition()
    if found is None:
        raise OSError("nothing can be read on the screen: Tesseract's data is missing")
    large = picture.resize((picture.width * larger, picture.height * larger))
    with PyTessBaseAPI(path=found.folder, lang="eng", psm=PSM.SPARSE_TEXT) as reader:
        reader.SetImage(large)
        reader.Recognize()
        return [
            (word.GetUTF8Text(RIL.WORD), word.BoundingBox(RIL.WORD))
            for word in iterate_level(reader.GetIterator(), RIL.WORD)
            if not word.Empty(RIL.WORD)
        ]


def _place(seen: list[Word], wanted: list[str]) -> tuple[int, int] | None:
    for first in range(len(seen) - len(wanted) + 1):
        part = seen[first : first + len(wanted)]
        is_line = all(abs(one[1][1] - next_[1][1]) < _NEAR_PX for one, next_ in pairwise(part))
        if is_line and [_plain(text) for text, _ in part] == wanted:
            left, top = part[0][1][:2]
            right, bottom = part[-1][1][2:]
            return (left + right) // 2, (top + bottom) // 2
    return None


def _plain(word: str) -> str:
    return word.strip(".,:?…“”")
