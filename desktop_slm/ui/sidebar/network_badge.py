"""The line that tells the truth about the network: who keeps this window offline."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from desktop_slm.ui import plain_text
from desktop_slm.ui.core import Core
from desktop_slm.ui.sidebar.enforcement import is_enforced
from desktop_slm.ui.widgets.button import Button


class NetworkBadge(Button):
    """Says "Offline" where the system enforces it, else that the app alone does; opens a panel."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        self._is_enforced = is_enforced(core.outside.enforced.network)
        super().__init__(core.theme, "", kind="row", icon="wifi-off", parent=parent)
        self._core = core
        self.setText(
            self.tr("Offline") if self._is_enforced else self.tr("Offline · by this app only")
        )
        plain_text.set_tooltip(self, self.tr("What keeps this app offline"))
        self.clicked.connect(self._on_clicked)

    def _token(self) -> str:
        return "good" if self._is_enforced else "warning"

    def _on_clicked(self) -> None:
        from desktop_slm.ui.sidebar.network_panel import NetworkPanel

        NetworkPanel(self._core, parent=self.window()).open()
