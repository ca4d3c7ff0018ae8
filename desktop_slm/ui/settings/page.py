"""The Settings page: its sections in one column; every choice is in force at once and stored."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent, QShowEvent
from PySide6.QtWidgets import QFrame, QScrollArea, QWidget

from desktop_slm.ui import accessible_roles, spacing
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.about_section import AboutSection
from desktop_slm.ui.settings.backup_section import BackupSection
from desktop_slm.ui.settings.chats_section import ChatsSection
from desktop_slm.ui.settings.enforcement import ask_children
from desktop_slm.ui.settings.folder_section import FolderSection
from desktop_slm.ui.settings.lock_section import LockSection
from desktop_slm.ui.settings.look_section import LookSection
from desktop_slm.ui.settings.organisation_section import OrganisationSection
from desktop_slm.ui.settings.privacy_section import Found, PrivacySection
from desktop_slm.ui.settings.recognition_section import RecognitionSection
from desktop_slm.ui.settings.running_section import RunningSection
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.plain_label import PlainLabel

_WIDTH_PX = 720
_HEADER_PX = 56


class SettingsPage(QWidget):
    """Looks, privacy, folders, versions."""

    def __init__(
        self,
        core: Core,
        parent: QWidget | None = None,
        *,
        ask: Callable[[], Found] = ask_children,
    ) -> None:
        super().__init__(parent)
        self._theme = core.theme
        self.organisation = OrganisationSection(core)
        self.look = LookSection(core)
        self.privacy = PrivacySection(core, ask)
        self.chats = ChatsSection(core)
        self.lock = LockSection(core)
        self.backup = BackupSection(core)
        self.recognition = RecognitionSection(core)
        self.running = RunningSection(core)
        self.folder = FolderSection(core)
        self.about = AboutSection(core)
        self._content = QWidget()
        self._scroll = QScrollArea()
        accessible_roles.name(self._scroll, "page", self.tr("Settings"))
        self._lay_out()
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def focus_first(self) -> None:
        """Puts the focus on the first control."""
        self.look.focus_first()

    def showEvent(self, event: QShowEvent) -> None:
        """Looks again what is the case, each time that somebody looks."""
        super().showEvent(event)
        if not event.spontaneous():
            self.privacy.refresh()
            self.lock.refresh()
            self.backup.refresh()
            self.chats.refresh()
            self.recognition.refresh()
            self.about.refresh()

    def _lay_out(self) -> None:
        column = spacing.column(self._theme, self, gap=0)
        column.addWidget(_Header(self._theme, self.tr("Settings")))
        inside = QWidget()
        inside.setObjectName("scrolled")
        middle = spacing.row(self._theme, inside, gap=0, margins=(20, 20, 20, 32))
        middle.addWidget(self._content, 1000)
        middle.addStretch(1)
        sections = spacing.column(self._theme, self._content, gap=32)
        for section in (
            self.organisation,
            self.look,
            self.privacy,
            self.lock,
            self.backup,
            self.chats,
            self.recognition,
            self.running,
            self.folder,
            self.about,
        ):
            sections.addWidget(section)
        sections.addStretch(1)
        self._scroll.setFrameShape(QFrame.Shape.NoFrame)
        self._scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._scroll.setWidgetResizable(True)
        self._scroll.setWidget(inside)
        column.addWidget(self._scroll, 1)

    def _on_theme_changed(self) -> None:
        self._content.setMaximumWidth(self._theme.px(_WIDTH_PX))


class _Header(QWidget):
    """The page's name over a line."""

    def __init__(self, theme: Theme, title: str) -> None:
        super().__init__()
        self._theme = theme
        row = spacing.row(theme, self, gap=12, margins=(20, 0, 20, 1))
        row.addWidget(PlainLabel(title, "title"))
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draws the line under the bar."""
        super().paintEvent(event)
        line = self._theme.hairline()
        colour = self._theme.color("line")
        QPainter(self).fillRect(0, self.height() - line, self.width(), line, colour)

    def _on_theme_changed(self) -> None:
        self.setFixedHeight(self._theme.px(_HEADER_PX))
