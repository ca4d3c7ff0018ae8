"""The template child: renders a model's chat template, a stranger's program, and nothing else.

Jinja's sandbox stops escapes but not `'a' * 10**9` or endless loops, so this process has 512 MB
and the parent gives it two seconds; it has no model and no network.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any, NoReturn

from desktop_slm.errors import TemplateFailed
from desktop_slm.workers import host
from desktop_slm.workers.confine import Limits, Profile

MEMORY_BYTES = 512 << 20
_MAX_OUTPUT_CHARACTERS = 4 << 20


def run() -> NoReturn:
    """Becomes the template child."""
    parent = host.connect("template", Profile.SEALED, Limits(memory_bytes=MEMORY_BYTES))
    host.serve_jobs(parent, {"render": _render})


def _render(request: Mapping[str, Any], payload: bytes, reply: host.Reply) -> dict[str, Any]:
    return {"text": render(request["template"], request["variables"])}


def render(source: str, variables: Mapping[str, Any]) -> str:
    """Returns the rendered template. Raises TemplateFailed with a short reason."""
    import jinja2

    try:
        text: str = _environment().from_string(source).render(**variables)
    except jinja2.TemplateError as error:
        raise TemplateFailed(why=str(error.message or type(error).__name__)[:200]) from None
    except MemoryError:
        raise TemplateFailed(why="it needs too much memory") from None
    except RecursionError:
        raise TemplateFailed(why="it never ends") from None
    except Exception as error:  # a template can raise anything: wrong types, missing keys
        raise TemplateFailed(why=type(error).__name__) from None
    if len(text) > _MAX_OUTPUT_CHARACTERS:
        raise TemplateFailed(why="it makes too much text")
    return text


def _environment() -> Any:
    """Returns Jinja as model publishers expect it.

    Source of the options and globals: `apply_chat_template` in huggingface/transformers; of the
    two dates, without which some templates name a day of 2024 or fail: llama.cpp's `chat.cpp`.
    """
    from jinja2.ext import Extension, loopcontrols
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    class Generation(Extension):
        """`{% generation %}` marks training text and renders as its content."""

        tags = {"generation"}  # noqa: RUF012 - Jinja's own declaration

        def parse(self, parser: Any) -> Any:
            next(parser.stream)
            return parser.parse_statements(("name:endgeneration",), drop_needle=True)

    environment = ImmutableSandboxedEnvironment(
        trim_blocks=True, lstrip_blocks=True, extensions=[loopcontrols, Generation]
    )
    environment.filters["tojson"] = _to_json
    environment.globals["raise_exception"] = _raise_exception
    now = datetime.now()
    environment.globals["strftime_now"] = now.strftime
    environment.globals["date_string"] = now.strftime("%d %b %Y")
    environment.globals["datetime"] = now.strftime("%b %d %Y")
    return environment


def _to_json(value: object, indent: int | None = None, **options: Any) -> str:
    # Jinja's own filter escapes for HTML, which models were not trained on.
    allowed = {k: v for k, v in options.items() if k in ("sort_keys", "separators")}
    return json.dumps(value, ensure_ascii=False, indent=indent, **allowed)


def _raise_exception(message: str) -> NoReturn:
    import jinja2

    raise jinja2.TemplateError(message)
