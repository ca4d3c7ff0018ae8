"""The sentence about what was read says neither more nor less than what was read."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_slm.assistants.summaries.coverage import coverage_sentence
from desktop_slm.assistants.summaries.summary import Coverage

_ALL = Coverage(84, 1000, 52, 52, 84)
_KEY = replace(_ALL, is_key_sentences=True)


@pytest.mark.parametrize(
    ("coverage", "is_draft", "sentence"),
    [
        (_ALL, False, "The model read all of 84 pages."),
        (_KEY, False, "The model read the key sentences of 84 pages."),
        (replace(_ALL, pages_read=80), False, "The model read 80 of 84 pages."),
        (
            replace(_KEY, pages_read=80),
            False,
            "The model read the key sentences of 80 of 84 pages.",
        ),
        (
            replace(_ALL, pages_read=61, passages_read=38),
            True,
            "Draft from the first 61 of 84 pages.",
        ),
        (_ALL, True, "Draft: the model read all of 84 pages."),
        (replace(_ALL, pages=1, pages_read=1), False, "The model read the whole page."),
    ],
)
def test_coverage_is_told_as_it_is(coverage: Coverage, is_draft: bool, sentence: str) -> None:
    assert coverage_sentence(coverage, is_draft=is_draft) == sentence
