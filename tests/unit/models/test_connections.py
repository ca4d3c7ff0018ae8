"""The record of connections: on it before it is made, kept by hosts and bytes, never lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import NoReturn

import pytest

from desktop_slm.errors import DiskFull, FolderUnwritable, RecordNotOpen
from desktop_slm.models.connections import ConnectionLog, Purpose
from desktop_slm.models.fetching import FetchChildren, Request
from desktop_slm.storage.connections import KEPT, Row, StoredConnections
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.data_key import DataKey
from tests.fakes.record import open_record

_AT = datetime(2026, 11, 21, 16, 40, tzinfo=UTC)
_OLD = (
    '{"at": "2026-10-01T08:00:00+00:00", "host": "huggingface.co", "purpose": "search", "bytes": 7}'
)


class Clock:
    def __init__(self) -> None:
        self.now = _AT

    def __call__(self) -> datetime:
        return self.now


class FullDisk(StoredConnections):
    """Writes nothing while it is full."""

    is_full = False

    def add(self, made: Sequence[Row]) -> tuple[int, ...]:
        if self.is_full:
            raise DiskFull
        return super().add(made)

    def replace(self, numbers: Sequence[int], made: Sequence[Row]) -> tuple[int, ...]:
        if self.is_full:
            raise DiskFull
        return super().replace(numbers, made)


@pytest.fixture
def database(tmp_path: Path) -> Iterator[Database]:
    path = tmp_path / "data.db"
    path.touch()
    with Database.open(path, DataKey.new()) as database:
        yield database


def _shown(log: ConnectionLog) -> list[tuple[str, str, int]]:
    return [(each.host, each.purpose, each.size_bytes) for each in log.latest()]


def test_a_connection_is_on_the_record_before_its_bytes_are_known() -> None:
    log = open_record(Clock())
    log.begin(Purpose.SEARCH, "huggingface.co")
    assert _shown(log) == [("huggingface.co", "search", 0)]
    assert log.latest()[0].at == _AT


def test_a_new_host_is_on_it_at_once_and_bytes_after_some_seconds_and_at_the_end() -> None:
    clock = Clock()
    log = open_record(clock)
    entry = log.begin(Purpose.DOWNLOAD, "huggingface.co")
    entry.tell({"huggingface.co": 10, "cdn.hf.co": 0})
    assert set(_shown(log)) == {("huggingface.co", "download", 10), ("cdn.hf.co", "download", 0)}
    entry.tell({"cdn.hf.co": 500})
    assert ("cdn.hf.co", "download", 0) in _shown(log)
    clock.now += timedelta(seconds=10)
    entry.tell({"cdn.hf.co": 900})
    assert ("cdn.hf.co", "download", 900) in _shown(log)
    entry.tell({"cdn.hf.co": 1000})
    entry.end()
    assert set(_shown(log)) == {("huggingface.co", "download", 10), ("cdn.hf.co", "download", 1000)}


def test_what_came_takes_the_place_of_the_guess_whom_it_would_come_from() -> None:
    log = open_record(Clock())
    entry = log.begin(Purpose.DOWNLOAD, "huggingface.co")
    entry.tell({"mirror.example": 3})
    entry.end()
    assert _shown(log) == [("mirror.example", "download", 3)]


def test_without_an_open_record_no_child_is_started() -> None:
    def start(name: str) -> NoReturn:
        raise AssertionError(f"the {name} child was started")

    log = ConnectionLog(Clock())
    with pytest.raises(RecordNotOpen):
        FetchChildren(start, log).ask(Request("search", {"words": "x"}, Purpose.SEARCH))
    with pytest.raises(RecordNotOpen):
        log.latest()


def test_what_cannot_be_recorded_is_not_begun() -> None:
    records = FullDisk(Database.in_memory())
    records.is_full = True
    with pytest.raises(DiskFull):
        ConnectionLog(Clock(), records).begin(Purpose.SEARCH, "huggingface.co")


def test_hosts_that_could_not_be_written_are_written_with_the_next_connection() -> None:
    records = FullDisk(Database.in_memory())
    log = ConnectionLog(Clock(), records)
    entry = log.begin(Purpose.DOWNLOAD, "huggingface.co")
    records.is_full = True
    entry.tell({"cdn.hf.co": 5})
    entry.end()
    assert _shown(log) == [("huggingface.co", "download", 0)]
    records.is_full = False
    log.begin(Purpose.SEARCH, "huggingface.co")
    assert _shown(log) == [("huggingface.co", "search", 0), ("cdn.hf.co", "download", 5)]


def test_the_clear_file_of_before_is_taken_over_and_erased(
    tmp_path: Path, database: Database
) -> None:
    file = tmp_path / "connections.log"
    file.write_text(f"{_OLD}\nrubbish\n{{}}\n{_OLD}\n")
    log = ConnectionLog(Clock(), StoredConnections(database))
    with file.open("rb") as inode:
        log.take_over(file)
        assert _shown(log) == [("huggingface.co", "search", 7)] * 2
        assert log.latest()[0].at == datetime(2026, 10, 1, 8, tzinfo=UTC)
        assert not file.exists()
        assert inode.read().strip(b"\0") == b""  # overwritten, not only unlinked
    log.take_over(file)
    assert b"huggingface.co" not in b"".join(
        path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()
    )


def test_a_takeover_that_was_killed_doubles_nothing_when_it_is_done_again(
    tmp_path: Path, database: Database
) -> None:
    file = tmp_path / "connections.log"
    log = ConnectionLog(Clock(), StoredConnections(database))
    for _ in range(2):
        file.write_text(f"{_OLD}\n{_OLD}\n")
        log.take_over(file)
    assert len(log.latest()) == 2


def test_where_nothing_is_stored_the_clear_file_stays_and_is_shown(tmp_path: Path) -> None:
    file = tmp_path / "connections.log"
    file.write_text(_OLD)
    log = open_record(Clock())
    log.take_over(file)
    assert file.exists() and _shown(log) == [("huggingface.co", "search", 7)]


def test_a_clear_file_that_cannot_be_read_is_said(tmp_path: Path) -> None:
    (tmp_path / "connections.log").mkdir()
    with pytest.raises(FolderUnwritable):
        open_record(Clock()).take_over(tmp_path / "connections.log")


def test_only_so_many_are_kept_and_the_newest_come_first() -> None:
    records = StoredConnections(Database.in_memory())
    records.add([(_AT + timedelta(seconds=n), "h", "search", n) for n in range(KEPT + 50)])
    assert [row[3] for row in records.latest(2)] == [KEPT + 49, KEPT + 48]
    assert len(records.latest(KEPT * 2)) == KEPT


def test_a_line_of_a_strange_file_never_breaks_the_database() -> None:
    records = StoredConnections(Database.in_memory())
    records.add([(_AT, "h\ud800", "search", 1 << 80), (_AT, "h", "search", -4)])
    assert [row[3] for row in records.latest(2)] == [0, (1 << 63) - 1]
