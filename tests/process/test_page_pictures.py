"""Pictures of pages from a real reader child: pixels, places, and every way in which it ends."""

from __future__ import annotations

import hashlib
import time
from collections.abc import Callable
from pathlib import Path

import pytest

from desktop_slm import errors
from desktop_slm.documents.pictures import PagePictures
from desktop_slm.documents.reading import Contents, read
from desktop_slm.workers.process import Process, spawn
from tests.fakes import hostile
from tests.fakes.documents import Pdf, show
from tests.fakes.locked_pdf import locked


class Spawner:
    """Starts real children and keeps them for the test to hurt."""

    def __init__(self) -> None:
        self.children: list[Process] = []

    def __call__(self, name: str) -> Process:
        self.children.append(spawn(name))
        return self.children[-1]


def two_pages(folder: Path) -> Path:
    path = folder / "a.pdf"
    path.write_bytes(Pdf().page(show("One", size=90)).page(show("Two")).bytes())
    return path


def test_pages_are_drawn_by_a_child_that_stays_and_after_a_crash_by_another(
    tmp_path: Path,
) -> None:
    path, spawner = two_pages(tmp_path), Spawner()
    with PagePictures(path, spawner=spawner) as pictures:
        assert pictures.open().sha256 == hashlib.sha256(path.read_bytes()).hexdigest()
        first = pictures.draw(1, 306)
        assert (first.width, first.height) == (306, 396)
        assert len(first.pixels) == 3 * 306 * 396
        assert pictures.draw(2, 306) != first
        with pytest.raises(errors.DamagedFile):
            pictures.draw(3, 306)
        assert len(spawner.children) == 1
        spawner.children[0].kill()
        spawner.children[0].wait()
        with pytest.raises(errors.ReaderCrashed):
            pictures.draw(1, 306)
        assert pictures.draw(1, 306) == first
    assert len(spawner.children) == 2
    assert spawner.children[1].wait(5) is not None


def test_a_passage_that_was_read_has_its_place_on_the_picture(tmp_path: Path) -> None:
    path = two_pages(tmp_path)
    text = read(path).pages[0].text
    with PagePictures(path) as pictures:
        ((left, top, right, bottom),) = pictures.places(1, text, 0, 3)
        drawn = pictures.draw(1, 306)
    ink = [number // 3 for number in range(0, len(drawn.pixels), 3) if drawn.pixels[number] < 128]
    assert all(left - 0.01 < number % 306 / 306 < right + 0.01 for number in ink)
    assert all(top - 0.01 < number // 306 / 396 < bottom + 0.01 for number in ink)
    assert ink


def test_a_file_that_was_changed_meanwhile_is_not_drawn(tmp_path: Path) -> None:
    path, spawner = two_pages(tmp_path), Spawner()
    with PagePictures(path, spawner=spawner) as pictures:
        pictures.open()
        spawner.children[0].kill()
        spawner.children[0].wait()
        path.write_bytes(Pdf().page(show("Another")).bytes())
        with pytest.raises(errors.ReaderCrashed):
            pictures.draw(1, 10)
        with pytest.raises(errors.FileMissing):
            pictures.draw(1, 10)


def test_contents_without_a_file_are_drawn(tmp_path: Path) -> None:
    data = two_pages(tmp_path).read_bytes()
    with PagePictures(Contents("mail.pdf", data)) as pictures:
        assert len(pictures.open().sizes) == 2
        assert pictures.draw(2, 50).width == 50


@pytest.mark.parametrize(
    ("make", "kind"),
    [
        (hostile.page_tree_loop, errors.DocumentError),
        (lambda: locked("secret").page("").bytes(), errors.PasswordNeeded),
        (lambda: b"no PDF at all", errors.WrongFormat),
    ],
)
def test_what_cannot_be_opened_is_an_error(
    tmp_path: Path, make: Callable[[], bytes], kind: type[errors.DocumentError]
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(make())
    with PagePictures(path) as pictures, pytest.raises(kind):
        pictures.draw(1, 100)


def test_a_page_that_unpacks_to_a_gigabyte_ends_in_an_error_and_others_are_drawn(
    tmp_path: Path,
) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(hostile.bomb())
    started = time.monotonic()
    with PagePictures(path) as pictures:
        try:
            drawn = pictures.draw(1, 100)
        except errors.DocumentError:
            drawn = None
        assert drawn is None or set(drawn.pixels) == {255}
        assert pictures.open().sizes == ((612.0, 792.0),)
    assert time.monotonic() - started < 30


def test_killing_ends_what_waits(tmp_path: Path) -> None:
    path, spawner = two_pages(tmp_path), Spawner()
    with PagePictures(path, spawner=spawner) as pictures:
        pictures.open()
        pictures.kill()
        assert spawner.children[0].wait(5) is not None
        with pytest.raises(errors.ReaderCrashed):
            pictures.draw(1, 10)
