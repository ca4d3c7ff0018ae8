"""Drives a built package by its terminal alone, on any system: every child, a chat, a summary.

    python3 packaging/smoke_terminal.py PROGRAM

Standard library only. The practice model has to be where `dev.py` leaves it, or in the package.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from pathlib import Path

_DOCUMENT = """\
The lease begins on 1 March 2025 and runs for three years. The rent is 950 euros a month, due on
the third working day. The tenant may end the lease with three months' notice.
"""


def main(program: str) -> None:
    """Runs the steps; an assertion says which failed."""
    with tempfile.TemporaryDirectory() as folder:
        document = Path(folder) / "lease.txt"
        document.write_text(_DOCUMENT, encoding="utf-8")
        data = str(Path(folder) / "data")

        def ask(*words: str) -> str:
            print(f"$ {Path(program).name} {' '.join(words[:1])}", flush=True)
            done = subprocess.run(
                [program, *words, "--data-dir", data],
                capture_output=True,
                encoding="utf-8",
                timeout=300,
                check=False,
                env={**os.environ, "PYTHONUTF8": "1"},
            )
            assert done.returncode == 0, f"{words}: {done.returncode}, {done.stderr[-800:]}"
            return done.stdout

        report = json.loads(ask("doctor", "--json"))
        assert report["devices"], f"the engine found no device: {report['engine']}"
        silent = [name for name, child in report["confinement"].items() if not child]
        assert not silent, f"these children do not start: {silent}"
        answer = json.loads(ask("chat", "What is the capital of France?", "--seed", "1", "--json"))
        assert len(str(answer["text"])) > 5, "the chat has no answer"
        summary = json.loads(ask("summarize", str(document), "--json"))[0]["summary"]
        assert any(item.get("evidence") for item in summary), "no sentence names its place"
    print("All of it works.")


if __name__ == "__main__":
    main(sys.argv[1])
