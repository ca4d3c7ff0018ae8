"""The Vulkan backend: what it is built with, and that a package can go without."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path
from typing import Any

import pytest

from tests.unit.packaging import load

project, tools, backends = load("project"), load("vulkan_tools"), load("backends")


def options(*words: str) -> argparse.Namespace:
    return argparse.Namespace(
        tessdata=None, without_tessdata=True, without_vulkan="--without-vulkan" in words,
        keep_folder=False,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("system", "words", "is_carried"),
    [
        ("linux", (), True),
        ("win32", (), True),
        ("linux", ("--without-vulkan",), False),
        ("darwin", (), False),  # Metal does its work there
    ],
)
def test_the_folder_carries_vulkan_unless_told_otherwise(
    monkeypatch: pytest.MonkeyPatch, system: str, words: tuple[str, ...], is_carried: bool
) -> None:
    build = load("build")
    told: list[dict[str, Any]] = []
    monkeypatch.setattr(build.folder_build, "build", lambda **given: told.append(given))
    monkeypatch.setattr(sys, "platform", system)

    build.build(options(*words), [])

    assert [given["vulkan"] for given in told] == [is_carried]


def test_without_the_sdk_the_build_says_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "platform", "win32")
    monkeypatch.delenv("VULKAN_SDK", raising=False)

    with pytest.raises(project.BuildFailed, match="VULKAN_SDK"):
        tools.cmake_arguments()


@pytest.mark.skipif(sys.platform != "linux", reason="the tools are Debian's")
def test_without_debootstrap_the_build_says_what_to_do(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tools, "_PLACE", tmp_path)
    monkeypatch.setattr(tools.shutil, "which", lambda name: None)

    with pytest.raises(project.BuildFailed, match="debootstrap"):
        tools.cmake_arguments()


def test_a_backend_that_was_built_is_taken_as_it_is(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    ran: list[tuple[object, ...]] = []

    def run(*words: object, **variables: str) -> None:
        ran.append(words)
        if "--build" in words:
            library = Path(str(words[2])) / "bin" / "libggml-vulkan.so"
            library.parent.mkdir(parents=True)
            library.touch()

    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(backends, "run", run)
    monkeypatch.setattr(backends, "BUILD", tmp_path)
    monkeypatch.setattr(backends, "_SOURCES", tmp_path)
    monkeypatch.setattr(tools, "cmake_arguments", lambda: ("-DGGML_VULKAN=ON",))
    (tmp_path / "llama_cpp_python-1.0").mkdir()

    first, second = backends.build("vulkan"), backends.build("vulkan")

    assert first == second
    assert [word for words in ran for word in words if word in ("-S", "--build")] == [
        "-S",
        "--build",
    ]
    assert "-DGGML_BACKEND_DL=ON" in ran[0]
