"""A set of documents in a real analysis child."""

from __future__ import annotations

from array import array
from collections.abc import Iterator

import pytest

from desktop_slm.assistants.document_sets.set_analysis import SetAnalysis
from desktop_slm.assistants.evidence import Place, Support
from desktop_slm.errors import AnalysisFailed
from desktop_slm.workers.process import Worker
from tests.fakes.sets import LOWERED, RENT, lease_set


@pytest.fixture
def analysis() -> Iterator[SetAnalysis]:
    with SetAnalysis(lease_set()) as analysis:
        yield analysis


def _passages() -> list[list[list[Place]]]:
    """A passage a page."""
    return [
        [[Place(page.number, 0, len(page.text))] for page in document.pages]
        for document in lease_set()
    ]


def test_evidence_and_search_name_document_and_passage(analysis: SetAnalysis) -> None:
    both, one = analysis.evidence([LOWERED, RENT]), analysis.evidence([LOWERED], [0])
    assert [each.support for each in both] == [Support.FULL] * 2
    assert both[0].evidence[0].document == 1
    assert both[0].evidence[0].quote == LOWERED
    assert one[0].support is not Support.FULL
    analysis.take_passages(_passages())
    best = analysis.rank("Who repairs the roof?", 3)
    assert (best[0].document, best[0].passage) == (1, 1)
    analysis.take_vectors([array("f", [float(number == 4), 0.5]) for number in range(5)])
    by_vector = analysis.rank("Zebras?", 1, [1.0, 0.0])
    assert (by_vector[0].document, by_vector[0].passage) == (2, 0)


def test_a_child_that_is_killed_is_an_error_of_ours_to_say() -> None:
    workers: list[Worker] = []

    def start() -> Worker:
        workers.append(Worker("analysis"))
        return workers[-1]

    with SetAnalysis(lease_set(), start) as analysis:
        analysis.evidence([RENT])
        workers[0].kill()
        with pytest.raises(AnalysisFailed):
            analysis.evidence([LOWERED])
