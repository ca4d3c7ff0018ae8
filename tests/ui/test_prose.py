"""Markdown as it is shown: what stands in the document, and that Qt was given nothing to parse."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QFont, QTextBlock, QTextCharFormat
from pytestqt.qtbot import QtBot

from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets import markdown
from desktop_slm.ui.widgets.blocks import BlockSplitter
from desktop_slm.ui.widgets.document_writer import LONGEST_LAID_OUT
from desktop_slm.ui.widgets.prose_text import ProseText
from desktop_slm.ui.widgets.text_formats import QUOTES, RULE, begins_right_to_left
from tests.data.hostile_answers import HOSTILE


def _shown(theme: Theme, qtbot: QtBot, text: str) -> ProseText:
    splitter = BlockSplitter()
    splitter.feed(text)
    splitter.finish()
    prose = ProseText(theme)
    qtbot.addWidget(prose)
    prose.show_blocks(splitter.finished, [])
    return prose


def _blocks(prose: ProseText) -> list[QTextBlock]:
    found, block = [], prose.document().begin()
    while block.isValid():
        found.append(block)
        block = block.next()
    return found


def _texts(prose: ProseText) -> list[str]:
    return [block.text() for block in _blocks(prose)]


def _format(prose: ProseText, words: str) -> QTextCharFormat:
    """Returns the format of the run that is exactly these words."""
    for block in _blocks(prose):
        place = block.begin()
        while not place.atEnd():
            if place.fragment().text() == words:
                return place.fragment().charFormat()
            place += 1
    raise AssertionError(f"no run “{words}” in {_texts(prose)}")


def test_emphasis_is_shown_and_its_marks_are_not(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "a **bold** *slanted* ~~struck~~ `fixed` end")
    assert _texts(prose) == ["a bold slanted struck fixed end"]
    assert _format(prose, "bold").fontWeight() == QFont.Weight.DemiBold
    assert _format(prose, "slanted").fontItalic()
    assert _format(prose, "struck").fontStrikeOut()
    assert _format(prose, "fixed").fontFixedPitch()


def test_a_single_line_end_is_kept_as_one(theme: Theme, qtbot: QtBot) -> None:
    assert _texts(_shown(theme, qtbot, "Name: A\nDate: B")) == ["Name: A\u2028Date: B"]


def test_lists_carry_their_marks(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "- a\n  - b\n- [x] c\n- [ ] d\n\n7. e\n7. f\n")
    assert _texts(prose) == ["•\ta", "◦\tb", "☑\tc", "☐\td", "7.\te", "8.\tf"]
    margins = [block.blockFormat().leftMargin() for block in _blocks(prose)]
    assert margins[1] > margins[0] == margins[2]


def test_an_image_is_its_words_and_nothing_else(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "![a cat](file:///x.png) ![](http://y)")
    assert _texts(prose) == ["[a cat] [image]"]
    assert not any(format_.isImageFormat() for format_ in prose.document().allFormats())


def test_html_is_text(theme: Theme, qtbot: QtBot) -> None:
    assert _texts(_shown(theme, qtbot, "<b>x</b> <img src=a>")) == ["<b>x</b> <img src=a>"]


@pytest.mark.parametrize(
    "url", ["https://a.example/b?c=d", "http://a.example", "mailto:a@b.example"]
)
def test_links_of_three_schemes_can_be_asked_for(theme: Theme, qtbot: QtBot, url: str) -> None:
    prose = _shown(theme, qtbot, f"[words]({url})")
    made = _format(prose, "words")
    assert made.isAnchor()
    assert made.anchorHref() == url
    assert made.fontUnderline()


@pytest.mark.parametrize(
    "url",
    ["file:///etc/passwd", "smb://host/share", "javascript:x", "//host/x", "data:text/html,x"],
)
def test_any_other_target_is_shown_as_words(theme: Theme, qtbot: QtBot, url: str) -> None:
    prose = _shown(theme, qtbot, f"[words](<{url}>)")
    assert _texts(prose) == [f"words ({url})"]
    assert not any(made.isCharFormat() and made.toCharFormat().isAnchor()
                   for made in prose.document().allFormats())  # fmt: skip


def test_a_bare_address_is_a_link_without_the_full_stop(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "See https://a.example/b.")
    assert _format(prose, "https://a.example/b").anchorHref() == "https://a.example/b"


@pytest.mark.parametrize(
    "url",
    [
        "",
        "http://",
        "https:///x",
        "mailto:",
        "ht tp://a",
        "http://a\nb",
        "x",
        "http://[::1",
        "//a/b",
    ],
)
def test_a_broken_address_is_no_target(url: str) -> None:
    assert markdown.safe_target(url) == ""


def test_definitions_of_links_and_footnotes_stay_visible(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "text[^1]\n\n[^1]: the note\n\n[r]: https://a.example")
    assert _texts(prose) == ["text1", "1 the note", "[r]: https://a.example"]
    raised = QTextCharFormat.VerticalAlignment.AlignSuperScript
    assert _format(prose, "1").verticalAlignment() is raised


def test_quotes_know_their_depth(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "> a\n> > b\n")
    assert [block.blockFormat().property(QUOTES) for block in _blocks(prose)] == [1, 2]


def test_a_rule_is_a_block_of_its_own(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "a\n\n***\n\nb")
    assert [bool(block.blockFormat().property(RULE)) for block in _blocks(prose)] == [
        False, True, False,
    ]  # fmt: skip


def test_code_inside_a_list_keeps_its_lines(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "- a\n  ```\n  one\n    two\n  ```\n")
    assert _texts(prose) == ["•\ta", "one", "  two"]


def test_paragraphs_take_the_side_of_their_first_letter(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "שלום and English\n\nEnglish and שלום\n\n- פריט\n")
    sides = [block.blockFormat().layoutDirection() for block in _blocks(prose)]
    rtl, ltr = Qt.LayoutDirection.RightToLeft, Qt.LayoutDirection.LeftToRight
    assert sides == [rtl, ltr, rtl]
    assert _texts(prose)[2] == "•\u2002פריט"


@pytest.mark.parametrize(
    ("text", "is_rtl"),
    [("123 (", False), ("12 مرحبا", True), ("«é", False), ("日本", False), ("", False)],
)
def test_neutral_letters_decide_nothing(text: str, is_rtl: bool) -> None:
    assert begins_right_to_left(text) is is_rtl


def test_ten_thousand_nested_quotes_lose_no_letter(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, ">" * 10_000 + " deep")
    assert "deep" in "".join(_texts(prose))


@pytest.mark.parametrize("text", HOSTILE)
def test_no_block_laid_out_is_long_whatever_comes(theme: Theme, qtbot: QtBot, text: str) -> None:
    prose = _shown(theme, qtbot, text)
    assert max(len(shown) for shown in _texts(prose)) <= LONGEST_LAID_OUT


def test_the_tail_is_written_again_and_the_rest_is_not(theme: Theme, qtbot: QtBot) -> None:
    splitter = BlockSplitter()
    prose = ProseText(theme)
    qtbot.addWidget(prose)
    splitter.feed("First.\n\nSecond **bo")
    prose.show_blocks(splitter.finished, splitter.tail())
    assert _texts(prose) == ["First.", "Second **bo"]
    changed_at: list[int] = []
    prose.document().contentsChange.connect(lambda at, removed, added: changed_at.append(at))
    splitter.feed("ld**")
    prose.show_blocks(splitter.finished, splitter.tail())
    assert _texts(prose) == ["First.", "Second bold"]
    assert changed_at == [len("First.")]


def test_a_new_theme_writes_everything_again(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "See [it](https://a.example).")
    theme.set_scheme("dark")
    prose.restyle()
    assert _texts(prose) == ["See it."]
    assert _format(prose, "it").foreground().color() == QColor(theme.tokens.accent)


def test_zoom_makes_letters_and_lines_larger(theme: Theme, qtbot: QtBot) -> None:
    prose = _shown(theme, qtbot, "Words.")
    before = prose.lay_out(600)
    theme.set_zoom(200)
    prose.restyle()
    assert prose.lay_out(600) == 2 * before
