"""Looks up the known weaknesses of every distribution that constraints.txt names.

    python3 dev.py audit

pip-audit is installed into an environment of its own when this is asked for; it asks PyPI. Ends
with 0 where all were looked up and none is known, 1 where some are known, and 2 where the question
could not be asked for all of them: what was not looked up never counts as sound.
"""

from __future__ import annotations

import json
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PINNED = ROOT / "constraints.txt"
_VENV = ROOT / "build" / "audit"
_BIN = _VENV / ("Scripts" if sys.platform == "win32" else "bin")
_TOOL = "pip-audit>=2.10,<3"
_UNREACHABLE = (
    "Nothing is known: pip-audit could not reach its data (PyPI), so not one of the {count} "
    "distributions was looked up. Try again where there is a network."
)


@dataclass(frozen=True, slots=True)
class Findings:
    """What was looked up: weaknesses as lines, and the distributions that could not be asked for.

    `is_reached` is False where the tool gave no answer at all.
    """

    weaknesses: tuple[str, ...] = ()
    not_looked_up: tuple[str, ...] = ()
    looked_up: int = 0
    is_reached: bool = True


def main() -> int:
    """Runs the tool and says what it found."""
    if not _installed():
        print("audit.py: pip could not install pip-audit; its message stands above.")
        return 2
    with tempfile.TemporaryDirectory() as folder:
        answer = Path(folder) / "answer.json"
        words = [_BIN / "pip-audit", "--requirement", PINNED, "--no-deps", "--disable-pip"]
        words += ["--progress-spinner", "off", "--format", "json", "--output", answer]
        subprocess.run(list(map(str, words)), capture_output=True, check=False)
        text = answer.read_text(encoding="utf-8") if answer.exists() else ""
    names = pinned(PINNED.read_text(encoding="utf-8"))
    found = read(text, names)
    print("\n".join(sentences(found, len(names))))
    return status(found)


def pinned(text: str) -> tuple[str, ...]:
    """Returns the distributions of a file of constraints."""
    lines = (line.partition("#")[0].strip() for line in text.splitlines())
    return tuple(_plain(line.partition("==")[0]) for line in lines if "==" in line)


def read(answer: str, names: tuple[str, ...]) -> Findings:
    """Returns what the tool's JSON says of these distributions; no JSON says nothing."""
    try:
        entries = json.loads(answer)["dependencies"]
        looked_up = {
            _plain(entry["name"]): entry["vulns"] for entry in entries if "skip_reason" not in entry
        }
        weaknesses = [
            f"{entry['name']} {entry['version']}: {each['id']}{_mended(each['fix_versions'])}"
            for entry in entries
            for each in entry.get("vulns", ())
        ]
    except (ValueError, KeyError, TypeError):
        return Findings(not_looked_up=names, is_reached=False)
    missing = tuple(name for name in names if name not in looked_up)
    return Findings(tuple(weaknesses), missing, len(names) - len(missing), bool(looked_up))


def sentences(found: Findings, count: int) -> list[str]:
    """Returns what is said of the findings."""
    if not found.is_reached:
        return [_UNREACHABLE.format(count=count)]
    said = list(found.weaknesses)
    if found.not_looked_up:
        said.append(f"Not looked up, so nothing is known of: {', '.join(found.not_looked_up)}.")
    known = len(found.weaknesses)
    said.append(f"{found.looked_up} of {count} distributions were looked up: {known} weaknesses.")
    return said


def status(found: Findings) -> int:
    """Returns the exit status."""
    if found.weaknesses:
        return 1
    return 0 if found.is_reached and not found.not_looked_up else 2


def _mended(versions: list[str]) -> str:
    return f", mended in {', '.join(versions)}" if versions else ""


def _plain(name: str) -> str:
    return name.strip().lower().replace("_", "-").replace(".", "-")


def _installed() -> bool:
    """Installs the tool where it is not there yet."""
    if any(_BIN.glob("pip-audit*")):
        return True
    subprocess.run([sys.executable, "-m", "venv", str(_VENV)], check=True)
    pip = [str(_BIN / "python"), "-m", "pip", "install", "--quiet", "--disable-pip-version-check"]
    return subprocess.run([*pip, _TOOL], check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main())
