"""Models that the organisation does not allow are not loaded, whatever they are called."""

from __future__ import annotations

import hashlib
import os
from pathlib import Path

import pytest

from desktop_slm.engine import allowed
from desktop_slm.engine.allowed import require_allowed
from desktop_slm.engine.client import Engine
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import ModelForbidden
from tests.fakes.policies import set_policy


@pytest.fixture
def model(tmp_path: Path) -> Path:
    path = tmp_path / "model.gguf"
    path.write_bytes(b"GGUF and some weights")
    return path


def _allow(monkeypatch: pytest.MonkeyPatch, tmp_path: Path, *contents: bytes) -> None:
    hashes = [hashlib.sha256(content).hexdigest() for content in contents]
    set_policy(monkeypatch, tmp_path / "etc", f"allowed_models = {hashes}")


def test_without_a_policy_no_file_is_read_for_it(tmp_path: Path) -> None:
    require_allowed(Model(tmp_path / "none.gguf"))


def test_an_allowed_file_is_let_through_and_no_other(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _allow(monkeypatch, tmp_path, model.read_bytes())
    require_allowed(Model(model))
    other = tmp_path / "other.gguf"
    other.write_bytes(b"GGUF of a stranger")
    with pytest.raises(ModelForbidden, match=r"other\.gguf"):
        require_allowed(Model(other))


def test_a_file_that_is_exchanged_is_read_again_even_with_the_old_time(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _allow(monkeypatch, tmp_path, model.read_bytes())
    require_allowed(Model(model))
    before = model.stat()
    model.write_bytes(b"GGUF and other weight")
    os.utime(model, ns=(before.st_atime_ns, before.st_mtime_ns))
    with pytest.raises(ModelForbidden):
        require_allowed(Model(model))


def test_each_part_and_each_adapter_has_to_be_allowed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first, second = (tmp_path / f"m-0000{number}-of-00002.gguf" for number in (1, 2))
    adapter = tmp_path / "adapter.gguf"
    for path in (first, second, adapter):
        path.write_bytes(f"GGUF {path.name}".encode())
    _allow(monkeypatch, tmp_path, first.read_bytes(), second.read_bytes())
    require_allowed(Model(first))
    with pytest.raises(ModelForbidden, match="adapter"):
        require_allowed(Model(first, adapters=(adapter,)))
    _allow(monkeypatch, tmp_path, first.read_bytes(), adapter.read_bytes())
    with pytest.raises(ModelForbidden, match="00002"):
        require_allowed(Model(first))


def test_the_engine_starts_no_child_for_a_forbidden_model(
    model: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    _allow(monkeypatch, tmp_path)
    engine = Engine()
    with pytest.raises(ModelForbidden):
        engine.load(Model(model))
    assert engine.pid is None
    assert engine.loaded is None


@pytest.fixture(autouse=True)
def _forget(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(allowed, "_known", {})
