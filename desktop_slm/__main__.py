"""The program: the window by default, verbs for the terminal, `--worker NAME` for a child."""

from __future__ import annotations

import importlib
import sys

# Loaded by name, so that a child imports its own side and nothing of the window's.
WORKERS = {
    "analysis": "desktop_slm.assistants.analysis_child",
    "convert": "desktop_slm.engine.quantize",
    "engine": "desktop_slm.engine.serve",
    "fetch": "desktop_slm.models.fetch",
    "inspect": "desktop_slm.models.inspection_child",
    "reader": "desktop_slm.documents.readers.serve",
    "recognizer": "desktop_slm.documents.readers.serve_recognizer",
    "template": "desktop_slm.engine.template",
    "typesetting": "desktop_slm.typesetting.child",
}


def main() -> int:
    """Runs what the arguments ask for and returns the exit status."""
    arguments = sys.argv[1:]
    if arguments[:1] == ["--worker"]:
        run_worker(arguments[1:])
        return 0
    from desktop_slm import cli

    return cli.main(arguments)


def run_worker(arguments: list[str]) -> None:
    """Becomes the named child; its module confines the process before anything else."""
    module = WORKERS.get(arguments[0]) if len(arguments) == 1 else None
    if module is None:
        sys.exit(2)
    importlib.import_module(module).run()


if __name__ == "__main__":
    sys.exit(main())
