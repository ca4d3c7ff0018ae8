"""What keeps this app offline, process by process, and every address given to the browser."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QPlainTextEdit, QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.enforcement import CHILDREN, ask_children
from desktop_slm.ui.sidebar.enforcement import describe_level, describe_process, is_enforced
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.icon_label import IconLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel
from desktop_slm.workers.confine import Level

Levels = Mapping[str, Level | None]
_WIDTH_PX = 520
_LIST_PX = 84


class NetworkPanel(QDialog):
    """A small window over the main one; the processes are asked anew each time it opens."""

    def __init__(
        self,
        core: Core,
        ask: Callable[[], Levels] = ask_children,
        *,
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
        column.addWidget(WrappedLabel(self._about_launcher(), "muted"))
        column.addWidget(WrappedLabel(self.tr("Connections made"), "title"))
        self._add_connections(column.addWidget)
        column.addStretch(1)
        close = Button(theme, self.tr("Close"), kind="primary")
        close.clicked.connect(self.accept)
        close.setDefault(True)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self._show(self._window)
        core.operations.run(
            self, lambda job: ask(), on_success=self._on_asked, on_failure=self._on_failed
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

    def _about_launcher(self) -> str:
        if self._core.outside.is_offline:
            return self.tr(
                "This app was started with --offline, so nothing in it can search for models or "
                "get them. A link still opens in your browser, after you have confirmed it."
            )
        return self.tr(
            "A small helper process can hand a link to your browser, after you have seen the whole "
            "address and confirmed it. It knows nothing of your chats and documents."
        )

    def _add_connections(self, add: Callable[[QWidget], object]) -> None:
        addresses = self._core.outside.launcher.opened_addresses
        if not addresses:
            words = self.tr("None: this app has connected to nothing and opened no link.")
            add(WrappedLabel(words, "muted"))
            return
        words = self.tr("This app itself has connected to nothing. Opened in your browser:")
        add(WrappedLabel(words, "muted"))
        shown = QPlainTextEdit()
        shown.setProperty("kind", "field")
        shown.setReadOnly(True)
        shown.setTabChangesFocus(True)
        shown.setPlainText("\n".join(map(plain_text.one_line, addresses)))
        shown.setAccessibleName(self.tr("Addresses opened in the browser"))
        shown.setMaximumHeight(self._core.theme.px(_LIST_PX))
        add(shown)

    def _on_asked(self, found: Levels) -> None:
        self._asking.hide()
        self._show({**self._window, **found})
        self.adjustSize()

    def _on_failed(self, _error: DesktopSlmError) -> None:
        self._on_asked(dict.fromkeys(CHILDREN))
