"""How well the evidence check tells true sentences from false ones, on the labelled set.

    python -m benchmarks.evidence [development|development-2|development-3|held-out]

Flagged means that a sentence does not have full support. For true sentences the share should be
small, for every other kind large. Precision and recall are those of flagging. The worst first.
"""

from __future__ import annotations

import math
import sys
import time
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.evidence.index import support_in
from desktop_slm.documents.sentences import split
from tests.data.evidence import DEVELOPMENT_SETS, Pair, read_pairs

LANGUAGES = ("en", "de", "fr")


@dataclass(frozen=True, slots=True)
class Judged:
    """A pair and whether the check flagged its sentence."""

    pair: Pair
    is_flagged: bool


def judge(pairs: Iterable[Pair]) -> list[Judged]:
    """Returns what the app's own check says of each pair, over its passages alone."""
    return [Judged(pair, _is_flagged(pair)) for pair in pairs]


def _is_flagged(pair: Pair) -> bool:
    texts = [passage.text for passage in pair.passages]
    sentences = [text[start:end] for text in texts for start, end in split(text)]
    return support_in(pair.sentence, sentences).support is not Support.FULL


def flagged_share(judged: Sequence[Judged], kind: str, language: str | None = None) -> float:
    """Returns the share of a kind, in one language or all, that was flagged; nan of none."""
    chosen = [
        each.is_flagged
        for each in judged
        if each.pair.kind == kind and language in (None, each.pair.language)
    ]
    return sum(chosen) / len(chosen) if chosen else math.nan


def table(judged: Sequence[Judged]) -> str:
    """Returns the shares by kind and language, and precision and recall, as Markdown."""
    lines = [
        f"| Kind | pairs | flagged | {' | '.join(LANGUAGES)} |",
        "|---|---:|---:" + "|---:" * len(LANGUAGES) + "|",
    ]
    counts: dict[str, int] = defaultdict(int)
    for each in judged:
        counts[each.pair.kind] += 1
    wrong = {kind: flagged_share(judged, kind) for kind in counts if kind != "true"}
    for kind in ["true", *sorted(wrong, key=wrong.__getitem__)]:
        shares = [flagged_share(judged, kind), *(flagged_share(judged, kind, x) for x in LANGUAGES)]
        cells = " | ".join("–" if math.isnan(share) else f"{share:.2f}" for share in shares)
        lines.append(f"| {kind} | {counts[kind]} | {cells} |")
    return "\n".join([*lines, "", *_precision_and_recall(judged)])


def _precision_and_recall(judged: Sequence[Judged]) -> list[str]:
    rows = []
    for language in (*LANGUAGES, "all"):
        chosen = [each for each in judged if language in ("all", each.pair.language)]
        hits = sum(each.is_flagged and not each.pair.is_true for each in chosen)
        flagged = sum(each.is_flagged for each in chosen)
        false = sum(not each.pair.is_true for each in chosen)
        rows.append((hits / false, f"| {language} | {hits / flagged:.2f} | {hits / false:.2f} |"))
    head = ["| Language | precision | recall |", "|---|---:|---:|"]
    return [*head, *(row for _, row in sorted(rows))]


def main(half: str) -> None:
    """Judges one half and prints."""
    pairs = read_pairs(half)
    started = time.process_time()
    judged = judge(pairs)
    seconds = time.process_time() - started
    print(f"{half}: {len(pairs)} pairs, {seconds / len(pairs) * 1000:.1f} ms a pair\n")
    print(table(judged))


if __name__ == "__main__":
    for name in sys.argv[1:] or DEVELOPMENT_SETS:
        main(name.replace("-", "_"))
