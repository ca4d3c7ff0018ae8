"""Drives a built package as a person would: terminal, window, summary, and the way out.

    .venv/bin/python packaging/smoke.py PROGRAM [--practice MODEL | --without-model]
                                        [--root FOLDER] [--home FOLDER] [--entry FILE]
                                        [--pictures FOLDER]

In a new account: a home folder of its own and no variables of ours. The package has the practice
model in it, is shown where one lies, or has to do without. With `--root` the program runs inside
that root of a system (made by debootstrap, say), where PROGRAM is a path; the screen, the keys and
the look into the encrypted data stay outside. `--home` is an account that is there, and stays;
`--entry` an entry of its menu, through which the document is opened as file managers do it.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

import psutil  # noqa: E402
from PIL import Image, ImageDraw, ImageFont  # noqa: E402
from smoke_account import Account, SmokeFailed  # noqa: E402
from smoke_screen import Screen, screen  # noqa: E402

from desktop_slm.errors import DesktopSlmError  # noqa: E402
from desktop_slm.storage.chats.conversations import Conversations  # noqa: E402
from desktop_slm.storage.chats.messages import MessageState, Role  # noqa: E402
from desktop_slm.storage.database import Database  # noqa: E402
from desktop_slm.storage.keys.keys import Keys  # noqa: E402
from desktop_slm.storage.keys.os_keyring import OsKeyring  # noqa: E402
from desktop_slm.storage.runs import RunState  # noqa: E402
from desktop_slm.storage.summaries import Summaries  # noqa: E402
from tests.fakes.hub import FakeHub  # noqa: E402

PASSPHRASE = "seven quiet boats under maple"
QUESTION = "What is the capital of France?"
DOCUMENT = """\
The lease begins on 1 March 2025 and runs for three years. The rent is 950 euros a month, due on
the third working day. The tenant may end the lease with three months' notice. Pets are allowed
after asking the landlord. Repairs up to 100 euros are paid by the tenant; all above by the owner.
"""
SCANNED = "The quarterly meeting was moved to Thursday"
_PATIENCE_S = 180.0
_HEADER = (640, 28)  # where nothing is to be pressed


def main() -> int:
    """Runs every step and says which failed."""
    parser = argparse.ArgumentParser(description="Drive a built package.")
    parser.add_argument("program", help="the program, as the account sees it")
    has = parser.add_mutually_exclusive_group()
    has.add_argument("--practice", type=Path, help="where the model lies if not in the package")
    has.add_argument("--without-model", action="store_true", help="there is no model at all")
    parser.add_argument("--root", type=Path, default=None, help="the root of another system")
    parser.add_argument("--home", type=Path, default=None, help="an account that is there")
    parser.add_argument("--entry", type=Path, default=None, help="an entry of the menu")
    parser.add_argument("--pictures", type=Path, default=None, help="a folder for screenshots")
    options = parser.parse_args()
    with ExitStack() as stack:
        seen = stack.enter_context(screen())
        account = Account(options.root and options.root.resolve(), seen.name, options.home)
        if options.home is None:
            stack.callback(account.remove)
        smoke = Smoke(options.program, account, seen, options.pictures)
        smoke.entry, smoke.has_model = options.entry, not options.without_model
        stack.callback(smoke.kill)
        if options.practice:
            smoke.give_model(options.practice)
        for step in smoke.steps_without_model() if options.without_model else smoke.steps():
            began = time.monotonic()
            try:
                step()
            except SmokeFailed as problem:
                print(f"failed: {step.__name__}: {problem}", file=sys.stderr)
                smoke.picture("failed")
                return 1
            print(f"{time.monotonic() - began:6.1f} s  {step.__name__}", flush=True)
    return 0


class Smoke:
    """The steps, in their order; each raises SmokeFailed."""

    def __init__(self, program: str, account: Account, seen: Screen, pictures: Path | None) -> None:
        self._program = program
        self._account = account
        self._screen = seen
        self._pictures = pictures
        self.entry: Path | None = None
        self.has_model = True
        self._model: dict[str, str] = {}
        self._window: subprocess.Popen[str] | None = None
        self._document = account.home / "lease.txt"
        self._document.write_text(DOCUMENT, encoding="utf-8")
        self._scan = account.home / "scan.pdf"
        draw_scan(self._scan)
        account.own()

    def give_model(self, model: Path) -> None:
        """Puts the practice model into the account."""
        folder = self._account.home / "starter"
        folder.mkdir()
        shutil.copyfile(model, folder / model.name)
        self._account.own()
        self._model = {"DESKTOP_SLM_STARTER_DIR": self._account.inside(folder)}

    def steps(self) -> Sequence[Callable[[], None]]:
        """Returns what is done, in order."""
        return (
            *(self.say_version, self.look_into_every_child, self.chat_in_the_terminal),
            *(self.summarize_in_the_terminal, self.recognize_a_scan, self.look_up_a_model),
            *(self.open_the_window, self.choose_the_practice_model, self.choose_a_passphrase),
            *(self.chat_in_the_window, self.summarize_the_sample, self.open_a_document),
            self.quit_the_window,
        )

    def steps_without_model(self) -> Sequence[Callable[[], None]]:
        """Returns what can be done where there is no model."""
        return (
            *(self.say_version, self.find_no_model, self.recognize_a_scan, self.open_the_window),
            *(self.go_on_without_model, self.choose_a_passphrase, self.quit_the_window),
        )

    def kill(self) -> None:
        """Ends a window that is still there."""
        if self._window is not None and self._window.poll() is None:
            self._window.kill()
            self._window.wait()

    def picture(self, name: str) -> None:
        """Takes a picture of the screen where those are wanted."""
        if self._pictures:
            self._screen.save(self._pictures / f"{name}.png")

    # The terminal

    def say_version(self) -> None:
        """`--version`."""
        _expect(self._run("--version").startswith("desktop-slm "), "no version")

    def look_into_every_child(self) -> None:
        """`doctor`: every child answers, has no network, and the engine has a processor."""
        report = self._doctor()
        _expect(bool(report["devices"]), f"the engine found no device: {report['engine']}")
        for name, child in report["confinement"].items():
            _expect(bool(child), f"the {name} child does not start")
            _expect(child["network"] == "kernel", f"{name} could reach the network")
        _expect(report["models"] == 1, "the practice model was not found")

    def find_no_model(self) -> None:
        """`doctor` counts none, and `chat` says so in place of an answer."""
        _expect(self._doctor()["models"] == 0, "there is a model")
        try:
            self._run("chat", QUESTION)
        except SmokeFailed as problem:
            _expect("model" in str(problem), f"no word of a model: {problem}")
            _expect("Traceback" not in str(problem), f"an error of ours: {problem}")
        else:
            raise SmokeFailed("an answer without a model")

    def chat_in_the_terminal(self) -> None:
        """`chat` answers."""
        answer = json.loads(self._run("chat", QUESTION, "--seed", "1", "--json"))
        _expect(len(str(answer.get("text", ""))) > 5, f"no answer: {list(answer)}")

    def summarize_in_the_terminal(self) -> None:
        """`summarize` makes sentences that name their place."""
        found = json.loads(self._run("summarize", self._inside(self._document), "--json"))
        items = found[0]["summary"]
        _expect(bool(items), "the summary has no sentence")
        _expect(any(item.get("evidence") for item in items), "no sentence names its place")

    def recognize_a_scan(self) -> None:
        """`read --ocr`: the text of a page that is a picture, with the data that is carried."""
        text = self._run("read", self._inside(self._scan), "--ocr")
        found = [word for word in SCANNED.split() if word in text]
        _expect(len(found) >= len(SCANNED.split()) - 1, f"of the scan was read: {text[:200]!r}")

    def look_up_a_model(self) -> None:
        """`models info`: the part with network runs, against a hub of our own."""
        file = {"name": "tiny-Q4_0.gguf", "size": 9_000_000, "sha256": "0" * 64}
        with FakeHub() as hub:
            hub.repositories["maker/tiny-GGUF"] = [file]
            found = self._run("models", "info", "maker/tiny-GGUF", HF_ENDPOINT=hub.address)
        _expect("tiny-Q4_0.gguf" in found, f"the hub's answer is missing: {found[:200]}")

    # The window

    def open_the_window(self) -> None:
        """The window comes with its first page, which has measured this computer."""
        self._window = self._account.start(self._program, **self._model)
        _wait(self._has_window, "no window came")
        self._see("A private assistant, on this computer", "the first page is not shown")
        self.picture("1-first-page")

    def choose_the_practice_model(self) -> None:
        """The first page ends with the practice model; new data asks how its key is kept."""
        self._click("practice model")
        self._see("A passphrase", "nobody asks how the key is kept")
        self.picture("2-practice-model")

    def go_on_without_model(self) -> None:
        """The first page can be left without a model."""
        self._click("Not now")
        self._see("A passphrase", "nobody asks how the key is kept")

    def choose_a_passphrase(self) -> None:
        """Typed twice; the encrypted file is there then, and a recovery code is offered."""
        for _ in range(2):
            self._screen.type(PASSPHRASE)
            self._screen.key("Return")
        _wait(lambda: self._database.exists() and self._is_open(), "the data was not made")
        said = "Keep it on paper"
        self._see(said, "no recovery code is offered")
        self.picture("3-recovery-code")
        self._click("Later")
        _wait(lambda: self._screen.find(said) is None, "the recovery code stays")
        self._screen.click(_HEADER)  # no window manager gives the keys back to the window
        self.picture("4-unlocked")

    def chat_in_the_window(self) -> None:
        """A question that is typed gets an answer, which is kept."""
        self._screen.key("ctrl+n")
        self._screen.type(QUESTION)
        self._screen.key("Return")
        _wait(self._is_answered, "the chat was not answered")
        self.picture("5-answered")

    def summarize_the_sample(self) -> None:
        """The document that the app brings along is summed up."""
        self._click("Summarize")
        self._click("Summarize a sample")
        _wait(lambda: self._has_summaries(1), "no summary of the sample was made", 600)
        self.picture("6-sample")

    def open_a_document(self) -> None:
        """“Open with”: a second start hands the document to the first window, which sums it up."""
        if self.entry is None:
            self._run(self._inside(self._document))
        else:
            self._account.run("gio", "launch", self._inside(self.entry), str(self._document))
        _wait(lambda: self._has_summaries(2), "no summary was made", 600)
        self.picture("7-summarized")

    def quit_the_window(self) -> None:
        """Ctrl+Q ends the window and every child; what is left is encrypted."""
        assert self._window is not None
        children = psutil.Process(self._window.pid).children(recursive=True)
        _expect(bool(children) or not self.has_model, "no child could outlive the window")
        self._screen.key("ctrl+q")
        try:
            code = self._window.wait(timeout=30)
        except subprocess.TimeoutExpired:
            raise SmokeFailed("the window did not close") from None
        _expect(code == 0, f"the window ended with {code}")
        _, alive = psutil.wait_procs(children, timeout=10)
        _expect(not alive, f"outlived the window: {[child.name() for child in alive]}")
        files = [file for file in self._data.rglob("*") if file.is_file()]
        leaks = [f.name for f in files if b"France" in f.read_bytes()]
        _expect(not leaks, f"readable text in {leaks}")

    # Parts of the steps

    @property
    def _data(self) -> Path:
        return self._account.home / ".local" / "share" / "desktop-slm"

    @property
    def _database(self) -> Path:
        return self._data / "desktop-slm.db"

    def _inside(self, path: Path) -> str:
        return self._account.inside(path)

    def _run(self, *words: str, **variables: str) -> str:
        return self._account.run(self._program, *words, **{**self._model, **variables})

    def _has_window(self) -> bool:
        assert self._window is not None
        if self._window.poll() is not None:
            assert self._window.stderr is not None
            raise SmokeFailed(f"the window ended at once: {self._window.stderr.read()[-800:]}")
        return self._screen.has_window("Desktop SLM")

    def _doctor(self) -> dict[str, Any]:
        return dict(json.loads(self._run("doctor", "--json")))

    def _see(self, words: str, otherwise: str) -> None:
        _wait(lambda: self._screen.find(words) is not None, otherwise, 60)

    def _click(self, words: str) -> None:
        places: list[tuple[int, int] | None] = [None]

        def rests() -> bool:
            """Whether the words stand where they stood before: a page that grows moves them."""
            places.append(self._screen.find(words))
            return places[-1] is not None and places[-1] == places[-2]

        _wait(rests, f"“{words}” is not to be seen", 60)
        place = places[-1]
        assert place is not None
        self._screen.click(place)

    def _is_open(self) -> bool:
        with self._opened():
            return True

    def _is_answered(self) -> bool:
        with self._opened() as database:
            chats = Conversations(database, _now)
            for chat in chats.recent():
                last = chats.path(chat.id)[-1]
                if last.role is Role.ASSISTANT and last.state is MessageState.COMPLETE:
                    return bool(last.text.strip())
        return False

    def _has_summaries(self, count: int) -> bool:
        """Says whether so many are done; starts one that the window only plans, as it is long."""
        with self._opened() as database:
            summaries = Summaries(database, _now)
            done = sum(
                version.state is RunState.COMPLETE and bool(version.items)
                for summary in summaries.recent()
                for version in summaries.versions(summary.id)
            )
        if done < count and (plan := self._screen.find("Plan")):
            # Its button “Start” lies below: white letters on blue are not read.
            self._screen.click((plan[0] + 20, plan[1] + 34))
        return done == count

    @contextmanager
    def _opened(self) -> Iterator[Database]:
        """Opens a copy of the encrypted data, so that the window's own is not disturbed."""
        with tempfile.TemporaryDirectory() as folder:
            copy = Path(folder)
            for file in self._data.glob("*"):
                if file.is_file():
                    shutil.copyfile(file, copy / file.name)
            keys = Keys(copy / "desktop-slm.db", copy / "key.json", OsKeyring())
            key = keys.unlock(passphrase=PASSPHRASE)
            with Database.open(copy / "desktop-slm.db", key) as database:
                yield database


def draw_scan(file: Path) -> None:
    """Writes a PDF with one page that is nothing but a picture of SCANNED."""
    page = Image.new("L", (1240, 1754), 255)
    font = ImageFont.load_default(36)
    ImageDraw.Draw(page).text((120, 200), SCANNED, fill=0, font=font)
    page.save(file, "PDF", resolution=150)


def _now() -> datetime:
    return datetime.now(UTC)


def _expect(condition: bool, otherwise: str) -> None:
    if not condition:
        raise SmokeFailed(otherwise)


def _wait(condition: Callable[[], bool], otherwise: str, patience_s: float = _PATIENCE_S) -> None:
    end = time.monotonic() + patience_s
    while time.monotonic() < end:
        try:
            if condition():
                return
        except (OSError, ValueError, KeyError, DesktopSlmError):
            pass  # files that are just being written
        time.sleep(0.5)
    raise SmokeFailed(otherwise)


if __name__ == "__main__":
    sys.exit(main())
