"""The terminal: the same core without the window, for scripts and for machines without a screen.

Text goes to standard output as it comes, progress and one-line errors to standard error. The exit
status is 0, 1 after an error, 2 after wrong usage, 130 after Ctrl+C; `compare` and `verify` say
more with it.
"""

from __future__ import annotations

import importlib
import logging
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from desktop_slm import logs, paths, policy
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments, parse
from desktop_slm.errors import DesktopSlmError, Invariant, PolicyUnreadable
from desktop_slm.workers.confine import Profile, confine_process
from desktop_slm.workers.launcher import Launcher

_log = logging.getLogger(__name__)


def main(words: Sequence[str]) -> int:
    """Runs a verb, or opens the window where none is given; returns the exit status."""
    arguments = parse(words)
    if arguments.data_dir:
        os.environ["DESKTOP_SLM_DATA_DIR"] = str(Path(arguments.data_dir).absolute())
    if arguments.verb is None:
        return _open_window(arguments)
    try:
        arguments.offline = policy.begin(is_offline=arguments.offline)
    except PolicyUnreadable as error:
        output.error(error)
        return arguments.error_status
    return _run(arguments)


def _run(arguments: Arguments) -> int:
    """Runs a verb."""
    launcher = None
    if arguments.needs_network:
        launcher = Launcher.fork(offline=arguments.offline)
    enforced = confine_process(Profile.WINDOW)
    logs.start(paths.find().logs)
    try:
        verb = importlib.import_module(f"desktop_slm.cli.{arguments.verb}")
        return int(verb.run(arguments, enforced, launcher))
    except DesktopSlmError as error:
        output.error(error)
        return arguments.error_status
    except KeyboardInterrupt:
        return 130
    except BrokenPipeError:
        # Whoever read our output has gone; Python would complain again at its end.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return arguments.error_status
    except Exception:  # the edge of the process: one sentence for the person, the rest in the log
        _log.exception("a verb failed")
        output.error(Invariant())
        return arguments.error_status
    finally:
        if launcher is not None:
            launcher.close()


def _open_window(arguments: Arguments) -> int:
    from desktop_slm import app

    return app.run(arguments.files, offline=arguments.offline)
