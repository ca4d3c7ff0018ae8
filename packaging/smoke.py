"""Drives a built package as a person would: terminal, window, summary, and the way out.

    .venv/bin/python packaging/smoke.py PROGRAM --practice MODEL [--root FOLDER] [--pictures FOLDER]

In a new account: a home folder of its own and no variables of ours. With `--root` the program runs
inside that root of a system (made by debootstrap, say), where PROGRAM is a path; the screen, the
keyboard and the look into the encrypted data stay outside. Linux, with Xvfb and xdotool.
"""

from __future__ import annotations

import argparse
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack, contextmanager
from datetime import UTC, datetime
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))

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
_PATIENCE_S = 120.0
_USER = 1500


class SmokeFailed(Exception):
    """Something did not work; the message says what."""


class Account:
    """A new account: its home, and how programs are started in it."""

    def __init__(self, root: Path | None, display: str) -> None:
        self._root = root or Path("/")
        self.home = Path(tempfile.mkdtemp(prefix="smoke-", dir=self._root / "tmp"))
        self.home.chmod(0o700)
        os.chown(self.home, self._user, self._user)
        self._variables = {
            "HOME": self.inside(self.home),
            "PATH": "/usr/bin:/bin",
            "LANG": "C.UTF-8",
            "DISPLAY": display,
        }

    @property
    def _user(self) -> int:
        return os.geteuid() if self._root == Path("/") else _USER

    def inside(self, path: Path) -> str:
        """Returns the path by which a program in the account knows a file."""
        return "/" + str(path.relative_to(self._root)) if self._root != Path("/") else str(path)

    def take(self, file: Path) -> Path:
        """Gives the account a copy of a file."""
        copy = self.home / file.name
        shutil.copyfile(file, copy)
        self.own()
        return copy

    def own(self) -> None:
        """Makes all files in the home folder the account's."""
        for path in self.home.rglob("*"):
            os.chown(path, self._user, self._user)

    def start(self, *words: str, **variables: str) -> subprocess.Popen[str]:
        """Starts a program."""
        line = [*words]
        if self._root != Path("/"):
            user = f"--userspec={self._user}:{self._user}"
            line = ["/usr/sbin/chroot", user, str(self._root), *words]
        return subprocess.Popen(
            line,
            env={**self._variables, **variables},
            cwd="/",
            stdin=subprocess.DEVNULL,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )

    def run(self, *words: str, **variables: str) -> str:
        """Runs a program to its end and returns what it printed. Raises SmokeFailed."""
        with self.start(*words, **variables) as process:
            try:
                printed, said = process.communicate(timeout=_PATIENCE_S)
            except subprocess.TimeoutExpired:
                process.kill()
                raise SmokeFailed(f"{words[1:2]} did not end in time") from None
        if process.returncode:
            raise SmokeFailed(f"{words[1:]} ended with {process.returncode}: {said[-500:]}")
        return printed


def main() -> int:
    """Runs every step and says which failed."""
    parser = argparse.ArgumentParser(description="Drive a built package.")
    parser.add_argument("program", help="the program, as the account sees it")
    parser.add_argument("--practice", type=Path, help="without it the package has the model")
    parser.add_argument("--root", type=Path, default=None, help="the root of another system")
    parser.add_argument("--pictures", type=Path, default=None, help="a folder for screenshots")
    options = parser.parse_args()
    with ExitStack() as stack:
        display = stack.enter_context(screen())
        account = Account(options.root and options.root.resolve(), display)
        stack.callback(shutil.rmtree, account.home, ignore_errors=True)
        smoke = Smoke(options.program, account, display, options.pictures)
        if options.practice:
            smoke.give_model(options.practice)
        for step in smoke.steps():
            began = time.monotonic()
            try:
                step()
            except SmokeFailed as problem:
                print(f"failed: {step.__name__}: {problem}", file=sys.stderr)
                smoke.picture("failed")
                smoke.kill()
                return 1
            print(f"{time.monotonic() - began:6.1f} s  {step.__name__}", flush=True)
    return 0


@contextmanager
def screen() -> Iterator[str]:
    """Starts an X server of our own and yields its name."""
    reader, writer = os.pipe()
    words = ["Xvfb", "-displayfd", str(writer), "-screen", "0", "1280x800x24", "-nolisten", "tcp"]
    server = subprocess.Popen([*words, "-ac"], pass_fds=[writer], stderr=subprocess.DEVNULL)
    os.close(writer)
    try:
        with os.fdopen(reader) as told:
            yield f":{told.readline().strip()}"
    finally:
        server.terminate()
        server.wait()


class Smoke:
    """The steps, in their order; each raises SmokeFailed."""

    def __init__(self, program: str, account: Account, display: str, pictures: Path | None) -> None:
        self._program = program
        self._account = account
        self._display = display
        self._pictures = pictures
        self._model: dict[str, str] = {}
        self._window: subprocess.Popen[str] | None = None
        self._document = account.home / "lease.txt"
        self._document.write_text(DOCUMENT, encoding="utf-8")
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
            *(self.summarize_in_the_terminal, self.look_up_a_model),
            *(self.open_the_window, self.choose_a_passphrase, self.chat_in_the_window),
            *(self.summarize_in_the_window, self.quit_the_window),
        )

    def kill(self) -> None:
        """Ends a window that is still there."""
        if self._window is not None:
            self._window.kill()

    def picture(self, name: str) -> None:
        """Takes a picture of the screen where those are wanted."""
        if self._pictures and shutil.which("import"):
            self._pictures.mkdir(parents=True, exist_ok=True)
            file = self._pictures / f"{name}.png"
            words = ["import", "-display", self._display, "-window", "root", str(file)]
            subprocess.run(words, check=False)

    # The terminal

    def say_version(self) -> None:
        """`--version`."""
        _expect(self._run("--version").startswith("desktop-slm "), "no version")

    def look_into_every_child(self) -> None:
        """`doctor`: every child answers, has no network, and the engine has a processor."""
        report = json.loads(self._run("doctor", "--json"))
        _expect(bool(report["devices"]), f"the engine found no device: {report['engine']}")
        for name, child in report["confinement"].items():
            _expect(bool(child), f"the {name} child does not start")
            _expect(child["network"] == "kernel", f"{name} could reach the network")
        _expect(report["models"] == 1, "the practice model was not found")

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

    def look_up_a_model(self) -> None:
        """`models info`: the part with network runs, against a hub of our own."""
        file = {"name": "tiny-Q4_0.gguf", "size": 9_000_000, "sha256": "0" * 64}
        with FakeHub() as hub:
            hub.repositories["maker/tiny-GGUF"] = [file]
            found = self._run("models", "info", "maker/tiny-GGUF", HF_ENDPOINT=hub.address)
        _expect("tiny-Q4_0.gguf" in found, f"the hub's answer is missing: {found[:200]}")

    # The window

    def open_the_window(self) -> None:
        """The window comes with its first page, and behind it asks how to keep the key."""
        self._window = self._account.start(self._program, **self._model)
        _wait(self._has_window, "no window came")
        time.sleep(1.0)  # no sign from outside says that the first page can be left
        self.picture("0-first-page")
        self._key("ctrl+n")
        time.sleep(1.0)  # nor that the first question can be answered
        self.picture("1-opened")

    def choose_a_passphrase(self) -> None:
        """The passphrase is typed twice; the encrypted file is there then."""
        for _ in range(2):
            self._type(PASSPHRASE)
            self._key("Return")
        _wait(lambda: self._database.exists() and self._is_open(), "the data was not made")
        time.sleep(1.0)
        self.picture("2-unlocked")

    def chat_in_the_window(self) -> None:
        """A question that is typed gets an answer, which is kept."""
        self._type(QUESTION)
        self._key("Return")
        _wait(self._is_answered, "the chat was not answered")
        self.picture("3-answered")

    def summarize_in_the_window(self) -> None:
        """“Open with”: a second start hands the document to the first window, which sums it up."""
        self._run(self._inside(self._document))
        _wait(self._is_summarized, "no summary was made")
        self.picture("4-summarized")

    def quit_the_window(self) -> None:
        """Ctrl+Q ends the window and every child; what is left is encrypted."""
        assert self._window is not None
        self._key("ctrl+q")
        try:
            code = self._window.wait(timeout=30)
        except subprocess.TimeoutExpired:
            raise SmokeFailed("the window did not close") from None
        _expect(code == 0, f"the window ended with {code}")
        program = self._program.encode()
        _wait(lambda: not _processes_of(program), "a child outlived the window", 10)
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
        return bool(self._xdotool("search", "--name", "Desktop SLM"))

    def _type(self, text: str) -> None:
        self._xdotool("type", "--delay", "20", text)

    def _key(self, name: str) -> None:
        self._xdotool("key", name)

    def _xdotool(self, *words: str) -> str:
        variables = {**os.environ, "DISPLAY": self._display}
        line = ["xdotool", *words]
        done = subprocess.run(line, env=variables, capture_output=True, text=True, check=False)
        return done.stdout

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

    def _is_summarized(self) -> bool:
        with self._opened() as database:
            summaries = Summaries(database, _now)
            return any(
                version.state is RunState.COMPLETE and version.items
                for summary in summaries.recent()
                for version in summaries.versions(summary.id)
            )

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


def _processes_of(program: bytes) -> list[int]:
    found = []
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = (folder / "cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if words[0].endswith(program) and b"--worker" in words:
            found.append(int(folder.name))
    return found


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
