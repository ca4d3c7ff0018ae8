"""A Summarize page to act on: real database in memory, real operations, scripted engine."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import pytest
from PySide6.QtPrintSupport import QPrinter
from PySide6.QtWidgets import QWidget

from desktop_slm.documents.document import (
    Block,
    BlockKind,
    Document,
    Format,
    Page,
    SkippedPage,
    SkipReason,
)
from desktop_slm.documents.reading import Contents, Progress, ReadingCancelled
from desktop_slm.engine.protocol import Request
from desktop_slm.engine.templating import Templating
from desktop_slm.errors import DesktopSlmError, FileMissing
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.paths import find
from desktop_slm.storage.database import Database
from desktop_slm.ui.core import Core, Data, EngineParts, Outside
from desktop_slm.ui.operations import Operations
from desktop_slm.ui.summaries.page import SummaryPage
from desktop_slm.ui.summaries.running.file_reading import ReadFile
from desktop_slm.ui.theme import Theme
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher
from tests.fakes.scripted_engine import ScriptedEngine, last_text

MODEL = InstalledModel("test", "Qwen3 4B", Path("test.gguf"), 1, "", Place.FOLDER)
PRACTICE = InstalledModel("practice", "Practice model", Path("p.gguf"), 1, "", Place.PRACTICE)


def first_words(request: Request) -> str:
    """A note that says how a passage began: its source is certain."""
    text = " ".join(line for line in last_text(request).split("\n") if line)
    return text.split(". ")[0].rstrip(".") + "."


def document(pages: int = 6, name: str = "report.pdf", words: int = 120) -> Document:
    """Returns a document with a heading and a paragraph a page; the page after has no text."""
    made, blocks = [], []
    for number in range(1, pages + 1):
        heading = f"Chapter {number}"
        rest = " ".join(_word(number * 1000 + i) for i in range(words))
        text = f"{heading}\n\nRevenue of unit{number} rose by {number} percent. {rest}."
        start = len(heading) + 2
        made.append(Page(number, str(number), text))
        blocks.append(Block(BlockKind.HEADING, number, 0, len(heading), 1))
        blocks.append(Block(BlockKind.PARAGRAPH, number, start, len(text)))
    return Document(
        name=name,
        format=Format.PDF,
        sha256=f"{pages:064x}",
        language="en",
        pages=tuple(made),
        blocks=tuple(blocks),
        skipped=(SkippedPage(pages + 1, SkipReason.NO_TEXT),),
    )


def _word(number: int) -> str:
    """Returns a word that no other number has, of letters alone: digits would be figures."""
    return "w" + "".join("abcdefghij"[int(digit)] for digit in str(number))


@pytest.fixture(scope="session")
def templating() -> Iterator[Templating]:
    made = Templating()
    yield made
    made.close()


@pytest.fixture
def bench(theme: Theme, templating: Templating, tmp_path: Path) -> Iterator[Bench]:
    made = Bench(theme, templating, tmp_path)
    yield made
    made.close()


class Shelf:
    """Reads documents that a test put there; a `gate` keeps the reading waiting."""

    def __init__(self) -> None:
        self.found: Mapping[str, Document | DesktopSlmError] = {}
        self.gate = threading.Event()
        self.gate.set()
        self.asked: list[str] = []
        self.given: list[Path | Contents] = []

    def read(
        self,
        path: Path | Contents,
        on_progress: Callable[[Progress], None],
        cancel: threading.Event,
        *,
        ocr: bool = False,
    ) -> Document:
        """Returns or raises what stands under the file's name, or under "ocr:" and that."""
        name = f"ocr:{path.name}" if ocr else path.name
        self.asked.append(name)
        self.given.append(path)
        on_progress(Progress(2, 5))
        self.gate.wait(10)
        if ocr and cancel.is_set():
            raise ReadingCancelled
        found = self.found.get(name, FileMissing(name=path.name))
        if isinstance(found, DesktopSlmError):
            raise found
        return found


class Dialogs:
    """Answers the dialogs at once."""

    def __init__(self) -> None:
        self.files: list[Path] = []
        self.target = Path()
        self.proposed: list[str] = []

    def choose(self, parent: QWidget, on_chosen: Callable[[list[Path]], object]) -> None:
        """Chooses the files of the test."""
        on_chosen(self.files)

    def save(
        self, parent: QWidget, name: str, suffix: str, on_chosen: Callable[[Path], object]
    ) -> None:
        """Chooses the target of the test."""
        self.proposed.append(name)
        on_chosen(self.target)

    def choose_one(
        self, parent: QWidget, title: str, pattern: str, on_chosen: Callable[[Path], object]
    ) -> None:
        """Chooses the first file of the test that is left."""
        on_chosen(self.files.pop(0))

    def choose_some(
        self,
        parent: QWidget,
        title: str,
        pattern: str,
        on_chosen: Callable[[list[Path]], object],
    ) -> None:
        """Chooses the files of the test."""
        on_chosen(self.files)

    def print_out(self, parent: QWidget, on_chosen: Callable[[QPrinter], object]) -> None:
        """Prints into the target of the test."""
        printer = QPrinter()
        printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
        printer.setOutputFileName(str(self.target))
        on_chosen(printer)


class Bench:
    """Everything around a page. Close it when done."""

    def __init__(
        self,
        theme: Theme,
        templating: Templating,
        folder: Path,
        read_file: ReadFile | None = None,
    ) -> None:
        self.engine = ScriptedEngine(first_words, context=700)
        self.shelf = Shelf()
        self._read_file = read_file or self.shelf.read
        self.dialogs = Dialogs()
        self.database = Database.in_memory()
        outside = Outside(
            find(folder), Launcher(None, 0, offline=True), Enforced(), is_offline=True
        )
        self.core = Core(outside, theme, Operations(), lambda: EngineParts(self.engine, templating))
        self.core.model = MODEL
        self.core.set_data(Data.of(self.database))
        self.page = self.new_page()

    def new_page(self) -> SummaryPage:
        """Returns another page over the same data, as after a restart."""
        return SummaryPage(self.core, dialogs=self.dialogs, read_file=self._read_file)

    def drop(self, *documents: Document) -> None:
        """Opens documents as a drop does."""
        self.shelf.found = {**self.shelf.found, **{each.name: each for each in documents}}
        self.page.open_files([Path(each.name) for each in documents])

    def row_texts(self) -> list[str]:
        """Returns the sentences that are to be read on the page."""
        return [row.item.text for row in self.page.summary.sentences.rows()]

    def close(self) -> None:
        """Ends everything; nothing is delivered any more."""
        if self.engine.gate is not None:
            self.engine.gate.set()
        self.shelf.gate.set()
        self.core.operations.shut_down()
        self.page.close()
        self.page.deleteLater()
        self.database.close()
