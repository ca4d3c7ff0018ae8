"""The real engine and the real reader try, from inside, what the system must refuse them."""

from __future__ import annotations

import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from desktop_slm.workers import live_test, probe
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.probe import Outcome
from desktop_slm.workers.process import Worker

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filters are Linux's")
CHILDREN = ("engine", "reader")
_PATIENCE_S = 20


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A home with a key of SSH, a database, and a document that the child may read."""
    home = tmp_path_factory.mktemp("home")
    (home / ".ssh").mkdir()
    for name in (".ssh/id_ed25519", "desktop-slm.db", "granted.txt"):
        (home / name).write_text("secret")
    return home


def files(home: Path) -> list[str]:
    names = (".ssh", ".ssh/id_ed25519", "desktop-slm.db", "granted.txt")
    return [str(home / name) for name in names]


@pytest.fixture(scope="module")
def made(home: Path) -> dict[str, Mapping[str, str]]:
    """What each child says of its tries."""
    found: dict[str, Mapping[str, str]] = {}
    for name in CHILDREN:
        worker = Worker(name, Grant(read=(str(home / "granted.txt"),)))
        worker.start()
        request = worker.request("probe", tries=list(probe.SEALED), files=files(home))
        found[name] = request.result(_PATIENCE_S).fields["made"]
        worker.stop(grace_s=0.2)
    return found


@pytest.mark.parametrize("child", CHILDREN)
@pytest.mark.parametrize("attempt", [name for name in probe.SEALED if name != "files"])
def test_the_system_refuses(
    made: Mapping[str, Mapping[str, str]], child: str, attempt: str
) -> None:
    assert made[child][attempt] == Outcome.REFUSED


@pytest.mark.parametrize("child", CHILDREN)
@pytest.mark.parametrize("name", [".ssh", ".ssh/id_ed25519", "desktop-slm.db"])
def test_the_system_does_not_let_it_read(
    made: Mapping[str, Mapping[str, str]], home: Path, child: str, name: str
) -> None:
    assert made[child][f"read {home / name}"] == Outcome.REFUSED


@pytest.mark.parametrize("child", CHILDREN)
def test_the_granted_file_can_be_read_so_the_tries_are_real(
    made: Mapping[str, Mapping[str, str]], home: Path, child: str
) -> None:
    assert made[child][f"read {home / 'granted.txt'}"] == Outcome.ALLOWED


def test_the_same_tries_succeed_where_nothing_refuses_them(home: Path) -> None:
    found = probe.probe(("tcp", "udp", "dns", "d-bus", "execute", "start a program"), files(home))
    assert set(found.values()) == {Outcome.ALLOWED}


def test_the_window_s_own_process_is_tested_and_the_fetch_child_may_not_read(home: Path) -> None:
    found = [Path(path) for path in files(home)]
    fetch = live_test.try_in_fetch(found)
    assert fetch.holds
    assert len(fetch.those(Outcome.REFUSED)) == len(found) + 2
    assert not live_test.try_here("window").holds  # this test's process is not confined


def test_a_child_that_is_not_there_holds_nothing() -> None:
    [tested] = live_test.try_in_children(["no such child"], [])
    assert not tested.outcomes
    assert not tested.holds
