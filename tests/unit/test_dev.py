"""`dev.py` and text recognition: what is missing is installed, or said, and the rest goes on."""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import Any

import pytest

import dev


@pytest.fixture
def calls(monkeypatch: pytest.MonkeyPatch) -> list[list[str]]:
    made: list[list[str]] = []

    def call(command: list[str], **_variables: str) -> int:
        made.append(command)
        return 0

    monkeypatch.setattr(dev, "call", call)
    monkeypatch.setattr(shutil, "which", lambda name: f"/usr/bin/{name}")
    return made


def answer(monkeypatch: pytest.MonkeyPatch, languages: str) -> list[Any]:
    ran: list[Any] = []

    def run(command: list[str], **_options: object) -> subprocess.CompletedProcess[str]:
        ran.append(command)
        return subprocess.CompletedProcess(command, 0, stdout=languages)

    monkeypatch.setattr(subprocess, "run", run)
    return ran


def test_the_languages_that_are_missing_are_named(monkeypatch: pytest.MonkeyPatch) -> None:
    answer(monkeypatch, "eng ita\n")
    assert dev.missing_languages() == ["tesseract-ocr-deu", "tesseract-ocr-fra"]
    answer(monkeypatch, "\n")
    assert dev.missing_languages() == list(dev.LANGUAGE_PACKAGES)


def test_root_gets_what_is_missing(monkeypatch: pytest.MonkeyPatch, calls: list[list[str]]) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 0, raising=False)
    ran = answer(monkeypatch, "eng deu\n")
    dev.get_text_recognition()
    assert ran[-1][:2] == ["apt-get", "install"] and ran[-1][-1] == "tesseract-ocr-fra"
    assert calls[0][-1].endswith("[ocr]")


def test_others_are_told_once_and_the_setting_up_goes_on(
    monkeypatch: pytest.MonkeyPatch, calls: list[list[str]], capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(os, "geteuid", lambda: 1000, raising=False)
    ran = answer(monkeypatch, "\n")
    dev.get_text_recognition()
    said = capsys.readouterr().err
    assert said.count("going on without text recognition") == 1
    assert "Run: sudo apt-get install" in said and "tesseract-ocr-eng" in said
    assert not any("apt-get" in command for command in ran)


def test_a_computer_without_a_package_goes_on(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "call", lambda command: 1)
    dev.get_text_recognition()
    assert "no package of it for this computer" in capsys.readouterr().err
