"""Completions for bash and zsh, written from the parser of the terminal's verbs.

    python3 packaging/linux/completions.py FOLDER

Writes `desktop-slm` for bash and `_desktop-slm` for zsh. Nothing is listed here by hand, so that
no option can be forgotten.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PROGRAM = "desktop-slm"
_FILES = ("FILE", "DIR", "EXPORT", "DOCUMENT", "A", "B")


@dataclass(frozen=True)
class Option:
    """One option: its words, what may follow it, and its line of help."""

    names: tuple[str, ...]
    choices: tuple[str, ...]
    takes_value: bool
    takes_file: bool
    help: str


@dataclass(frozen=True)
class Verb:
    """The words that lead to it ("models download"), its options and the verbs below it."""

    path: tuple[str, ...]
    help: str
    options: tuple[Option, ...]
    verbs: tuple[Verb, ...]
    takes_files: bool


def read(parser: argparse.ArgumentParser, path: tuple[str, ...] = (), help_: str = "") -> Verb:
    """Returns what a parser understands."""
    below: list[Verb] = []
    takes_files = False
    for action in parser._actions:
        if isinstance(action, argparse._SubParsersAction):
            helps = {choice.dest: choice.help or "" for choice in action._choices_actions}
            below += [
                read(child, (*path, name), helps.get(name, ""))
                for name, child in action.choices.items()
            ]
        elif not action.option_strings:
            takes_files = takes_files or _names_file(action.metavar)
    options = tuple(_option(action) for action in parser._actions if action.option_strings)
    return Verb(path, help_, options, tuple(below), takes_files or not path)


def _option(action: argparse.Action) -> Option:
    return Option(
        names=tuple(action.option_strings),
        choices=tuple(map(str, action.choices or ())),
        takes_value=action.nargs != 0,
        takes_file=_names_file(action.metavar),
        help=(action.help or "").replace("\n", " "),
    )


def _names_file(metavar: object) -> bool:
    return isinstance(metavar, str) and any(word in _FILES for word in metavar.split("|"))


def walk(verb: Verb) -> Iterator[Verb]:
    """Yields a verb and all below it."""
    yield verb
    for child in verb.verbs:
        yield from walk(child)


def to_bash(program: Verb) -> str:
    """Returns the script for bash."""
    lines = [
        f"# bash completion for {PROGRAM}; written from its parser, not by hand",
        "_desktop_slm() {",
        '    local word="${COMP_WORDS[COMP_CWORD]}" previous="${COMP_WORDS[COMP_CWORD-1]}"',
        '    local path="" part words="" files=""',
        '    for part in "${COMP_WORDS[@]:1:COMP_CWORD-1}"; do',
        '        case "$path $part" in',
        *(f'            " {" ".join(v.path)}") path=" {" ".join(v.path)}" ;;'
          for v in walk(program) if len(v.path) == 1),
        *(f'            " {" ".join(v.path)}") path=" {" ".join(v.path)}" ;;'
          for v in walk(program) if len(v.path) > 1),
        "        esac",
        "    done",
        '    case "$path $previous" in',
        *_bash_values(program),
        "    esac",
        '    case "$path" in',
        *(line for verb in walk(program) for line in _bash_verb(verb)),
        "    esac",
        '    COMPREPLY=($(compgen -W "$words" -- "$word"))',
        '    if [[ -n $files && $word != -* ]]; then',
        "        compopt -o filenames",
        '        local IFS=$\'\\n\'',
        '        COMPREPLY+=($(compgen -f -- "$word"))',
        "    fi",
        "}",
        f"complete -F _desktop_slm {PROGRAM}",
    ]  # fmt: skip
    return "\n".join(lines) + "\n"


def _bash_verb(verb: Verb) -> list[str]:
    path = "".join(f" {word}" for word in verb.path)
    words = [child.path[-1] for child in verb.verbs]
    words += [name for option in verb.options for name in option.names]
    lines = [f'        "{path}")', f'            words="{" ".join(words)}"']
    if verb.takes_files:
        lines.append("            files=1")
    return [*lines, "            ;;"]


def _bash_values(program: Verb) -> list[str]:
    lines = []
    for verb in walk(program):
        path = "".join(f" {word}" for word in verb.path)
        for option in verb.options:
            if not option.takes_value:
                continue
            pattern = "|".join(f'"{path} {name}"' for name in option.names)
            if option.choices:
                chosen = " ".join(option.choices)
                reply = f'COMPREPLY=($(compgen -W "{chosen}" -- "$word"))'
            elif option.takes_file:
                reply = "compopt -o filenames; local IFS=$'\\n'; "
                reply += 'COMPREPLY=($(compgen -f -- "$word"))'
            else:
                reply = "COMPREPLY=()"
            lines.append(f"        {pattern}) {reply}; return ;;")
    return lines


def to_zsh(program: Verb) -> str:
    """Returns the script for zsh."""
    lines = [f"#compdef {PROGRAM}", f"# written from the parser of {PROGRAM}, not by hand", ""]
    for verb in walk(program):
        lines += _zsh_function(verb)
    lines += ['_desktop_slm "$@"']
    return "\n".join(lines) + "\n"


def _zsh_function(verb: Verb) -> list[str]:
    lines = [f"{_zsh_name(verb.path)}() {{", "    local state line curcontext=$curcontext"]
    specs = [_zsh_option(option, name) for option in verb.options for name in option.names]
    if verb.verbs:
        specs += ["'1: :->verb'", "'*:: :->rest'"]
    elif verb.takes_files:
        specs.append("'*:file:_files'")
    lines.append("    _arguments -C \\")
    lines += [f"        {spec} \\" for spec in specs[:-1]] + [f"        {specs[-1]}"]
    if verb.verbs:
        names = " ".join(_quoted(f"{v.path[-1]}:{v.help}") for v in verb.verbs)
        lines += [
            "    case $state in",
            f"        verb) local -a verbs=({names}); _describe verb verbs",
            *(["            _files ;;"] if not verb.path else ["            ;;"]),
            "        rest)",
            "            case $words[1] in",
            *(f"                {v.path[-1]}) {_zsh_name(v.path)} ;;" for v in verb.verbs),
            *(["                *) _files ;;"] if not verb.path else []),
            "            esac ;;",
            "    esac",
        ]
    return [*lines, "}", ""]


def _zsh_option(option: Option, name: str) -> str:
    text = option.help.replace("[", "(").replace("]", ")").replace(":", "\\:").replace("%", "%%")
    spec = f"{name}[{text}]"
    if option.choices:
        spec += f":value:({' '.join(option.choices)})"
    elif option.takes_value:
        spec += ":file:_files" if option.takes_file else ":value: "
    return _quoted(spec)


def _zsh_name(path: tuple[str, ...]) -> str:
    return "_".join(["_desktop_slm", *path])


def _quoted(text: str) -> str:
    return "'" + text.replace("'", "'\\''") + "'"


def main(folder: Path) -> None:
    """Writes both scripts."""
    sys.path.insert(0, str(ROOT))
    from desktop_slm.cli import parser

    program = read(parser.make_parser())
    folder.mkdir(parents=True, exist_ok=True)
    (folder / PROGRAM).write_text(to_bash(program), encoding="utf-8")
    (folder / f"_{PROGRAM}").write_text(to_zsh(program), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
