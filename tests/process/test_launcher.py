"""With a confined window the fetch child and the browser still have network, and nothing else."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.workers import launcher_child
from desktop_slm.workers.launcher import Launcher
from desktop_slm.workers.launcher_child import Refused, is_allowed
from tests.fakes.hub import COMMIT, FakeHub

_SLOW_S = 10
_ROOT = Path(__file__).resolve().parents[2]
pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="the kernel's filters are Linux's")


def _run_window(hub: FakeHub, tmp_path: Path, mode: str) -> dict[str, Any]:
    browser = tmp_path / "browser"
    mark = tmp_path / "opened"
    browser.write_text(
        f"#!{sys.executable}\n"
        "import sys, urllib.request\n"
        "urllib.request.urlopen(sys.argv[1], timeout=5).read()\n"
        f"open({str(mark)!r}, 'w').close()\n"
    )
    browser.chmod(0o755)
    done = subprocess.run(
        [sys.executable, "-m", "tests.fakes.confined_window", hub.address, str(mark), mode],
        cwd=_ROOT,
        env={**os.environ, "BROWSER": str(browser), "HF_ENDPOINT": hub.address},
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    result: dict[str, Any] = json.loads(done.stdout)
    return result


def test_only_fetch_child_and_browser_reach_the_network(tmp_path: Path) -> None:
    with FakeHub() as hub:
        hub.repositories["some/model"] = [{"name": "m.gguf", "size": 5, "sha256": "0" * 64}]
        result = _run_window(hub, tmp_path, "online")
        assert result == {
            "network": "kernel",
            "internet": "PermissionError",
            "unix socket": "ok",
            "program": "ok",
            "program with network": "CalledProcessError",
            "engine child": "ok",
            "fetch child": COMMIT,
            "browser": "ok",
            "file address": "Refused",
        }
        assert [path for path, _ in hub.requests] == [
            "/api/models/some/model/revision/main",
            "/from-browser",
        ]
        assert not any("Authorization" in headers for _, headers in hub.requests)


def test_in_offline_mode_the_fetch_child_is_never_started(tmp_path: Path) -> None:
    with FakeHub() as hub:
        hub.repositories["some/model"] = []
        assert _run_window(hub, tmp_path, "offline")["fetch child"] == "OfflineNow"
        assert [path for path, _ in hub.requests] == ["/from-browser"]


@pytest.mark.parametrize(
    "address",
    ["https://example.org/a?b=c", "http://example.org", "mailto:a@example.org"],
)
def test_addresses_that_a_browser_may_get(address: str) -> None:
    assert is_allowed(address)


@pytest.mark.parametrize(
    "address",
    [
        *("file:///etc/passwd", "javascript:alert(1)", "smb://host/share", "//host/share", ""),
        *("https://", "ftp://example.org", "https://a\nb", "data:text/html,x", "http://[bad"),
    ],
)
def test_addresses_that_no_browser_gets(address: str) -> None:
    assert not is_allowed(address)


def test_the_launcher_remembers_which_addresses_it_handed_over(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    given: list[str] = []

    def open_address(address: str) -> None:
        if not is_allowed(address):
            raise Refused
        given.append(address)

    monkeypatch.setattr(launcher_child, "open_address", open_address)
    launcher = Launcher(None, 0, offline=True)
    launcher.open_address("https://example.org/a")
    with pytest.raises(Refused):
        launcher.open_address("file:///etc/passwd")
    assert launcher.opened_addresses == ("https://example.org/a",) == tuple(given)


@pytest.fixture
def file_manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The desktop's program for folders; returns where it notes what it was given."""
    program, noted = tmp_path / "bin" / "xdg-open", tmp_path / "noted"
    program.parent.mkdir()
    program.write_text(f"#!/bin/sh\nprintf '%s\\n' \"$@\" >{noted}.new && mv {noted}.new {noted}\n")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}:/bin:/usr/bin")
    return noted


def test_the_launcher_has_a_file_s_folder_shown(file_manager: Path, tmp_path: Path) -> None:
    model = tmp_path / "-models $(id)" / "a.gguf"
    model.parent.mkdir()
    model.write_bytes(b"")
    launcher = Launcher.fork(offline=True)
    try:
        launcher.show_file(model)
        end = time.monotonic() + _SLOW_S
        while not file_manager.exists():
            assert time.monotonic() < end, "nothing was shown"
            time.sleep(0.01)
        with pytest.raises(Refused):
            launcher.show_file(tmp_path / "gone.gguf")
    finally:
        launcher.close()
    assert file_manager.read_text() == f"{model.parent}\n"  # the folder alone, and as one word


def test_only_files_that_are_there_are_shown(file_manager: Path, tmp_path: Path) -> None:
    for path in ("a.gguf", "--help", str(tmp_path / "gone"), "https://example.org"):
        with pytest.raises(Refused):
            launcher_child.show_file(path)
    assert not file_manager.exists()


def test_without_a_program_for_folders_that_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(Refused):
        launcher_child.show_file(str(tmp_path))
