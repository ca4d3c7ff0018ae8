"""Shows every piece of the window with real content and saves pictures, for judging by eye.

    python -m tests.ui.gallery FOLDER [scene ...]

Both themes at 100, 150 and 200 %. Runs offscreen as well as on a screen. Names, figures and
documents are invented.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFrame, QGridLayout, QVBoxLayout, QWidget

from desktop_slm.ui import spacing
from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.focus_ring import FocusRing
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.cited_text import CitedText
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.empty_state import EmptyState
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.item_list import ICON_ROLE, IS_SECTION_ROLE, ItemList
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.message_body import MessageBody
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.search_field import SearchField
from desktop_slm.ui.widgets.segmented_control import SegmentedControl
from desktop_slm.ui.widgets.tab_bar import TabBar
from desktop_slm.ui.widgets.user_message import UserMessage
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

ANSWER = """\
Yes, but only with the landlord's **written consent**, which may not be refused without a reason. \
Ask before the other person moves in, and see [the law](https://example.org/law) or `§ 7`.

- Name the person and the period.
- Say that you remain the tenant and liable for the rent.
- Ask for an answer within two weeks.

```text
Dear Ms. Lindqvist,
I would like to sublet one room of my flat from 1 March to 31 August …
```
"""
LONG = """\
# A heading
> A quote that goes on for long enough to be broken into two lines at the usual width of a column.

1. First
   - nested, with `code`
   - [x] done
2. Second, ~~struck~~ and *slanted*

| Model | Good at | On disk |
|:--|:-:|--:|
| **Qwen3 4B** | rewriting, summaries and long explanations of what nobody has asked for | 2.5 GB |
| Llama 3.2 3B | chat | 1.9 GB |

---
שלום, זהו משפט בעברית with English inside.

Donaudampfschifffahrtsgesellschaftskapitänsmützenfabrikationsbetriebsleiterversammlungsprotokollführer

```python
def greet(name: str) -> str:
    return "a line too long for the column, so it scrolls sideways inside its block, yes, " + name
```
"""
CHATS = (
    "#Today|Lease questions|Packing list for Oslo|@annual-report.pdf|#Yesterday|Explain my blood "
    "test|@minutes-2026-11.docx|Letter to the school that is much too long for the list|#Last week|"
    "Regex for invoice numbers|Kalman filter, simply"
)


def main() -> None:
    """Saves the scenes asked for, or all."""
    folder = Path(sys.argv[1])
    folder.mkdir(parents=True, exist_ok=True)
    app = QApplication(sys.argv[:1])
    theme = Theme(app)
    ring = FocusRing(app, theme)
    assert ring is not None
    for name, (scene, width, height) in SCENES.items():
        if sys.argv[2:] and name not in sys.argv[2:]:
            continue
        for scheme in ("light", "dark"):
            for zoom in (100, 150, 200):
                theme.set_scheme(scheme)
                theme.set_zoom(zoom)
                page = scene(theme)
                page.resize(round(width * zoom / 100), round(height * zoom / 100))
                _save(page, folder / f"{name}-{scheme}-{zoom}.png")


def _save(page: QWidget, path: Path) -> None:
    page.show()
    for _ in range(8):
        QTest.qWait(15)
    for target in page.findChildren(QWidget, "focus here"):
        page.activateWindow()
        target.setFocus(Qt.FocusReason.TabFocusReason)
        handle = page.windowHandle()
        QTest.keyClick(handle, Qt.Key.Key_F6)
        QTest.qWait(30)
    page.grab().save(str(path))
    page.close()
    page.deleteLater()
    QTest.qWait(1)


def _page(ground: str = "background") -> QWidget:
    page = QWidget()
    page.setProperty("ground", ground)
    page.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
    return page


def _line(*, vertical: bool = False) -> QFrame:
    line = QFrame()
    line.setProperty("separator", True)
    (line.setFixedWidth if vertical else line.setFixedHeight)(1)
    return line


def _side_bar(theme: Theme, current: str = "") -> QWidget:
    bar = _page("raised")
    bar.setFixedWidth(theme.px(247))
    column = spacing.column(theme, bar, gap=2, margins=(12, 12, 12, 12))
    for icon, words in (
        ("message-square", "New chat"),
        ("file-text", "Summarize"),
        ("box", "Models"),
    ):
        row = Button(theme, words, kind="row", icon=icon)
        row.setCheckable(True)
        row.setChecked(words == current)
        column.addWidget(row)
    column.addSpacing(theme.px(8))
    column.addWidget(SearchField(theme, "Search"))
    column.addSpacing(theme.px(8))
    chats = ItemList(theme, "Chats")
    model = QStandardItemModel(chats)
    for each in CHATS.split("|"):
        item = QStandardItem(each.lstrip("#@"))
        item.setData(each.startswith("#"), IS_SECTION_ROLE)
        item.setData("file-text" if each.startswith("@") else "", ICON_ROLE)
        item.setSelectable(not each.startswith("#"))
        model.appendRow(item)
    chats.setModel(model)
    if not current:
        chats.setCurrentIndex(model.index(1, 0))
    column.addWidget(chats, 1)
    column.addWidget(Button(theme, "Settings", kind="row", icon="settings"))
    return bar


def _with_side_bar(theme: Theme, current: str) -> tuple[QWidget, QVBoxLayout]:
    page = _page()
    row = spacing.row(theme, page, gap=0)
    row.addWidget(_side_bar(theme, current))
    row.addWidget(_line(vertical=True))
    rest = spacing.column(theme, gap=0)
    row.addLayout(rest, 1)
    return page, rest


def chat(theme: Theme) -> QWidget:
    page, rest = _with_side_bar(theme, "")
    header = spacing.row(theme, gap=12, margins=(20, 11, 20, 11))
    header.addWidget(ElidedLabel("Lease questions", "title"), 1)
    header.addWidget(ComboBox(theme, "Assistant", [("c", "Contract reader")]))
    header.addWidget(Button(theme, "Qwen3 4B  3.4 GB"))
    header.addWidget(Button(theme, "Room used 15 %"))
    rest.addLayout(header)
    rest.addWidget(_line())
    middle = spacing.column(theme, gap=16, margins=(156, 28, 156, 20))
    middle.addWidget(
        UserMessage(theme, "Can I sublet a room, and how do I write that politely to the landlord?")
    )
    body = MessageBody(theme)
    body.set_markdown(ANSWER)
    middle.addWidget(body)
    foot = spacing.row(theme, gap=8)
    foot.addWidget(PlainLabel("4.1 s · finished · Details", "small"), 1)
    for icon, name in (("copy", "Copy"), ("pencil", "Edit"), ("refresh-cw", "Again")):
        foot.addWidget(IconButton(theme, icon, name))
    middle.addLayout(foot)
    middle.addWidget(UserMessage(theme, "Shorter, please."))
    stream = MessageBody(theme)
    stream.append("May I sublet one room from 1 March to 31 August? I stay the tenant and")
    middle.addWidget(stream)
    middle.addStretch(1)
    composer = Composer(theme)
    composer.add_attachment("lease", "lease.pdf", "2 pages · fits")
    composer.set_streaming(True)
    middle.addWidget(composer)
    rest.addLayout(middle, 1)
    return page


def summary(theme: Theme) -> QWidget:
    page, rest = _with_side_bar(theme, "Summarize")
    column = spacing.column(theme, gap=12, margins=(26, 18, 26, 18))
    rest.addLayout(column, 1)
    controls = QWidget()
    flow = FlowLayout(theme, controls, gap=10)
    length = [("b", "Brief"), ("s", "Standard"), ("d", "Detailed")]
    segments = SegmentedControl(theme, "Length", length)
    segments.choose("s")
    flow.addWidget(segments)
    for words in ("Bullets", "English", "Focus"):
        flow.addWidget(ComboBox(theme, words, [("", words)]))
    column.addWidget(controls)
    progress = ProgressLine(theme)
    progress.show_progress("Reading passage 37 of 52 · 4 at a time", 0.71, "about 6 min left")
    column.addWidget(progress)
    tabs = TabBar("Parts of the summary")
    for words in ("Summary", "At a glance", "Not in the summary 9", "Actions 6"):
        tabs.add(words)
    column.addWidget(tabs)
    for sentence, chips in (
        ("Revenue grew 12 % to 4.1 billion; services brought 2.7 billion of it.", ["p. 14"]),
        ("Two sites will close in May, at a cost of 61 million.", ["p. 14", "p. 31"]),
        (
            "The northern line was completed in October, four months late, and its cost rose by a "
            "third against the plan of the year before.",
            ["p. 9", "p. 22", "annex-b-with-a-long-name.pdf · p. 3"],
        ),
    ):
        cited = CitedText(theme)
        cited.show_sentence(sentence, [(chip, f"Source, {chip}: {sentence}") for chip in chips])
        column.addWidget(cited)
    doubted = CitedText(theme)
    doubted.show_sentence("Profit doubled against the previous year.", (), [(0, 14)])
    column.addWidget(doubted)
    banner = Banner(theme)
    banner.show_message(
        "No passage found that supports this: “doubled” is not in the document.",
        tone="warning",
        actions=(("Search", print), ("Remove", print), ("Keep", print)),
    )
    column.addWidget(banner)
    column.addStretch(1)
    return page


def models(theme: Theme) -> QWidget:
    page, rest = _with_side_bar(theme, "Models")
    column = spacing.column(theme, gap=20, margins=(32, 28, 32, 28))
    rest.addLayout(column, 1)
    column.addWidget(PlainLabel("Suggested for this computer", "title"))
    cards = spacing.row(theme, gap=14)
    for kind, name, facts, words, fit in (
        (
            "Quick",
            "LFM2.5 1.2B",
            "0.7 GB download · 1.1 GB in memory · LFM license",
            "Answers at once; short texts and simple questions.",
            "Fits · a page of answer in 9 s",
        ),
        (
            "Suggested",
            "Qwen3 4B Instruct",
            "2.5 GB download · 3.4 GB in memory · Apache 2.0",
            "A good size for this computer; many languages.",
            "Fits · a page of answer in 30 s",
        ),
        (
            "Largest that fits",
            "Qwen3.5 9B",
            "5.7 GB download · 7.2 GB in memory · Apache 2.0",
            "The largest that this computer can hold; needs patience.",
            "Close other programs first",
        ),
    ):
        card = Card(theme)
        card.set_selected(kind == "Suggested")
        card.column.addWidget(PlainLabel(kind, "accent"))
        card.column.addWidget(PlainLabel(name, "strong"))
        card.column.addWidget(WrappedLabel(facts, "small"))
        card.column.addWidget(WrappedLabel(words))
        card.column.addWidget(WrappedLabel(fit, "warning" if "Close" in fit else "good"))
        card.column.addStretch(1)
        if kind == "Suggested":
            progress = ProgressLine(theme)
            progress.show_progress("1.1 of 2.5 GB · 11 MB/s", 0.46, "2 min left")
            card.column.addWidget(progress)
        else:
            card.column.addWidget(Button(theme, "Get"))
        cards.addWidget(card, 1)
    column.addLayout(cards)
    buttons = spacing.row(theme, gap=8)
    buttons.addWidget(Button(theme, "Try models on my document…"))
    buttons.addWidget(Button(theme, "Get Qwen3 4B", kind="primary"))
    buttons.addWidget(Button(theme, "Remove", kind="danger"))
    buttons.addWidget(Button(theme, "measure", kind="link"))
    buttons.addStretch(1)
    column.addLayout(buttons)
    column.addStretch(1)
    return page


def pieces(theme: Theme) -> QWidget:
    page = _page()
    column = spacing.column(theme, page, gap=12, margins=(24, 24, 24, 24))
    for tone, words in (
        ("notice", "You are offline. Search works again when you go online."),
        ("warning", "This summary was made with the practice model: do not rely on it."),
        (
            "error",
            "The model's process stopped unexpectedly (signal 9, SIGKILL). The text so far is "
            "kept; you can try again.",
        ),
    ):
        banner = Banner(theme)
        actions = (("Try again", print),) if tone == "error" else ()
        banner.show_message(
            words, tone=tone, details="x" if tone == "error" else "", actions=actions
        )
        column.addWidget(banner)
    grid = QGridLayout()
    spacing.follow(theme, grid, gap=12, margins=(0, 0, 0, 0))
    on = CheckBox(theme, "Keep drafts of every chat")
    on.setChecked(True)
    focused = Button(theme, "Has the focus")
    focused.setObjectName("focus here")
    disabled = Button(theme, "Cannot be pressed")
    disabled.setEnabled(False)
    primary_off = Button(theme, "Nor this", kind="primary")
    primary_off.setEnabled(False)
    for number, each in enumerate(
        (
            on,
            CheckBox(theme, "Hide titles"),
            Button(theme, "With icon", icon="download"),
            focused,
            disabled,
            primary_off,
            Button(theme, "Quiet", kind="quiet"),
            Chip(theme, "p. 14", "Source, page 14"),
            IconLabel(theme, "shield", "good"),
            SearchField(theme, "Search Hugging Face"),
        )
    ):
        grid.addWidget(each, number // 3, number % 3)
    column.addLayout(grid)
    for role in (
        "display",
        "title",
        "strong",
        "",
        "muted",
        "small",
        "section",
        "accent",
        "good",
        "warning",
        "danger",
    ):
        column.addWidget(PlainLabel(f"The words of “{role or 'text'}”", role))
    column.addStretch(1)
    return page


def text(theme: Theme) -> QWidget:
    page = _page()
    column = spacing.column(theme, page, gap=16, margins=(24, 24, 24, 24))
    body = MessageBody(theme)
    body.set_markdown(LONG)
    column.addWidget(body)
    column.addStretch(1)
    return page


def small(theme: Theme) -> QWidget:
    page = _page()
    column = spacing.column(theme, page, gap=12, margins=(12, 12, 12, 12))
    column.addWidget(ElidedLabel("A title that is much too long for so narrow a window", "title"))
    column.addWidget(UserMessage(theme, "Please read https://example.org/" + "very" * 30))
    body = MessageBody(theme)
    body.set_markdown(ANSWER)
    column.addWidget(body)
    column.addStretch(1)
    composer = Composer(theme)
    composer.set_text("Two lines\nthat stay")
    for name in ("annual-report-with-a-very-long-name-2026.pdf", "b.docx"):
        composer.add_attachment(name, name, "reading, 40 %")
    composer.edit.setObjectName("focus here")
    column.addWidget(composer)
    return page


def empty(theme: Theme) -> QWidget:
    page, rest = _with_side_bar(theme, "Summarize")
    rest.addWidget(
        EmptyState(
            theme,
            "file-text",
            "Summarize a document",
            "Drop a PDF, Word, HTML, Markdown or text file here. The whole of it is read, on this "
            "computer, and every sentence leads back to its page.",
            [Button(theme, "Choose a file…", kind="primary"), Button(theme, "Try the sample")],
        ),
        1,
    )
    return page


def question(theme: Theme) -> QWidget:
    return ConfirmDialog(
        theme,
        Question(
            "Open this address in your browser?",
            "The link stands in text that a model or a document has written.",
            "Open in browser",
            verbatim="https://example.org/a/long/path?with=parameters&and=more",
        ),
    )


def danger(theme: Theme) -> QWidget:
    words = "“Lease questions” and its 14 messages are removed. You can undo this for a while."
    return ConfirmDialog(theme, Question("Delete this chat?", words, "Delete", is_dangerous=True))


def menu(theme: Theme) -> QWidget:
    shown = Menu(theme)
    for icon, words in (("copy", "Copy"), ("pencil", "Rename…"), ("pin", "Pin")):
        shown.add(words, icon=icon)
    shown.addSeparator()
    shown.add("Archive", icon="archive").setEnabled(False)
    shown.add("Delete", icon="trash-2", token="danger")
    shown.add_choice("Qwen3 4B · fits", print, is_chosen=True)
    shown.add_choice("Qwen3 9B · tight", print, is_chosen=False)
    shown.setActiveAction(shown.actions()[1])
    return shown


def mirrored(theme: Theme) -> QWidget:
    page = chat(theme)
    page.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return page


SCENES: dict[str, tuple[Callable[[Theme], QWidget], int, int]] = {
    "chat": (chat, 1280, 800),
    "summary": (summary, 900, 640),
    "models": (models, 1280, 560),
    "pieces": (pieces, 640, 780),
    "text": (text, 760, 760),
    "small": (small, 420, 560),
    "empty": (empty, 911, 512),
    "question": (question, 440, 220),
    "danger": (danger, 440, 160),
    "menu": (menu, 180, 256),
    "mirrored": (mirrored, 1280, 800),
}

if __name__ == "__main__":
    main()
