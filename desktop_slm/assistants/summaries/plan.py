"""The plan of a summary: what will be read, in how many requests, and what that takes.

It is made before a token is spent and decides what is read; other options make another plan.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.summaries import readings
from desktop_slm.assistants.summaries.instructions import Instructions
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.pace import USUAL_FILL, Pace
from desktop_slm.assistants.summaries.pages import NOT_ASKED_FOR
from desktop_slm.assistants.summaries.readings import Reading
from desktop_slm.assistants.summaries.sizes import Size, Sizes
from desktop_slm.documents.document import Document
from desktop_slm.documents.passages import CountTokens, Passage, cut

# Larger passages are fewer prompts and notes, but small models lose the thread of long ones.
_PASSAGE_TOKENS = (600, 900, 1200)
_LEAST_PASSAGE_TOKENS = 64
_OVERLAP_TOKENS = 120
_KEY_SHARE = 0.2
# What a template puts behind a text.
_TAIL_TOKENS = 8


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What a plan will take at most; `new_tokens` is what notes usually come to.

    Without a measured pace of the model `seconds` is None.
    """

    requests: int
    levels: int
    prompt_tokens: int
    new_tokens: int
    seconds: float | None


@dataclass(frozen=True, slots=True)
class Plan:
    """Every passage is in `passages` once, and in one of the readings."""

    options: SummaryOptions
    document_sha256: str
    passages: tuple[Passage, ...]
    readings: tuple[Reading, ...]
    sizes: Sizes
    passage_tokens: int
    foreseen: Foreseen
    pages_left_out: tuple[tuple[int, str], ...] = ()
    is_key_sentences: bool = False

    @property
    def first_size(self) -> Size:
        """What is asked of a reading: a single one gives the summary at once."""
        return self.sizes.final if len(self.readings) == 1 else self.sizes.note

    @property
    def join_tokens(self) -> int:
        """How many tokens of notes are joined in one request."""
        return max(self.passage_tokens, 2 * self.sizes.join.tokens)

    def to_plain(self) -> dict[str, Any]:
        """Returns the plan's figures, without a word of the document."""
        seconds = self.foreseen.seconds
        return {
            "passages": len(self.passages),
            "readings": len(self.readings),
            "reads": "key sentences" if self.is_key_sentences else "all",
            "passage_tokens": self.passage_tokens,
            "levels": self.foreseen.levels,
            "requests": self.foreseen.requests,
            "prompt_tokens": self.foreseen.prompt_tokens,
            "new_tokens": self.foreseen.new_tokens,
            "seconds": None if seconds is None else round(seconds, 1),
            "pages_left_out": [[page, why] for page, why in self.pages_left_out],
        }


@dataclass(frozen=True, slots=True)
class Planner:
    """Makes plans for one model: its own tokens, the room that it has, its pace.

    Of `passage_sizes` the one is chosen with which the fewest tokens are read and written.
    """

    count_tokens: CountTokens
    context_tokens: int
    pace: Pace | None = None
    passage_sizes: tuple[int, ...] = _PASSAGE_TOKENS

    def plan(self, document: Document, options: SummaryOptions, analysis: Analysis) -> Plan:
        """Returns the plan; `document` has all pages, `analysis` looks into those asked for."""
        chosen = options.pages.taken_from(document)
        budget = self._passage_tokens(chosen, options)
        passages = cut(chosen, self.count_tokens, budget)
        is_brief = options.length is Length.BRIEF and len(passages) > 1
        if is_brief:
            found = self._key_sentences(chosen, passages, analysis, budget)
        elif options.length is Length.DETAILED:
            found = readings.overlapping(passages, self.count_tokens)
        else:
            found = readings.whole(passages)
        left_out = [(page.page, page.why.value) for page in document.skipped]
        left_out += [
            (page.number, NOT_ASKED_FOR)
            for page in document.pages
            if page.number not in options.pages
        ]
        plan = Plan(
            options=options,
            document_sha256=document.sha256,
            passages=passages,
            readings=found,
            sizes=Sizes.of(options, len(found)),
            passage_tokens=budget,
            foreseen=Foreseen(0, 0, 0, 0, None),
            pages_left_out=tuple(sorted(left_out)),
            is_key_sentences=is_brief,
        )
        return replace(plan, foreseen=self._foresee(plan))

    def _passage_tokens(self, document: Document, options: SummaryOptions) -> int:
        """Returns the size of passages with which the fewest tokens are read and written."""
        # Of a small context a quarter is left for the instruction.
        answer = Sizes.of(options, 1).final.tokens
        room = self.context_tokens * 3 // 4 - min(answer, self.context_tokens // 4)
        if options.length is Length.DETAILED:
            room -= _OVERLAP_TOKENS
        sizes = sorted({max(_LEAST_PASSAGE_TOKENS, min(size, room)) for size in self.passage_sizes})
        total = sum(self.count_tokens([page.text for page in document.pages]))

        def cost(size: int) -> int:
            count = max(1, math.ceil(total / size))
            joins, _, tokens = _joins(count, Sizes.of(options, count), size, 1.0)
            return total + count * (_TAIL_TOKENS + _OVERLAP_TOKENS * is_detailed) + tokens + joins

        is_detailed = options.length is Length.DETAILED
        return min(sizes, key=cost)  # of equals the smallest: more of its words reach the notes

    def _key_sentences(
        self, document: Document, passages: Sequence[Passage], analysis: Analysis, budget: int
    ) -> tuple[Reading, ...]:
        spans = [passage.spans for passage in passages]
        places = analysis.key_sentences(spans, _KEY_SHARE)
        # A passage without a sentence that could be chosen is read as it is.
        some = [found or own for found, own in zip(places, spans, strict=True)]
        return readings.of_key_sentences(document, some, self.count_tokens, budget)

    def _foresee(self, plan: Plan) -> Foreseen:
        count = len(plan.readings)
        fill = self.pace.fill if self.pace else USUAL_FILL
        tasks = Instructions(plan.options)
        instructions = [tasks.read(plan.first_size).instruction]
        requests = joined = levels = 0
        most = count * plan.first_size.tokens
        if not plan.options.form.is_listing:
            requests, levels, joined = _joins(count, plan.sizes, plan.join_tokens, 1.0)
            joined = int(joined * fill)
            most += max(requests - 1, 0) * plan.sizes.join.tokens
            most += plan.sizes.final.tokens if requests else 0
            instructions += [tasks.join(plan.sizes.final).instruction] if requests else []
        prompt = sum(reading.tokens for reading in plan.readings) + joined
        prompt += (count + requests) * _TAIL_TOKENS + sum(self.count_tokens(instructions))
        new = int(most * fill)
        return Foreseen(
            requests=count + requests,
            levels=levels,
            prompt_tokens=prompt,
            new_tokens=new,
            seconds=self.pace.seconds(prompt, new) if self.pace else None,
        )


def _joins(notes: int, sizes: Sizes, budget: int, fill: float) -> tuple[int, int, int]:
    """Returns requests, levels and tokens read to join notes that are as long as they may be."""
    requests = levels = tokens = 0
    note_tokens = sizes.note.tokens
    while notes > 1:
        tokens += int(notes * note_tokens * fill)
        fan = max(2, budget // note_tokens)
        notes, rest = math.ceil(notes / fan), notes % fan
        notes -= notes > 1 and rest == 1  # a single note goes with those before it
        requests += notes
        levels += 1
        note_tokens = sizes.join.tokens
    return requests, levels, tokens
