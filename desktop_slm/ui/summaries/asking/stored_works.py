"""Reads the documents of stored summaries, for what is asked of them together."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.work import Opened, Stage, Work

if TYPE_CHECKING:
    from desktop_slm.ui.core import Data


def works_of(data: Data, summaries: Sequence[int], check: Callable[[], object]) -> list[Work]:
    """Returns a work for each document; `check` may end it by raising. Blocks.

    Of a digest only the documents count, and not its text: what it was made of is there itself.
    """
    works = []
    for number in summaries:
        check()
        if not data.records.versions(number):
            continue  # nothing was read for it yet
        kept = data.records.load(number)
        work = Work(kept.title, Wishes())
        if len(kept.documents) == 1:
            work.take_version(kept)
            work.opened = Opened.of(kept.document)
            works.append(work)
            continue
        for document in kept.documents:
            opened = Opened.of(document)
            works.append(
                Work(document.name, Wishes(), stage=Stage.STOPPED, opened=opened, summary_id=number)
            )
    return works
