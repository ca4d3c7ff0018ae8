"""The models folder moves with its content; a stop or a kill at any moment loses nothing."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import pytest

from desktop_slm import paths
from desktop_slm.errors import (
    FolderTaken,
    FolderUnfit,
    ModelsFolderUnwritable,
    MoveUnfinished,
    NoMove,
    NoRoomForModel,
)
from desktop_slm.models import copying
from desktop_slm.models.copying import Progress
from desktop_slm.models.library import Library, Place
from desktop_slm.models.moving import FolderMove
from desktop_slm.models.verification import Verifications

NOW = datetime(2026, 11, 12, 9, 30, tzinfo=UTC)
FILES = {
    "a.gguf": b"GGUF a",
    "owner/repo/big-00001-of-00002.gguf": b"GGUF b1",
    "owner/repo/big-00002-of-00002.gguf": b"GGUF b2",
    "owner/repo/.0123.part": b"half",
}


class Killed(BaseException):
    """As if the process were gone: nothing may be undone after it."""


@pytest.fixture
def found(tmp_path: Path) -> paths.Paths:
    found = paths.find(tmp_path / "data")
    for name, content in FILES.items():
        path = found.models / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(content)
    return found


@pytest.fixture
def target(tmp_path: Path) -> Path:
    return tmp_path / "disk" / "models"


def _move(found: paths.Paths, *, same_disk: bool = False) -> FolderMove:
    library = Library(found)
    verifications = Verifications(found, lambda: NOW)
    return FolderMove(found, library, (verifications.moved,), lambda one, other: same_disk)


def _content(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def _ids(found: paths.Paths) -> list[str]:
    return [model.id for model in Library(found).models() if not model.is_practice]


@pytest.mark.parametrize("same_disk", [True, False])
def test_everything_is_in_the_new_folder_and_nothing_in_the_old(
    found: paths.Paths, target: Path, same_disk: bool
) -> None:
    library, verifications = Library(found), Verifications(found, lambda: NOW)
    model = library.find("a")
    library.rename(model, "Mine")
    verified = verifications.verify(model)
    old = found.models
    _move(found, same_disk=same_disk).begin(target)
    assert found.models == target
    assert _content(target) == FILES
    assert not old.exists()
    again = library.find("a")
    assert (again.name, again.path, again.place) == ("Mine", target / "a.gguf", Place.FOLDER)
    assert verifications.last(again) == verified  # its time of change moved with it
    assert not found.models_move.exists()
    assert paths.find(found.data).models == target  # and at the next start


def test_back_to_the_app_s_own_folder(found: paths.Paths, target: Path) -> None:
    own = found.models
    _move(found).begin(target)
    _move(found).begin(own)
    assert found.models == own
    assert _content(own) == FILES
    assert not found.models_choice.exists()


@pytest.mark.parametrize("same_disk", [True, False])
def test_a_stop_leaves_everything_as_it_was(
    found: paths.Paths, target: Path, same_disk: bool
) -> None:
    def stop(progress: Progress) -> None:
        if progress.share > 0.6:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        _move(found, same_disk=same_disk).begin(target, stop)
    assert found.models == found.own_models
    assert _content(found.models) == FILES
    assert _content(target) == {}
    assert _move(found).unfinished() is None


def _killed_at(
    found: paths.Paths,
    target: Path,
    step: int,
    monkeypatch: pytest.MonkeyPatch,
    *,
    same_disk: bool,
) -> bool:
    """Begins a move and kills it at one of its calls of the system; says whether it came so far."""
    count = 0
    real: dict[str, Callable[..., object]] = {
        "rename": os.rename,
        "replace": os.replace,
        "unlink": os.unlink,
        "rmdir": os.rmdir,
        "fsync": lambda handle: None,  # a process that is killed loses nothing of the system's
    }
    is_dead = False

    def wrap(name: str) -> Callable[..., object]:
        def call(*arguments: object, **named: object) -> object:
            nonlocal count, is_dead
            if is_dead:
                raise Killed
            count += 1
            if count == step:
                is_dead = True
                raise Killed
            return real[name](*arguments, **named)

        return call

    with monkeypatch.context() as patch:
        for name in real:
            patch.setattr(os, name, wrap(name))
        try:
            _move(found, same_disk=same_disk).begin(target)
        except Killed:
            return True
    return False


@pytest.mark.parametrize("same_disk", [True, False])
@pytest.mark.parametrize("ending", ["go on", "take back"])
def test_a_kill_at_any_moment_loses_nothing(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, same_disk: bool, ending: str
) -> None:
    for step in range(1, 200):
        root = tmp_path / str(step)
        found = paths.find(root / "data")
        for name, content in FILES.items():
            path = found.models / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content)
        target = root / "disk" / "models"
        if not _killed_at(found, target, step, monkeypatch, same_disk=same_disk):
            assert step > 10  # it was killed at many moments before
            return
        # Both models are on the list meanwhile, whole.
        assert _ids(found) == ["a", "big-00001-of-00002"]
        move = _move(found, same_disk=same_disk)
        unfinished = move.unfinished()
        if unfinished is not None:
            if ending == "go on":
                move.go_on()
            else:
                move.take_back()
        kept = _content(found.models)
        assert {name: kept[name] for name in FILES} == FILES
        assert move.unfinished() is None
        other = target if found.models == found.own_models else found.own_models
        left = _content(other) if other.exists() else {}
        assert set(left) & set(FILES) == set()
        shutil.rmtree(root)
    raise AssertionError("it never came to its end")


def test_a_folder_with_files_of_the_same_names_is_not_written_over(
    found: paths.Paths, target: Path
) -> None:
    target.mkdir(parents=True)
    (target / "a.gguf").write_bytes(b"another")
    with pytest.raises(FolderTaken, match=r"a\.gguf"):
        _move(found).begin(target)
    assert (target / "a.gguf").read_bytes() == b"another"
    assert _content(found.models) == FILES


def test_other_files_of_the_new_folder_stay(found: paths.Paths, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "holiday.jpg").write_bytes(b"jpg")
    _move(found).begin(target)
    assert _content(target) == {**FILES, "holiday.jpg": b"jpg"}


def test_a_folder_inside_the_other_is_refused(found: paths.Paths, tmp_path: Path) -> None:
    file = tmp_path / "file"
    file.write_bytes(b"")
    for target in (found.models, found.models / "inner", found.models.parent, file):
        with pytest.raises(FolderUnfit):
            _move(found).begin(target)
    assert _content(found.models) == FILES


def test_room_is_checked_before_anything_moves(
    found: paths.Paths, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(copying, "free_bytes", lambda folder: 10)
    with pytest.raises(NoRoomForModel):
        _move(found).begin(target)
    assert not target.exists()
    _move(found, same_disk=True).begin(target)  # a rename takes none
    assert _content(target) == FILES


def test_a_folder_that_cannot_be_written_is_refused(
    found: paths.Paths, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(path: Path, content: bytes) -> int:
        raise PermissionError(13, "Permission denied")

    with monkeypatch.context() as patch:
        patch.setattr(Path, "write_bytes", refuse)
        with pytest.raises(ModelsFolderUnwritable, match="Permission denied"):
            _move(found).begin(target)
    assert found.models == found.own_models
    assert _content(found.models) == FILES


def test_a_second_move_waits_for_the_first(
    found: paths.Paths, target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert _killed_at(found, target, 6, monkeypatch, same_disk=False)
    with pytest.raises(MoveUnfinished):
        _move(found).begin(target.parent / "third")
    target.rename(target.with_name("unplugged"))
    with pytest.raises(MoveUnfinished):
        _move(found).go_on()
    assert _content(found.models) == FILES
    with pytest.raises(NoMove):
        _move(paths.find(target.parent / "data")).go_on()


@pytest.mark.parametrize("same_disk", [True, False])
def test_links_point_to_the_same_file_afterwards(
    found: paths.Paths, target: Path, tmp_path: Path, same_disk: bool
) -> None:
    elsewhere = tmp_path / "elsewhere.gguf"
    elsewhere.write_bytes(b"GGUF far")
    link = found.models / "far.gguf"
    link.symlink_to(os.path.relpath(elsewhere, found.models))
    _move(found, same_disk=same_disk).begin(target)
    assert (target / "far.gguf").is_symlink()
    assert (target / "far.gguf").read_bytes() == b"GGUF far"
    assert elsewhere.exists()


def test_a_folder_can_be_chosen_without_moving_anything(found: paths.Paths, target: Path) -> None:
    target.mkdir(parents=True)
    (target / "there.gguf").write_bytes(b"GGUF there")
    old = found.models
    _move(found).choose(target)
    assert found.models == target
    assert _content(old) == FILES
    assert sorted(_ids(found)) == ["a", "big-00001-of-00002", "there"]


def test_a_note_that_names_places_outside_the_folders_is_not_followed(
    found: paths.Paths, target: Path, tmp_path: Path
) -> None:
    outside = tmp_path / "keep.txt"
    outside.write_text("keep")
    target.mkdir(parents=True)
    (target.parent / "keep.txt").write_text("other")
    note = (
        f'{{"source": "{found.models}", "target": "{target}", "made": ["../keep.txt", "/etc/x"]}}'
    )
    found.models_move.write_text(note)
    unfinished = _move(found).unfinished()
    assert unfinished is not None
    assert unfinished.made == ()


def test_nothing_to_move_is_no_reason_to_fail(tmp_path: Path, target: Path) -> None:
    found = paths.find(tmp_path / "empty")
    _move(found).begin(target)
    assert found.models == target
    assert target.is_dir()
