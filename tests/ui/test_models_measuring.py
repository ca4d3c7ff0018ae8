"""Measuring a model from its menu: what is said meanwhile, the offer, the copy, the ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from desktop_slm.errors import ConversionFailed
from desktop_slm.models.library import PRACTICE_FILE, InstalledModel
from desktop_slm.tuning.tuned import Offer, Speeds, TunedSettings
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.listing.entry import Entry, Sources
from desktop_slm.ui.models.measuring import Measured, Measuring
from desktop_slm.ui.operations import Job
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.menu import Menu
from tests.fakes.model_files import write_model
from tests.fakes.window_core import make_core

SLOW, QUICK = Speeds(100.0, 10.0, 50.0), Speeds(200.0, 10.0, 100.0)
OFFER = Offer("Q4_0", 90_000_000, 1.8, 0.004)


class Bench:
    """A banner and what measures, with the work in the test's hands."""

    def __init__(self, core: Core, model: InstalledModel, qtbot: QtBot) -> None:
        self.core, self.model, self._qtbot = core, model, qtbot
        self.go_on = threading.Event()
        self.outcome: Measured = Measured(SLOW, SLOW, None)
        self.fails = False
        self.page = QWidget()
        qtbot.addWidget(self.page)
        self.banner = Banner(core.theme, parent=self.page)
        sources = Sources(core.library, core.engine, None, None)  # type: ignore[arg-type]
        self.measuring = Measuring(
            core, sources, self.banner, self.page, measure=self._measure, convert=self._convert
        )

    def _measure(self, model: InstalledModel, job: Job) -> Measured:
        job.report("threads")
        job.when_cancelled(self.go_on.set)
        self.go_on.wait(10)
        job.check()
        return self.outcome

    def _convert(self, model: InstalledModel, format_name: str, job: Job) -> Path:
        if self.fails:
            raise ConversionFailed(name=model.name, why="no more words")
        job.report(0.5)
        return model.path.with_name(f"{model.path.stem}-{format_name}.gguf")

    def words(self) -> str:
        return " ".join(label.text() for label in self.banner.findChildren(QLabel))

    def wait(self, part: str) -> None:
        self._qtbot.waitUntil(lambda: part in self.words())

    def press(self, words: str) -> None:
        buttons = self.banner.findChildren(QPushButton)
        next(each for each in buttons if each.text() == words and not each.isHidden()).click()

    def menu(self) -> list[str]:
        menu = Menu(self.core.theme, parent=self.page)
        self.measuring.add_to(menu, Entry(self.model))
        return [action.text() for action in menu.actions()]


@pytest.fixture
def bench(theme: Theme, tmp_path: Path, qtbot: QtBot) -> Iterator[Bench]:
    write_model(tmp_path / "starter" / PRACTICE_FILE, numbers={"llama.context_length": 8192})
    core = make_core(theme, tmp_path / "data", starter=tmp_path / "starter")
    yield Bench(core, core.library.models()[0], qtbot)
    core.operations.shut_down()


def test_it_says_what_is_measured_and_that_nothing_was_better(bench: Bench) -> None:
    bench.measuring.measure(bench.model)
    bench.wait("how many processors")
    assert bench.menu() == []  # one at a time
    bench.go_on.set()
    bench.wait("as it already did")
    assert bench.menu() == ["Measure on this computer"]


def test_it_says_how_much_faster_the_best_settings_are(bench: Bench) -> None:
    bench.outcome = Measured(SLOW, QUICK, None)
    bench.measuring.measure(bench.model)
    bench.go_on.set()
    bench.wait("2.0 times as fast")


def test_stopping_says_that_nothing_was_changed(bench: Bench) -> None:
    bench.measuring.measure(bench.model)
    bench.wait("how many processors")
    bench.press("Stop")
    bench.wait("Nothing was changed")


def test_an_offer_leads_to_the_copy(bench: Bench, qtbot: QtBot) -> None:
    bench.outcome = Measured(SLOW, QUICK, OFFER)
    bench.measuring.measure(bench.model)
    bench.go_on.set()
    bench.wait("1.8 times as fast (90 MB)")
    assert "0.4% worse" in bench.words()
    with qtbot.waitSignal(bench.measuring.changed):
        bench.press("Make the copy")
    assert "-Q4_0” is on the list" in bench.words()


def test_the_menu_offers_what_was_measured_before(bench: Bench) -> None:
    bench.core.tunings.keep(bench.model.path, TunedSettings(), QUICK, "CPU", OFFER)
    assert bench.menu() == ["Measure on this computer", "Faster on this computer…"]
    bench.measuring.say_offer(bench.model, OFFER)
    assert "1.8 times as fast" in bench.words()


def test_a_copy_that_cannot_be_made_is_said(bench: Bench) -> None:
    bench.fails = True
    bench.measuring.convert(bench.model, OFFER)
    bench.wait("no more words")
