"""The ring around what has the keyboard: 2 px in the text colour, 2 px away, over any parent.

A style sheet cannot draw outside its widget, so one `FocusFrame` follows the focus through the
whole application. It shows where the keyboard moved the focus; after a click the pointer has just
been there. A widget may say more in properties: `ringRadius` and `ringInset` (px at 100 %),
`ringHidden` where it draws its own, and `ringAround`, the object name of an ancestor that the
ring belongs to.
"""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QWindow
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from desktop_slm.ui.theme import Theme

_MOVING_KEYS = {
    Qt.Key.Key_Tab,
    Qt.Key.Key_Backtab,
    Qt.Key.Key_F6,
    Qt.Key.Key_Left,
    Qt.Key.Key_Right,
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
}


class FocusRing(QObject):
    """Follows the focus of the whole application; made beside its theme and gone with it."""

    def __init__(self, app: QApplication, theme: Theme) -> None:
        super().__init__(theme)
        self._theme = theme
        self._frame: QWidget | None = None
        self._focused: QWidget | None = None
        self._by_keyboard = False
        app.focusChanged.connect(self._on_focus_changed)
        app.focusWindowChanged.connect(self._on_focus_window_changed)
        theme.changed.connect(self._on_theme_changed)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Learns from a window's input whether the keyboard or the pointer moves the focus."""
        if event.type() is QEvent.Type.MouseButtonPress:
            self._by_keyboard = False
        elif event.type() is QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            self._on_key(event.key())
        return super().eventFilter(watched, event)

    def _on_key(self, key: int) -> None:
        if key in _MOVING_KEYS and not self._by_keyboard:
            self._by_keyboard = True
            self._show_on(self._focused)

    def _on_focus_window_changed(self, window: QWindow | None) -> None:
        if window is not None:
            window.removeEventFilter(self)
            window.installEventFilter(self)

    def _on_focus_changed(self, _old: QWidget | None, now: QWidget | None) -> None:
        self._focused = now
        self._show_on(now)

    def _on_theme_changed(self) -> None:
        self._drop_frame()
        self._show_on(self._focused)

    def _show_on(self, widget: QWidget | None) -> None:
        target = _ringed(widget) if widget is not None and self._by_keyboard else None
        if target is None:
            self._drop_frame()
            return
        from desktop_slm.ui.focus_frame import FocusFrame  # many start without a keyboard's focus

        if not isinstance(self._frame, FocusFrame) or not isValid(self._frame):
            self._frame = FocusFrame(self._theme, target)  # the last one died with its window
        self._frame.setWidget(target)

    def _drop_frame(self) -> None:
        if self._frame is not None and isValid(self._frame):
            self._frame.hide()
            self._frame.deleteLater()
        self._frame = None


def _ringed(widget: QWidget) -> QWidget | None:
    """Returns the widget that the ring belongs around, or None for those with their own."""
    if widget.property("ringHidden") or widget.isWindow():
        return None
    name = widget.property("ringAround")
    at: QWidget | None = widget
    while name and at is not None and at.objectName() != name:
        at = at.parentWidget()
    return at
