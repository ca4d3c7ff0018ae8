"""What the practice model made is made again once a person's model is there."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from desktop_slm.assistants.practice_work import summaries_of_practice
from desktop_slm.errors import NoModel
from desktop_slm.ui.summaries.work import Stage
from tests.ui.summary_bench import MODEL, PRACTICE, Bench, bench, document, templating

__all__ = ["bench", "templating"]
_SLOW = 20_000


def _all_done(made: Bench, qtbot: QtBot) -> None:
    works = made.page.queue.works
    qtbot.waitUntil(lambda: all(work.stage is Stage.DONE for work in works), timeout=_SLOW)


def test_each_summary_of_the_practice_model_gets_a_version_of_the_other(
    bench: Bench, qtbot: QtBot
) -> None:
    bench.core.model = PRACTICE
    bench.drop(document(2, "one.pdf"), document(3, "two.pdf"))
    _all_done(bench, qtbot)
    assert bench.core.data is not None
    summaries = bench.core.data.summaries
    found = summaries_of_practice(summaries)
    assert len(found) == 2
    bench.core.model = MODEL
    bench.page.redoing.begin(found)
    _all_done(bench, qtbot)
    qtbot.waitUntil(lambda: summaries_of_practice(summaries) == (), timeout=_SLOW)
    made = [[each.model for each in summaries.versions(number)] for number in found]
    assert made == [["practice", "test"]] * 2  # and what was there before is kept


def test_stored_ones_are_opened_for_it(bench: Bench, qtbot: QtBot) -> None:
    bench.core.model = PRACTICE
    bench.drop(document(2, "one.pdf"), document(3, "two.pdf"))
    _all_done(bench, qtbot)
    assert bench.core.data is not None
    summaries = bench.core.data.summaries
    found = summaries_of_practice(summaries)
    later = bench.new_page()  # as after a restart: nothing is in its queue
    qtbot.addWidget(later)
    bench.core.model = MODEL
    later.redoing.begin(found)
    qtbot.waitUntil(lambda: summaries_of_practice(summaries) == (), timeout=_SLOW)
    qtbot.waitUntil(lambda: all(work.stage is Stage.DONE for work in later.queue.works))


def test_what_waited_for_a_model_goes_on_when_there_is_one(bench: Bench, qtbot: QtBot) -> None:
    bench.core.model = None
    bench.drop(document(2))
    [work] = bench.page.queue.works
    qtbot.waitUntil(lambda: isinstance(work.error, NoModel))
    qtbot.waitUntil(lambda: work.glance is not None)  # there is something to read already
    bench.core.model = MODEL
    bench.page.redoing.take_waiting()
    _all_done(bench, qtbot)
    assert work.items
