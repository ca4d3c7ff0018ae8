"""Runs tests that exist with other counts, and reads the figures that they leave."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from xml.etree import ElementTree

from tests.counts import PREFIX
from tests.prove.part import Broken, Figures, Slice, Unable

ROOT = Path(__file__).resolve().parents[2]
_ENOUGH_S = 3_300


def existing(*where: str, count: str = "", chosen: str = "") -> Callable[[Slice], Figures]:
    """Returns what runs the tests at `where`, with the slice's count under the name `count`."""

    def run(given: Slice) -> Figures:
        return _run(where, count, chosen, given)

    return run


def _run(where: tuple[str, ...], count: str, chosen: str, given: Slice) -> Figures:
    missing = [name for name in where if not (ROOT / name.partition("::")[0]).exists()]
    if missing:
        raise Unable(f"not in this version: {', '.join(missing)}")
    variables = {**os.environ, "QT_QPA_PLATFORM": "offscreen", PREFIX + "SEED": str(given.seed)}
    if count:
        variables[PREFIX + count.upper()] = str(given.count)
    with tempfile.TemporaryDirectory() as folder:
        report = Path(folder) / "report.xml"
        command = [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", *where]
        command += ["-k", chosen] if chosen else []
        command += [
            f"--junitxml={report}",
            "-o",
            "junit_family=xunit1",
            f"--basetemp={folder}/tests",
        ]
        done = subprocess.run(
            command,
            cwd=ROOT,
            env=variables,
            capture_output=True,
            text=True,
            timeout=_ENOUGH_S,
            check=False,
        )
        if not report.exists():
            raise Broken(f"the tests did not run: {done.stdout[-400:]}")
        figures = _figures(ElementTree.parse(report).getroot())
    if done.returncode:
        failed = re.findall(r"^(?:FAILED|ERROR) (\S+)", done.stdout, re.MULTILINE)
        raise Broken(f"{len(failed)} failed: {', '.join(failed[:6])}")
    if not figures.get("tests"):
        raise Unable("every test was skipped here")
    return figures


def _figures(root: ElementTree.Element) -> Figures:
    """Adds up what the tests recorded, and how many of them there were."""
    figures: dict[str, float | str] = {"tests": 0}
    for case in root.iter("testcase"):
        name = "skipped" if case.find("skipped") is not None else "tests"
        figures[name] = float(figures.get(name, 0)) + 1
        for noted in case.iter("property"):
            key, value = noted.get("name", ""), float(noted.get("value", "0"))
            figures[key] = float(figures.get(key, 0)) + value
    return figures
