"""Settings survive whatever stands in their file; what cannot be read is put aside."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.settings import MOST_CONTEXT_TOKENS, MOST_THREADS, Settings, SettingsFile, parse


@pytest.fixture
def file(tmp_path: Path) -> SettingsFile:
    return SettingsFile(tmp_path / "config" / "settings.json")


@pytest.fixture
def path(tmp_path: Path) -> Path:
    (tmp_path / "config").mkdir()
    return tmp_path / "config" / "settings.json"


def test_what_was_saved_is_loaded(file: SettingsFile) -> None:
    settings = Settings(theme="dark", zoom_percent=150, threads=3, context_tokens=8192)
    file.save(settings)
    assert file.load() == settings


def test_without_a_file_there_are_defaults_and_nothing_is_put_aside(file: SettingsFile) -> None:
    assert file.load() == Settings()
    assert not file.damaged_path.exists()


@pytest.mark.parametrize(
    "damage",
    [b"", b"{", b"[1, 2]", b'"text"', b"\xff\xfe\x00", b"[" * 100_000, b'{"theme": "dark"'],
)
def test_a_damaged_file_gives_defaults_and_is_put_aside(
    path: Path, file: SettingsFile, damage: bytes
) -> None:
    path.write_bytes(damage)
    assert file.load() == Settings()
    assert file.damaged_path.read_bytes() == damage
    file.save(Settings(theme="dark"))
    assert file.load().theme == "dark"
    assert file.damaged_path.read_bytes() == damage


def test_what_a_later_version_knows_is_left_out(path: Path, file: SettingsFile) -> None:
    path.write_text(json.dumps({"theme": "dark", "voice": {"speed": 2}}))
    assert file.load() == Settings(theme="dark")
    assert not file.damaged_path.exists()


@pytest.mark.parametrize(
    ("stored", "expected"),
    [
        ({"theme": "pink"}, {"theme": "system"}),
        ({"theme": 3}, {"theme": "system"}),
        ({"send_key": "space"}, {"send_key": "enter"}),
        ({"language": "de"}, {"language": "de"}),
        ({"language": "xx"}, {"language": "system"}),
        ({"zoom_percent": 137}, {"zoom_percent": 125}),
        ({"zoom_percent": True}, {"zoom_percent": 100}),
        ({"zoom_percent": 10**30}, {"zoom_percent": 200}),
        ({"list_width": -5}, {"list_width": 180}),
        ({"threads": -1}, {"threads": 0}),
        ({"threads": 10**9}, {"threads": MOST_THREADS}),
        ({"threads": 2.5}, {"threads": 0}),
        ({"context_tokens": 1}, {"context_tokens": 1024}),
        ({"context_tokens": -7}, {"context_tokens": 0}),
        ({"context_tokens": 10**12}, {"context_tokens": MOST_CONTEXT_TOKENS}),
        ({"model": None}, {"model": ""}),
    ],
)
def test_a_value_that_makes_no_sense_falls_back(
    stored: dict[str, Any], expected: dict[str, Any]
) -> None:
    assert parse(stored) == Settings(**expected)
