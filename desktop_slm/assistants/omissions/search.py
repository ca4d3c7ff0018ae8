"""Looks for the parts of a document on which none of the given places lies."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from desktop_slm.assistants.evidence import Place
from desktop_slm.assistants.glance.sentences import Sentence
from desktop_slm.assistants.omissions.omissions import (
    Finding,
    Omissions,
    OmittedPart,
    PageState,
    Sources,
)
from desktop_slm.assistants.omissions.stretches import Section, sections_of
from desktop_slm.documents.document import BlockKind, Document

FindIn = Callable[[Sentence], Iterable[Finding]]


class OmissionSearch:
    """Divides one document once, and is asked again whenever its summary changes."""

    def __init__(self, document: Document, sentences: Sequence[Sentence], find_in: FindIn) -> None:
        levels = {
            (block.page, block.start): block.level
            for block in document.blocks
            if block.kind is BlockKind.HEADING
        }
        self._sections = sections_of(sentences, levels)
        self._page_numbers = sorted(
            [page.number for page in document.pages] + [page.page for page in document.skipped]
        )
        self._find_in = find_in
        self._found: dict[Place, tuple[Finding, ...]] = {}

    def find(self, places: Iterable[Place]) -> Omissions:
        """Returns what is left out by a summary that rests on these places."""
        sources = Sources(places)
        nodes = [_Node.of(section, sources) for section in self._sections]
        parts = tuple(self._part(*found) for found in _omitted(nodes))
        return Omissions(parts, tuple(self._states(sources)))

    def _part(
        self, title: Sentence | None, body: Sequence[Sentence], is_whole: bool
    ) -> OmittedPart:
        first = title if title is not None and is_whole else body[0]
        return OmittedPart(
            title=" ".join(title.text.split()) if title is not None else "",
            place=first.place,
            first_page=first.place.page,
            last_page=body[-1].place.page,
            sentences=len(body),
            is_whole=is_whole,
            findings=tuple(finding for sentence in body for finding in self._findings(sentence)),
        )

    def _findings(self, sentence: Sentence) -> tuple[Finding, ...]:
        found = self._found.get(sentence.place)
        if found is None:
            found = self._found[sentence.place] = tuple(self._find_in(sentence))
        return found

    def _states(self, sources: Sources) -> Iterator[tuple[int, PageState]]:
        states = dict.fromkeys(self._page_numbers, PageState.NOTHING_TO_READ)
        for section in self._sections:
            for stretch in section.stretches:
                for sentence in stretch:
                    page = sentence.place.page
                    if states[page] is not PageState.RESTED_ON:
                        is_touched = sources.touch(sentence.place)
                        states[page] = (
                            PageState.RESTED_ON if is_touched else PageState.NOT_RESTED_ON
                        )
        yield from states.items()


@dataclass(frozen=True, slots=True)
class _Node:
    """A section, and which of its stretches nothing rests on, as runs of neighbours."""

    section: Section
    runs: tuple[tuple[Sentence, ...], ...]
    is_whole: bool

    @classmethod
    def of(cls, section: Section, sources: Sources) -> _Node:
        runs: list[tuple[Sentence, ...]] = []
        was_omitted = False
        for stretch in section.stretches:
            is_omitted = not any(sources.touch(sentence.place) for sentence in stretch)
            if is_omitted and was_omitted:
                runs[-1] += stretch
            elif is_omitted:
                runs.append(stretch)
            was_omitted = is_omitted
        is_whole = sum(map(len, runs)) == sum(map(len, section.stretches))
        return cls(section, tuple(runs), is_whole)


def _omitted(nodes: Sequence[_Node]) -> Iterator[tuple[Sentence | None, list[Sentence], bool]]:
    """Yields heading, sentences and whether that is all of each part that is left out.

    Where nothing under a heading is in the summary, it stands for all headings below it.
    """
    at = 0
    while at < len(nodes):
        node = nodes[at]
        end = _end_of(nodes, at)
        if all(each.is_whole for each in nodes[at:end]):
            body = [sentence for each in nodes[at:end] for run in each.runs for sentence in run]
            if body:
                yield node.section.heading, body, True
            at = end
            continue
        for run in node.runs:
            yield node.section.heading, list(run), False
        at += 1


def _end_of(nodes: Sequence[_Node], at: int) -> int:
    """Returns the index after the last section under the heading of one."""
    end = at + 1
    if nodes[at].section.heading is None:
        return end
    while end < len(nodes) and nodes[end].section.level > nodes[at].section.level:
        end += 1
    return end
