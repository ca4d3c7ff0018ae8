"""Runs whole sessions of the real program: traced, without any network, killed; then searches."""

from __future__ import annotations

import os
import random
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from desktop_slm.paths import find, starter_folder
from desktop_slm.storage.database import Database
from desktop_slm.storage.keys.keys import Keys
from tests.fakes.documents import Pdf, paragraph
from tests.fakes.keyring import FileKeyring
from tests.prove import planted
from tests.prove.part import Broken, Figures, Slice, Unable
from tests.unit.storage.test_forgetting import clear_bytes

ROOT = Path(__file__).resolve().parents[2]
_PATIENCE_S = 600
_INTERNET = re.compile(r"socket\(AF_(INET6?|NETLINK|PACKET|BLUETOOTH|VSOCK)|sa_family=AF_INET6?")


@dataclass(frozen=True)
class Home:
    """A home of its own: everything that a program may write lies in `root`."""

    root: Path
    outside: Path

    @property
    def data(self) -> Path:
        """The folder of the app's data, settings and logs."""
        return self.root / "data"

    def variables(self) -> dict[str, str]:
        """Returns the variables that lead every folder of this account into `root`."""
        own = {
            "HOME": "home", "TMPDIR": "tmp", "XDG_CACHE_HOME": "home/.cache",
            "XDG_CONFIG_HOME": "home/.config", "XDG_DATA_HOME": "home/.local/share",
            "XDG_STATE_HOME": "home/.local/state", "XDG_RUNTIME_DIR": "run",
        }  # fmt: skip
        for name in own.values():
            (self.root / name).mkdir(parents=True, exist_ok=True, mode=0o700)
        passed = {k: v for k, v in os.environ.items() if not k.startswith(("XDG_", "DESKTOP_SLM"))}
        return {
            **passed,
            **{name: str(self.root / folder) for name, folder in own.items()},
            "DESKTOP_SLM_STARTER_DIR": str(starter_folder()),
            "QT_QPA_PLATFORM": "offscreen",
            "PYTHONDONTWRITEBYTECODE": "1",
        }


@contextmanager
def home() -> Iterator[Home]:
    """Makes a home beside the build's files: /tmp becomes a folder in it."""
    place = ROOT / "build" / "proof"
    place.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=place, ignore_cleanup_errors=True) as folder:
        made = Home(Path(folder) / "account", Path(folder) / "outside")
        made.root.mkdir()
        made.outside.mkdir()
        yield made


def document(folder: Path, words: Sequence[str]) -> Path:
    """Writes a PDF whose text and name hold planted words."""
    pdf = Pdf()
    for number in range(1, 4):
        line = f"{words[9].capitalize()} counted {number + 3} {words[10]} for {words[11]}."
        pdf.page(paragraph([line, f"{words[12]} and {words[13]} were counted on day {number}."]))
    path = folder / f"{words[14]} {words[15]}.pdf"
    path.write_bytes(pdf.bytes())
    return path


def command(where: Home, seed: int, *words: str) -> list[str]:
    """Returns the command line of a session."""
    given = document(where.outside, planted.words(seed))
    folder = str(where.data)
    return [sys.executable, "-m", "tests.prove.session", folder, str(given), str(seed), *words]


def run(where: Home, words: Sequence[str], before: Sequence[str] = ()) -> str:
    """Runs a session to its end and returns what it said."""
    done = subprocess.run(
        [*before, *words],
        cwd=ROOT,
        env=where.variables(),
        capture_output=True,
        text=True,
        timeout=_PATIENCE_S,
        check=False,
    )
    if done.returncode or not done.stdout.rstrip().endswith("done"):
        raise Broken(f"the session ended early: {done.stdout[-200:]} {done.stderr[-600:]}")
    return done.stdout


def need_model() -> None:
    """Raises Unable where the practice model is missing."""
    if not list(starter_folder().glob("*.gguf")):
        raise Unable("the practice model is not there; python3 dev.py test fetches it")


def need_program(name: str) -> str:
    """Returns the path of a program. Raises Unable where it is missing."""
    found = shutil.which(name)
    if found is None or not sys.platform.startswith("linux"):
        raise Unable(f"{name} is not there")
    return found


def traced(given: Slice) -> Figures:
    """A whole session under strace: no call that has to do with the internet."""
    need_model()
    strace = need_program("strace")
    with home() as where:
        trace = where.outside / "trace"
        before = [strace, "-f", "--seccomp-bpf", "-e", "trace=network", "-o", str(trace)]
        _see_that_the_trace_sees(before, trace)
        said = run(where, command(where, given.seed), before)
        calls = trace.read_text(encoding="utf-8", errors="replace").splitlines()
    if "confined kernel" not in said:
        raise Unable("this kernel has no filter of system calls")
    internet = [line for line in calls if _INTERNET.search(line)]
    if internet:
        raise Broken(f"{len(internet)} calls, the first: {internet[0][:160]}")
    processes = len({line.split()[0] for line in calls})
    return {
        "network calls of any kind": len(calls),
        "to the internet": 0,
        "bytes sent": 0,
        "processes and threads with a network call": processes,
    }


def _see_that_the_trace_sees(before: Sequence[str], trace: Path) -> None:
    """A trace that is blind would prove anything: one socket is opened under it on purpose."""
    code = "import socket; socket.socket()"
    subprocess.run([*before, sys.executable, "-c", code], check=True, timeout=60)
    if not _INTERNET.search(trace.read_text(errors="replace")):
        raise Unable("strace does not see what happens here")


def in_empty_namespace(given: Slice) -> Figures:
    """The same session where there is no network at all, not even loopback: all of it works."""
    need_model()
    unshare = need_program("unshare")
    if subprocess.run([unshare, "-n", "true"], check=False, capture_output=True).returncode:
        raise Unable("this account may not make an empty network namespace")
    with home() as where:
        run(where, command(where, given.seed), [unshare, "-n"])
    return {"sessions": 1, "interfaces that were up": 0}


def searched(given: Slice) -> Figures:
    """A session, then every byte that it left: no planted word anywhere."""
    need_model()
    total: dict[str, float] = {"words planted": 0, "files searched": 0, "bytes searched": 0}
    for number in range(given.count):
        seed = given.seed * 1_000 + number
        with home() as where:
            run(where, command(where, seed), _own_tmp(where))
            _add(total, _search(where, seed))
    return {**total, "hits": 0}


def searched_after_kills(given: Slice) -> Figures:
    """A session killed while it writes; what it left is searched, and it starts again."""
    need_model()
    total: dict[str, float] = {"words planted": 0, "files searched": 0, "bytes searched": 0}
    chance = random.Random(given.seed)
    for number in range(given.count):
        seed = given.seed * 1_000 + 500 + number
        with home() as where:
            _kill_while_it_writes(where, seed, chance.uniform(0.0, 2.0))
            _add(total, _search(where, seed))
    return {"kills": given.count, **total, "hits": 0}


def _kill_while_it_writes(where: Home, seed: int, after_s: float) -> None:
    words = [*_own_tmp(where), *command(where, seed, "hold")]
    variables = where.variables()
    with subprocess.Popen(
        words, cwd=ROOT, env=variables, stdout=subprocess.PIPE, text=True, start_new_session=True
    ) as child:
        assert child.stdout
        lines = iter(child.stdout.readline, "")
        if not any(line.startswith("begun") for line in lines):
            raise Broken("the session ended before it was killed")
        time.sleep(after_s)
        child.kill()
    time.sleep(0.5)  # its children notice that it is gone


def _own_tmp(where: Home) -> list[str]:
    """Returns what makes /tmp a folder of this home, where this account may do that."""
    if os.geteuid() != 0 or shutil.which("unshare") is None:
        return []
    (where.root / "tmp").mkdir(exist_ok=True)
    script = f"mount --bind '{where.root / 'tmp'}' /tmp && exec \"$@\""
    return ["unshare", "-m", "sh", "-c", script, "sh"]


def _search(where: Home, seed: int) -> Figures:
    words = planted.words(seed)
    hits, files, size = planted.search(where.root, words)
    if hits:
        shown = ", ".join(f"{hit.form} in {hit.path.name}" for hit in hits[:5])
        raise Broken(f"{len(hits)} planted words were found: {shown}")
    stored = _stored(where).lower()
    missing = [word for word in (*words[:3], *words[5:9]) if word.encode() not in stored]
    if missing:
        raise Broken(f"{len(missing)} words were not stored, so their absence shows nothing")
    return {"words planted": len(words), "files searched": files, "bytes searched": size}


def _stored(where: Home) -> bytes:
    """Returns the bytes of the database without its encryption."""
    found = find(where.data)
    keyring = FileKeyring(where.root / "keyring.json")
    with Keys(found.database, found.key_record, keyring).unlock() as key:
        Database.open(found.database, key).close()  # takes in the log of a session that was killed
        return clear_bytes(found.database, key, where.outside)


def _add(total: dict[str, float], more: Figures) -> None:
    for name, value in more.items():
        total[name] += float(value)
