"""One fact a page, found again by the real check: 95 of 100 count as fully supported."""

from __future__ import annotations

from desktop_slm.assistants.analysis import Analysis
from desktop_slm.assistants.evidence import Support
from tests.unit.assistants.summaries.summary_runs import document_of

_PLACES = ("Ashford", "Bremen", "Calais", "Dover", "Emden", "Florence", "Ghent", "Hull", "Ivrea")
_TRADES = ("lamps", "ropes", "clocks", "boots", "maps", "bells", "saddles")


def _fact(page: int) -> str:
    place, trade = _PLACES[page % len(_PLACES)], _TRADES[page % len(_TRADES)]
    return f"Store {page} in {place} sold {page * 7} {trade} in {1800 + page}."


def test_a_planted_fact_is_found_in_full() -> None:
    filler = "The weather was mild and nobody asked for more. The doors stood open all day."
    document = document_of(
        [f"{filler} {_fact(page)} {filler} Page {page} ends here." for page in range(1, 101)]
    )
    with Analysis(document) as analysis:
        findings = analysis.evidence([_fact(page) for page in range(1, 101)])
    full = 0
    for page, finding in enumerate(findings, 1):
        pages = [found.page for found in finding.evidence]
        full += finding.support is Support.FULL and page in pages
        for found in finding.evidence:
            assert document.text(found.page, found.start, found.end) == found.quote
    assert full >= 95


def test_a_fact_that_was_planted_nowhere_is_not() -> None:
    document = document_of([_fact(page) for page in range(1, 21)])
    with Analysis(document) as analysis:
        (finding,) = analysis.evidence(["Store 3 in Dover sold 999 lamps in 1803."])
    assert finding.support is not Support.FULL
    assert any("999" in word for word in finding.unknown)
