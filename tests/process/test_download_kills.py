"""Downloads whose process is killed, paused, shared, or out of room: the right file in the end."""

from __future__ import annotations

import os
import random
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path

import pytest

from desktop_slm.errors import FetchStopped, NoRoomForDownload
from desktop_slm.models.download_list import State
from desktop_slm.models.downloads import Download
from desktop_slm.models.fetching import Stopped, Stopper
from desktop_slm.models.order import Patience
from desktop_slm.models.wanted import Wanted
from desktop_slm.workers.process import Process, spawn
from tests.counts import seed
from tests.fakes.getting import FILE, REPO, Getting, is_right, serving, wanted
from tests.fakes.hub_content import Content, Generated
from tests.fakes.hub_server import Flip, HubServer, Silence

_KILLS = 50
_SIZE = 128_000_000
# What is on its way when a connection ends: the server's send buffer and the client's receive one.
_IN_FLIGHT_BYTES = 256 << 10


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with serving(monkeypatch) as hub:
        yield hub


@pytest.fixture
def content(hub: HubServer) -> Content:
    return hub.add(REPO, FILE, Generated(_SIZE))


@pytest.fixture
def getting(tmp_path: Path) -> Getting:
    return Getting(tmp_path / "data", patience=Patience())


def test_fifty_kills_end_in_the_right_file_for_less_than_a_tenth_more(
    hub: HubServer,
    content: Content,
    getting: Getting,
    record_property: Callable[[str, object], None],
) -> None:
    chance = random.Random(seed(5))
    hub.pause_s = 0.001  # about 50 MB/s, so that there are fifty moments to kill in
    getting.spawner = kept = _Kept()
    getting_it = _Getting(getting, wanted(content))
    _wait(partial(kept.has_started_more_than, 0))
    for number in range(_KILLS):
        before, started = getting_it.received, kept.count
        if number % 5:  # while bytes come in; the others strike the start of a child
            _wait(partial(getting_it.has_more_than, before))
        time.sleep(chance.random() * 0.015)
        assert getting_it.is_alive(), "it was done before the last kill"
        kept.kill()
        _wait(partial(kept.has_started_more_than, started))
    hub.pause_s = 0
    getting_it.join()
    assert is_right(getting.paths.models / REPO / FILE, content)
    assert hub.sent_bytes <= content.size * 1.1
    assert hub.sent_bytes <= content.size + _KILLS * _IN_FLIGHT_BYTES
    assert getting.left() == ["some", "some/Tiny-GGUF", f"some/Tiny-GGUF/{FILE}"]
    record_property("kills", _KILLS)
    record_property("bytes of the file", content.size)
    record_property("bytes sent", hub.sent_bytes)


def test_a_child_that_dies_is_replaced_and_goes_on(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    getting.spawner = kept = _Kept()
    hub.pause_s = 0.001
    getting_it = _Getting(getting, wanted(content))
    _wait(lambda: getting_it.received > 0)
    kept.kill()
    getting_it.join()
    assert kept.count == 2
    assert is_right(getting.paths.models / REPO / FILE, content)


def test_a_child_that_always_dies_is_an_error_in_the_end(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    def start(name: str) -> Process:
        process = spawn(name)
        process.kill()
        return process

    getting.spawner = start
    with pytest.raises(FetchStopped):
        getting.get(wanted(content))


def test_a_part_that_was_damaged_meanwhile_is_fetched_anew(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    hub.store_faults.append(Flip(1000))
    stopper = Stopper()
    hub.pause_s = 0.001
    _stop_when(lambda: _came(getting, wanted(content)) > 1_000_000, stopper)
    with pytest.raises(Stopped):
        getting.get(wanted(content), stopper)
    hub.pause_s = 0
    assert is_right(getting.get(wanted(content)), content)


def test_pause_keeps_the_part_resume_goes_on_and_the_list_survives(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    hub.pause_s = 0.001
    queue, given = getting.queue(), wanted(content)
    assert queue.add(given).state is State.WAITING
    _wait(lambda: _came(getting, given) > 2_000_000)
    assert queue.add(given).key == given.key and len(queue.all()) == 1  # shared
    queue.pause(given.key)
    _wait(lambda: queue._running is None)
    kept = getting.downloader.received(given)
    assert queue.all()[0].state is State.PAUSED
    queue.close()
    again = getting.queue()
    assert [each.state for each in again.all()] == [State.PAUSED]
    assert again.all()[0].progress.received == kept > 2_000_000
    hub.pause_s = 0
    again.resume(given.key)
    _wait(lambda: again.all()[0].state is State.DONE)
    assert is_right(getting.paths.models / REPO / FILE, content)
    assert hub.sent_bytes <= content.size + 2 * _IN_FLIGHT_BYTES
    assert getting.queue().all() == ()  # what is done needs no memory


def test_cancel_leaves_nothing(hub: HubServer, content: Content, getting: Getting) -> None:
    hub.pause_s = 0.001
    seen: list[tuple[Download, ...]] = []
    queue, given = getting.queue(seen.append), wanted(content)
    queue.add(given)
    _wait(lambda: _came(getting, given) > 1_000_000)
    queue.cancel(given.key)
    _wait(lambda: queue._running is None and getting.left() == [])
    assert queue.all() == getting.queue().all() == ()
    assert seen[-1] == ()
    assert given.key not in getting.paths.downloads.read_text()


def test_a_close_keeps_what_came_and_pauses(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    hub.store_faults.append(Silence(20))
    queue, given = getting.queue(), wanted(content)
    queue.add(given)
    _wait(lambda: _came(getting, given) >= _SIZE // 2)
    queue.close()
    assert [each.state for each in getting.queue().all()] == [State.PAUSED]


@pytest.mark.skipif(
    sys.platform != "linux" or os.geteuid() != 0, reason="a small disk has to be mounted"
)
def test_a_disk_that_fills_up_is_said_and_what_came_is_kept(
    hub: HubServer, getting: Getting, tmp_path: Path
) -> None:
    disk = tmp_path / "data"
    disk.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=8m", "tmpfs", str(disk)],
        check=False,
        capture_output=True,
    )
    if mounted.returncode:
        pytest.skip("this system does not let us mount a small disk")
    try:
        content = hub.add(REPO, FILE, Generated(6_000_000))
        getting.spare_bytes = 0
        hub.pause_s = 0.005
        filler = threading.Thread(
            target=_fill, args=(disk / "filler", lambda: _came(getting, wanted(content)))
        )
        filler.start()
        with pytest.raises(NoRoomForDownload):
            getting.get(wanted(content))
        filler.join()
        assert 0 < getting.downloader.received(wanted(content)) < content.size
        (disk / "filler").unlink()
        hub.pause_s = 0
        assert is_right(getting.get(wanted(content)), content)
    finally:
        subprocess.run(["umount", str(disk)], check=False)


class _Kept:
    """Starts children and remembers the last, to be killed."""

    def __init__(self) -> None:
        self.count = 0
        self._last: Process | None = None

    def __call__(self, name: str) -> Process:
        self._last = process = spawn(name)
        self.count += 1
        return process

    def has_started_more_than(self, count: int) -> bool:
        return self.count > count

    def kill(self) -> None:
        assert self._last is not None
        self._last.kill()


class _Getting(threading.Thread):
    """Gets a model beside the test."""

    def __init__(self, getting: Getting, given: Wanted) -> None:
        super().__init__(daemon=True)
        self._getting = getting
        self._given = given
        self.start()

    def run(self) -> None:
        self._getting.get(self._given)

    def has_more_than(self, size: int) -> bool:
        return self.received > size

    @property
    def received(self) -> int:
        return _came(self._getting, self._given)


def _came(getting: Getting, given: Wanted) -> int:
    return getting.downloader.received(given)


def _fill(path: Path, came: Callable[[], int]) -> None:
    """Takes the room that is left, once bytes come in."""
    _wait(lambda: came() > 200_000)
    with path.open("wb", buffering=0) as file:
        try:
            while True:
                file.write(bytes(1 << 16))
        except OSError:
            return


def _stop_when(condition: Callable[[], bool], stopper: Stopper) -> None:
    def watch() -> None:
        _wait(condition)
        stopper.stop()

    threading.Thread(target=watch, daemon=True).start()


def _wait(condition: Callable[[], bool]) -> None:
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.002)
