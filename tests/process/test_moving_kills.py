"""A process that moves the models folder back and forth, killed: every model is there, whole."""

from __future__ import annotations

import hashlib
import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.models.library import Library
from desktop_slm.models.moving import FolderMove

_KILLS = 15
_MOST_S = 0.25
_NAMES = ("a.gguf", "b.gguf", "owner/repo/big-00001-of-00002.gguf")
_SECOND = "owner/repo/big-00002-of-00002.gguf"
# Goes on with what was interrupted or takes it back, and begins the next move, without an end.
_MOVER = """
import sys
from pathlib import Path
from desktop_slm import paths
from desktop_slm.models.library import Library
from desktop_slm.models.moving import FolderMove
found = paths.find(Path(sys.argv[1]))
is_copied, takes_back = sys.argv[3] == "copied", sys.argv[4] == "take back"
move = FolderMove(found, Library(found), (), lambda one, other: not is_copied)
print(flush=True)
if move.unfinished() is not None:
    (move.take_back if takes_back else move.go_on)()
while True:
    is_away = found.models != found.own_models
    move.begin(found.own_models if is_away else Path(sys.argv[2]))
"""


@pytest.fixture
def found(tmp_path: Path) -> paths.Paths:
    found = paths.find(tmp_path / "data")
    for number, name in enumerate((*_NAMES, _SECOND)):
        path = found.models / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(b"GGUF" + random.Random(number).randbytes(2_000_000 + number))
    return found


@pytest.mark.parametrize("how", ["copied", "renamed"])
def test_kills_at_random_moments_lose_no_model(
    found: paths.Paths, tmp_path: Path, how: str
) -> None:
    chance = random.Random(7)
    target = tmp_path / "disk" / "models"
    whole = _content(found.models)
    interrupted = 0
    for number in range(_KILLS):
        ending = "take back" if number % 3 else "go on"
        _kill_a_move(found, target, how, ending, chance.random() * _MOST_S)
        interrupted += _move(found, how).unfinished() is not None
        models = [each for each in Library(found).models() if not each.is_practice]
        listed = {model.path.name: model.path for model in models}
        assert len(models) == len(_NAMES)
        assert sorted(listed) == sorted(Path(name).name for name in _NAMES)
        for name in _NAMES:
            assert _sha256(listed[Path(name).name]) == whole[name]
    assert interrupted > _KILLS // 3  # else the kills struck nothing
    move = _move(found, how)
    if move.unfinished() is not None:
        move.go_on()
    kept = {name: value for name, value in _content(found.models).items() if name in whole}
    assert kept == whole
    other = target if found.models == found.own_models else found.own_models
    assert not set(_content(other)) & set(whole)


def _kill_a_move(found: paths.Paths, target: Path, how: str, ending: str, seconds: float) -> None:
    words = (sys.executable, "-c", _MOVER, str(found.data), str(target), how, ending)
    with subprocess.Popen(
        words, stdout=subprocess.PIPE, env={**os.environ, "DESKTOP_SLM_DATA_DIR": ""}
    ) as mover:
        assert mover.stdout is not None
        assert mover.stdout.readline()  # it is about to begin
        time.sleep(seconds)  # the moment is the chance of this test, not something waited for
        assert mover.poll() is None, "it ended by itself"
        mover.kill()


def _move(found: paths.Paths, how: str) -> FolderMove:
    return FolderMove(found, Library(found), (), lambda one, other: how == "renamed")


def _content(folder: Path) -> dict[str, str]:
    return {
        path.relative_to(folder).as_posix(): _sha256(path)
        for path in folder.rglob("*")
        if path.is_file()
    }


def _sha256(path: Path) -> str:
    return hashlib.sha256(path.read_bytes()).hexdigest()
