"""Reading documents: pages a second, peak memory of the reader child, and how right it is.

    python -m benchmarks.reading [--corpus DIR] [--pages 1,100,2000] [--formats PDF,DOCX] [--files]

First books that it writes itself in every format, whose words, headings and pages are known; then
real documents in DIR, a folder for each format, against the text editions in DIR/ref. Each file is
read by a fresh parent and child, whose start is in the time. A page of a format without pages is
3,000 characters.
"""

from __future__ import annotations

import argparse
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from benchmarks.book import book
from benchmarks.book_files import WRITERS
from benchmarks.one_reading import Reading, read_alone
from benchmarks.reading_scores import Score, against_book, against_text
from desktop_slm.documents.document import Document, Format

_PAGE_CHARACTERS = 3_000
_MOST_BYTES = 1.5e9
_OF_PAGES = (Format.PDF, Format.PPTX, Format.XLSX)
_PREFIXES = ("deb-", "gen-")
_HEAD = (
    f"{'':34} {'pages':>6} {'s':>7} {'pages/s':>8} {'child MB':>9} "
    f"{'recall':>7} {'precis.':>7} {'head.':>6} {'right':>6} {'page no.':>8}"
)


@dataclass(frozen=True, slots=True)
class Row:
    """One file's figures."""

    name: str
    reading: Reading
    score: Score
    pages: float


def main() -> None:
    """Measures what the arguments ask for."""
    options = _parse()
    too_large = []
    print(_HEAD)
    for pages in options.pages:
        for row in _generated(pages, options.formats):
            _show(row)
            if row.reading.child_bytes > _MOST_BYTES:
                too_large.append(row.name)
    print(f"above {_MOST_BYTES / 1e9} GB: {', '.join(too_large) or 'none'}\n")
    if options.corpus is None:
        print("no corpus of real documents was named")
    elif not options.corpus.is_dir():
        print(f"skipped: there is no folder {options.corpus}")
    else:
        _read_corpus(options.corpus, is_each_shown=options.files)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--pages", type=_numbers, default=(1, 100, 2_000))
    parser.add_argument("--formats", type=lambda said: said.split(","), default=tuple(WRITERS))
    parser.add_argument("--files", action="store_true", help="show every file of the corpus")
    return parser.parse_args()


def _numbers(said: str) -> tuple[int, ...]:
    return tuple(int(number) for number in said.split(",") if number)


def _generated(pages: int, formats: Sequence[str]) -> Iterator[Row]:
    leaves = book(pages)
    for name in formats:
        writer = WRITERS[name]
        with tempfile.TemporaryDirectory() as folder:
            path = Path(folder) / f"book.{writer.extension}"
            path.write_bytes(writer.write(leaves))
            reading = read_alone(path)
        document = reading.document
        score = against_book(document, leaves, writer.levels) if document else Score()
        yield Row(f"{name}, {pages:,} pages", reading, score, pages)


def _real(path: Path, reference: str | None) -> Row:
    reading = read_alone(path)
    document = reading.document
    if document is None:
        return Row(path.name, reading, Score(), 0)
    return Row(path.name, reading, against_text(document, reference), _pages(document))


def _pages(document: Document) -> float:
    if document.format in _OF_PAGES:
        return document.page_count
    return max(document.characters / _PAGE_CHARACTERS, 1)


def _read_corpus(corpus: Path, *, is_each_shown: bool) -> None:
    rows: dict[str, list[Row]] = defaultdict(list)
    for path in sorted(corpus.glob("*/*.*")):
        if path.parent.name == "ref":
            continue
        reference = _reference(corpus, path)
        row = _real(path, reference)
        rows[path.parent.name].append(row)
        if is_each_shown or reference is not None:
            _show(row)
    print(f"\n{_HEAD}")
    for kind, found in rows.items():
        _show_together(kind, found)


def _reference(corpus: Path, path: Path) -> str | None:
    """Returns the text edition of the same work, where there is one."""
    stem = path.stem
    for prefix in _PREFIXES:
        stem = stem.removeprefix(prefix)
    if path.stem == stem:
        return None
    # "fhs" is the short name of "fhs-3.0"; a work's other languages come behind a dot.
    names = (corpus / "ref" / f"{stem}.txt", *sorted((corpus / "ref").glob(f"{stem}-*.txt")))
    found = next((name for name in names if name.exists()), None)
    return found.read_text(encoding="utf-8") if found else None


def _show(row: Row) -> None:
    reading, score = row.reading, row.score
    if reading.document is None:
        print(f"{row.name[:34]:34} {reading.refusal}", flush=True)
        return
    speed = row.pages / reading.seconds
    print(
        f"{row.name[:34]:34} {row.pages:6.0f} {reading.seconds:7.2f} {speed:8.0f} "
        f"{reading.child_bytes / 1e6:9.0f} {_share(score.recall, 7)} {_share(score.precision, 7)} "
        f"{score.headings_read:6} {_share(score.headings, 6)} {_share(score.pages, 8)}",
        flush=True,
    )


def _show_together(kind: str, rows: Sequence[Row]) -> None:
    """Shows a format: sums, and the worst of each share."""
    read = [row for row in rows if row.reading.document]
    pages = sum(row.pages for row in read)
    seconds = sum(row.reading.seconds for row in read)
    memory = max((row.reading.child_bytes for row in rows), default=0)
    scores = [row.score for row in read]
    print(
        f"{kind + f', {len(read)} of {len(rows)} files':34} {pages:6.0f} {seconds:7.2f} "
        f"{pages / max(seconds, 1e-9):8.0f} {memory / 1e6:9.0f} "
        f"{_share(_least(score.recall for score in scores), 7)} "
        f"{_share(_least(score.precision for score in scores), 7)} "
        f"{sum(score.headings_read for score in scores):6} "
        f"{_share(_least(score.headings for score in scores), 6)} "
        f"{_share(_least(score.pages for score in scores), 8)}",
        flush=True,
    )


def _least(shares: Iterator[float | None]) -> float | None:
    return min((share for share in shares if share is not None), default=None)


def _share(value: float | None, width: int) -> str:
    return f"{'-' if value is None else f'{value:.3f}':>{width}}"


if __name__ == "__main__":
    main()
