"""The wire form of the engine's events."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from desktop_slm.engine.protocol import (
    Delta,
    Event,
    Finished,
    Loading,
    Reading,
    StopReason,
    TokenLogprob,
    Usage,
    Waiting,
)
from desktop_slm.errors import ProtocolError


def describe(event: Event) -> tuple[str, dict[str, Any]]:
    """Returns an event's name and fields."""
    match event:
        case Delta(text, is_thinking):
            return "thinking" if is_thinking else "delta", {"text": text}
        case Reading(read, prompt):
            return "reading", {"read": read, "prompt": prompt}
        case Loading(fraction):
            return "loading", {"fraction": fraction}
        case Waiting():
            return "waiting", {}
        case Finished(text, thinking, reason, usage, logprobs):
            return "done", {
                "text": text,
                "thinking": thinking,
                "reason": reason.value,
                "usage": usage.to_wire(),
                "logprobs": [[entry.token, entry.logprob, entry.top] for entry in logprobs],
            }


def parse(fields: Mapping[str, Any]) -> Event:
    """Returns the event that `describe` wrote. Raises ProtocolError."""
    try:
        match fields["event"]:
            case "delta":
                return Delta(fields["text"])
            case "thinking":
                return Delta(fields["text"], is_thinking=True)
            case "reading":
                return Reading(fields["read"], fields["prompt"])
            case "loading":
                return Loading(fields["fraction"])
            case "waiting":
                return Waiting()
            case "done":
                return Finished(
                    fields["text"],
                    fields["thinking"],
                    StopReason(fields["reason"]),
                    Usage.from_wire(fields["usage"]),
                    tuple(
                        TokenLogprob(token, value, tuple((t, p) for t, p in top))
                        for token, value, top in fields["logprobs"]
                    ),
                )
    except (KeyError, TypeError, ValueError):
        pass
    raise ProtocolError(details="an unknown event of the engine")
