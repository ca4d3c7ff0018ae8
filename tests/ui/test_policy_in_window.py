"""What an organisation has set, in the window: shown, locked, and kept by what lies below."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from desktop_slm import app, policy
from desktop_slm.assistants.exports.export_format import ExportFormat
from desktop_slm.errors import (
    DesktopSlmError,
    ExportForbidden,
    OfflineByPolicy,
    PolicyUnreadable,
    PrintForbidden,
)
from desktop_slm.settings import Settings, SettingsFile
from desktop_slm.ui import network, refusal
from desktop_slm.ui.core import Core
from desktop_slm.ui.exchange.chat_exchange import ChatExchange
from desktop_slm.ui.settings.lock_section import LockSection
from desktop_slm.ui.settings.organisation_section import OrganisationSection
from desktop_slm.ui.summaries.exporting.export_wish import ExportWish
from desktop_slm.ui.summaries.work import Stage
from desktop_slm.ui.theme import Theme
from tests.fakes.policies import set_policy
from tests.fakes.window_core import make_core
from tests.ui.summary_bench import Bench, bench, document, templating

__all__ = ["bench", "templating"]


@pytest.fixture
def core(theme: Theme, tmp_path: Path) -> Iterator[Core]:
    made = make_core(theme, tmp_path / "data")
    yield made
    made.operations.shut_down()


def test_where_nothing_is_set_there_is_no_section(core: Core, qtbot: QtBot) -> None:
    section = OrganisationSection(core)
    qtbot.addWidget(section)
    assert section.isHidden()


def test_each_thing_that_is_set_is_told(
    core: Core, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    text = f"""
        offline = true
        mirror = "https://models.example.org"
        allowed_models = []
        lock_after_min = 5
        keep_days = 90
        exports = false
        printing = false
        models_folder = "{tmp_path.as_posix()}"
    """
    set_policy(monkeypatch, tmp_path / "etc", text)
    section = OrganisationSection(core)
    qtbot.addWidget(section)
    section.show()
    said = " ".join(label.text() for label in section.findChildren(QLabel))
    assert len(section.rows) == 8
    for words in ("Set by your organisation", "https://models.example.org", "5 minutes", "90 days"):
        assert words in said


def test_a_locked_setting_is_in_force_and_stays_so(
    theme: Theme, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", "lock_after_min = 5")
    file = SettingsFile(tmp_path / "data" / "settings.json")
    file.save(Settings(lock_after_min=0))
    core = make_core(theme, tmp_path / "data")
    assert core.settings.lock_after_min == 5
    core.change_settings(lock_after_min=0, theme="dark")
    assert (core.settings.lock_after_min, core.settings.theme) == (5, "dark")
    section = LockSection(core)
    qtbot.addWidget(section)
    section.refresh()
    qtbot.waitUntil(lambda: "Set by your organisation" in section.after_row.more.text())
    assert not section.after.isEnabled()
    core.operations.shut_down()


def test_offline_says_who_set_it(
    core: Core, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert not isinstance(network.offline_error(), OfflineByPolicy)
    set_policy(monkeypatch, tmp_path / "etc", "offline = true")
    core.outside = replace(core.outside, is_offline=True)
    told: list[DesktopSlmError] = []
    core.error_reported.connect(told.append)
    network.go_online(core, None, "", lambda: pytest.fail("went online"))  # type: ignore[arg-type]
    assert isinstance(told[0], OfflineByPolicy)


def test_a_summary_is_neither_saved_nor_printed_where_that_is_forbidden(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", "exports = false\nprinting = false")
    bench.drop(document(2))
    [work] = bench.page.queue.works
    qtbot.waitUntil(lambda: work.stage is Stage.DONE, timeout=20_000)
    bench.dialogs.target = tmp_path / "out.md"
    export = bench.page._export
    with qtbot.waitSignal(export.failed) as saved:
        export.save(work, ExportWish(ExportFormat.MARKDOWN))
    with qtbot.waitSignal(export.failed) as printed:
        export.print_out(work, only_checked=False)
    assert isinstance(saved.args[0], ExportForbidden)
    assert isinstance(printed.args[0], PrintForbidden)
    assert bench.dialogs.proposed == []  # nobody was asked where to
    assert not bench.dialogs.target.exists()


def test_chats_are_not_written_into_files_where_that_is_forbidden(
    bench: Bench, qtbot: QtBot, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", "exports = false")
    exchange = ChatExchange(bench.core, bench.page, bench.dialogs)
    with qtbot.waitSignal(exchange.failed) as failed:
        exchange.export_all()
    assert isinstance(failed.args[0], ExportForbidden)
    assert bench.dialogs.proposed == []


def test_a_broken_policy_keeps_the_window_from_starting(
    theme: Theme,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    set_policy(monkeypatch, tmp_path / "etc", "ofline = true")
    refused: list[DesktopSlmError] = []
    monkeypatch.setattr(refusal, "show", lambda application, error: refused.append(error))
    monkeypatch.setattr(app, "make_application", lambda: None)
    monkeypatch.setattr("desktop_slm.ui.language.install", lambda *given: None)
    monkeypatch.setattr(app, "has_screen", lambda: True)
    assert app.run() == 1
    assert isinstance(refused[0], PolicyUnreadable)
    assert "“ofline”" in capsys.readouterr().err


def test_the_refusal_says_the_sentence_and_closes(theme: Theme, qtbot: QtBot) -> None:
    error = PolicyUnreadable(path=policy.place(), why="“x” is not a setting of a policy")
    dialog = refusal.dialog(theme, error)
    qtbot.addWidget(dialog)
    dialog.show()
    said = " ".join(label.text() for label in dialog.findChildren(QLabel))
    assert "does not start" in said
    assert "“x” is not a setting of a policy" in said
