"""The proofs themselves: slices that add up, a truthful report, a fuzzer that finds."""

from __future__ import annotations

import itertools
import random
from pathlib import Path

import pytest

from benchmarks.soak import Length, grown
from benchmarks.soak_day import Held
from tests.fakes.hostile_documents import FAMILIES, defects, documents, makers
from tests.fakes.hostile_documents.seeds import seed as sound
from tests.fuzz import mutation
from tests.fuzz.targets import TARGETS, Target
from tests.prove import hostile_files, report
from tests.prove.part import Part, Promise, Result, Slice


def test_slices_add_up_to_the_count_and_have_seeds_of_their_own() -> None:
    part = Part("x", lambda given: {}, quick=3, long=25, slice_size=10)
    assert part.slices(is_long=False) == [Slice(3, 1)]
    assert part.slices(is_long=True) == [Slice(10, 1), Slice(10, 2), Slice(5, 3)]


def test_a_part_of_the_long_run_alone_is_not_in_the_quick_one() -> None:
    assert Part("x", lambda given: {}, quick=0, long=1).slices(is_long=False) == []


def test_the_report_says_what_broke_what_is_missing_and_keeps_the_other_run(
    tmp_path: Path,
) -> None:
    path = tmp_path / "report.md"
    parts = (Part("a", lambda given: {}), Part("b", lambda given: {}), Part("c", lambda given: {}))
    promises = (Promise("P1", "Words | of it", parts, "another system."),)
    held = Result("P1", "a", 1, 1, "held", 2.0, {"kills": 60, "most seconds": 2})
    broken = Result("P1", "b", 1, 1, "broken", 1.0, {}, "two were lost")
    report.write(path, promises, [held], is_long=True)
    report.write(path, promises, [held, broken], is_long=False)
    text = path.read_text()
    assert text.index("## The quick run") < text.index("## The long run")
    assert "kills 60, most seconds 2 | 2 | held |" in text
    assert "**did not hold**: two were lost" in text
    assert "| | c | | | | not run |" in text
    assert "- P1: another system." in text


def test_figures_of_slices_are_added_and_peaks_are_not(tmp_path: Path) -> None:
    promises = (Promise("P1", "w", (Part("a", lambda given: {}, long=2, slice_size=1),)),)
    results = [
        Result("P1", "a", seed, 1, "held", 1.0, {"kills": 5, "most seconds": seed})
        for seed in (1, 2)
    ]
    report.write(tmp_path / "r.md", promises, results, is_long=True)
    assert "| 2 | kills 10, most seconds 2 | 2 | held |" in (tmp_path / "r.md").read_text()


def _breaks_on_a_number(data: bytes) -> None:
    if len(data) > 3 and data[3] > 200:
        raise ValueError("found")


def test_the_own_fuzzer_finds_what_breaks() -> None:
    target = Target(_breaks_on_a_number, lambda: [b"abcdef"], (), ("tests/unit",))
    found = mutation.fuzz(target, 20, 1)
    assert found.failing is not None
    assert found.error == "ValueError: found"


def test_an_answer_of_the_target_is_no_finding() -> None:
    target = Target(_breaks_on_a_number, lambda: [b"abc\xff"], (ValueError,), ("tests/unit",))
    found = mutation.fuzz(target, 20, 1, most_runs=200)
    assert (found.runs, found.failing) == (200, None)
    assert found.lines > 0


@pytest.mark.parametrize("name", TARGETS)
def test_every_target_takes_its_own_seeds(name: str) -> None:
    seeds = TARGETS[name].seeds()
    assert seeds
    for seed in seeds:
        TARGETS[name].try_one(seed)


@pytest.mark.parametrize("family", ["csv", "pdf: actions", "docx: entities"])
def test_hostile_documents_are_the_same_for_a_seed_and_differ_for_another(family: str) -> None:
    _, make = FAMILIES[family]
    assert make(random.Random(1)) == make(random.Random(1))
    assert len({make(random.Random(seed)) for seed in range(12)}) > 2


def test_there_are_as_many_defects_as_are_promised_and_each_is_another() -> None:
    found = [(form, what) for form, what, _ in makers()]
    assert len(found) == len(set(found)) > hostile_files.ALL_DEFECTS
    assert len({form for form, _ in found}) == 21


def test_a_document_that_its_defect_left_sound_is_no_hostile_one() -> None:
    some = list(itertools.islice(defects(), 60))
    assert len({each.data for each in some}) == len(some)
    assert not any(each.data == sound(Path(each.name).suffix[1:]) for each in some)


def test_a_day_ends_after_its_rounds_and_minutes_and_at_its_most_minutes() -> None:
    day = Length(minutes=8, rounds=60, most_minutes=24)
    assert not day.is_over(60, 479) and not day.is_over(50, 600)
    assert day.is_over(60, 480) and day.is_over(50, 1_440)
    assert not day.is_over(63, 1_000), "its children would be other ones than at the first measure"


def test_what_grew_by_more_than_a_twentieth_is_named() -> None:
    assert grown(Held(100.0, 20, 9, 1), Held(105.0, 21, 9, 1)) == []
    assert grown(Held(100.0, 20, 9, 1), Held(105.1, 22, 9, 2)) == [
        "memory_mb", "handles", "children",
    ]  # fmt: skip


def test_hostile_documents_come_from_one_family_after_the_other() -> None:
    first = list(itertools.islice(documents(9, 1), 3))
    assert [each.family for each in first] == sorted(FAMILIES)[:3]
