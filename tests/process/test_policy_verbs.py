"""The terminal keeps to the organisation's policy: as root it is put where the tests point to."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.process.cli_runs import Ran, Terminal

pytestmark = pytest.mark.skipif(os.name != "posix", reason="rights as on POSIX")

# What an ordinary user cannot do: the running program is given another place from inside.
_PROGRAM = """
import sys
from pathlib import Path
from desktop_slm import policy
place, owner = Path(sys.argv.pop(1)), int(sys.argv.pop(1))
policy.place, policy._ADMINISTRATOR = (lambda: place), owner
from desktop_slm.__main__ import main
sys.exit(main())
"""


def _run(folder: Path, text: str, *words: str | Path) -> Ran:
    place = folder / "policy.toml"
    place.write_text(text, encoding="utf-8")
    place.chmod(0o644)
    program = folder / "program.py"
    program.write_text(_PROGRAM, encoding="utf-8")
    line = [sys.executable, str(program), str(place), str(os.getuid()), *map(str, words)]
    terminal = Terminal(folder / "data")
    root = str(Path(__file__).resolve().parents[2])
    environment = {**terminal.environment(), "PYTHONPATH": root}
    done = subprocess.run(
        line, capture_output=True, text=True, env=environment, timeout=120, check=False
    )
    return Ran(done.returncode, done.stdout, done.stderr)


def test_a_broken_policy_ends_every_verb_with_one_sentence(tmp_path: Path) -> None:
    ran = _run(tmp_path, "ofline = true", "models", "list")
    assert ran.status == 1
    assert ran.output == ""
    assert ran.errors.count("\n") == 1
    assert "“ofline” is not a setting of a policy" in ran.errors


def test_offline_nothing_is_searched_for(tmp_path: Path) -> None:
    ran = _run(tmp_path, "offline = true", "models", "search", "qwen")
    assert ran.status == 1
    assert "Your organisation keeps Desktop SLM offline" in ran.errors


def test_a_summary_is_not_written_into_a_file(tmp_path: Path) -> None:
    text = tmp_path / "notes.txt"
    text.write_text("The rent is 1,480 euros a month. It is due on the third working day.")
    target = tmp_path / "out.md"
    ran = _run(tmp_path, "exports = false", "summarize", text, "--output", target)
    assert ran.status == 1
    assert "does not allow exports" in ran.errors
    assert not target.exists()


def test_a_model_that_is_not_allowed_does_not_answer(tmp_path: Path) -> None:
    model = tmp_path / "own.gguf"
    model.write_bytes(b"GGUF" + bytes(64))
    ran = _run(tmp_path, "allowed_models = []", "chat", "hello", "--model", model)
    assert ran.status == 1
    assert "does not allow the model “own.gguf”" in ran.errors


def test_the_doctor_names_what_is_set(tmp_path: Path) -> None:
    ran = _run(tmp_path, "keep_days = 30\nlock_after_min = 5", "doctor", "--json")
    assert json.loads(ran.output)["policy"].endswith("policy.toml: lock_after_min, keep_days")
