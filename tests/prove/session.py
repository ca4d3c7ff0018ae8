"""A whole session of the real program, in a process of its own: confined, as the window is.

    python -m tests.prove.session FOLDER DOCUMENT SEED [hold]

Writes a chat, summarizes a document, renames, keeps a prompt and searches, with planted words in
all of it. With "hold" it goes on writing until it is killed. Says "confined", "begun", "done".
"""

from __future__ import annotations

import gc
import sys
import time
from collections.abc import Callable
from pathlib import Path

from desktop_slm import paths
from desktop_slm.workers.confine import Profile, confine_process
from desktop_slm.workers.launcher import Launcher

_PATIENCE_S = 150.0


def main(folder: Path, document: Path, planted: list[str], *, holds: bool) -> None:
    """Runs the session, from the fork of the launcher to the end of the window."""
    gc.disable()  # as `app.run` does: the window collects on its own thread
    launcher = Launcher.fork(offline=False)
    enforced = confine_process(Profile.WINDOW)
    print("confined", enforced.network.value, flush=True)
    from PySide6.QtCore import QPoint

    from desktop_slm import app, logs
    from desktop_slm.ui.core import Outside
    from tests.fakes.keyring import FileKeyring
    from tests.whole.run import Run

    application = app.make_application()

    def wait(condition: Callable[[], object]) -> None:
        end = time.monotonic() + _PATIENCE_S
        while not condition():
            assert time.monotonic() < end, "waited in vain"
            application.processEvents()
            time.sleep(0.002)

    found = paths.find(folder)
    logs.start(found.logs)
    outside = Outside(found, launcher, enforced, is_offline=False)
    run = Run(application, folder, FileKeyring(folder.parent / "keyring.json"), wait, outside)
    _chat(run, f"Say {planted[0]} and {planted[1]}, please. Who is {planted[2]}?")
    print("begun", flush=True)
    _plant(run, planted)
    if holds:
        _chat(run, f"Write a very long story about {planted[3]} and {planted[4]}.", cuts=False)
        wait(lambda: False)
    run.click("Summarize")
    run.drop(document, at=QPoint(640, 400))
    _wait_for_summary(run)
    _search(run, planted[0])
    run.end()
    launcher.close()
    print("done", flush=True)


def _chat(run, question: str, *, cuts: bool = True) -> None:  # type: ignore[no-untyped-def]
    from PySide6.QtCore import Qt

    run.type(question)
    run.press(Qt.Key.Key_Return)
    run.wait(lambda: len(run.last_answer()) > 60 or run.has_ended())
    if cuts and not run.has_ended():
        run.press(Qt.Key.Key_Escape)
        run.wait(run.has_ended)


def _plant(run, planted: list[str]) -> None:  # type: ignore[no-untyped-def]
    """Puts words where a person does by hand: a title, a prompt of one's own, a folder's name."""
    from desktop_slm.storage.library.prompts import OwnPrompts
    from desktop_slm.ui.core import now

    data = run.core.data
    chat = data.conversations.recent()[0]
    data.conversations.rename(chat.id, f"Title {planted[5]}")
    data.folders.create(f"Folder {planted[6]}")
    OwnPrompts(data.database, now).add(planted[7], f"Prompt {planted[8]}")


def _wait_for_summary(run) -> None:  # type: ignore[no-untyped-def]
    from desktop_slm.ui.summaries.work import Stage

    works = run.window.pages.summary.queue
    run.wait(lambda: [work.stage for work in works.works] == [Stage.DONE])


def _search(run, word: str) -> None:  # type: ignore[no-untyped-def]
    from desktop_slm.ui.sidebar.search_pane import SearchPane

    pane = run.window.findChild(SearchPane)
    pane.field.setText(word)
    run.wait(lambda: pane.model.rowCount() > 0)


if __name__ == "__main__":
    from tests.prove import planted as planting

    given = [Path(word) for word in sys.argv[1:3]]
    main(given[0], given[1], planting.words(int(sys.argv[3])), holds="hold" in sys.argv[4:])
