"""The choices on the Models page as a person uses them, on described computers."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QDialog, QPlainTextEdit
from pytestqt.qtbot import QtBot

from desktop_slm.errors import EngineHung
from desktop_slm.models import catalog, machine, recommend
from desktop_slm.models.catalog import CatalogModel, Kind
from desktop_slm.ui.core import Core
from desktop_slm.ui.models.choosing.catalog_list import CatalogList
from desktop_slm.ui.models.choosing.choices import Choices
from desktop_slm.ui.models.choosing.choices_card import ChoiceCard
from desktop_slm.ui.theme import Theme
from tests.fakes import described
from tests.fakes.described import Described
from tests.fakes.model_files import write_model
from tests.fakes.window_core import make_core

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support")
Show = Callable[..., Choices]


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    core = make_core(theme, tmp_path / "data")
    yield core
    core.operations.shut_down()


@pytest.fixture
def show(core: Core, qtbot: QtBot) -> Show:
    kept: list[Choices] = []

    def show(computer: Described = described.LAPTOP) -> Choices:
        core.calibration = described.calibration(core.outside.paths, computer)
        choices = Choices(core)
        kept.append(choices)
        qtbot.addWidget(choices)
        choices.resize(960, 600)
        choices.show()
        choices.refresh()
        qtbot.waitUntil(choices.free_only.isEnabled)
        return choices

    return show


def _click(button: QAbstractButton) -> None:
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)


def _says(card: ChoiceCard, *parts: str) -> bool:
    return all(part in card.accessibleName() for part in parts)


def _open_dialog() -> QDialog:
    dialog = QApplication.activeModalWidget()
    assert isinstance(dialog, QDialog)
    return dialog


def _button(dialog: QDialog, name: str) -> QAbstractButton:
    return next(b for b in dialog.findChildren(QAbstractButton) if b.accessibleName() == name)


def test_three_cards_say_what_fits_and_how_fast_it_is(show: Show) -> None:
    quick, suggested, largest = show().cards
    assert _says(quick, "Quick", "Fits · a page of answer in ")
    assert _says(suggested, "Suggested", "GB download", "GB in memory", "30-page document in about")
    assert _says(largest, "Largest that fits")
    assert suggested.property("selected") == "true"


def test_without_a_way_to_get_models_no_button_offers_it(show: Show) -> None:
    choices = show()
    assert not any(card.get_button.isVisible() for card in choices.cards)
    got: list[CatalogModel] = []
    choices.set_getting(got.append)
    _click(choices.cards[1].get_button)
    assert got == [choices.cards[1].choice.option.model]
    choices.set_getting(None)
    assert not any(card.get_button.isVisible() for card in choices.cards)


def test_a_model_that_is_here_needs_no_getting(show: Show, core: Core) -> None:
    first = show()
    model = first.cards[1].choice.option.model
    write_model(core.outside.paths.models / model.file)
    second = show()
    second.set_getting(lambda wanted: None)
    assert second.cards[1].here.isVisible()
    assert not second.cards[1].get_button.isVisible()
    assert second.cards[0].get_button.isVisible()


def test_the_filter_leaves_apache_and_mit(show: Show) -> None:
    choices = show()
    assert any(not card.choice.option.model.license.is_free for card in choices.cards)
    QTest.keyClick(choices.free_only, Qt.Key.Key_Space)
    assert all(card.choice.option.model.license.is_free for card in choices.cards)
    _click(choices.all_button)
    assert all(row.option.model.license.is_free for row in choices.list.rows)


def test_all_models_are_a_click_away_with_their_labels(show: Show, qtbot: QtBot) -> None:
    choices = show(described.OLD)
    assert not choices.list.isVisible()
    QTest.keyClick(choices.all_button, Qt.Key.Key_Space)
    chat = [model for model in catalog.load().models if model.kind is Kind.CHAT]
    assert [row.option.model for row in choices.list.rows] == chat
    labels = {row.option.model.id: row.label.text() for row in choices.list.rows}
    assert labels["qwen3.5-0.8b"] == "Fits"
    assert labels["mixtral-8x7b"] == "Too big"
    assert "Close other programs first" in labels.values()
    assert all(row.isVisible() for row in choices.list.rows)
    _click(choices.all_button)
    assert not choices.list.isVisible()
    assert choices.all_button.text() == "Show all models"


def test_a_model_for_a_newer_engine_says_so_and_cannot_be_got(theme: Theme, qtbot: QtBot) -> None:
    (known,) = recommend.options(catalog.load().models[:1], described.LAPTOP.machine())
    newer = replace(known, model=replace(known.model, architecture="brandnew"))
    shown = CatalogList(theme)
    qtbot.addWidget(shown)
    shown.show_options([known, newer], can_get=True, here=())
    shown.show()
    assert [row.label.text() for row in shown.rows] == ["Fits", "Needs a newer engine"]
    assert [row.get_button.isVisible() for row in shown.rows] == [True, False]


def test_rows_have_their_height_when_the_filter_changes_them(show: Show, qtbot: QtBot) -> None:
    choices = show()
    _click(choices.all_button)
    _click(choices.free_only)
    qtbot.waitUntil(lambda: all(row.height() >= 30 for row in choices.list.rows))


def test_details_tell_all_and_the_license_opens_after_a_question(
    show: Show, core: Core, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(core.outside.launcher, "open_address", opened.append)
    choices = show()
    option = choices.cards[1].choice.option
    _click(choices.cards[1].details_button)
    dialog = _open_dialog()
    box = dialog.findChild(QPlainTextEdit)
    assert box is not None
    for part in ("Parameters: ", "Quantization: ", "tokens a second", "Made small: ", "SHA-256: "):
        assert part in box.toPlainText()
    assert option.model.license.conditions in box.toPlainText()
    _click(_button(dialog, "Read the license…"))
    question = _open_dialog()
    assert opened == []
    _click(_button(question, "Open in browser"))
    qtbot.waitUntil(lambda: opened == [option.model.license.url])
    dialog.close()


def test_nothing_fits_is_said(show: Show) -> None:
    choices = show(Described(1, 0.4))
    assert choices.cards == []
    assert "No model of the list fits" in choices.state.text()
    assert choices.state.isVisible()


def test_a_full_disk_is_not_taken_for_too_little_memory(
    show: Show, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(machine, "disk_free_bytes", lambda folder: described.GB // 10)
    choices = show()
    assert choices.cards == []
    assert "the disk of the models folder has no room" in choices.state.text()


def test_a_computer_that_cannot_be_measured_is_said(core: Core, qtbot: QtBot) -> None:
    class _Broken:
        def machine(self) -> Any:
            raise EngineHung(seconds=30)

    core.calibration = _Broken()  # type: ignore[assignment]
    choices = Choices(core)
    qtbot.addWidget(choices)
    choices.show()
    before = choices.state.text()
    choices.refresh()
    qtbot.waitUntil(lambda: choices.state.text() != before)
    assert choices.state.isVisible()
    assert not choices.all_button.isVisible()


def test_cards_stack_where_it_is_narrow(show: Show, qtbot: QtBot) -> None:
    choices = show()
    first, second = choices.cards[:2]
    qtbot.waitUntil(lambda: first.y() == second.y() and first.x() < second.x())
    choices.resize(500, 900)
    qtbot.waitUntil(lambda: first.y() < second.y() and first.x() == second.x())


def test_a_second_look_keeps_the_cards_that_stay(show: Show, core: Core, qtbot: QtBot) -> None:
    choices = show()
    cards = list(choices.cards)
    computer = replace(described.LAPTOP, cores=2)
    core.calibration = described.calibration(core.outside.paths, computer)
    seen: list[object] = []
    choices.set_getting(seen.append)
    choices.refresh()
    qtbot.waitUntil(lambda: choices._looking is not None and choices._looking.is_finished)
    assert choices.cards == cards
