"""What keeps this app offline, process by process, and every address given to the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desktop_slm import policy
from desktop_slm.errors import DesktopSlmError, RecordNotOpen
from desktop_slm.models.connections import Connection
from desktop_slm.ui import plain_text, spacing, wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.enforcement import CHILDREN, ask_children
from desktop_slm.ui.sidebar import connection_words, live_words
from desktop_slm.ui.sidebar.enforcement import describe_level, describe_process, is_enforced
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel
from desktop_slm.workers import live_test
from desktop_slm.workers.confine import Level
from desktop_slm.workers.live_test import Tries

Levels = Mapping[str, Level | None]
_WIDTH_PX = 520
_LIST_PX = 132


class NetworkPanel(QDialog):
    """A small window over the main one; the processes are asked anew each time it opens."""

    def __init__(
        self,
        core: Core,
        ask: Callable[[], Levels] = ask_children,
        *,
        test: Callable[[], Sequence[Tries]] | None = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._core = core
        self._window = {"window": core.outside.enforced.network}
        self.setWindowTitle(self.tr("Offline"))
        self.setWindowModality(Qt.WindowModality.WindowModal)
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        theme = core.theme
        self.setMinimumWidth(min(theme.px(_WIDTH_PX), parent.width() if parent else 1 << 14))
        column = spacing.column(theme, self, gap=12, margins=(24, 20, 24, 20))
        column.addWidget(WrappedLabel(self.tr("What keeps this app offline"), "title"))
        self._levels = spacing.column(theme, gap=8)
        column.addLayout(self._levels)
        self._asking = WrappedLabel(self.tr("Asking the other parts …"), "muted")
        column.addWidget(self._asking)
        self._test = test or self._test_all
        self.test_now = Button(theme, self.tr("Test now"), icon="shield")
        self.test_now.clicked.connect(self._on_test)
        self.tested = WrappedLabel("")
        self.tested.hide()
        column.addWidget(self.tested)
        column.addWidget(WrappedLabel(self._about_launcher(), "muted"))
        self.asks_first = CheckBox(theme, self.tr("Ask me each time before this app goes online"))
        self.asks_first.setChecked(core.settings.network != "ask")
        self.asks_first.setVisible(not core.outside.is_offline)
        self.asks_first.toggled.connect(self._on_asks_first)
        column.addWidget(self.asks_first)
        column.addWidget(WrappedLabel(self.tr("Connections made"), "title"))
        self._made = WrappedLabel(self.tr("Reading the record …"), "muted")
        column.addWidget(self._made)
        self._record = self._made_record()
        column.addWidget(self._record)
        column.addStretch(1)
        close = Button(theme, self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        buttons = spacing.row(theme, gap=8)
        buttons.addWidget(self.test_now)
        buttons.addStretch(1)
        buttons.addWidget(close)
        column.addLayout(buttons)
        self._show(self._window)
        core.operations.run(
            self, lambda job: ask(), on_success=self._on_asked, on_failure=self._on_failed
        )
        core.operations.run(
            self,
            lambda job: core.connections.latest(),
            on_success=self._show_connections,
            on_failure=self._on_record_closed,
        )

    def _show(self, levels: Levels) -> None:
        """Shows one row for each level, with the processes in which it holds."""
        while (item := self._levels.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.hide()
                old.deleteLater()
        for level in (*Level, None):
            names = [describe_process(name) for name, each in levels.items() if each is level]
            if names:
                self._levels.addWidget(self._row(level, ", ".join(names)))

    def _row(self, level: Level | None, names: str) -> QWidget:
        theme, box = self._core.theme, QWidget()
        shown = ("shield", "good") if is_enforced(level) else ("triangle-alert", "warning")
        row = spacing.row(theme, box, gap=8)
        row.addWidget(IconLabel(theme, *shown), 0, Qt.AlignmentFlag.AlignTop)
        words = spacing.column(theme, gap=0, margins=(0, 4, 0, 4))
        words.addWidget(WrappedLabel(describe_level(level), "strong"))
        words.addWidget(WrappedLabel(names))
        row.addLayout(words, 1)
        return box

    def _on_test(self) -> None:
        """Tries every way out, in this window and in each part that opens models and files."""
        self.test_now.setEnabled(False)
        self._say_tested(self.tr("Trying every way out, in every part of this app …"))
        self._core.operations.run(
            self,
            lambda job: self._test(),
            on_success=lambda made: self._on_tested(live_words.sentences(made)),
            on_failure=lambda error: self._on_tested(live_words.sentences(())),
        )

    def _on_tested(self, words: str) -> None:
        self.test_now.setEnabled(True)
        self._say_tested(words)

    def _say_tested(self, words: str) -> None:
        self.tested.setText(words)
        self.tested.show()
        self.adjustSize()

    def _test_all(self) -> Sequence[Tries]:
        paths = self._core.outside.paths
        files = live_test.private_files(paths.data, paths.database)
        return (live_test.try_here("window"), *live_test.try_in_children(CHILDREN, files))

    def _about_launcher(self) -> str:
        if policy.current().offline:
            return self.tr(
                "Set by your organisation: this app stays offline, and nothing in it can search "
                "for models or get them. A link still opens in your browser, after you have "
                "confirmed it."
            )
        if self._core.outside.is_offline:
            return self.tr(
                "This app was started with --offline, so nothing in it can search for models or "
                "get them. A link still opens in your browser, after you have confirmed it."
            )
        return self.tr(
            "A small helper process can hand a link to your browser, after you have seen the whole "
            "address and confirmed it, and starts the part that searches for models and gets them. "
            "Neither knows anything of your chats and documents."
        )

    def _made_record(self) -> QPlainTextEdit:
        record = QPlainTextEdit()
        record.setProperty("kind", "field")
        record.setReadOnly(True)
        record.setTabChangesFocus(True)
        record.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        record.setAccessibleName(self.tr("Connections made, and addresses opened in the browser"))
        record.setMinimumHeight(self._core.theme.px(_LIST_PX // 2))
        record.setMaximumHeight(self._core.theme.px(_LIST_PX))
        record.hide()
        return record

    def _on_record_closed(self, error: DesktopSlmError) -> None:
        """Says why the record cannot be shown; none is made that is not on it."""
        self._show_connections(())
        self._made.setText(
            self.tr(
                "The list lies beside your chats, which are not open; until they are, this app "
                "connects to nothing."
            )
            if isinstance(error, RecordNotOpen)
            else wording.sentence(error)
        )

    def _show_connections(self, made: tuple[Connection, ...]) -> None:
        """Shows every connection on the record, and what the browser was given since the start."""
        opened = self._core.outside.launcher.opened_addresses
        lines = [connection_words.line(connection) for connection in made]
        if opened:
            lines += [self.tr("Opened in your browser since the start:"), *opened]
        if not lines:
            self._made.setText(
                self.tr("None: this app has connected to nothing and opened no link.")
            )
        elif not made:
            self._made.setText(self.tr("This app itself has connected to nothing."))
        self._made.setVisible(not made)
        self._record.setPlainText("\n".join(map(plain_text.one_line, lines)))
        self._record.setVisible(bool(lines))
        self.adjustSize()

    def _on_asks_first(self, asks: bool) -> None:
        self._core.change_settings(network="offline" if asks else "ask")

    def _on_asked(self, found: Levels) -> None:
        self._asking.hide()
        self._show({**self._window, **found})
        self.adjustSize()

    def _on_failed(self, _error: DesktopSlmError) -> None:
        self._on_asked(dict.fromkeys(CHILDREN))
