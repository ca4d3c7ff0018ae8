"""Writes a model in another format, in a confined child; the original stays as it is.

The new file has a temporary name until it is whole, so that no half model is ever in the list.
"""

from __future__ import annotations

import contextlib
import os
import re
import secrets
import shutil
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from desktop_slm import files
from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.errors import (
    AdapterGiven,
    ConversionFailed,
    FileMissing,
    FolderUnwritable,
    ModelThere,
    NoRoomForModel,
    ProjectorGiven,
)
from desktop_slm.gguf.parts import parts_of, stem_of
from desktop_slm.models.facts import FileKind
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel
from desktop_slm.tuning import formats
from desktop_slm.workers.confine import Grant
from desktop_slm.workers.process import Worker, WorkerEnded, WorkerSilent

_SILENCE_S = 900.0
_TEMPORARY = re.compile(r"^\.desktop-slm-[0-9a-f]{8}\.part$")
# A file that somebody writes now has been touched more recently.
_FORGOTTEN_S = 86_400.0
_SPARE_BYTES = 32 << 20

OnProgress = Callable[[float], object]


@dataclass(frozen=True, slots=True)
class Wish:
    """What a model is to be written as: a format of `formats.OFFERED`, without some layers."""

    model: InstalledModel
    format: str
    pruned: tuple[int, ...] = ()

    @property
    def file_name(self) -> str:
        """The name of the result: that of the original with the new format."""
        stem = stem_of(self.model.path)
        if self.model.format:
            stem = re.sub(rf"[-_.]{re.escape(self.model.format)}(?=$|[-_.])", "", stem, flags=re.I)
        return f"{stem}{'-pruned' if self.pruned else ''}-{self.format}.gguf"


class Conversions:
    """Converts into one folder. Blocks; any thread may call."""

    def __init__(
        self,
        folder: Path,
        inspection: Inspection,
        *,
        start_worker: Callable[[Grant], Worker] = lambda grant: Worker("convert", grant),
        free_bytes: Callable[[Path], int] = lambda folder: shutil.disk_usage(folder).free,
    ) -> None:
        self._folder = folder
        self._inspection = inspection
        self._start_worker = start_worker
        self._free_bytes = free_bytes

    def convert(
        self,
        wish: Wish,
        on_progress: OnProgress = lambda fraction: None,
        cancellation: Cancellation | None = None,
    ) -> Path:
        """Returns the new file, which is in the models folder under its final name.

        Raises:
            FormatUnknown, FormatUnfit, LayersUnknown, ModelThere, NoRoomForModel: before writing.
            DiskFull, ConversionFailed: nothing was kept.
            Cancelled: `cancellation` was set; nothing was kept.
        """
        target = self._folder / wish.file_name
        if target.exists():
            raise ModelThere(name=target.name)
        with self.candidate(wish, on_progress, cancellation) as made:
            try:
                os.replace(made, target)
            except OSError:
                raise FolderUnwritable(path=self._folder) from None
            files.sync_folder(self._folder)
        return target

    @contextlib.contextmanager
    def candidate(
        self,
        wish: Wish,
        on_progress: OnProgress = lambda fraction: None,
        cancellation: Cancellation | None = None,
    ) -> Iterator[Path]:
        """Gives the converted model under a temporary name; it is gone when the `with` ends.

        Raises as `convert` does.
        """
        formats.file_type(wish.format)
        self.require_possible(wish)
        made = self._make_temporary()
        try:
            self._write(wish, made, on_progress, cancellation or Cancellation())
            yield made
        finally:
            made.unlink(missing_ok=True)

    def require_possible(self, wish: Wish) -> None:
        """Raises FormatUnfit, or what says that the file is no model for it."""
        facts = self._inspection.facts(wish.model.path)
        if facts.kind is FileKind.ADAPTER:
            raise AdapterGiven(name=wish.model.path.name)
        if facts.kind is FileKind.PROJECTOR:
            raise ProjectorGiven(name=wish.model.path.name)
        formats.require_possible(wish.model.path.name, facts.quantization, wish.format, wish.pruned)

    def _make_temporary(self) -> Path:
        """Makes the file that the child may write: it may make none itself."""
        made = self._folder / f".desktop-slm-{secrets.token_hex(4)}.part"
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _sweep(self._folder)
            made.touch(mode=0o600, exist_ok=False)
        except OSError:
            raise FolderUnwritable(path=self._folder) from None
        return made

    def _write(
        self, wish: Wish, made: Path, on_progress: OnProgress, cancellation: Cancellation
    ) -> None:
        """Has a child write the model, where there is room for it on the disk."""
        name = wish.model.path.name
        child = _Child(self._start_worker(_grant(wish.model.path, made)), wish, made)
        try:
            child.start(cancellation)
            self._require_room(child.foretell_bytes())
            child.write(on_progress)
            cancellation.check()
        except WorkerEnded as ended:
            cancellation.check()
            words = ended.ending.last_words
            raise ConversionFailed(name=name, why=str(ended.ending), details=words) from None
        except WorkerSilent:
            raise ConversionFailed(name=name, why="it did not move any more") from None
        finally:
            child.end()

    def _require_room(self, needed: int) -> None:
        free = self._free_bytes(self._folder)
        if needed + _SPARE_BYTES > free:
            raise NoRoomForModel(
                needed_mb=(needed + _SPARE_BYTES) // 10**6,
                free_mb=free // 10**6,
                path=self._folder,
            )


class _Child:
    """The process that converts; one for each model."""

    def __init__(self, worker: Worker, wish: Wish, target: Path) -> None:
        self._worker = worker
        self._name = wish.model.path.name
        self._request: dict[str, Any] = {
            "source": str(wish.model.path.resolve()),
            "target": str(target.resolve()),
            "name": self._name,
            "file_type": formats.file_type(wish.format),
            "pruned": sorted(set(wish.pruned)),
        }

    def start(self, cancellation: Cancellation) -> None:
        """Starts it; a cancellation ends it at once."""
        self._worker.start()
        cancellation.when_cancelled(self._worker.kill)

    def foretell_bytes(self) -> int:
        """Returns how large the result will be."""
        return self._ask(lambda fraction: None, dry=True)

    def write(self, on_progress: OnProgress) -> None:
        """Writes the result."""
        self._ask(on_progress, dry=False)

    def end(self) -> None:
        """Ends it, whatever it does."""
        self._worker.kill()
        self._worker.stop(grace_s=0)

    def _ask(self, on_progress: OnProgress, *, dry: bool) -> int:
        replies = self._worker.request("convert", **self._request, dry=dry)
        while (message := replies.next(_SILENCE_S)).fields["event"] != "done":
            on_progress(float(message.fields["fraction"]))
        return int(message.fields["size_bytes"])


def _grant(source: Path, target: Path) -> Grant:
    paths = parts_of(source)
    for path in paths:
        if not path.is_file():
            raise FileMissing(name=path.name)
    return Grant(read=tuple(str(path.resolve()) for path in paths), write=(str(target.resolve()),))


def _sweep(folder: Path) -> None:
    """Removes what a conversion left whose process was killed."""
    for path in folder.iterdir():
        if _TEMPORARY.match(path.name):
            with contextlib.suppress(OSError):
                if time.time() - path.stat().st_mtime > _FORGOTTEN_S:
                    path.unlink()
