"""Moves the models folder with its content to another place, and survives a kill at any moment.

What is going on is written down before it is done (`models-move.json`): from where, to where, and
which files have come. Until all have, the old folder is the models folder; then the choice is
replaced in one step, and only after that are originals removed that had to be copied. While the
note is there, `Library` lists the models of both folders, so nothing seems lost; whoever starts
next goes on, or takes everything back.
"""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from desktop_slm.errors import (
    CopyFailed,
    FolderTaken,
    FolderUnfit,
    ModelsFolderUnwritable,
    MoveUnfinished,
    NoMove,
)
from desktop_slm.models import copying
from desktop_slm.models.copying import Meter, Progress
from desktop_slm.models.json_file import JsonFile
from desktop_slm.models.library import TRASH_FOLDER, Library
from desktop_slm.models.places import remove_empty_folders
from desktop_slm.paths import Paths

OnProgress = Callable[[Progress], object]
Follower = Callable[[Path, Path], object]


@dataclass(frozen=True, slots=True)
class Plan:
    """What a move would do: how much moves, and whether it is copied or only renamed."""

    source: Path
    target: Path
    files: int
    size_bytes: int
    is_copied: bool


@dataclass(frozen=True, slots=True)
class Move:
    """What is noted of a move; `made` are the files, relative, that it puts into the target.

    `is_chosen` says that the target is the models folder by now, so all files are there.
    """

    source: Path
    target: Path
    made: tuple[str, ...] = ()
    is_chosen: bool = False


@dataclass(frozen=True)
class FolderMove:
    """Moves, goes on, takes back. Blocks; `on_progress` may raise to stop, which takes back.

    `followers` are told the two folders once the move is sure, to note other paths.
    """

    paths: Paths
    library: Library
    followers: Sequence[Follower] = ()
    is_same_disk: Callable[[Path, Path], bool] = field(default=copying.is_same_disk)

    def unfinished(self) -> Move | None:
        """Returns the move that was interrupted, if any."""
        move = _parse(JsonFile(self.paths.models_move).load())
        if move is not None and self.paths.models == move.target:
            return replace(move, is_chosen=True)
        return move

    def plan(self, target: Path) -> Plan:
        """Returns what a move would do. Raises what `begin` raises before anything is done."""
        if (move := self.unfinished()) is not None:
            raise MoveUnfinished(source=move.source, target=move.target)
        source = self.paths.models
        _require_fit(source, target)
        entries = list(_entries(source))
        for entry in entries:
            if os.path.lexists(target / entry):
                raise FolderTaken(path=target, name=entry.name)
        size = sum(_size(source / entry) for entry in entries)
        is_copied = source.is_dir() and not self.is_same_disk(source, target)
        if is_copied:
            copying.require_room(target, size)
        return Plan(source, target, len(entries), size, is_copied)

    def begin(self, target: Path, on_progress: OnProgress = lambda progress: None) -> None:
        """Moves the models folder.

        Raises MoveUnfinished, FolderUnfit, FolderTaken, NoRoomForModel, ModelsFolderUnwritable
        before anything is done; what `copying.copy` raises, and everything is as it was then.
        """
        plan = self.plan(target)
        shutil.rmtree(plan.source / TRASH_FOLDER, ignore_errors=True)
        _make(target)
        move = Move(plan.source, target)
        self._note(move)
        try:
            self._carry(move, on_progress)
        except BaseException:
            self.take_back()
            raise

    def go_on(self, on_progress: OnProgress = lambda progress: None) -> None:
        """Ends a move that was interrupted.

        Raises NoMove, CopyFailed where one of the folders cannot be reached, and what `begin`
        raises; it stands then as it stood, and can be gone on with or taken back.
        """
        move = self._unfinished()
        self._require_reachable(move)
        self._carry(move, on_progress)

    def take_back(self) -> None:
        """Undoes a move that did not end. Raises NoMove, CopyFailed."""
        move = self._unfinished()
        if move.is_chosen:  # nothing is missing in the target any more
            self._finish(move)
            return
        for name in move.made:
            with _named(name):
                _return(move.source / name, move.target / name)
            remove_empty_folders(move.target, (move.target / name).parent)
        self._forget()

    def choose(self, target: Path) -> None:
        """Makes another folder the models folder and leaves the models where they are.

        They stay on the list, in use where they lie.
        """
        if (move := self.unfinished()) is not None:
            raise MoveUnfinished(source=move.source, target=move.target)
        _require_fit(self.paths.models, target)
        _make(target)
        before = [model for model in self.library.models() if not model.is_practice]
        for model in before:
            self.library.add_in_place(model.path)
        self._choose(target)

    def _carry(self, move: Move, on_progress: OnProgress) -> None:
        if not move.is_chosen:
            move = self._bring_all(move, on_progress)
            self._choose(move.target)
        self._finish(move)

    def _bring_all(self, move: Move, on_progress: OnProgress) -> Move:
        source, target = move.source, move.target
        is_renamed = self.is_same_disk(source, target)
        # What is noted and there is whole: it appears in one step, after it is noted.
        come = {name for name in move.made if os.path.lexists(target / name)}
        entries = [entry for entry in _entries(source) if str(entry) not in come]
        sizes = [_size(source / entry) for entry in entries]
        if not is_renamed:
            copying.require_room(target, sum(sizes))
        meter = Meter(copying.READINGS * sum(sizes), on_progress)
        for entry, size in zip(entries, sizes, strict=True):
            if os.path.lexists(target / entry):
                raise FolderTaken(path=target, name=entry.name)
            move = replace(move, made=tuple(dict.fromkeys((*move.made, str(entry)))))
            self._note(move)
            if is_renamed or (source / entry).is_symlink():
                meter.begin(entry.name)
                with _named(entry.name):
                    _place(source / entry, target / entry, is_renamed=is_renamed)
                meter.add(copying.READINGS * size)
            else:
                copying.copy(source / entry, target / entry, meter)
        return move

    def _finish(self, move: Move) -> None:
        """Tells the followers and removes the originals of copies; may be done twice."""
        self.library.moved(move.source, move.target)
        for follow in self.followers:
            follow(move.source, move.target)
        for name in move.made:
            with _named(name):
                if os.path.lexists(move.source / name) and _has_come(move, name):
                    (move.source / name).unlink()
        _remove_empty(move.source)
        self._forget()

    def _choose(self, target: Path) -> None:
        if target == self.paths.own_models:
            with contextlib.suppress(OSError):
                self.paths.models_choice.unlink(missing_ok=True)
        if self.paths.models != target:
            JsonFile(self.paths.models_choice).store({"folder": str(target)})

    def _unfinished(self) -> Move:
        move = self.unfinished()
        if move is None:
            raise NoMove
        return move

    def _require_reachable(self, move: Move) -> None:
        if not move.target.is_dir() or not (move.source.is_dir() or move.made):
            raise MoveUnfinished(source=move.source, target=move.target)

    def _note(self, move: Move) -> None:
        JsonFile(self.paths.models_move).store(
            {
                "source": str(move.source),
                "target": str(move.target),
                "made": list(move.made),
            }
        )

    def _forget(self) -> None:
        with contextlib.suppress(OSError):
            self.paths.models_move.unlink(missing_ok=True)


def _require_fit(source: Path, target: Path) -> None:
    real_source, real_target = source.resolve(), target.resolve()
    if not target.is_absolute() or real_source == real_target:
        raise FolderUnfit(path=target, why="it is the models folder already")
    if real_target.is_relative_to(real_source) or real_source.is_relative_to(real_target):
        raise FolderUnfit(path=target, why="one of the two folders lies in the other")
    if target.exists() and not target.is_dir():
        raise FolderUnfit(path=target, why="it is a file")


def _make(target: Path) -> None:
    """Makes the folder and sees that it can be written."""
    trial = target / f".desktop-slm-{os.urandom(4).hex()}"
    try:
        target.mkdir(parents=True, exist_ok=True)
        trial.write_bytes(b"")
        trial.unlink()
    except OSError as error:
        raise ModelsFolderUnwritable(path=target, why=error.strerror) from None


def _entries(folder: Path) -> Iterator[Path]:
    """Returns all files and links of a folder, relative and in order; no folder of removed ones."""
    for inner, folders, names in os.walk(folder):
        links = [name for name in folders if Path(inner, name).is_symlink()]
        folders[:] = sorted(name for name in folders if name not in {*links, TRASH_FOLDER})
        for name in sorted([*names, *links]):
            if not name.endswith(".copying"):
                yield Path(inner, name).relative_to(folder)


def _has_come(move: Move, name: str) -> bool:
    """Whether the original may go: its copy was compared when it was made, and is still there."""
    one, other = move.source / name, move.target / name
    return os.path.lexists(other) and (other.is_symlink() or _size(one) == _size(other))


def _size(path: Path) -> int:
    return 0 if path.is_symlink() else path.stat().st_size


def _place(source: Path, target: Path, *, is_renamed: bool) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    if source.is_symlink():
        # A relative link would point to nowhere from there.
        target.symlink_to(source.resolve())
        if is_renamed:
            source.unlink()
    else:
        source.rename(target)


def _return(source: Path, target: Path) -> None:
    """Has a file be in the source alone, as before."""
    if not os.path.lexists(target):
        return
    if os.path.lexists(source):
        target.unlink()
    else:
        source.parent.mkdir(parents=True, exist_ok=True)
        target.rename(source)


def _remove_empty(folder: Path) -> None:
    """Removes folders that hold nothing any more, innermost first."""
    for inner, _folders, _names in os.walk(folder, topdown=False):
        with contextlib.suppress(OSError):
            Path(inner).rmdir()


@contextlib.contextmanager
def _named(name: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        why = error.strerror or type(error).__name__
        raise CopyFailed(name=Path(name).name, why=why) from None


def _parse(stored: Any) -> Move | None:
    try:
        source, target = Path(stored["source"]), Path(stored["target"])
        made = tuple(name for name in stored["made"] if isinstance(name, str))
    except (TypeError, KeyError):
        return None
    if not source.is_absolute() or not target.is_absolute():
        return None
    made = tuple(name for name in made if _is_inside(name))
    return Move(source, target, made)


def _is_inside(name: str) -> bool:
    """Whether a noted name stays inside a folder: the file could have been written by anybody."""
    return not Path(name).is_absolute() and ".." not in Path(name).parts
