"""Models tried on a document, with the real practice model against a copy of itself."""

from __future__ import annotations

import os
from pathlib import Path

from tests.process.cli_runs import Terminal

LEASE = """# Lease

The tenant is Ms. Lindqvist. The flat lies in Lindenstrasse 14. The rent is 900 euro a month. It
is due on the first working day of each month. A deposit of 1,800 euro is paid before the keys are
handed over. Small animals may be kept. Dogs must not be kept without the consent of the landlord.
"""
COPY = "practice-copy"


def test_the_practice_model_and_its_copy_are_tried_kept_and_told_of(
    starter: Path, tmp_path: Path
) -> None:
    terminal, key = Terminal(tmp_path / "data"), tmp_path / "key"
    document = tmp_path / "lease.md"
    document.write_text(LEASE, encoding="utf-8")
    models = tmp_path / "data" / "models"
    models.mkdir(parents=True)
    os.link(starter, models / f"{COPY}.gguf")
    both = f"practice,{COPY}"

    ran = terminal.run(*("models", "try", document, "--models", both, "--json", "--key-file", key))
    assert ran.status == 0, ran.errors
    assert "The whole page" in ran.errors
    trial = ran.json
    assert trial["document"] == "lease.md"
    assert [model["id"] for model in trial["models"]] == ["practice", COPY]
    for model in trial["models"]:
        sentences = model["sentences"]
        assert sentences["all"] == len(model["summary"]) > 0
        assert sentences["full"] + sentences["partial"] + sentences["none"] == sentences["all"]
        assert model["peak_memory_bytes"] > starter.stat().st_size
        assert model["read_tokens_per_s"] > 0
        assert model["write_tokens_per_s"] > 0
        assert model["seconds"] > 0
    first, second = ([each["text"] for each in model["summary"]] for model in trial["models"])
    assert first == second

    (kept,) = terminal.run("models", "trials", "--json", "--key-file", key).json
    assert kept["models"] == trial["models"]
    info = terminal.run("models", "info", COPY, "--json", "--key-file", key).json
    assert info["tried"]["sentences"] == trial["models"][1]["sentences"]

    gone = terminal.run("models", "trials", "--delete", "1", "--json", "--key-file", key)
    assert gone.json == []
    assert terminal.run("models", "trials", "--delete", "1", "--key-file", key).status == 1
