"""Random JSON schemas, and a check of values against them: the part of the standard in use here."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any


def random_schema(numbers: random.Random, depth: int = 0) -> dict[str, Any]:
    """Returns a schema whose values are short, however random the text that fills it."""
    kinds = ["string", "integer", "boolean", "null", "enum", "const", "pattern", "choice"]
    if depth < 3:
        kinds += ["object", "array", "object", "array"]
    kind = numbers.choice(kinds)
    if kind == "object":
        return _random_object(numbers, depth)
    least = numbers.randint(0, 2)
    if kind == "array":
        items = random_schema(numbers, depth + 1)
        return {"type": kind, "items": items, "minItems": least, "maxItems": least + 2}
    simple: dict[str, dict[str, Any]] = {
        "string": {"type": "string", "minLength": least, "maxLength": least + 5},
        "enum": {"enum": numbers.sample(["red", "grün", 7, True, None, 'a "b"'], k=3)},
        "const": {"const": numbers.choice(["yes", 1, {"a": [1]}])},
        "pattern": {"type": "string", "pattern": "^[A-C]{2}-[0-9]{1,3}$"},
        "choice": {"oneOf": [{"type": "boolean"}, {"type": "integer"}]},
    }
    return simple.get(kind, {"type": kind})


def _random_object(numbers: random.Random, depth: int) -> dict[str, Any]:
    names = [f"key{number}" for number in range(numbers.randint(1, 4))]
    return {
        "type": "object",
        "properties": {name: random_schema(numbers, depth + 1) for name in names},
        "required": [name for name in names if numbers.random() < 0.7],
        "additionalProperties": False,
    }


def fits(value: Any, schema: dict[str, Any]) -> bool:
    """Says whether a value is as a schema of `random_schema` asks."""
    if "enum" in schema or "const" in schema:
        return value in schema.get("enum", [schema.get("const")])
    if "oneOf" in schema:
        return sum(fits(value, one) for one in schema["oneOf"]) == 1
    return _CHECKS[schema["type"]](value, schema)


def _fits_object(value: Any, schema: dict[str, Any]) -> bool:
    return (
        isinstance(value, dict)
        and set(schema["required"]) <= value.keys() <= schema["properties"].keys()
        and all(fits(item, schema["properties"][name]) for name, item in value.items())
    )


def _fits_array(value: Any, schema: dict[str, Any]) -> bool:
    return (
        isinstance(value, list)
        and schema["minItems"] <= len(value) <= schema["maxItems"]
        and all(fits(item, schema["items"]) for item in value)
    )


def _fits_string(value: Any, schema: dict[str, Any]) -> bool:
    if not isinstance(value, str):
        return False
    if "pattern" in schema:
        return bool(re.fullmatch(schema["pattern"], value))
    if "\ufffd" in value:
        return True  # a random model writes bytes that are no characters: they count differently
    return int(schema["minLength"]) <= len(value) <= int(schema["maxLength"])


_CHECKS: dict[str, Callable[[Any, dict[str, Any]], bool]] = {
    "object": _fits_object,
    "array": _fits_array,
    "string": _fits_string,
    "integer": lambda value, schema: type(value) is int,
    "boolean": lambda value, schema: isinstance(value, bool),
    "null": lambda value, schema: value is None,
}
