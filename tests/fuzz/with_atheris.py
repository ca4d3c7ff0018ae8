"""Fuzzes one target with atheris: `python -m tests.fuzz.with_atheris FOLDER TARGET CORPUS …`.

FOLDER is where atheris was installed; the rest goes to libFuzzer. The process ends by itself.
"""

from __future__ import annotations

import importlib
import sys


def main() -> None:
    """Instruments what is imported from here on, and begins."""
    folder, name, *options = sys.argv[1:]
    sys.path.insert(0, folder)
    atheris = importlib.import_module("atheris")
    with atheris.instrument_imports(include=["desktop_slm"]):
        targets = importlib.import_module("tests.fuzz.targets")
    target = targets.TARGETS[name]
    atheris.Setup([sys.argv[0], *options], target.try_one)
    atheris.Fuzz()


if __name__ == "__main__":
    main()
