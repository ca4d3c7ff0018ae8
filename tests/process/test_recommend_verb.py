"""`desktop-slm models recommend`, and `info` for the catalog and for files, as a script calls."""

from __future__ import annotations

from pathlib import Path

import pytest

from desktop_slm.models import catalog
from tests.process.cli_runs import Terminal

_KEYS = "role id file_bytes memory_bytes fits tokens_per_s_estimate reason".split()


@pytest.fixture(scope="module")
def terminal(tmp_path_factory: pytest.TempPathFactory) -> Terminal:
    return Terminal(tmp_path_factory.mktemp("computer") / "data")


def test_recommend_prints_the_machine_and_the_choices(terminal: Terminal) -> None:
    told = terminal.run("models", "recommend", "--json")
    assert (told.status, told.errors) == (0, "")
    assert list(told.json) == ["machine", "choices"]
    machine, choices = told.json["machine"], told.json["choices"]
    assert 0 < machine["free_bytes"] <= machine["memory_bytes"]
    assert set(machine["rates"]["CPU"]) == {"Q4_0", "Q4_1", "Q4_K", "Q8_0"}
    assert [choice["role"] for choice in choices] == ["quick", "suggested", "largest"]
    for choice in choices:
        assert list(choice) == _KEYS
        model = catalog.load().find(choice["id"])
        assert model is not None
        assert choice["file_bytes"] == model.size_bytes
        assert choice["fits"] in ("fits", "close other programs first")
        assert choice["memory_bytes"] > 0.9 * choice["file_bytes"]
        assert choice["tokens_per_s_estimate"] > 0
        assert choice["reason"].endswith(".")


def test_the_filter_and_the_room_are_obeyed(terminal: Terminal) -> None:
    def choices(*words: str) -> list[dict[str, object]]:
        found: list[dict[str, object]] = terminal.run("models", "recommend", "--json", *words).json[
            "choices"
        ]
        return found

    for choice in choices("--free-licenses-only"):
        model = catalog.load().find(str(choice["id"]))
        assert model is not None
        assert model.license.name in ("Apache 2.0", "MIT")
    for choice in choices("--context", "60000"):
        model = catalog.load().find(str(choice["id"]))
        assert model is not None
        assert model.context_tokens == 0 or model.context_tokens >= 60_000


def test_recommend_says_speed_in_work(terminal: Terminal) -> None:
    told = terminal.run("models", "recommend").output
    assert told.count("a page of answer in about") == 3
    for name in ("Quick: ", "Suggested: ", "Largest that fits: "):
        assert name in told


def test_info_of_the_catalog_says_what_is_known_and_what_is_not(terminal: Terminal) -> None:
    told = terminal.run("models", "info", "llama-3.2-3b", "--json").json
    assert told["license"] == "Llama 3.2 license"
    assert {"pruned", "distilled"} <= set(told["made"])
    assert told["here"]["memory_bytes"] > 2e9
    shown = terminal.run("models", "info", "smollm2-360m").output
    assert "sha256: not known" in shown
    assert "license url: https://www.apache.org" in shown


def test_info_of_a_file_says_whether_it_fits(terminal: Terminal, tiny_llama: Path) -> None:
    told = terminal.run("models", "info", tiny_llama, "--json").json["here"]
    assert told["fits"] == "fits"
    assert 4e5 < told["memory_bytes"] < 1e9
    assert told["is_measured"] is False
    said = terminal.run("models", "info", tiny_llama).output
    assert "here: Fits: takes " in said and "a page of answer in about " in said


def test_words_that_make_no_sense_are_refused(terminal: Terminal) -> None:
    assert terminal.run("models", "recommend", "--context", "0").status == 2
    assert terminal.run("models", "info", "no-such-model").status == 1
