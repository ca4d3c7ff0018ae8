"""Going online: only after somebody said so, for one thing, and never with --offline.

The setting "offline" asks each time; "ask" takes the click on Search or Get for the answer.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm import policy
from desktop_slm.errors import DesktopSlmError, OfflineByPolicy, OfflineNow
from desktop_slm.models import hosts
from desktop_slm.ui.core import Core
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm


def must_ask(core: Core) -> bool:
    """Whether the person wants to be asked before each connection."""
    return core.settings.network != "ask"


def offline_error() -> DesktopSlmError:
    """Returns why a window that is offline cannot go online."""
    return OfflineByPolicy() if policy.current().offline else OfflineNow()


def go_online(core: Core, page: QWidget, purpose: str, act: Callable[[], object]) -> None:
    """Calls `act` when the person agrees to go online; `purpose` is a sentence that says why."""
    if core.outside.is_offline:
        core.report(offline_error())
    elif must_ask(core):
        confirm(core.theme, page, _question(purpose), act)
    else:
        act()


def about_going_online() -> str:
    """Returns what going online means, to stand where it is asked about."""
    words = QCoreApplication.translate(
        "Network",
        "Desktop SLM connects to {host} for this alone. Your chats and documents stay here.",
    )
    return words.format(host=hosts.endpoint_host())


def _question(purpose: str) -> Question:
    tr = QCoreApplication.translate
    return Question(
        tr("Network", "Go online for this?"),
        f"{purpose} {about_going_online()}",
        tr("Network", "Go online"),
    )
