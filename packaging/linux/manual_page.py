"""The manual page, `man desktop-slm`, written from the parser of the terminal's verbs."""

from __future__ import annotations

import sys

from linux.completions import PROGRAM, ROOT, Option, Verb, read, walk

_SUMMARY = "private assistant that runs on this computer"
_DESCRIPTION = """\
Without a verb it opens its window, and summarizes the files that are named. With one it works in
the terminal. It chats and summarizes documents with small language models, offline; what it stores
is encrypted."""


def page(version: str, day: str) -> str:
    """Returns the page in the language of troff."""
    sys.path.insert(0, str(ROOT))
    from desktop_slm.cli import parser

    program = read(parser.make_parser())
    lines = [
        f'.TH {PROGRAM.upper()} 1 "{day}" "Desktop SLM {version}" "User commands"',
        *(".SH NAME", rf"{_safe(PROGRAM)} \- {_SUMMARY}"),
        *(".SH SYNOPSIS", rf"\fB{_safe(PROGRAM)}\fR [\fIfile\fR ...]", ".br"),
        rf"\fB{_safe(PROGRAM)}\fR \fIverb\fR [\fIoption\fR ...]",
        *(".SH DESCRIPTION", _safe(_DESCRIPTION)),
    ]
    for verb in walk(program):
        lines += [f".SH {'OPTIONS' if not verb.path else _safe(' '.join(verb.path).upper())}"]
        lines += _verb(verb)
    return "\n".join(lines) + "\n"


def _verb(verb: Verb) -> list[str]:
    lines = [_safe(verb.help)] if verb.help else []
    for option in verb.options:
        lines += [".TP", _names(option), _safe(option.help or "see above")]
    return lines


def _names(option: Option) -> str:
    value = ""
    if option.choices:
        value = f" {'|'.join(option.choices)}"
    elif option.takes_value:
        value = r" \fIfile\fR" if option.takes_file else r" \fIvalue\fR"
    return ", ".join(rf"\fB{_safe(name)}\fR" for name in option.names) + value


def _safe(text: str) -> str:
    r"""Returns a text in which nothing is a command: `\`, `-`, and a `.` that begins a line."""
    text = text.replace("\\", r"\e").replace("-", r"\-")
    return "\n".join(rf"\&{line}" if line[:1] in (".", "'") else line for line in text.split("\n"))
