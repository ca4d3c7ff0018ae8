"""A digest made and kept in one go, and what it is called."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import PurePath

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.digests.digesting import Digester, require_enough
from desktop_slm.assistants.digests.source import NotRead, Source
from desktop_slm.assistants.summaries.options import SummaryOptions
from desktop_slm.assistants.summaries.records import Record
from desktop_slm.assistants.summaries.run import Emit
from desktop_slm.assistants.summaries.summary import Summary

_NAMED = 3
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class DigestRecording:
    """What keeps a digest."""

    digester: Digester

    def run(
        self,
        begin: Callable[[], Record],
        sources: Sequence[Source],
        not_read: Sequence[NotRead],
        options: SummaryOptions,
        emit: Emit,
        cancellation: Cancellation,
    ) -> Summary:
        """Makes the digest and stores it; a stopped one goes on with the steps that are there.

        Raises what `Digester.digest` raises.
        """
        require_enough(sources)
        record = begin()
        try:
            digest = self.digester.digest(
                sources, options, record.steps, emit, cancellation, not_read
            )
        except BaseException:
            record.fail()
            raise
        return record.finish(digest)


def title_of(names: Sequence[str]) -> str:
    """Returns "lease, addendum, report +2", which reads the same in every language."""
    stems = [stem_of(name) for name in names]
    named = ", ".join(stems[:_NAMED])
    rest = len(stems) - _NAMED
    return f"{named} +{rest}" if rest > 0 else named


def stem_of(name: str) -> str:
    """Returns a file's name without its ending, cut where it is very long."""
    stem = PurePath(name).stem or name
    return stem if len(stem) <= _LONGEST_NAME else stem[: _LONGEST_NAME - 1] + "…"
