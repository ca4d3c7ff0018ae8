"""What happens to a defect in a slot: it is logged without its message, and the window goes on."""

from __future__ import annotations

import logging
import sys
from collections.abc import Callable
from types import TracebackType

from desktop_slm import logs
from desktop_slm.errors import Invariant

_log = logging.getLogger(__name__)


def install(report: Callable[[Invariant], object]) -> None:
    """Has every exception that nobody catches logged, and reported with its place in our code."""

    def on_uncaught(
        kind: type[BaseException], error: BaseException, trace: TracebackType | None
    ) -> None:
        _log.error("unexpected %s", kind.__name__, exc_info=(kind, error, trace))
        details = logs.PrivateFormatter().formatException((kind, error, trace))
        report(Invariant(details=details))

    sys.excepthook = on_uncaught
