"""Tables as text (CSV, TSV): each row as "column: value", a page for each thousand rows.

The file is never in memory as a whole. Where the reading ends before the file does, the last line
that was read is named.
"""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence

from desktop_slm import errors
from desktop_slm.documents.document import BlockKind, Format, SkipReason
from desktop_slm.documents.notices import NoticeKind
from desktop_slm.documents.readers.clean import clean_line
from desktop_slm.documents.readers.csv_lines import Lines
from desktop_slm.documents.readers.csv_looks import Looks, look
from desktop_slm.documents.readers.element import Element, compose
from desktop_slm.documents.readers.flow import about
from desktop_slm.documents.readers.sink import Budget, Sink, Stopped
from desktop_slm.documents.readers.source import Source

_ROWS_A_PAGE = 1_000
_CHARACTERS_A_PAGE = 400_000
_MAX_FIELD = 1 << 20
_MB = 1 << 20


def read(source: Source, sink: Sink, budget: Budget) -> None:
    """Sends a table to the sink."""
    lines = Lines(source.data)
    looks = look(lines.sample(), source.extension)
    sink.begin(about(Format.CSV))
    reader = _Reader(lines, looks, sink, budget)
    stopped = reader.read()
    if reader.pages == 0:
        raise errors.EmptyFile(name=source.name)
    lines.send_encoding(sink)
    if stopped is not None:
        total = -(-len(source.data) // _MB)
        sink.notice(
            NoticeKind.LINES_MISSING,
            line=reader.line,
            read_mb=min(lines.place // _MB, total),
            total_mb=total,
        )
        sink.stop(stopped)


class _Reader:
    """Goes over the rows and sends a page whenever one is full."""

    def __init__(self, lines: Lines, looks: Looks, sink: Sink, budget: Budget) -> None:
        self.pages = 0
        self.line = 0
        self._lines = lines
        self._looks = looks
        self._sink = sink
        self._budget = budget
        self._names: Sequence[str] = ()
        self._rows: list[Element] = []
        self._characters = 0
        self._first = 0

    def read(self) -> SkipReason | None:
        """Reads to the end, or to a limit, which is returned."""
        stopped = None
        try:
            for number, cells in self._cells():
                self._take(number, cells)
        except Stopped as stop:
            stopped = stop.why
        self._send()
        return stopped

    def _cells(self) -> Iterator[tuple[int, list[str]]]:
        """Yields rows with the lines on which they begin; lines that are damaged are named."""
        csv.field_size_limit(_MAX_FIELD)
        rows = csv.reader(
            self._lines, delimiter=self._looks.delimiter, quotechar=self._looks.quote,
            skipinitialspace=self._looks.delimiter == ",",
        )  # fmt: skip
        while True:
            first = rows.line_num + 1
            try:
                cells = next(rows)
            except StopIteration:
                return
            except csv.Error:
                part = f"lines {first:,} to {rows.line_num:,}"
                self._sink.notice(NoticeKind.PART_MISSING, part=part)
                continue
            yield first, cells
            self.line = rows.line_num

    def _take(self, number: int, cells: Sequence[str]) -> None:
        if number <= self._looks.skipped_lines:
            return
        cells = [clean_line(cell) for cell in cells]
        if not any(cells):
            return
        if self._looks.has_header and not self._names:
            self._names = cells
            if len(cells) > 1:
                return
        text = " | ".join(self._named(cells))
        if not text:
            return
        self._budget.spend(len(text) + 1)
        self._first = self._first or number
        self._rows.append(Element(BlockKind.TABLE_ROW, text, tight=bool(self._rows)))
        self._characters += len(text)
        if len(self._rows) >= _ROWS_A_PAGE or self._characters > _CHARACTERS_A_PAGE:
            self.line = number
            self._send()

    def _named(self, cells: Sequence[str]) -> Iterator[str]:
        """Yields the cells that say something, each behind the name of its column."""
        if len(cells) == 1 and len(self._names) < 2:
            yield cells[0]
            return
        for place, cell in enumerate(cells):
            if cell:
                name = self._names[place] if place < len(self._names) else ""
                yield f"{name or f'Column {place + 1}'}: {cell}"

    def _send(self) -> None:
        """Sends the rows so far as a page."""
        if not self._rows:
            return
        self.pages += 1
        text, marks = compose(self._rows)
        self._sink.page(self.pages, f"{self._first:,}–{self.line:,}", text, marks)
        self._rows.clear()
        self._characters = self._first = 0
