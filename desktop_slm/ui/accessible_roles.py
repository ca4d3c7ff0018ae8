"""What kind of thing our own widgets are to a screen reader; Qt's classes say it themselves.

A widget that Qt only knows as a widget tells its kind in the property `accessibleRole`, by a name
of `_ROLES`. Qt asks here when somebody listens, and never otherwise.
"""

from __future__ import annotations

from functools import cache

from PySide6.QtCore import QObject
from PySide6.QtGui import QAccessible, QAccessibleInterface
from PySide6.QtWidgets import QAccessibleWidget, QWidget

PROPERTY = "accessibleRole"
_ROLES = {
    "list": QAccessible.Role.List,
    "list item": QAccessible.Role.ListItem,
    "document": QAccessible.Role.Document,
    "chart": QAccessible.Role.Chart,
    "link": QAccessible.Role.Link,
    "page": QAccessible.Role.Pane,
    "formula": QAccessible.Role.Equation,
}


def name(widget: QWidget, role: str, words: str) -> None:
    """Gives a widget its role and its name, in this order: with a name it is looked at."""
    install()
    widget.setProperty(PROPERTY, role)
    widget.setAccessibleName(words)


@cache
def install() -> None:
    """Has Qt ask here; once for the whole program, before a widget with a role is shown."""
    QAccessible.installFactory(_interface)


def _interface(_name: str, widget: QObject) -> QAccessibleInterface | None:
    if not isinstance(widget, QWidget):
        return None
    role = _ROLES.get(widget.property(PROPERTY))
    return None if role is None else QAccessibleWidget(widget, role)
