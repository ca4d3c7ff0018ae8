"""`desktop-slm verify`: an exported summary against its documents, without a model.

The exit status is 0 where everything fits, 1 where something was changed or does not fit.
"""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Any

from desktop_slm.assistants.verification.verifying import MEANING, Verdict, verify
from desktop_slm.cli import output, recognizing
from desktop_slm.cli.parser import Arguments
from desktop_slm.documents.reading import read
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    progress = output.Progress()
    progress.show("Reading the export and the document")
    try:
        verdict = verify(
            Path(arguments.export),
            [Path(file) for file in arguments.files],
            read=partial(read, ocr_language=recognizing.languages("")),
        )
    finally:
        progress.clear()
    if arguments.json:
        output.result(_described(verdict))
    else:
        _print(verdict)
    return 0 if verdict.is_unchanged else 1


def _print(verdict: Verdict) -> None:
    name, documents = verdict.name, ", ".join(f"“{each}”" for each in verdict.documents)
    if verdict.is_unchanged:
        print(
            output.one_line(
                f"“{name}” is as it was exported and fits {documents}: "
                f"{_count(verdict.sentences, 'sentence')}, "
                f"{_count(verdict.footnotes, 'quote')} found at the place, "
                f"{_count(verdict.pages, 'page')} accounted for."
            )
        )
    else:
        print(output.one_line(f"“{name}” is not as it was exported, or does not fit {documents}:"))
    for finding in verdict.findings:
        print(output.one_line(f"- {finding.sentence}"))
    print(MEANING)


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" if number == 1 else f"{number:,} {noun}s"


def _described(verdict: Verdict) -> dict[str, Any]:
    return {
        "export": verdict.name,
        "documents": list(verdict.documents),
        "unchanged": verdict.is_unchanged,
        "findings": [
            {
                "kind": finding.kind.value,
                "fault": finding.is_fault,
                "sentence": finding.sentence,
                **dict(finding.fields),
            }
            for finding in verdict.findings
        ],
        "sentences": verdict.sentences,
        "quotes": verdict.footnotes,
        "pages": verdict.pages,
        "meaning": MEANING,
    }
