"""Grammars from JSON schemas, through the converter that llama-cpp-python carries."""

from __future__ import annotations

import contextlib
import importlib
import json
from typing import Any

from desktop_slm.engine import bindings
from desktop_slm.errors import EngineFailed

_CHARACTER = r"""[^"\\\x7F\x00-\x1F] | "\\" (["\\/bfnrt] | "u" [0-9a-fA-F]{4})"""
_ESCAPES = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r"})


def from_schema(schema: str) -> str:
    """Returns the GBNF of a JSON schema given as text. Raises EngineFailed.

    Types, shapes, lengths and patterns are held; `minimum` and `maximum` are not.
    """
    try:
        converter = _make_converter()
        resolved = converter.resolve_refs(json.loads(schema), "schema")
        converter.visit(resolved, "")
        return str(converter.format_grammar())
    except Exception as error:  # the converter raises whatever its own code runs into
        raise EngineFailed(why=f"the schema cannot be used: {type(error).__name__}") from None


def _make_converter() -> Any:
    """Returns the library's converter with two of its rules mended."""
    bindings.load()
    library: Any = importlib.import_module("llama_cpp.llama_grammar")
    # JSON allows no bare control characters in strings, the library's rule does.
    library.PRIMITIVE_RULES["char"] = library.BuiltinRule(_CHARACTER, [])
    converter = library.SchemaConverter(
        prop_order={}, allow_fetch=False, dotall=False, raw_pattern=False
    )
    converter._format_literal = _format_literal
    return converter


def _format_literal(literal: str) -> str:
    """Quotes a literal; the library leaves the backslash of a quoted quote as it is."""
    with contextlib.suppress(ValueError):  # a piece of a pattern is no JSON
        # Models write “ü”, not its number.
        literal = json.dumps(json.loads(literal), ensure_ascii=False)
    return f'"{literal.translate(_ESCAPES)}"'
