"""Shows hostile text in every kind of widget, for a trace from outside to watch.

    python -m tests.ui.show_hostile ours|qt

"ours" uses the window's own pieces; "qt" hands one string to a bare QTextBrowser, which shows that
the trace sees what it looks for.
"""

from __future__ import annotations

import sys
from collections.abc import Callable

from PySide6.QtCore import QEvent, QMimeData, QPoint, QUrl
from PySide6.QtGui import QHelpEvent, QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser, QToolTip, QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.chat.writing.composer import Composer
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.banner import Banner
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.chip import Chip
from desktop_slm.ui.widgets.cited_text import CitedText
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.confirm_dialog import ConfirmDialog, Question
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.empty_state import EmptyState
from desktop_slm.ui.widgets.icon_button import IconButton
from desktop_slm.ui.widgets.item_list import ItemList
from desktop_slm.ui.widgets.menu import Menu
from desktop_slm.ui.widgets.message_body import MessageBody
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.progress_line import ProgressLine
from desktop_slm.ui.widgets.safe_text import SafeText
from desktop_slm.ui.widgets.search_field import SearchField
from desktop_slm.ui.widgets.segmented_control import SegmentedControl
from desktop_slm.ui.widgets.tab_bar import TabBar
from desktop_slm.ui.widgets.user_message import UserMessage
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel
from tests.data.hostile_answers import MARK, NAMING


def _answer(theme: Theme, text: str) -> QWidget:
    body = MessageBody(theme)
    body.set_markdown(text)
    return body


def _streamed(theme: Theme, text: str) -> QWidget:
    body = MessageBody(theme)
    for at in range(0, len(text), 7):
        body.append(text[at : at + 7])
        body._on_due()
    body.finish()
    return body


def _in_table(theme: Theme, text: str) -> QWidget:
    cell = text.replace("\n", " ")
    return _answer(theme, f"| a |\n|---|\n| {cell} |\n")


def _in_code(theme: Theme, text: str) -> QWidget:
    return _answer(theme, f"~~~html\n{text}\n~~~\n")


def _through_qt_s_names(theme: Theme, text: str) -> QWidget:
    """Calls the methods that read HTML or Markdown, and asks for what they would have loaded."""
    shown = SafeText(theme)
    for method in (shown.setHtml, shown.setMarkdown, shown.setText, shown.append, shown.insertHtml):
        method(text)
    shown.setSource(QUrl.fromLocalFile(f"/tmp/{MARK}-source.html"))
    shown.document().resource(2, QUrl(f"file:///tmp/{MARK}-resource.png"))
    return shown


def _cited(theme: Theme, text: str) -> QWidget:
    cited = CitedText(theme)
    cited.show_sentence(text, [(text, text)], [(0, 3)])
    return cited


def _banner(theme: Theme, text: str) -> QWidget:
    banner = Banner(theme)
    banner.show_message(text, tone="error", details=text, actions=((text, print),))
    return banner


def _progress(theme: Theme, text: str) -> QWidget:
    line = ProgressLine(theme)
    line.show_progress(text, 0.5, text)
    return line


def _dialog(theme: Theme, text: str) -> QWidget:
    return ConfirmDialog(theme, Question(text, text, text, verbatim=text))


def _combo(theme: Theme, text: str) -> QWidget:
    box = ComboBox(theme, text, [("a", text), ("b", text)])
    box.setToolTip(plain_text.tooltip(text))
    return box


def _tabs(_theme: Theme, text: str) -> QWidget:
    tabs = TabBar(text)
    tabs.add(text)
    return tabs


def _list(theme: Theme, text: str) -> QWidget:
    shown = ItemList(theme, text)
    model = QStandardItemModel(shown)
    model.appendRow(QStandardItem(text * 20))
    shown.setModel(model)
    return shown


def _menu(theme: Theme, text: str) -> QWidget:
    menu = Menu(theme)
    plain_text.set_tooltip(menu.add(text, icon="copy"), text)
    menu.setToolTipsVisible(True)
    return menu


def _composer(theme: Theme, text: str) -> QWidget:
    composer = Composer(theme)
    composer.add_attachment("a", text, text)
    data = QMimeData()
    data.setHtml(text)
    data.setText(text)
    composer.edit.insertFromMimeData(data)
    return composer


KINDS: dict[str, Callable[[Theme, str], QWidget]] = {
    "answer": _answer,
    "streamed answer": _streamed,
    "table": _in_table,
    "code": _in_code,
    "answer misused": _through_qt_s_names,
    "user message": UserMessage,
    "cited sentence": _cited,
    "label": lambda _theme, text: PlainLabel(text),
    "wrapped label": lambda _theme, text: WrappedLabel(text),
    "elided label": lambda _theme, text: ElidedLabel(text * 20),
    "button": lambda theme, text: Button(theme, text, icon="copy"),
    "icon button": lambda theme, text: IconButton(theme, "copy", text),
    "chip": lambda theme, text: Chip(theme, text, text),
    "check box": CheckBox,
    "combo box": _combo,
    "segments": lambda theme, text: SegmentedControl(theme, text, [("a", text)]),
    "tabs": _tabs,
    "search field": SearchField,
    "list": _list,
    "menu": _menu,
    "banner": _banner,
    "progress": _progress,
    "empty state": lambda theme, text: EmptyState(theme, "info", text, text),
    "message box": _dialog,
    "composer": _composer,
}


def _show(widget: QWidget, text: str) -> None:
    widget.setWindowTitle(plain_text.window_title(text))
    widget.resize(200, 60)
    widget.show()
    _show_tooltips(widget)
    widget.grab()
    widget.hide()
    widget.deleteLater()


def _show_tooltips(widget: QWidget) -> None:
    for each in (widget, *widget.findChildren(QWidget)):
        if each.toolTip():
            QToolTip.showText(QPoint(5, 5), each.toolTip(), each)
    if isinstance(widget, ItemList):
        place = widget.visualRect(widget.model().index(0, 0)).center()
        event = QHelpEvent(QEvent.Type.ToolTip, place, widget.mapToGlobal(place))
        QApplication.sendEvent(widget.viewport(), event)


def main() -> None:
    app = QApplication(sys.argv[:1])
    if sys.argv[1] == "qt":
        browser, label = QTextBrowser(), QLabel()
        browser.setHtml(NAMING[23])
        label.setText(NAMING[23])
        for widget in (browser, label):
            widget.show()
            widget.grab()
        return
    theme = Theme(app)
    for number, text in enumerate(NAMING):
        for make in KINDS.values():
            _show(make(theme, text), text)
        app.setApplicationDisplayName(plain_text.window_title(text))
        if number % 8 == 0:
            QTest.qWait(1)
            app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    QTest.qWait(20)
    print(f"showed {len(NAMING)} strings in {len(KINDS)} kinds of widget")


if __name__ == "__main__":
    main()
