"""Brings the translations up to date with the code, and compiles them.

    python -m translating            updates the .ts files and compiles the .qm files
    python -m translating --missing  only lists what is not translated

Called by `python3 dev.py translations`; translate in the `.ts` with Qt Linguist (pyside6-linguist)
or an editor, then run it again. docs/translating.md has the words to use.
"""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

from translating import ts_file
from translating.sources import Defect, Source, read

ROOT = Path(__file__).resolve().parents[1]
FOLDER = ROOT / "desktop_slm" / "resources" / "translations"
LANGUAGES = {"de": "de_DE"}


def main(arguments: list[str]) -> int:
    """Updates, compiles and says what is missing; 1 where something is."""
    places, defects = read(ROOT)
    is_looking = "--missing" in arguments
    missing = [each for code in LANGUAGES for each in update(code, places, is_looking=is_looking)]
    for line in (*map(_told, defects), *missing):
        print(line)
    return 1 if defects or missing else 0


def update(code: str, places: dict[Source, list[str]], *, is_looking: bool = False) -> list[str]:
    """Brings one language up to date and returns what it lacks, a line each."""
    path = FOLDER / f"{code}.ts"
    translations = ts_file.merge(places, ts_file.load(path))
    if not is_looking:
        ts_file.write(path, LANGUAGES[code], translations, places)
        compile_file(path, FOLDER / f"{code}.qm")
    return [
        f"{code}: {source.context}: {source.text}"
        for source, each in translations.items()
        if not each.is_finished
    ]


def compile_file(source: Path, target: Path) -> None:
    """Has Qt's lrelease compile a file; what is not finished is left out, so English shows."""
    lrelease = Path(sys.executable).with_name("pyside6-lrelease")
    command = [str(lrelease), "-silent", "-nounfinished", str(source), "-qm", str(target)]
    subprocess.run(command, check=True)


def _told(defect: Defect) -> str:
    return f"{defect.place}: the words are not in the call, so nobody can translate them: " + (
        defect.words
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
