"""The labelled set itself: its form, its split, its counts, and what "paraphrase" promises.

Whether a label is right only a reader can say; these tests hold what can be computed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from itertools import combinations

import pytest

from tests.data.evidence import (
    DEVELOPMENT,
    DEVELOPMENT_2,
    DEVELOPMENT_3,
    FOLDER,
    HALVES,
    HELD_OUT,
    SETS,
    Pair,
    read_pairs,
    read_passages,
    read_rows,
)

LANGUAGES = ("en", "de", "fr")
FIELDS = ("law", "medicine", "finance", "general")
JUDGED = ("number changed", "name changed", "invented")
REPORTED = (
    "negated",
    "merged from two places",
    "condition dropped",
    "may and must swapped",
    "parties swapped",
    "whose claim",
    "unit or decimal changed",
    "date of another event",
    "tense",
)
KINDS = ("true", *JUDGED, *REPORTED)
KEYS = {"id", "language", "field", "passages", "sentence", "kind", "label"}

# A number counts as one word, so "1,200,000" or "2.5" alone is no run of three.
WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+")

PAIRS = {half: read_pairs(half) for half in SETS}
ALL = [pair for half in SETS for pair in PAIRS[half]]


def words_of(text: str) -> list[str]:
    return [word.casefold() for word in WORD.findall(text)]


def runs_of_three(text: str) -> set[tuple[str, ...]]:
    words = words_of(text)
    return set(zip(words, words[1:], words[2:], strict=False))


def shared_runs(pair: Pair) -> set[tuple[str, ...]]:
    """Returns the runs of three words that the sentence has in common with its passages."""
    inside = set().union(*(runs_of_three(passage.text) for passage in pair.passages))
    return runs_of_three(pair.sentence) & inside


def shares(pairs: list[Pair], key: Callable[[Pair], str]) -> dict[str, float]:
    """Returns which part of the pairs falls to each value of `key`."""
    return {value: n / len(pairs) for value, n in Counter(map(key, pairs)).items()}


def count_table() -> str:
    """Returns the table of counts as README shows it."""
    head = [f"{half.replace('_', '-')} {language}" for half in SETS for language in LANGUAGES]
    lines = [f"| Kind | {' | '.join(head)} | all |", f"|---|{'---:|' * (len(head) + 1)}"]
    lines += [_table_row(kind, [p for p in ALL if p.kind == kind]) for kind in KINDS]
    lines.append(_table_row("true, paraphrase", [p for p in ALL if p.is_paraphrase]))
    lines.append(_table_row("all", ALL))
    return "\n".join(lines)


def _table_row(name: str, pairs: list[Pair]) -> str:
    chosen = {pair.id for pair in pairs}
    cells = [
        sum(pair.id in chosen and pair.language == language for pair in PAIRS[half])
        for half in SETS
        for language in LANGUAGES
    ]
    return f"| {name} | {' | '.join(map(str, cells))} | {len(pairs)} |"


@pytest.mark.parametrize("half", SETS)
def test_every_line_has_the_fields_and_known_values(half: str) -> None:
    for row in read_rows(half):
        assert row.keys() - {"paraphrase"} == KEYS, row["id"]
        assert row.get("paraphrase", True) is True, row["id"]
        assert row["kind"] in KINDS, row["id"]
        assert row["language"] in LANGUAGES, row["id"]
        assert row["field"] in FIELDS, row["id"]
        assert row["label"] == ("true" if row["kind"] == "true" else "false"), row["id"]


def test_ids_and_sentences_are_unique_in_the_whole_set() -> None:
    assert len({pair.id for pair in ALL}) == len(ALL)
    assert len({pair.sentence.casefold() for pair in ALL}) == len(ALL)


@pytest.mark.parametrize("half", SETS)
def test_a_pair_has_the_language_and_field_of_its_first_passage(half: str) -> None:
    for pair in PAIRS[half]:
        first = pair.passages[0]
        assert (pair.language, pair.field) == (first.language, first.field), pair.id
        assert {passage.language for passage in pair.passages} == {pair.language}, pair.id


@pytest.mark.parametrize("half", SETS)
def test_passages_have_80_to_250_words_and_are_all_used(half: str) -> None:
    passages = read_passages(half)
    for passage in passages.values():
        assert 80 <= len(passage.text.split()) <= 250, passage.id
    assert {p.id for pair in PAIRS[half] for p in pair.passages} == passages.keys()


@pytest.mark.parametrize(
    ("one", "other_set"),
    list(combinations(SETS, 2)),
)
def test_no_passage_is_in_two_sets(one: str, other_set: str) -> None:
    ours, theirs = read_passages(one), read_passages(other_set)
    assert not ours.keys() & theirs.keys()
    for passage in ours.values():
        # Not even most of a passage: a lightly reworded copy would leak what was tuned on.
        runs = runs_of_three(passage.text)
        for other in theirs.values():
            assert len(runs & runs_of_three(other.text)) < 0.1 * len(runs), (passage.id, other.id)


@pytest.mark.parametrize("half", HALVES)
def test_each_half_has_enough_of_every_kind(half: str) -> None:
    counts = Counter(pair.kind for pair in PAIRS[half])
    assert len(PAIRS[half]) >= 220
    assert counts["true"] >= 75
    assert all(counts[kind] >= 35 for kind in JUDGED), counts
    assert all(counts[kind] >= 15 for kind in REPORTED), counts


@pytest.mark.parametrize("later", [DEVELOPMENT_2, DEVELOPMENT_3])
def test_a_later_development_set_is_large_and_mostly_paraphrases(later: str) -> None:
    counts = Counter(pair.kind for pair in PAIRS[later])
    assert len(PAIRS[later]) >= 220
    assert counts["true"] >= 110
    assert all(counts[kind] >= 30 for kind in JUDGED), counts
    assert sum(pair.is_paraphrase for pair in PAIRS[later]) >= 0.8 * counts["true"]


@pytest.mark.parametrize("half", SETS)
def test_each_language_is_a_quarter_and_the_professions_are_a_third(half: str) -> None:
    languages = shares(PAIRS[half], lambda pair: pair.language)
    fields = shares(PAIRS[half], lambda pair: pair.field)
    assert all(languages[language] >= 0.25 for language in LANGUAGES), languages
    assert 1 - fields["general"] >= 1 / 3, fields
    assert all(fields[field] >= 0.15 for field in FIELDS), fields


@pytest.mark.parametrize(
    "key",
    [lambda pair: pair.kind, lambda pair: pair.language, lambda pair: pair.field],
    ids=["kind", "language", "field"],
)
def test_the_halves_are_made_up_alike(key: Callable[[Pair], str]) -> None:
    ours, theirs = shares(PAIRS[DEVELOPMENT], key), shares(PAIRS[HELD_OUT], key)
    assert ours.keys() == theirs.keys()
    assert all(abs(ours[value] - theirs[value]) < 0.03 for value in ours), (ours, theirs)


@pytest.mark.parametrize("pair", [p for p in ALL if p.is_paraphrase], ids=lambda pair: pair.id)
def test_a_paraphrase_is_true_and_shares_no_three_words_in_a_row(pair: Pair) -> None:
    assert pair.is_true
    assert not shared_runs(pair)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("half", SETS)
def test_at_least_half_of_the_true_pairs_are_paraphrases(half: str, language: str) -> None:
    true = [pair for pair in PAIRS[half] if pair.is_true and pair.language == language]
    assert sum(pair.is_paraphrase for pair in true) >= len(true) / 2


def test_no_sentence_stands_word_for_word_in_its_passage() -> None:
    # Cutting off a condition or "he says that" leaves the passage's words: that is the very error.
    cut = ("condition dropped", "whose claim")
    for pair in (pair for pair in ALL if pair.kind not in cut):
        text = " ".join(" ".join(words_of(passage.text)) for passage in pair.passages)
        assert " ".join(words_of(pair.sentence)) not in text, pair.id


@pytest.mark.parametrize("half", HALVES)
def test_some_wrong_numbers_come_from_elsewhere_in_the_passage(half: str) -> None:
    """A checker that only looks whether a number occurs anywhere must not pass unseen."""
    wrong = [pair for pair in PAIRS[half] if pair.kind == "number changed"]
    misplaced = [
        pair for pair in wrong if set() < _digits(pair.sentence) <= _digits_of_passages(pair)
    ]
    assert len(misplaced) >= 15
    assert len(wrong) - len(misplaced) >= 15


@pytest.mark.parametrize("half", HALVES)
def test_some_wrong_names_come_from_elsewhere_in_the_passage(half: str) -> None:
    wrong = [pair for pair in PAIRS[half] if pair.kind == "name changed"]
    misplaced = [pair for pair in wrong if _capitalised(pair.sentence) <= _all_words(pair)]
    assert len(misplaced) >= 15


def test_readme_shows_these_counts() -> None:
    assert count_table() in (FOLDER / "README.md").read_text(encoding="utf-8")


def _digits(text: str) -> set[str]:
    return set(re.findall(r"\d+(?:[.,  ]\d+)*", text))


def _digits_of_passages(pair: Pair) -> set[str]:
    return set().union(*(_digits(passage.text) for passage in pair.passages))


def _capitalised(sentence: str) -> set[str]:
    # The first word has a capital whether it is a name or not.
    return {word.casefold() for word in WORD.findall(sentence)[1:] if word[0].isupper()}


def _all_words(pair: Pair) -> set[str]:
    return {word for passage in pair.passages for word in words_of(passage.text)}
