"""`desktop-slm models search` and `download` as a script runs them."""

from __future__ import annotations

import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from desktop_slm.models.previews import STEPS_BYTES
from desktop_slm.paths import find
from desktop_slm.storage.connections import StoredConnections
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.keys import Keys
from tests.fakes.getting import FILE, REPO, is_right, variables
from tests.fakes.hub_content import Content, Generated
from tests.fakes.hub_server import Fault, HubServer, Silence
from tests.fakes.keyring import FakeKeyring
from tests.process.cli_runs import Terminal

_SIZE = 3_000_000


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with HubServer() as hub:
        yield hub


@pytest.fixture
def content(hub: HubServer) -> Content:
    hub.add(REPO, "Tiny-Q8_0.gguf", Generated(2 * _SIZE, 2))
    return hub.add(REPO, FILE, Generated(_SIZE))


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


def test_search_prints_repositories(hub: HubServer, content: Content, terminal: Terminal) -> None:
    found = terminal.run("models", "search", "tiny", "--json", **variables(hub)).json
    assert [each["repo"] for each in found] == [REPO]
    assert found[0]["license"] == "apache-2.0"
    ran = terminal.run("models", "search", "nothing-like-it", **variables(hub))
    assert (ran.status, ran.output) == (0, "") and "Nothing was found" in ran.errors


def test_without_a_file_the_candidates_are_listed_with_their_sizes(
    hub: HubServer, content: Content, terminal: Terminal
) -> None:
    ran = terminal.run("models", "download", REPO, **variables(hub))
    assert ran.status == 2
    assert "3 MB  Tiny-Q4_K_M.gguf" in ran.output and "6 MB  Tiny-Q8_0.gguf" in ran.output
    assert not hub.requests_to_store()


def test_a_download_needs_the_license_accepted_and_ends_in_the_library(
    hub: HubServer, content: Content, terminal: Terminal
) -> None:
    ran = terminal.run("models", "download", REPO, "q4_k_m", **variables(hub))
    assert ran.status == 1 and "apache-2.0" in ran.errors and not hub.requests_to_store()
    words = ("models", "download", REPO, "q4_k_m", "--accept-license", "--json")
    got = terminal.run(*words, **variables(hub)).json
    assert is_right(Path(got["path"]), content)
    assert got["sha256"] == [content.sha256]
    listed = terminal.run("models", "list", "--json").json
    assert got["id"] in [model["id"] for model in listed]
    assert list(terminal.folder.rglob("*.part")) == []


def test_ctrl_c_keeps_what_came_and_the_same_command_goes_on(
    hub: HubServer, content: Content, terminal: Terminal
) -> None:
    hub.store_faults += [Fault(), Silence(20)]  # the header comes before the file
    words = ("models", "download", REPO, FILE, "--accept-license")
    process = subprocess.Popen(
        terminal.command(*words),
        env=terminal.environment(**variables(hub)),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
        text=True,
    )
    _wait_for(lambda: _parts(terminal) == [_SIZE // 2])
    process.send_signal(signal.SIGINT)
    _, errors = process.communicate(timeout=20)
    assert process.returncode == 130 and "the same command goes on" in errors
    assert _parts(terminal) == [_SIZE // 2]
    assert terminal.run(*words, **variables(hub)).status == 0
    assert hub.sent_bytes <= _SIZE + (64 << 10) + 2 * STEPS_BYTES[0]
    assert is_right(terminal.folder / "models" / REPO / FILE, content)


def test_offline_downloads_nothing(hub: HubServer, content: Content, terminal: Terminal) -> None:
    words = ("--offline", "models", "download", REPO, FILE, "--accept-license")
    ran = terminal.run(*words, **variables(hub))
    assert ran.status == 1 and "offline" in ran.errors
    assert not hub.asked


def _parts(terminal: Terminal) -> list[int]:
    return [path.stat().st_size for path in terminal.folder.rglob("*.part")]


def test_what_was_connected_to_is_kept_and_never_in_clear(
    hub: HubServer, content: Content, terminal: Terminal, tmp_path: Path
) -> None:
    old = terminal.folder / "connections.log"
    terminal.folder.mkdir()
    old.write_text(
        '{"at": "2026-10-01T08:00:00+00:00", "host": "old.example", "purpose": "search",'
        ' "bytes": 7}\n'
    )
    key_file = tmp_path / "key"
    words = ("--key-file", key_file, "models", "search", "tiny")
    assert terminal.run(*words, **variables(hub)).status == 0
    assert not old.exists()
    host = urlsplit(hub.address).hostname or ""
    left = b"".join(file.read_bytes() for file in terminal.folder.rglob("*") if file.is_file())
    assert host and host.encode() not in left and b"old.example" not in left
    paths = find(terminal.folder)
    keys = Keys(paths.database, paths.key_record, FakeKeyring())
    with keys.unlock(key_file=key_file) as key, Database.open(paths.database, key) as database:
        hosts = [row[1] for row in StoredConnections(database).latest(9)]
    assert hosts == [host, "old.example"]


def test_without_the_passphrase_of_the_data_nobody_is_asked(
    hub: HubServer, content: Content, terminal: Terminal, tmp_path: Path
) -> None:
    words = ("models", "search", "tiny")
    passphrase = tmp_path / "passphrase"
    passphrase.write_text("correct horse battery staple")
    given = {**variables(hub), "DESKTOP_SLM_PASSPHRASE_FILE": str(passphrase)}
    assert terminal.run(*words, **given).status == 0
    asked = len(hub.asked)
    ran = terminal.run(*words, **variables(hub))
    assert ran.status == 1 and "passphrase" in ran.errors
    assert len(hub.asked) == asked


def _wait_for(condition: object) -> None:
    assert callable(condition)
    deadline = time.monotonic() + 30
    while not condition():
        assert time.monotonic() < deadline, "waited in vain"
        time.sleep(0.01)
