"""`desktop-slm compare`: what was added, removed, changed and moved between two versions.

The exit status is 0 where the text is the same, 1 where it differs, 2 after an error. What `--json`
prints, and a file that ends in .json holds, is described in `assistants/comparison/wire.py`.
"""

from __future__ import annotations

import json
from functools import partial
from pathlib import Path

from desktop_slm import files, policy
from desktop_slm.assistants.comparison import wire
from desktop_slm.assistants.comparison.comparing import Step, compare
from desktop_slm.assistants.comparison.comparison import Comparison
from desktop_slm.assistants.comparison.report import report
from desktop_slm.assistants.comparison.written import ReportFormat, written
from desktop_slm.cli import output, recognizing
from desktop_slm.cli.parser import Arguments
from desktop_slm.documents.reading import read
from desktop_slm.errors import OutputUnknown, OutputUnwritable
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher

_JSON = "json"
_ENDINGS = (*(each.value for each in ReportFormat), _JSON)


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    target = Path(arguments.output) if arguments.output else None
    if target is not None:
        _ending(target)  # before anything is read
    comparison = _compared(arguments)
    if target is not None:
        _write(target, comparison)
    elif arguments.json:
        output.result(wire.to_dict(comparison))
    else:
        print(written(report(comparison), ReportFormat.TEXT), end="")
    return 0 if comparison.is_equal else 1


def _compared(arguments: Arguments) -> Comparison:
    progress = output.Progress()

    def show(step: Step) -> None:
        pages = f" of {step.pages}" if step.pages else ""
        reading = f"Reading {step.name}, page {step.read}{pages}"
        progress.show(reading if step.name else "Comparing")

    languages = recognizing.languages(arguments.ocr_language)
    try:
        return compare(
            Path(arguments.before),
            Path(arguments.after),
            ocr=arguments.ocr,
            on_step=show,
            read=partial(read, ocr_language=languages),
        ).comparison
    finally:
        progress.clear()


def _ending(path: Path) -> str:
    ending = path.suffix.lower().removeprefix(".")
    if ending not in _ENDINGS:
        raise OutputUnknown(path=path.name, endings=", ".join(f".{each}" for each in _ENDINGS))
    return ending


def _write(path: Path, comparison: Comparison) -> None:
    policy.require_export()
    ending = _ending(path)
    if ending == _JSON:
        text = json.dumps(wire.to_dict(comparison), ensure_ascii=False, indent=1) + "\n"
    else:
        text = written(report(comparison), ReportFormat(ending))
    try:
        files.replace_content(path, text.encode("utf-8", "replace"))
    except OSError as error:
        why = error.strerror or "an error"
        raise OutputUnwritable(path=str(path), why=why) from None
