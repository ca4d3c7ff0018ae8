"""The file of an assistant: TOML that a person can read and write (`docs/assistants.md`).

Reading a stranger's file is for the analysis child alone, see `file_job`.
"""

from __future__ import annotations

import json
import tomllib
from typing import Any

from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.assistants.personas.fields import Unfit, from_fields, to_fields

ENDING = ".assistant.toml"
MOST_BYTES = 4 << 20
_HEAD = "# An assistant of Desktop SLM. Its form is described in docs/assistants.md."


def write(assistant: Assistant) -> bytes:
    """Returns the file."""
    lines = [_HEAD]
    tables: list[tuple[str, dict[str, Any]]] = []
    for name, value in to_fields(assistant).items():
        if isinstance(value, dict):
            tables.append((f"[{name}]", value))
        elif isinstance(value, list):
            tables += [(f"[[{name}]]", each) for each in value]
        else:
            lines.append(f"{name} = {_value(value)}")
    for head, values in tables:
        lines += ["", head, *(f"{name} = {_value(value)}" for name, value in values.items())]
    return ("\n".join(lines) + "\n").encode("utf-8", "replace")


def read(content: bytes) -> Assistant:
    """Returns the assistant that a file holds. Raises Unfit, NewerForm."""
    try:
        values = tomllib.loads(content.decode("utf-8-sig"))
    except (ValueError, RecursionError):
        raise Unfit("it is not a TOML file") from None
    return from_fields(values)


def _value(value: object) -> str:
    if not isinstance(value, str):
        return json.dumps(value)
    if "\n" not in value:
        return _escaped(value)
    # The first line end of a long string belongs to its quotes.
    lines = (_escaped(line)[1:-1] for line in value.split("\n"))
    return '"""\n' + "\n".join(lines) + '"""'


def _escaped(line: str) -> str:
    """Returns a basic string: JSON's escapes are TOML's, but for one control character."""
    return json.dumps(line, ensure_ascii=False).replace("\x7f", "\\u007f")
