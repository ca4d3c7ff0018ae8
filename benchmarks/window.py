"""How long the window keeps a person waiting while a long answer streams in, and in a long chat.

    python -m benchmarks.window [ROUNDS] [TOKENS]

Offscreen, each measurement in a process of its own, medians over the rounds. A stall is the time
for which the Qt thread kept its event loop from turning. Other programs on the machine make the
wall time longer; "computed" is what the Qt thread itself computed meanwhile, which they do not.
Linux.
"""

from __future__ import annotations

import json
import statistics
import subprocess
import sys
from collections.abc import Sequence

from benchmarks.window_texts import FORMS

_ROUNDS, _TOKENS, _RATE = 3, 20_000, 200
_COLUMNS = (
    ("longest_ms", "longest"),
    ("longest_computed_ms", "computed"),
    ("p99_ms", "99th"),
    ("p99_computed_ms", "computed"),
    ("key_ms", "key"),
    ("memory_mb", "MB"),
    ("busy", "busy"),
)


def main(rounds: int, tokens: int) -> None:
    """Measures and prints."""
    print(f"{tokens} tokens at {_RATE} tokens/s; stalls and the longest wait of a key in ms")
    print(f"{'':34}" + "".join(f"{words:>10}" for _, words in _COLUMNS))
    for checks in ("alone", "checks"):
        for form in FORMS:
            words = ["stream", form, str(tokens), str(_RATE), checks]
            found = _medians([_measured(words) for _ in range(rounds)])
            name = form if checks == "alone" else f"{form}, a summary is checked"
            print(f"{name:34}" + "".join(f"{found[key]:>10.1f}" for key, _ in _COLUMNS), flush=True)
    chat = _medians([_measured(["chat"]) for _ in range(rounds)])
    print(
        f"a chat of 2,000 messages opens in {chat['opened_ms']:.0f} ms; scrolled to its beginning, "
        f"stalls {chat['longest_ms']:.0f} ms (computed {chat['longest_computed_ms']:.0f}), 99th "
        f"{chat['p99_ms']:.0f} ({chat['p99_computed_ms']:.0f}), {chat['views']:.0f} views then"
    )


def _measured(words: Sequence[str]) -> dict[str, float]:
    command = [sys.executable, "-m", "benchmarks.window_child", *words]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def _medians(samples: Sequence[dict[str, float]]) -> dict[str, float]:
    return {key: statistics.median(sample[key] for sample in samples) for key in samples[0]}


if __name__ == "__main__":
    given = [int(word) for word in sys.argv[1:]]
    main(*given, *(_ROUNDS, _TOKENS)[len(given) :])
