"""The catalog's form, strictly: what is wrong in it would reach everybody who looks for a model."""

from __future__ import annotations

import re
import tomllib
from importlib import resources
from typing import Any

import pytest

from desktop_slm.models import catalog
from desktop_slm.models.catalog import CatalogModel, Kind, Method
from desktop_slm.models.library import PRACTICE_FILE, PRACTICE_SHA256
from desktop_slm.models.quantization import QUANTIZATIONS

TEXT = (resources.files("desktop_slm.resources") / "catalog.toml").read_text(encoding="utf-8")
RAW: list[dict[str, Any]] = tomllib.loads(TEXT)["model"]
MODELS = catalog.load().models
FAMILIES = {
    "Phi-3", "Phi-3.5", "Phi-4-mini", "Llama 3.1", "Llama 3.2", "Mixtral", "Qwen3", "Qwen3.5",
    "Gemma 3", "Gemma 4", "SmolLM2", "SmolLM3", "LFM2.5", "Granite 4", "Ministral 3", "gpt-oss",
}  # fmt: skip
REQUIRED = {
    "id", "name", "publisher", "family", "kind", "repo", "file", "format", "license",
    "architecture", "parameters", "languages", "good_for", "thinking", "made", "made_how",
}  # fmt: skip
OPTIONAL = {
    "revision", "sha256", "bytes", "bytes_about", "active_parameters", "context_tokens", "shape",
    "superseded_by", "specialty", "caution",
}  # fmt: skip
SHAPE = {
    "attention_layers", "kv_heads", "head_size", "window_layers", "window_tokens", "state_bytes",
    "embedding_size", "cache_bytes_per_token",
}  # fmt: skip

each_model = pytest.mark.parametrize("model", MODELS, ids=lambda model: model.id)


def test_there_are_30_models_and_every_family_is_there() -> None:
    assert len(MODELS) >= 30
    assert {model.family for model in MODELS} >= FAMILIES
    assert {model.kind for model in MODELS} == set(Kind)


@pytest.mark.parametrize("raw", RAW, ids=lambda raw: raw["id"])
def test_an_entry_has_every_field_and_no_other(raw: dict[str, Any]) -> None:
    assert set(raw) >= REQUIRED
    assert set(raw) <= REQUIRED | OPTIONAL
    assert ("bytes" in raw) is not ("bytes_about" in raw)
    # What is not known is left out; an empty text would be neither known nor unknown.
    assert all(value not in ("", 0, [], None) for value in raw.values())
    assert set(raw.get("shape", {})) <= SHAPE
    assert all(type(value) is int and value > 0 for value in raw.get("shape", {}).values())


def test_ids_and_files_are_unique() -> None:
    assert len({model.id for model in MODELS}) == len(MODELS)
    assert len({(model.repo, model.file) for model in MODELS}) == len(MODELS)
    assert len({model.file.casefold() for model in MODELS}) == len(MODELS)


@each_model
def test_addresses_and_fingerprints_have_their_form(model: CatalogModel) -> None:
    assert re.fullmatch(r"[a-z0-9][a-z0-9.\-]*", model.id)
    assert re.fullmatch(r"[\w.\-]+/[\w.\-]+", model.repo)
    assert re.fullmatch(r"[\w.\-]+\.gguf", model.file)
    assert re.fullmatch(r"([0-9a-f]{64})?", model.sha256)
    assert re.fullmatch(r"([0-9a-f]{40})?", model.revision)
    # A pinned upload has one size: what is pinned is known exactly or its size is marked.
    assert not (model.revision and model.is_size_exact) or model.sha256


@each_model
def test_numbers_are_possible(model: CatalogModel) -> None:
    assert 10_000_000 < model.size_bytes < 60_000_000_000
    assert 20_000_000 < model.active_parameters <= model.parameters < 100_000_000_000
    # Between 3.5 and 9.5 bits a weight: another figure is a slip in size or parameters.
    assert 3.5 < model.size_bytes * 8 / model.parameters < 9.5
    assert model.context_tokens == 0 or 512 <= model.context_tokens <= 2_000_000
    assert model.format in set(QUANTIZATIONS.values()) | {"MXFP4"}


@each_model
def test_an_entry_says_how_the_model_was_made_small(model: CatalogModel) -> None:
    assert Method.QUANTIZED in model.made
    assert (Method.EXPERTS in model.made) is ("mixture of" in model.made_how.lower())
    assert len(set(model.made)) == len(model.made)
    assert model.made_how.endswith(".")
    assert not model.good_for.endswith(".")


@each_model
def test_the_engine_of_this_build_runs_it(model: CatalogModel) -> None:
    assert model.is_runnable


def test_languages_are_codes_or_many() -> None:
    for model in MODELS:
        assert model.languages == ("many",) or all(len(code) == 2 for code in model.languages)


def test_licenses_say_their_conditions_and_where_their_text_is() -> None:
    licenses = {model.license.id: model.license for model in MODELS}
    assert {id_ for id_, license_ in licenses.items() if license_.is_free} == {"apache-2.0", "mit"}
    for license_ in licenses.values():
        assert license_.url.startswith("https://")
        assert license_.conditions.endswith(".")
        assert license_.conditions.count(".") <= 2  # a sentence


def test_what_is_superseded_is_so_by_a_model_of_the_catalog() -> None:
    ids = {model.id for model in MODELS}
    assert {model.superseded_by for model in MODELS if model.superseded_by} <= ids


def test_the_practice_model_is_not_in_it() -> None:
    for model in MODELS:
        assert PRACTICE_FILE.split(".")[0].lower() not in model.file.lower()
        assert model.sha256 != PRACTICE_SHA256


def test_no_claim_of_quality_is_made() -> None:
    claims = re.compile(r"\b(best|excellent|great|smart|accurate|state of the art|quality)\b")
    for model in MODELS:
        assert not claims.search(f"{model.good_for} {model.made_how}".lower())


def test_a_model_is_found_by_id_and_by_file() -> None:
    found = catalog.load()
    assert found.find("QWEN3.5-4B") is found.find("Qwen3.5-4B-Q4_K_M.gguf")
    assert found.find("no such model") is None


@pytest.mark.parametrize(
    "change",
    ['kind = "chat"', 'thinking = "never"', 'license = "apache-2.0"', 'family = "SmolLM2"'],
)
def test_an_entry_that_is_wrong_is_refused(change: str) -> None:
    name = change.partition(" =")[0]
    broken = TEXT.replace(change, f'{name} = "nonsense"' if name != "family" else "", 1)
    with pytest.raises((KeyError, TypeError, ValueError)):
        catalog.parse(broken)
