"""The access token: only when it is wanted, only where it belongs, and nowhere to be read."""

from __future__ import annotations

import logging
import sys
import threading
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.errors import RepoGated, TokenRefused
from tests.fakes.getting import FILE, REPO, Getting, command_lines, is_right, variables, wanted
from tests.fakes.hub_content import Content, Generated
from tests.fakes.hub_server import STORE_HOST, HubServer

_TOKEN = "hf_vErYsEcReTtOkEn0123456789"


@pytest.fixture
def hub(monkeypatch: pytest.MonkeyPatch) -> Iterator[HubServer]:
    with HubServer() as hub:
        for name, value in variables(hub).items():
            monkeypatch.setenv(name, value)
        hub.gated[REPO] = _TOKEN
        yield hub


@pytest.fixture
def content(hub: HubServer) -> Content:
    return hub.add(REPO, FILE, Generated(3_000_000))


@pytest.fixture
def getting(tmp_path: Path, hub: HubServer) -> Getting:
    mirror = hub.address.removeprefix("http://")  # the fake hub is one, as far as we can tell
    return Getting(tmp_path / "data", token=_TOKEN, mirror=mirror)


def _with_token(hub: HubServer) -> list[str]:
    return [a.host for a in hub.asked if _TOKEN in a.headers.get("authorization", "")]


def test_a_gated_model_comes_with_the_token_which_only_the_hub_sees(
    hub: HubServer,
    content: Content,
    getting: Getting,
    caplog: pytest.LogCaptureFixture,
    capfd: pytest.CaptureFixture[str],
) -> None:
    caplog.set_level(logging.DEBUG)
    hub.pause_s = 0.01
    lines: list[str] = []
    done = threading.Event()

    def watch() -> None:
        while not done.is_set():
            lines.append(command_lines())
            time.sleep(0.02)

    watcher = threading.Thread(target=watch)
    if sys.platform == "linux":
        watcher.start()
    try:
        path = getting.get(wanted(content))
    finally:
        done.set()
        if watcher.ident:
            watcher.join()
    assert is_right(path, content)
    assert set(_with_token(hub)) == {"127.0.0.1"}
    assert any(asked.host == STORE_HOST for asked in hub.asked)
    assert not any(_TOKEN in asked.path + asked.query for asked in hub.asked)
    assert _TOKEN not in getting.written()
    assert _TOKEN not in caplog.text
    assert _TOKEN not in "".join(capfd.readouterr())
    assert not any(_TOKEN in each for each in lines)
    if sys.platform == "linux":
        assert any("--worker\0fetch" in each for each in lines)  # it was looked at while it ran


def test_an_open_repository_never_gets_the_token(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    hub.gated.clear()
    getting.hub.repository(REPO)
    getting.hub.search("tiny")
    getting.get(wanted(content))
    assert not _with_token(hub)


def test_without_a_token_a_gated_model_says_what_to_do(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    getting.token = ""
    with pytest.raises(RepoGated) as caught:
        getting.get(wanted(content))
    assert "token" in str(caught.value)


def test_a_token_that_is_not_taken_is_said(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    getting.token = "hf_another"
    with pytest.raises(TokenRefused):
        getting.get(wanted(content))


def test_a_mirror_gets_the_token_only_where_the_person_named_it(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    getting.mirror = "another.example"
    with pytest.raises(RepoGated):
        getting.get(wanted(content))
    assert not _with_token(hub)


def test_a_redirect_of_the_hub_to_another_host_does_not_carry_the_token(
    hub: HubServer, content: Content, getting: Getting
) -> None:
    getting.get(wanted(content))
    to_store = hub.requests_to_store()
    assert to_store
    assert all(asked.host == STORE_HOST for asked in to_store)
    assert not any("authorization" in asked.headers for asked in to_store)
