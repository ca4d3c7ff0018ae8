"""`python -m tests.fuzz --minutes N [--target gguf]`: fuzzes every target for its share of it.

Uses atheris where it can be installed for this interpreter (into `build/fuzz`, never into the
environment), else the fuzzer in `mutation`. What is found lies in `build/fuzz/found` and makes the
exit status 1.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import subprocess
import sys
from dataclasses import asdict, dataclass
from pathlib import Path

from tests.fuzz import mutation
from tests.fuzz.targets import TARGETS

ROOT = Path(__file__).resolve().parents[2]
PLACE = ROOT / "build" / "fuzz"
_ATHERIS = "atheris>=2.3"
_SLOW_S, _MOST_MB = 10, 2048


@dataclass(frozen=True)
class Outcome:
    """How the fuzzing of one target ended."""

    target: str
    fuzzer: str
    runs: int
    findings: int
    words: str = ""


def main() -> int:
    """Fuzzes and prints what came of it."""
    parser = argparse.ArgumentParser(prog="dev.py fuzz", description=__doc__)
    parser.add_argument("--minutes", type=float, default=4.0)
    parser.add_argument("--target", choices=sorted(TARGETS), action="append")
    parser.add_argument("--own", action="store_true", help="without atheris")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    names = options.target or sorted(TARGETS)
    seconds = 60 * options.minutes / len(names)
    atheris = None if options.own else _atheris()
    outcomes = []
    for name in names:
        if atheris is None:
            outcome = _own(name, seconds, options.seed)
        else:
            outcome = _with_atheris(atheris, name, seconds, options.seed)
        outcomes.append(outcome)
        print(
            f"{name}: {outcome.runs:,} runs with {outcome.fuzzer}, {outcome.findings} findings "
            f"{outcome.words}",
            file=sys.stderr,
            flush=True,
        )
    if options.json:
        print(json.dumps([asdict(outcome) for outcome in outcomes]))
    return int(any(outcome.findings for outcome in outcomes))


def _atheris() -> Path | None:
    """Returns where atheris is, after installing it there; None where there is none for us."""
    place = PLACE / f"atheris-{sys.version_info.major}.{sys.version_info.minor}"
    if not place.exists():
        pip = [sys.executable, "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
        pip += ["--only-binary", ":all:", "--no-deps", "--target", str(place), _ATHERIS]
        if subprocess.run(pip, check=False, capture_output=True).returncode:
            return None
    look = [sys.executable, "-c", "import atheris"]
    works = subprocess.run(look, cwd=place, check=False, capture_output=True)
    return place if works.returncode == 0 else None


def _own(name: str, seconds: float, seed: int) -> Outcome:
    found = mutation.fuzz(TARGETS[name], seconds, seed)
    if found.failing is not None:
        _keep(name, found.failing)
    words = found.error[:200]
    return Outcome(name, "the own fuzzer", found.runs, int(found.failing is not None), words)


def _with_atheris(place: Path, name: str, seconds: float, seed: int) -> Outcome:
    corpus, found = PLACE / "corpus" / name, PLACE / "found"
    corpus.mkdir(parents=True, exist_ok=True)
    found.mkdir(parents=True, exist_ok=True)
    for data in TARGETS[name].seeds():
        (corpus / hashlib.sha256(data).hexdigest()[:16]).write_bytes(data)
    command = [sys.executable, "-m", "tests.fuzz.with_atheris", str(place), name, str(corpus)]
    command += [f"-max_total_time={max(1, int(seconds))}", f"-timeout={_SLOW_S}", f"-seed={seed}"]
    command += [f"-rss_limit_mb={_MOST_MB}", f"-artifact_prefix={found}/{name}-"]
    command += ["-max_len=65536", "-print_final_stats=1"]
    done = subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, errors="replace", check=False
    )
    runs = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stderr)
    if runs is None:
        runs = re.search(r"Done (\d+) runs", done.stderr)
    if runs is None and "Uncaught" not in done.stderr:
        return Outcome(name, "atheris", 0, 1, f"it did not run: {done.stderr[-300:]}")
    words = re.search(r"Uncaught Python exception[^\n]*\n(.{0,300})", done.stderr, re.DOTALL)
    return Outcome(
        name,
        "atheris",
        int(runs.group(1)) if runs else 0,
        int(done.returncode != 0),
        " ".join(words.group(1).split()) if words else "",
    )


def _keep(name: str, data: bytes) -> None:
    folder = PLACE / "found"
    folder.mkdir(parents=True, exist_ok=True)
    (folder / f"{name}-{hashlib.sha256(data).hexdigest()[:12]}").write_bytes(data)


if __name__ == "__main__":
    sys.exit(main())
