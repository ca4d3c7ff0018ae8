"""How long a document takes to be seen at a glance after it was read, from the child's start on.

    python -m benchmarks.glance [FILE ...]

Without files, on generated reports of 1, 100 and 2,000 pages of about 3,000 characters: medians of
three runs of the glance with the child's start, then of the omissions for a summary of ten
sentences, and the peak memory of all children.
"""

from __future__ import annotations

import random
import resource
import statistics
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TypeVar

from desktop_slm.assistants.analysis import Analysis
from desktop_slm.documents.document import Block, BlockKind, Document, Format, Page
from desktop_slm.documents.reading import read

_T = TypeVar("_T")
_RUNS = 3
_SENTENCES = 24  # a page
_VOCABULARY = 6_000


def main(files: list[str]) -> None:
    """Measures and prints."""
    documents = [read(Path(name), lambda event: None) for name in files]
    for document in documents or map(generated, (1, 100, 2_000)):
        glances, omissions = zip(*(_run(document) for _ in range(_RUNS)), strict=True)
        print(
            f"{document.name}: {len(document.pages)} pages, {document.characters:,} characters: "
            f"glance {statistics.median(glances):.2f} s, "
            f"omissions {statistics.median(omissions):.2f} s",
            flush=True,
        )
    print(f"peak of a child: {resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss // 1024} MB")


def _run(document: Document) -> tuple[float, float]:
    with Analysis(document) as analysis:
        taken, glance = _timed(analysis.glance)
        sources = [entry.place for entry in glance.key_sentences[:10]]
        return taken, _timed(lambda: analysis.omissions(sources))[0]


def _timed(question: Callable[[], _T]) -> tuple[float, _T]:
    started = time.perf_counter()
    answer = question()
    return time.perf_counter() - started, answer


def generated(pages: int) -> Document:
    """Returns a report: a heading every page, sentences with dates, amounts, names and duties."""
    chance = random.Random(pages)
    letters = "abcdefghilmnoprstu"
    words = ["".join(chance.choices(letters, k=chance.randint(3, 11))) for _ in range(_VOCABULARY)]
    made, blocks = [], []
    for number in range(1, pages + 1):
        heading = f"{number}. {chance.choice(words).title()}"
        text = heading + "\n"
        blocks.append(Block(BlockKind.HEADING, number, 0, len(heading), 1 + number % 3))
        for start in range(0, _SENTENCES, 6):
            paragraph = " ".join(_sentences(chance, words, start))
            blocks.append(Block(BlockKind.PARAGRAPH, number, len(text), len(text) + len(paragraph)))
            text += paragraph + "\n"
        made.append(Page(number, str(number), text))
    return Document("generated", Format.PDF, "0" * 64, pages=tuple(made), blocks=tuple(blocks))


def _sentences(chance: random.Random, words: list[str], start: int) -> Iterator[str]:
    for number in range(start, start + 6):
        # Words by rank, as in a language: few are common, most are rare.
        said = [words[min(int(chance.paretovariate(0.6)), _VOCABULARY) - 1] for _ in range(15)]
        sentence = " ".join(["The", *said])
        if number % 6 == 1:
            sentence += f" and {chance.choice(words).title()} {chance.choice(words).title()}"
        if number % 6 == 2:
            sentence += (
                f" of {chance.randint(1, 900)},000 euros on {chance.randint(1, 28)} May 2024"
            )
        if number % 6 == 3:
            sentence += f" must be paid within {chance.randint(2, 90)} days"
        yield sentence + "."


if __name__ == "__main__":
    main(sys.argv[1:])
