"""The plan of a digest: what is joined in how many requests; no page is read again."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from desktop_slm.assistants.digests.source import NotRead, Source
from desktop_slm.assistants.summaries.joining import grouped
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.pace import USUAL_FILL, Pace
from desktop_slm.assistants.summaries.plan import Foreseen, Plan
from desktop_slm.assistants.summaries.readings import Part, Reading
from desktop_slm.assistants.summaries.sizes import Sizes
from desktop_slm.documents.passages import CountTokens, Passage

_MOST_TOKENS, _LEAST_TOKENS = 1200, 128


@dataclass(frozen=True, slots=True)
class DigestPlan:
    """A plan whose passages are the summaries; `origins` says which document each is of."""

    plan: Plan
    origins: tuple[int, ...]

    def to_plain(self, sources: Sequence[Source], not_read: Sequence[NotRead]) -> dict[str, Any]:
        """Returns the figures for a receipt."""
        foreseen = self.plan.foreseen
        return {
            "kind": "digest",
            "summaries": len(sources),
            "levels": foreseen.levels,
            "requests": foreseen.requests,
            "prompt_tokens": foreseen.prompt_tokens,
            "new_tokens": foreseen.new_tokens,
            "key_sentences_of": [
                number
                for number, source in enumerate(sources)
                if source.summary.coverage.is_key_sentences
            ],
            "not_read": [[each.name, each.why] for each in not_read],
        }


def make(
    sources: Sequence[Source],
    options: SummaryOptions,
    count_tokens: CountTokens,
    context_tokens: int,
    pace: Pace | None = None,
) -> DigestPlan:
    """Returns the plan: summaries that are too long for one request are divided by lines."""
    final = Sizes.of(options, 1).final.tokens
    # Of a small context a quarter is left for the instruction.
    room = context_tokens * 3 // 4 - min(final, context_tokens // 4)
    budget = max(_LEAST_TOKENS, min(_MOST_TOKENS, room))
    parts = list(_parts(sources, count_tokens, budget // 2))
    counts = count_tokens([text for _, text in parts])
    passages = tuple(
        Passage(number, text, (), (), (), tokens)
        for number, ((_, text), tokens) in enumerate(zip(parts, counts, strict=True))
    )
    plan = Plan(
        options=options,
        document_sha256="",
        passages=passages,
        readings=tuple(
            Reading(each.index, each.text, each.tokens, (Part(0, len(each.text), each.index, 0),))
            for each in passages
        ),
        sizes=Sizes.of(options, len(passages)),
        passage_tokens=budget,
        foreseen=Foreseen(0, 0, 0, 0, None),
    )
    foreseen = _foresee(plan, counts, sources, pace)
    return DigestPlan(replace(plan, foreseen=foreseen), tuple(number for number, _ in parts))


def is_merged(options: SummaryOptions, sources: Sequence[Source]) -> bool:
    """Whether the digest lists what the summaries list, for which no model is needed."""
    return options.form.is_listing and all(source.form is options.form for source in sources)


def _parts(
    sources: Sequence[Source], count_tokens: CountTokens, limit: int
) -> Iterator[tuple[int, str]]:
    for number, source in enumerate(sources):
        head, lines = f"{source.name}:", source.lines()
        text, size = head, 0
        for line, tokens in zip(lines, count_tokens(lines) if lines else [], strict=True):
            if size and size + tokens > limit:
                yield number, text
                text, size = head, 0
            text, size = f"{text}\n{line}", size + tokens
        if size:
            yield number, text


def _foresee(
    plan: Plan, counts: Sequence[int], sources: Sequence[Source], pace: Pace | None
) -> Foreseen:
    requests = levels = prompt = new = 0
    if plan.options.form.is_listing:
        if not is_merged(plan.options, sources):
            requests, prompt = len(plan.readings), sum(counts)
            new = requests * plan.first_size.tokens
    else:
        left = list(counts)
        while len(left) > 1:
            groups = grouped(left, left, plan.join_tokens)
            is_last = len(groups) == 1
            levels, requests, prompt = levels + 1, requests + len(groups), prompt + sum(left)
            size = plan.sizes.final if is_last else plan.sizes.join
            new += size.tokens * len(groups)
            left = [size.tokens] * len(groups)
    new = int(new * (pace.fill if pace else USUAL_FILL))
    return Foreseen(requests, levels, prompt, new, pace.seconds(prompt, new) if pace else None)
