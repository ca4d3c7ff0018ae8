"""Grammars from JSON schemas, through the converter that llama-cpp-python carries."""

from __future__ import annotations

import importlib

from desktop_slm.engine import bindings
from desktop_slm.errors import EngineFailed


def from_schema(schema: str) -> str:
    """Returns the GBNF of a JSON schema given as text. Raises EngineFailed."""
    bindings.load()
    converter = importlib.import_module("llama_cpp.llama_grammar")
    try:
        return str(converter.json_schema_to_gbnf(schema))
    except Exception as error:  # the converter raises whatever its own code runs into
        raise EngineFailed(why=f"the schema cannot be used: {type(error).__name__}") from None
