"""The question for the newest version: who is asked, what is understood, and what is recorded."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, HTTPServer
from typing import Any

import pytest

import tests.fakes.direct_fetch  # noqa: F401 - sets what huggingface_hub reads at its import
from desktop_slm.errors import FetchStopped, UpdatesUnclear, UpdatesUnreachable
from desktop_slm.models import web
from desktop_slm.models.connections import Purpose
from desktop_slm.models.fetching import FetchChildren
from desktop_slm.models.newest import newest
from desktop_slm.models.updates import is_newer, newest_version
from desktop_slm.models.web import Web
from desktop_slm.packager import Packager
from desktop_slm.workers.process import spawn
from tests.fakes.record import open_record


class Answers:
    """A real server that says one thing, or leads elsewhere."""

    def __init__(self) -> None:
        self.status, self.body, self.headers = 200, b'{"version": "9.1.0"}', {}  # type: ignore[var-annotated]
        self.asked: list[dict[str, str]] = []
        answers = self

        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                answers.asked.append(dict(self.headers))
                self.send_response(answers.status)
                for name, value in answers.headers.items():
                    self.send_header(name, value)
                self.send_header("Content-Length", str(len(answers.body)))
                self.end_headers()
                self.wfile.write(answers.body)

            def log_message(self, *arguments: Any) -> None:
                pass

        self.server = HTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=self.server.serve_forever, daemon=True).start()

    @property
    def packager(self) -> Packager:
        return Packager(updates=f"http://127.0.0.1:{self.server.server_port}/newest.json")


@pytest.fixture
def answers() -> Iterator[Answers]:
    made = Answers()
    yield made
    made.server.shutdown()
    made.server.server_close()


def _ask(packager: Packager) -> str:
    client = Web(5.0, only=packager.updates)
    try:
        return newest(packager, client)
    finally:
        client.close()


def test_the_version_of_the_answer_is_returned(answers: Answers) -> None:
    assert _ask(answers.packager) == "9.1.0"
    assert "authorization" not in {name.lower() for name in answers.asked[0]}


@pytest.mark.parametrize(
    "body",
    [
        b"",
        b"<html>",
        b"[]",
        b'{"version": 2}',
        b'{"version": "2.0; rm"}',
        json.dumps({"version": "1." * 9}).encode(),
        b'{"version": "1.0", "more": "' + b"x" * 20_000 + b'"}',
    ],
)
def test_an_answer_that_names_no_version_is_none(answers: Answers, body: bytes) -> None:
    answers.body = body
    with pytest.raises(UpdatesUnclear):
        _ask(answers.packager)


def test_an_error_and_a_way_elsewhere_are_no_answer(answers: Answers) -> None:
    answers.status = 500
    with pytest.raises(UpdatesUnreachable):
        _ask(answers.packager)
    answers.status, answers.headers = 302, {"Location": "http://localhost:9/"}
    with pytest.raises(UpdatesUnreachable) as caught:
        _ask(answers.packager)
    assert caught.value.details == "HostRefused"


@pytest.mark.parametrize(
    ("address", "is_same"),
    [
        ("https://example.org/other", True),
        ("https://example.org:443/", True),
        ("https://example.org:444/", False),
        ("http://example.org/", False),
        ("https://www.example.org/", False),
        ("https://huggingface.co/", False),
    ],
)
def test_the_packager_s_own_place_alone_is_spoken_to(address: str, is_same: bool) -> None:
    assert web.is_same_place(address, "https://example.org/newest.json") is is_same


@pytest.mark.parametrize(
    ("found", "own", "newer"),
    [
        ("0.2.0", "0.1.0", True),
        ("0.10.0", "0.9.9", True),
        ("1", "0.9", True),
        ("0.1.0", "0.1.0", False),
        ("0.1", "0.1.0", False),
        ("0.0.9", "0.1.0", False),
    ],
)
def test_versions_are_compared_number_by_number(found: str, own: str, newer: bool) -> None:
    assert is_newer(found, own) is newer


def test_the_child_asks_nobody_whom_its_package_does_not_name() -> None:
    log = open_record()
    elsewhere = Packager(updates="http://127.0.0.1:9/newest.json")
    with pytest.raises((UpdatesUnreachable, FetchStopped)) as caught:
        newest_version(FetchChildren(spawn, log), elsewhere)
    assert isinstance(caught.value, UpdatesUnreachable)
    [line] = log.latest()
    assert (line.purpose, line.host, line.size_bytes) == (Purpose.VERSION, "127.0.0.1:9", 0)
