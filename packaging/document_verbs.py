"""Writes the page of the manual that lists every verb and option, from the parser.

.venv/bin/python packaging/document_verbs.py
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PAGE = ROOT / "docs" / "terminal.md"
REFERENCE = ROOT / "docs" / "reference.md"
sys.path[:0] = [str(ROOT), str(ROOT / "packaging")]

from linux.completions import Option, Verb, read, walk  # noqa: E402

_HEAD = """\
# In the terminal

The verbs do what the window does, and keep it in the same encrypted data. Text goes to standard
output, progress and errors to standard error. The exit status is 0, 1 after an error, 2 after wrong
usage, 130 after Ctrl+C; `compare` ends with 1 where the versions differ, and `verify` where
something was changed. `desktop-slm VERB --help` says the same as this page.

Every verb takes these:
"""
_KEY_TABLE = ("| Key | What it does |", "|---|---|")
_TABLE = ("", "| Option | What it does |", "|---|---|")


def page(program: Verb) -> str:
    """Returns the page."""
    shared = {name for option in program.options for name in option.names}
    lines = [_HEAD, *_TABLE[1:], *map(_row, program.options)]
    for verb in walk(program):
        if not verb.path or verb.verbs:
            continue
        lines += ["", f"## {' '.join(verb.path)}", "", f"{verb.help[:1].upper()}{verb.help[1:]}."]
        own = [option for option in verb.options if not shared.intersection(option.names)]
        if own:
            lines += [*_TABLE, *map(_row, own)]
    return "\n".join(lines) + "\n"


def _row(option: Option) -> str:
    value = " …" if option.takes_value else ""
    if option.choices:
        value = ": " + ", ".join(f"`{choice}`" for choice in option.choices)
    help_ = option.help.replace("|", "\\|")
    return f"| `{', '.join(option.names)}`{value} | {help_} |"


def current() -> str:
    """Returns the page as it has to be now."""
    from desktop_slm.cli import parser

    return page(read(parser.make_parser()))


def keys() -> str:
    """Returns the part of the reference that lists the keys."""
    from desktop_slm.ui.finding import actions

    parts = ["## Keys\n\nF1 lists them in the window."]
    for group, found in actions.groups("enter"):
        rows = [
            f"| {', '.join(f'`{key}`' for key in action.keys)} | {action.words} |"
            for action in found
            if action.keys
        ]
        parts.append("\n".join([f"### {actions.title(group)}", "", *_KEY_TABLE, *rows]))
    return "\n\n".join(parts) + "\n"


if __name__ == "__main__":
    PAGE.write_text(current(), encoding="utf-8")
    before = REFERENCE.read_text(encoding="utf-8").partition("## Keys\n")[0]
    REFERENCE.write_text(before + keys(), encoding="utf-8")
