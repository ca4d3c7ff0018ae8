"""A person's work is kept in the version, with the steps behind each sentence."""

from __future__ import annotations

from dataclasses import replace

import pytest

from desktop_slm.assistants.evidence import Support
from desktop_slm.assistants.exports import gathering
from desktop_slm.assistants.exports.gathering import Exportable
from desktop_slm.assistants.summaries import editing
from desktop_slm.assistants.summaries.editing import Insert, Move, Remove, Replace
from desktop_slm.assistants.summaries.recording import Recording
from desktop_slm.assistants.summaries.records import SummaryRecords
from desktop_slm.assistants.summaries.summary import Item, Summary
from desktop_slm.engine.templating import Templating
from desktop_slm.models.library import InstalledModel
from desktop_slm.storage.database import Database
from tests.unit.assistants.conftest import now
from tests.unit.assistants.summaries.summary_runs import Runner, filled


class Kept:
    """A finished version and what is kept of it."""

    def __init__(self, runner: Runner, records: SummaryRecords) -> None:
        self.records, self.document = records, filled(12)
        record = records.begin(self.document, runner.options)
        recording = Recording(runner.summarizer)
        args = record, self.document, runner.options, runner._note, runner.cancellation
        recording.run(*args)
        self.summary_id, self.version_id = record.summary_id, record.version_id

    def edit(self, edit: editing.Edit) -> Summary:
        self.records.edit(self.version_id, edit)
        return self.summary

    @property
    def summary(self) -> Summary:
        found = self.records.load(self.summary_id, self.version_id).summary
        assert found is not None
        return found


@pytest.fixture
def kept(templating: Templating, model: InstalledModel, database: Database) -> Kept:
    return Kept(Runner(templating, model), SummaryRecords(database, now))


def test_edits_are_kept_and_the_receipt_counts_them(kept: Kept) -> None:
    first, *others = kept.summary.items
    edited = editing.ticked(editing.reworded(first, "In my words."), is_checked=True)
    kept.edit(Replace(0, edited))
    summary = kept.edit(Insert(1, editing.written("And this.")))
    assert [item.text for item in summary.items][:2] == ["In my words.", "And this."]
    assert list(summary.items[2:]) == others
    assert summary.receipt is not None
    assert (summary.receipt.edited, summary.receipt.checked) == (2, 1)
    assert not summary.is_draft


def test_each_sentence_keeps_the_steps_that_it_came_from(kept: Kept) -> None:
    kept.edit(Insert(0, editing.written("First.")))
    before = kept.summary
    last = len(before.items) - 1
    steps = [before.tree.passages(number) for number in range(last + 1)]
    assert steps[0] == ()  # no step made it
    assert steps[last] != ()
    moved = kept.edit(Move(last, 0))
    assert [moved.tree.passages(number) for number in range(2)] == [steps[last], ()]
    removed = kept.edit(Remove(0))
    assert len(removed.tree.items) == len(removed.items)


def test_an_export_leaves_out_what_nothing_supports_and_says_so(kept: Kept) -> None:
    summary = kept.summary
    found = replace(summary.items[0], support=Support.FULL)
    by_hand = Item("Kept by hand.", is_checked=True)
    source = Exportable(
        title="T",
        items=(found, Item("Invented."), by_hand),
        coverage=summary.coverage,
        documents=[kept.document],
        receipt=summary.receipt,
        model_id="m",
        model_name="M",
    )
    whole = gathering.exported(source)
    assert len(whole.items) == 3
    some = gathering.exported(source, only_supported=True)
    assert some.items == (found, by_hand)
    assert (some.total, some.checked) == (3, 1)
    assert some.receipt.notices[-1] == ("1 sentence left out that nothing in the document supports")
    assert whole.receipt.notices == some.receipt.notices[:-1]
