"""Every page and dialog, for the keyboard, for a screen reader, and in a language of long words.

Each page is brought about once, in a language that nobody speaks (`fakes/pseudo_language`), walked,
made small, zoomed and mirrored; the tests then ask for one thing each.
"""

from __future__ import annotations

import gc
import re
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QApplication, QWidget

from tests.fakes.pseudo_language import PseudoLanguage
from tests.screenshots.scenes import SCENES
from tests.screenshots.stage import Stage
from tests.whole import walking

pytestmark = pytest.mark.qt_log_ignore("This plugin does not support", extend=True)

PAGES = (
    *("chat", "chat-attachment", "chat-no-model", "find-in-chat", "search", "kept", "disk-full"),
    *("summary", "summary-plan", "summary-glance", "summary-omissions", "summary-running"),
    *("summary-person", "summary-options", "summary-failed", "comparison", "palette"),
    *("models", "models-empty", "trial", "trial-setup", "settings"),
    *("opening-place", "opening-locked", "opening-failed", "first-run"),
    *("assistants", "assistant-form", "temporary", "organisation"),
)
SMALLEST = (911, 512)
_MOST_LOOKS = 8
ROOT = Path(__file__).resolve().parents[2]
# What the scenes hold: the sentences of their documents, and what the assistants say of themselves.
_SOURCES = (
    *(ROOT / "tests" / "screenshots").glob("*.py"),
    *(ROOT / "desktop_slm" / "resources" / "assistants").glob("*.toml"),
)
_HELD = re.sub(
    r'"\s*\n\s*"|\\n|\s+',
    lambda found: "" if found[0].startswith('"') else " ",
    "\n".join(path.read_text(encoding="utf-8") for path in _SOURCES),
)
# What is the same in all languages: keys in a tooltip, files, models, licenses, formats, languages.
_NAMES = re.compile(
    r"\(?((Ctrl|Shift|Alt)\+)*([A-Z]|F\d+|Esc|Enter|Ins|Del)\)?|/\S*|\S+\.(pdf|docx|md|gguf)|text|"
    r"(Qwen|LFM|Gemma|Llama|Practice|Phi|Granite|Ministral|SmolLM|Falcon)[\w .]*( License)?|"
    r"Q\d\w*|F32|Apache 2\.0|MIT|English|Deutsch|Français|Español|Italiano|Nederlands|Português|"
    r"General|Writer|Study coach|Code helper|Desktop SLM|Hugging Face|Secret Service"
)


def _is_content(words: str) -> bool:
    """Whether words are content: a name, two words or more of what is held, several of those."""
    words = words.strip(" .,:;“”")
    if not words or _NAMES.fullmatch(words):
        return True
    if len(words.split()) > 1 and words.strip("…") in _HELD:
        return True
    pieces = re.split(r"\s*[·\n]\s*", words)
    if len(pieces) == 1:
        pieces = words.split(", ")
    return len(pieces) > 1 and all(map(_is_content, pieces))


class Walked:
    """What was found on one page."""

    def __init__(self) -> None:
        self.found: dict[str, list[str]] = {}

    def add(self, check: Callable[..., list[str]], *given: object, at: str = "") -> None:
        self.found.setdefault(check.__name__, []).extend(
            f"{at} {each}".strip() for each in check(*given)
        )


@pytest.fixture(scope="module", params=PAGES)
def walked(
    request: pytest.FixtureRequest, qapp: QApplication, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[Walked]:
    language = PseudoLanguage()
    qapp.installTranslator(language)
    QAccessible.setActive(True)
    stage = Stage(qapp, tmp_path_factory.mktemp("page"), "light")
    try:
        SCENES[request.param](stage)
        yield _walk(stage, QApplication.activeModalWidget() or stage.window)
    finally:
        qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        qapp.removeTranslator(language)
        QAccessible.setActive(False)
        _end(stage)


def _walk(stage: Stage, page: QWidget) -> Walked:
    walked = Walked()
    page.activateWindow()
    stage.settle(0.2)
    for check in (walking.unnamed, walking.misstated, walking.small):
        walked.add(check, page)
    walked.add(walking.untranslated, page, _is_content)
    stations = walking.tab_walk(page)
    walked.add(walking.unreachable, page, stations)
    walked.add(walking.out_of_order, stations)
    stage.window.resize(*SMALLEST)
    for percent, direction in (
        (100, Qt.LayoutDirection.LeftToRight),
        (200, Qt.LayoutDirection.LeftToRight),
        (200, Qt.LayoutDirection.RightToLeft),
    ):
        QApplication.setLayoutDirection(direction)
        stage.core.theme.set_zoom(percent)
        stage.settle(1.0 if stage.engine.gate else 0.4)  # a page that still works lays out late
        at = f"{percent} %, {direction.name}:"
        checks = (walking.cut_off, walking.overlapping, walking.sideways)
        for _ in range(_MOST_LOOKS):
            if not any(check(page) for check in checks):
                break
            stage.settle(0.4)  # what is laid out in turns is not at rest yet
        for check in checks:
            walked.add(check, page, at=at)
    return walked


def _end(stage: Stage) -> None:
    """Takes the window down for good: each that is left is laid out again with every zoom."""
    stage.close()
    stage.core.theme.deleteLater()
    gc.collect()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_every_control_has_a_name_and_a_role(walked: Walked) -> None:
    assert walked.found["unnamed"] == []


def test_every_control_tells_its_state(walked: Walked) -> None:
    assert walked.found["misstated"] == []


def test_every_control_is_reached_by_keyboard(walked: Walked) -> None:
    assert walked.found["unreachable"] == []


def test_the_tab_key_follows_the_eye(walked: Walked) -> None:
    assert walked.found["out_of_order"] == []


def test_every_target_is_large_enough(walked: Walked) -> None:
    assert walked.found["small"] == []


def test_every_word_goes_through_translation(walked: Walked) -> None:
    assert walked.found["untranslated"] == []


def test_long_words_are_not_cut_off(walked: Walked) -> None:
    assert walked.found["cut_off"] == []


def test_nothing_lies_over_another(walked: Walked) -> None:
    assert walked.found["overlapping"] == []


def test_no_page_scrolls_sideways(walked: Walked) -> None:
    assert walked.found["sideways"] == []
