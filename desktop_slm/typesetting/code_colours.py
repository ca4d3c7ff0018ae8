"""Colours code with Pygments; the child's side.

Lines that stream in are coloured a few at a time: what the lines before them left open is the
stack of Pygments' states, which goes out and comes back as words.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import TYPE_CHECKING, Any

from desktop_slm.typesetting.drawing import Code, Coloured, Ink, Run

if TYPE_CHECKING:
    from pygments.lexer import Lexer
    from pygments.token import _TokenType

_DEEPEST = 60
_INKS = (
    ("Comment", Ink.COMMENT),
    ("Literal.String.Doc", Ink.COMMENT),
    ("Literal.String", Ink.STRING),
    ("Literal", Ink.NUMBER),
    ("Keyword", Ink.KEYWORD),
    ("Operator.Word", Ink.KEYWORD),
    ("Name.Function", Ink.NAME),
    ("Name.Class", Ink.NAME),
    ("Name.Tag", Ink.KEYWORD),
    ("Name.Attribute", Ink.NAME),
    ("Name.Decorator", Ink.NUMBER),
    ("Name.Builtin.Pseudo", Ink.KEYWORD),
    ("Generic.Inserted", Ink.ADDED),
    ("Generic.Deleted", Ink.REMOVED),
    ("Generic.Heading", Ink.NAME),
    ("Generic.Subheading", Ink.NAME),
)


def colour(code: Code) -> Coloured:
    """Returns the runs of each line; none for a language that nobody knows."""
    lexer = _lexer(code.language)
    if lexer is None:
        return Coloured(((),) * len(code.lines))
    text = "".join(f"{line}\n" for line in code.lines)
    stack = [state for state in code.state if state in getattr(lexer, "_tokens", {})]
    tokens = _continued(lexer, text, stack) if _can_go_on(lexer) else _tokens(lexer, text)
    runs = _by_line(code.lines, tokens)
    return Coloured(runs, tuple(stack) if len(stack) <= _DEEPEST else ())


def _tokens(lexer: Lexer, text: str) -> Iterator[tuple[int, _TokenType, str]]:
    tokens: Iterator[tuple[int, _TokenType, str]] = lexer.get_tokens_unprocessed(text)
    return tokens


def _can_go_on(lexer: Lexer) -> bool:
    from pygments.lexer import RegexLexer

    return type(lexer).get_tokens_unprocessed is RegexLexer.get_tokens_unprocessed


def _continued(lexer: Any, text: str, stack: list[str]) -> Iterator[tuple[int, _TokenType, str]]:
    """Goes on from a stack of states and leaves there the one at the end.

    As `RegexLexer.get_tokens_unprocessed`, which does not tell its last state.
    """
    from pygments.token import Error, Whitespace, _TokenType

    stack[:] = stack or ["root"]
    at = 0
    while at < len(text):
        for matches, action, then in lexer._tokens[stack[-1]]:
            found = matches(text, at)
            if not found:
                continue
            if action is not None:
                if type(action) is _TokenType:
                    yield at, action, found.group()
                else:
                    yield from action(lexer, found)
            at = found.end()
            if then is not None:
                _change(stack, then)
            break
        else:
            if text[at] == "\n":
                stack[:] = ["root"]
                yield at, Whitespace, "\n"
            else:
                yield at, Error, text[at]
            at += 1


def _change(stack: list[str], then: Any) -> None:
    if isinstance(then, int):
        del stack[1 if abs(then) >= len(stack) else then :]
        return
    for state in then if isinstance(then, tuple) else (then,):
        if state == "#pop":
            del stack[max(len(stack) - 1, 1) :]
        else:
            stack.append(stack[-1] if state == "#push" else state)


def _by_line(
    lines: tuple[str, ...], tokens: Iterable[tuple[int, _TokenType, str]]
) -> tuple[tuple[Run, ...], ...]:
    starts, at = [], 0
    for line in lines:
        starts.append(at)
        at += len(line) + 1
    found: list[list[Run]] = [[] for _ in lines]
    number = 0
    for begin, kind, value in tokens:
        ink = _ink(str(kind)[6:])
        if ink is None or not value.strip():
            continue
        while number + 1 < len(lines) and starts[number + 1] <= begin:
            number += 1
        _add_runs(found, number, lines, begin - starts[number], value, ink)
    return tuple(map(tuple, found))


def _add_runs(
    found: list[list[Run]],
    number: int,
    lines: tuple[str, ...],
    at: int,
    value: str,
    ink: Ink,
) -> None:
    """Adds a token's run, one for each line that it goes over."""
    for part in value.split("\n"):
        if number < len(lines) and part:
            before = lines[number][:at]
            found[number].append(Run(_utf16(before), _utf16(part), ink))
        number, at = number + 1, 0


def _utf16(text: str) -> int:
    return len(text) if text.isascii() else len(text.encode("utf-16-le", "surrogatepass")) // 2


@cache
def _ink(kind: str) -> Ink | None:
    return next((ink for name, ink in _INKS if kind == name or kind.startswith(f"{name}.")), None)


@cache
def _lexer(language: str) -> Lexer | None:
    from pygments.lexers import get_lexer_by_name
    from pygments.util import ClassNotFound

    try:
        return get_lexer_by_name(language.lower())
    except ClassNotFound:
        return None
