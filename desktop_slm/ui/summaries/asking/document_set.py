"""The documents that are looked at together, and the digest of them where there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.assistants.digests.digest_recording import title_of
from desktop_slm.assistants.digests.source import NotRead
from desktop_slm.documents.document import Document
from desktop_slm.documents.reading import Contents
from desktop_slm.ui import wording
from desktop_slm.ui.summaries.work import Opened, Stage, Work, is_askable, is_made


@dataclass(frozen=True, slots=True)
class Member:
    """A document of a set, and where its file lies as far as that is known."""

    opened: Opened
    path: Path | Contents | None = None


@dataclass(frozen=True, slots=True)
class DocumentSet:
    """Documents in order. `summaries` are the stored summaries that keep them; `versions` those of
    which a digest can be made, `not_read` the documents that have none."""

    title: str
    members: tuple[Member, ...]
    summaries: tuple[int, ...]
    versions: tuple[int, ...] = ()
    not_read: tuple[NotRead, ...] = ()

    @property
    def documents(self) -> list[Document]:
        """The documents."""
        return [member.opened.document for member in self.members]

    @classmethod
    def of_works(cls, works: Sequence[Work]) -> DocumentSet:
        """Returns the set of those works whose documents were read and stored."""
        stored = list({_key(work): work for work in works if is_askable(work)}.values())
        made = [work for work in works if is_made(work)]
        return cls(
            title_of([work.opened.document.name for work in stored if work.opened]),
            tuple(Member(work.opened, work.path) for work in stored if work.opened),
            tuple(work.summary_id for work in stored if work.summary_id is not None),
            tuple(work.version_id for work in made if work.version_id is not None),
            tuple(
                NotRead(work.name, wording.sentence(work.error))
                for work in works
                if work.stage is Stage.FAILED and work.error is not None
            ),
        )

    @classmethod
    def of_digest(cls, work: Work) -> DocumentSet:
        """Returns the set of a stored digest."""
        assert work.opened is not None and work.summary_id is not None
        opened = (work.opened, *work.others)
        return cls(work.name, tuple(map(Member, opened)), (work.summary_id,), work.digest_of)


def _key(work: Work) -> tuple[str, str, int]:
    """Returns what two works of the same document share: it is asked once."""
    assert work.opened is not None
    document = work.opened.document
    return document.sha256, document.name, document.characters
