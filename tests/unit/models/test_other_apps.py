"""Models of other apps are found where their documents say, on all three systems."""

from __future__ import annotations

import hashlib
import json
import os
from pathlib import Path

import pytest

from desktop_slm.models.other_apps.found import FoundModel, Surroundings
from desktop_slm.models.other_apps.search import search

MODEL = b"GGUF" + bytes(1 << 20)
DIGEST = hashlib.sha256(MODEL).hexdigest()
LAYER = "application/vnd.ollama.image.model"


def _write(path: Path, content: bytes = MODEL) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return path


def _look(
    root: Path, system: str = "linux", environment: dict[str, str] | None = None
) -> tuple[FoundModel, ...]:
    return search(Surroundings(root / "home", environment or {}, system, root))


def _ollama(folder: Path, name: str = "registry.ollama.ai/library/llama3.2/3b") -> Path:
    layers = [
        {"mediaType": "application/vnd.ollama.image.template", "digest": "sha256:" + "0" * 64},
        {"mediaType": LAYER, "digest": f"sha256:{DIGEST}", "size": len(MODEL)},
    ]
    _write(folder / "manifests" / name, json.dumps({"layers": layers}).encode())
    return _write(folder / "blobs" / f"sha256-{DIGEST}")


def test_an_ollama_model_is_its_blob_with_its_name_and_fingerprint(tmp_path: Path) -> None:
    blob = _ollama(tmp_path / "home" / ".ollama" / "models")
    for system in ("linux", "darwin", "win32"):
        assert _look(tmp_path, system) == (FoundModel("Ollama", blob, "llama3.2:3b", DIGEST),)


@pytest.mark.parametrize(
    ("manifest", "shown"),
    [
        ("registry.ollama.ai/someone/mine/latest", "someone/mine:latest"),
        ("hf.co/bartowski/Qwen3-4B-GGUF/Q4_K_M", "hf.co/bartowski/Qwen3-4B-GGUF:Q4_K_M"),
    ],
)
def test_whose_an_ollama_model_is_stands_in_its_name(
    tmp_path: Path, manifest: str, shown: str
) -> None:
    _ollama(tmp_path / "home" / ".ollama" / "models", manifest)
    assert [found.name for found in _look(tmp_path)] == [shown]


def test_ollama_s_service_on_linux_and_its_variable(tmp_path: Path) -> None:
    blob = _ollama(tmp_path / "usr" / "share" / "ollama" / ".ollama" / "models")
    assert [found.path for found in _look(tmp_path)] == [blob]
    assert _look(tmp_path, "darwin") == ()
    elsewhere = tmp_path / "big disk"
    moved = _ollama(elsewhere)
    blob.unlink()
    found = _look(tmp_path, "win32", {"OLLAMA_MODELS": str(elsewhere)})
    assert [each.path for each in found] == [moved]


@pytest.mark.parametrize(
    "text",
    [
        b"",
        b"no json",
        b"[1, 2]",
        b'{"layers": 7}',
        b'{"layers": [null, 3, {}, {"mediaType": 1, "digest": []}]}',
        json.dumps({"layers": [{"mediaType": LAYER, "digest": "sha256:../../x"}]}).encode(),
        json.dumps({"layers": [{"mediaType": LAYER, "digest": "sha256:" + "1" * 64}]}).encode(),
        json.dumps({"layers": [{"mediaType": LAYER, "digest": f"sha256:{DIGEST}"}] * 2}).encode(),
        b"[" * 100_000,
        b'{"layers": "' + b"x" * 300_000 + b'"}',
        b"\xff\xfe\x00",
    ],
)
def test_a_strange_manifest_is_left_out(tmp_path: Path, text: bytes) -> None:
    folder = tmp_path / "home" / ".ollama" / "models"
    _ollama(folder)
    _write(folder / "manifests" / "registry.ollama.ai" / "library" / "odd" / "latest", text)
    assert [found.name for found in _look(tmp_path)] == ["llama3.2:3b"]


@pytest.mark.parametrize(
    ("system", "variables", "place", "app"),
    [
        ("linux", {}, ".lmstudio/models/owner/repo/m.gguf", "LM Studio"),
        ("darwin", {}, ".lmstudio/models/owner/repo/m.gguf", "LM Studio"),
        ("win32", {}, ".lmstudio/models/owner/repo/m.gguf", "LM Studio"),
        ("linux", {}, ".cache/lm-studio/models/owner/repo/m.gguf", "LM Studio"),
        ("linux", {}, ".config/Jan/data/models/m/m.gguf", "Jan"),
        ("linux", {}, ".local/share/Jan/data/llamacpp/models/m/m.gguf", "Jan"),
        ("darwin", {}, "Library/Application Support/Jan/data/llamacpp/models/m/m.gguf", "Jan"),
        ("win32", {}, "AppData/Roaming/Jan/data/llamacpp/models/m/m.gguf", "Jan"),
        ("linux", {}, "jan/models/m/m.gguf", "Jan"),
        ("linux", {}, ".local/share/nomic.ai/GPT4All/m.gguf", "GPT4All"),
        ("darwin", {}, "Library/Application Support/nomic.ai/GPT4All/m.gguf", "GPT4All"),
        ("win32", {}, "AppData/Local/nomic.ai/GPT4All/m.gguf", "GPT4All"),
        ("linux", {"XDG_DATA_HOME": "data"}, "data/nomic.ai/GPT4All/m.gguf", "GPT4All"),
        ("win32", {"LOCALAPPDATA": "local"}, "local/nomic.ai/GPT4All/m.gguf", "GPT4All"),
        ("win32", {"APPDATA": "roam"}, "roam/Jan/data/models/m/m.gguf", "Jan"),
    ],
)
def test_the_documented_places(
    tmp_path: Path, system: str, variables: dict[str, str], place: str, app: str
) -> None:
    path = _write(tmp_path / "home" / place)
    absolute = {name: str(tmp_path / "home" / value) for name, value in variables.items()}
    found = _look(tmp_path, system, absolute)
    assert [(each.app, each.path) for each in found] == [(app, path)]


@pytest.mark.parametrize(
    ("file", "text", "place"),
    [
        (".lmstudio/settings.json", '{{"downloadsFolder": "{0}/own"}}', "own/o/r/m.gguf"),
        (".lmstudio-home-pointer", "{0}/lm\n", "lm/models/o/r/m.gguf"),
        (".config/Jan/settings.json", '{{"data_folder": "{0}/own"}}', "own/models/m/m.gguf"),
        (".config/nomic.ai/GPT4All.ini", "[General]\nmodelPath={0}/own\n", "own/m.gguf"),
    ],
)
def test_a_folder_that_the_person_chose_in_that_app(
    tmp_path: Path, file: str, text: str, place: str
) -> None:
    _write(tmp_path / "home" / file, text.format(tmp_path).encode())
    path = _write(tmp_path / place)
    assert [found.path for found in _look(tmp_path)] == [path]


def test_a_model_of_jan_s_is_named_after_its_folder(tmp_path: Path) -> None:
    base = tmp_path / "home" / ".config" / "Jan" / "data" / "llamacpp" / "models"
    _write(base / "Qwen3-4B" / "model.gguf")
    _write(base / "Qwen3-4B" / "mmproj.gguf")
    assert [found.name for found in _look(tmp_path)] == ["Qwen3-4B"]


def _hub(folder: Path, commit: str = "abc") -> Path:
    repo = folder / "models--owner--name"
    blob = repo / "blobs" / DIGEST
    if not blob.exists():
        _write(blob)
    link = repo / "snapshots" / commit / "m-Q4_0.gguf"
    link.parent.mkdir(parents=True)
    link.symlink_to(os.path.relpath(blob, link.parent))
    return link


@pytest.mark.parametrize(
    ("variables", "place"),
    [
        ({}, ".cache/huggingface/hub"),
        ({"XDG_CACHE_HOME": "cache"}, "cache/huggingface/hub"),
        ({"HF_HOME": "hf"}, "hf/hub"),
        ({"HF_HUB_CACHE": "own"}, "own"),
    ],
)
def test_the_hub_s_cache(tmp_path: Path, variables: dict[str, str], place: str) -> None:
    link = _hub(tmp_path / "home" / place)
    absolute = {name: str(tmp_path / "home" / value) for name, value in variables.items()}
    assert _look(tmp_path, "linux", absolute) == (FoundModel("Hugging Face", link, sha256=DIGEST),)


def test_two_snapshots_of_one_blob_are_one_model(tmp_path: Path) -> None:
    folder = tmp_path / "home" / ".cache" / "huggingface" / "hub"
    older, newer = _hub(folder, "old"), _hub(folder, "new")
    os.utime(older.parent, (1, 1))
    assert [found.path for found in _look(tmp_path)] == [newer]


def test_a_link_whose_blob_is_gone_is_no_model(tmp_path: Path) -> None:
    link = _hub(tmp_path / "home" / ".cache" / "huggingface" / "hub")
    link.resolve().unlink()
    assert _look(tmp_path) == ()


def test_what_is_on_the_list_is_not_found_again(tmp_path: Path) -> None:
    blob = _ollama(tmp_path / "home" / ".ollama" / "models")
    link = tmp_path / "models" / "linked.gguf"
    link.parent.mkdir()
    os.link(blob, link)
    assert search(Surroundings(tmp_path / "home", {}, "linux", tmp_path), [link]) == ()


def test_small_files_and_parts_are_no_models(tmp_path: Path) -> None:
    folder = tmp_path / "home" / ".lmstudio" / "models" / "owner" / "repo"
    _write(folder / "vocabulary.gguf", b"GGUF")
    _write(folder / "big-00002-of-00002.gguf")
    first = _write(folder / "big-00001-of-00002.gguf")
    (found,) = _look(tmp_path)
    assert found.path == first
    assert found.size_bytes == 2 * len(MODEL)


def test_nothing_there_is_nothing_found(tmp_path: Path) -> None:
    assert _look(tmp_path) == ()
    assert _look(tmp_path, "win32", {"OLLAMA_MODELS": "relative", "HF_HOME": "\0"}) == ()
