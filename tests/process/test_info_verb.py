"""`desktop-slm models info REPO [FILE]`: known before the download, as a script reads it."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.gguf.tables import ENGINE_VERSION
from desktop_slm.models.previews import STEPS_BYTES
from tests.fakes.getting import REPO, variables
from tests.fakes.hub_server import HubServer, Status
from tests.fakes.remote_models import Kind, on_hub
from tests.process.cli_runs import Terminal

_PIECE = STEPS_BYTES[0]


@pytest.fixture
def hub() -> Iterator[HubServer]:
    with HubServer() as hub:
        hub.add(REPO, "Qwen3-4B-Q4_K_M.gguf", on_hub(2_500_000_000))
        hub.add(REPO, "Qwen3-4B-BF16-00001-of-00002.gguf", on_hub(4_000_000_000))
        hub.add(REPO, "Qwen3-4B-BF16-00002-of-00002.gguf", on_hub(4_100_000_000))
        projector = Kind("clip", "mmproj", figures={}, vocabulary=0)
        hub.add(REPO, "mmproj-F16.gguf", on_hub(800_000_000, projector))
        yield hub


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


def test_a_repository_tells_its_models_with_fit_and_header_as_json(
    hub: HubServer, terminal: Terminal
) -> None:
    told = terminal.run("models", "info", REPO, "--json", **variables(hub)).json
    usual, divided, projector = told["models"]
    assert (usual["use"], usual["format"], usual["is_memory_rough"]) == ("text", "Q4_K_M", False)
    assert usual["fits"] in ("fits", "close other programs first", "too big")
    assert usual["memory_bytes"] > 2_500_000_000
    assert usual["header"]["context_tokens"] == 262_144
    assert len(divided["files"]) == 2 and divided["size_bytes"] == 8_100_000_000
    assert (projector["use"], projector["fits"]) == ("projector", None)
    assert len(told["files"]) == 4 and told["engine"] == ENGINE_VERSION
    assert hub.sent_bytes == _PIECE


def test_in_words_each_model_has_a_line_and_the_header_one(
    hub: HubServer, terminal: Terminal
) -> None:
    ran = terminal.run("models", "info", REPO, "q4_k_m", **variables(hub))
    title, line = ran.output.splitlines()
    assert title.startswith(REPO) and "2,500 MB  Qwen3-4B-Q4_K_M.gguf" in line
    assert "GB in memory" in line and "about" not in line
    assert "architecture qwen3, 36 layers, context 262,144" in ran.errors


def test_a_pasted_address_names_its_file(hub: HubServer, terminal: Terminal) -> None:
    address = f"https://huggingface.co/{REPO}/blob/main/Qwen3-4B-Q4_K_M.gguf"
    told = terminal.run("models", "info", address, "--json", **variables(hub)).json
    assert [model["name"] for model in told["models"]] == ["Qwen3-4B-Q4_K_M.gguf"]


def test_a_header_that_cannot_be_had_leaves_an_estimate_that_says_so(
    hub: HubServer, terminal: Terminal
) -> None:
    hub.store_faults.append(Status(503))
    ran = terminal.run("models", "info", REPO, **variables(hub))
    assert ran.status == 0 and "about" in ran.output
    assert "Estimated from the size alone" in ran.errors and "(503)" in ran.errors


def test_a_model_that_needs_a_newer_engine_is_named_and_not_downloaded(
    hub: HubServer, terminal: Terminal
) -> None:
    hub.add("some/New", "New-Q4_0.gguf", on_hub(900_000_000, Kind("brandnew")))
    shown = terminal.run("models", "info", "some/New", **variables(hub))
    assert f"needs a newer engine than {ENGINE_VERSION}" in shown.output
    words = ("models", "download", "some/New", "--accept-license")
    got = terminal.run(*words, **variables(hub))
    assert got.status == 1 and "brandnew" in got.errors and ENGINE_VERSION in got.errors
    assert hub.sent_bytes == 2 * _PIECE
    assert not list(terminal.folder.rglob("*.gguf")) + list(terminal.folder.rglob("*.part"))


def test_what_is_not_there_is_said(hub: HubServer, terminal: Terminal) -> None:
    ran = terminal.run("models", "info", REPO, "Q2_K", **variables(hub))
    assert ran.status == 1 and "Q2_K" in ran.errors
    assert hub.sent_bytes == 0


def test_offline_nothing_is_asked(hub: HubServer, terminal: Terminal) -> None:
    ran = terminal.run("--offline", "models", "info", REPO, **variables(hub))
    assert ran.status == 1 and "offline" in ran.errors
    assert not hub.asked
