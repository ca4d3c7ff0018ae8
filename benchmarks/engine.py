"""This engine beside llama.cpp's own server and bench tool and the high-level `Llama` class.

    python -m benchmarks.engine [--model FILE] [--build FOLDER] [--text FILE] [--rounds N] [--quick]

Everything alternates in one run; medians are reported, and the ratio to the rival: above 1 this
engine is faster, or takes less. The server and the bench tool are built from the source of the
installed llama-cpp-python, once, unless `--build` names a folder that holds them.
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from benchmarks import llama_tools
from benchmarks.llama_tools import Tools
from benchmarks.rivals import Contestant, Ours, Prompt, Server, bench_decode
from desktop_slm import paths

_TEXTS = (Path("/usr/share/common-licenses/GPL-3"), Path("LICENSE"))
_INSTRUCTION = "Say in two sentences what the following passage says.\n\n"
_PASSAGE_CHARACTERS = 2_700  # about 600 tokens of a license
_CELLS = 1_024


@dataclass(frozen=True)
class Setting:
    """What is the same in every comparison of a run."""

    tools: Tools
    model: Path
    threads: int
    rounds: int


def main() -> None:
    """Measures what the arguments ask for."""
    options = _parse()
    threads = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else 4
    setting = Setting(llama_tools.find(options.build), options.model, threads, options.rounds)
    print(f"{options.model.name}, {threads} threads, {options.rounds} rounds")
    _decode(setting, 64 if options.quick else 128)
    _warm_turn(setting)
    eight = [Prompt("", f"Number {n}. Once upon a time") for n in range(8)]
    _together(setting, "8 requests at once", eight, slots=8, new_tokens=64)
    passages = _passages(options.text)
    if options.quick:
        setting = replace(setting, rounds=1)
    title = f"map over {len(passages)} passages"
    _together(setting, title, passages, slots=4, new_tokens=96)


def _parse() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    starter = paths.starter_folder() / "SmolLM2-135M-Instruct.Q4_1.gguf"
    parser.add_argument("--model", type=Path, default=starter)
    parser.add_argument("--build", type=Path, default=None)
    parser.add_argument("--text", type=Path, default=next(t for t in _TEXTS if t.exists()))
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--quick", action="store_true")
    return parser.parse_args()


def _passages(path: Path) -> list[Prompt]:
    text = path.read_text(encoding="utf-8")
    places = range(0, len(text), _PASSAGE_CHARACTERS)
    return [Prompt(_INSTRUCTION, text[at : at + _PASSAGE_CHARACTERS]) for at in places]


def _alternate(
    rounds: int, measures: Mapping[str, Callable[[int], float]]
) -> Mapping[str, list[float]]:
    found: dict[str, list[float]] = {name: [] for name in measures}
    for number in range(rounds):
        for name, measure in measures.items():
            found[name].append(measure(number))
    return found


def _report(title: str, found: Mapping[str, Sequence[float]], unit: str, *, more: bool) -> None:
    """Prints medians; the first is ours, and the ratio says how much better we are."""
    medians = {name: statistics.median(values) for name, values in found.items()}
    ours = next(iter(medians.values()))
    print(f"{title}:")
    for name, value in medians.items():
        ratio = ours / value if more else value / ours
        print(f"  {name:24} {value:10.2f} {unit}   {ratio:.2f}", flush=True)


def _decode(setting: Setting, new_tokens: int) -> None:
    ours = Ours(setting.model, 1)
    prompt = Prompt("", "Once upon a time")
    words = [sys.executable, "-m", "benchmarks.llama_class"]
    words += map(str, (setting.model, new_tokens, setting.threads))

    def high_level(number: int) -> float:
        done = subprocess.run(words, capture_output=True, text=True, check=True)
        return float(done.stdout)

    found = _alternate(
        setting.rounds,
        {
            "ours": lambda number: ours.decode_speed(prompt, new_tokens),
            "llama-bench": lambda number: bench_decode(
                setting.tools, setting.model, new_tokens, setting.threads
            ),
            "Llama class": high_level,
        },
    )
    ours.close()
    _report("writing, one answer", found, "tokens/s", more=True)


def _contestants(setting: Setting, slots: int, cells: int) -> dict[str, Contestant]:
    return {
        "ours": Ours(setting.model, slots),
        "server": Server(setting.tools, setting.model, slots, cells, setting.threads),
    }


def _compare(
    contestants: Mapping[str, Contestant], rounds: int, measure: Callable[[Contestant, int], float]
) -> Mapping[str, list[float]]:
    return _alternate(
        rounds, {name: partial(measure, contestant) for name, contestant in contestants.items()}
    )


def _warm_turn(setting: Setting) -> None:
    """A conversation grows by a short question a turn; all but that is in memory."""
    contestants = _contestants(setting, 1, 4 * _CELLS)
    begin = "The tenant pays the rent each month. " * 60

    def turn(contestant: Contestant, number: int) -> float:
        more = "".join(f"\nQuestion {n}: what is the rent?" for n in range(number + 2))
        return 1000 * contestant.first_token_s(Prompt("", begin + more))

    for contestant in contestants.values():
        turn(contestant, -1)
    found = _compare(contestants, setting.rounds * 3, turn)
    for contestant in contestants.values():
        contestant.close()
    _report("first token of a warm turn", found, "ms", more=False)


def _together(
    setting: Setting, title: str, prompts: Sequence[Prompt], *, slots: int, new_tokens: int
) -> None:
    contestants = _contestants(setting, slots, _CELLS)

    def run(contestant: Contestant, number: int) -> float:
        # A mark keeps either from finding the answer of the round before in its memory.
        marked = [Prompt(p.instruction, f"[{number}] {p.text}") for p in prompts]
        started = time.perf_counter()
        contestant.answer_all(marked, new_tokens)
        return time.perf_counter() - started

    _report(title, _compare(contestants, setting.rounds, run), "s", more=False)
    memory = {name: [one.memory_bytes() / 1e6] for name, one in contestants.items()}
    _report("  memory then", memory, "MB", more=False)
    for contestant in contestants.values():
        contestant.close()


if __name__ == "__main__":
    main()
