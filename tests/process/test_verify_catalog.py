"""The script that compares the catalog with the hub, against a server that plays it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from desktop_slm.models import catalog
from tests.fakes.hub import FakeHub

SCRIPT = Path(__file__).resolve().parents[2] / "packaging" / "verify_catalog.py"
PINNED, ROUNDED = "qwen3.5-4b", "smollm2-360m"


@pytest.fixture
def hub() -> Iterator[FakeHub]:
    with FakeHub() as hub:
        for model in catalog.load().models:
            sha256 = model.sha256 or "0" * 64
            file = {"name": model.file, "size": model.size_bytes, "sha256": sha256}
            hub.repositories.setdefault(model.repo, []).append(file)
        yield hub


def _file(hub: FakeHub, id_: str) -> dict[str, Any]:
    model = catalog.load().find(id_)
    assert model is not None
    return hub.repositories[model.repo][0]


def _run(address: str, *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *words],
        env={"HF_ENDPOINT": address, "PATH": "/usr/bin:/bin", "HF_HUB_DISABLE_XET": "1"},
        capture_output=True,
        text=True,
        timeout=60,
        check=False,
    )


def test_all_agree(hub: FakeHub) -> None:
    done = _run(hub.address)
    assert (done.returncode, done.stderr) == (0, "")
    assert f"{len(catalog.load().models)} checked, 0 differ" in done.stdout
    asked = [path for path, _ in hub.requests]
    assert all(path.startswith("/api/models/") for path in asked)
    assert any(
        path.endswith("/revision/e87f176479d0855a907a41277aca2f8ee7a09523") for path in asked
    )


def test_what_nobody_knew_is_told(hub: FakeHub) -> None:
    done = _run(hub.address, "--only", ROUNDED)
    assert done.returncode == 0
    assert f"(note) the SHA-256 is {'0' * 64}" in done.stdout
    assert "(note) the newest revision is " in done.stdout


@pytest.mark.parametrize(
    ("id_", "change", "words"),
    [
        (PINNED, {"size": 5}, "5 bytes, but the catalog says 2740937888"),
        (PINNED, {"sha256": "f" * 64}, f"SHA-256 {'f' * 64}, but the catalog says 00fe"),
        (PINNED, {"name": "QWEN3.5-4b-q4_k_m.gguf"}, "but QWEN3.5-4b-q4_k_m.gguf"),
        (PINNED, {"name": "another.gguf"}, "there is no Qwen3.5-4B-Q4_K_M.gguf"),
        (ROUNDED, {"size": 500_000_000}, "but the catalog says about 386000000"),
    ],
)
def test_what_differs_ends_with_1(
    hub: FakeHub, id_: str, change: dict[str, Any], words: str
) -> None:
    _file(hub, id_).update(change)
    done = _run(hub.address, "--only", id_)
    assert done.returncode == 1
    assert words in done.stdout
    assert "1 checked, 1 differ" in done.stdout


def test_a_repository_that_is_gone_differs_and_a_gated_one_is_noted(hub: FakeHub) -> None:
    del hub.repositories["unsloth/Qwen3.5-4B-GGUF"]
    hub.gated.add("unsloth/Qwen3.5-9B-GGUF")
    done = _run(hub.address, "--only", PINNED, "qwen3.5-9b")
    assert done.returncode == 1
    assert "RepositoryNotFoundError" in done.stdout
    assert "gated" in done.stdout


def test_a_hub_that_fails_ends_with_3(hub: FakeHub) -> None:
    hub.status = 400
    done = _run(hub.address, "--only", PINNED)
    assert done.returncode == 3
    assert "status 400" in done.stderr
    assert _run("http://127.0.0.1:9", "--only", PINNED).returncode == 3


def test_an_unknown_id_ends_with_2(hub: FakeHub) -> None:
    done = _run(hub.address, "--only", "no-such-model")
    assert done.returncode == 2
    assert hub.requests == []
