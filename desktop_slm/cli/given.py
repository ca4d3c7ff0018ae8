"""The documents that were named on the command line; a folder stands for the files in it."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from pathlib import Path


def files_of(named: Iterable[str]) -> Iterator[str]:
    """Yields the files, those of a folder in order; hidden ones are left out, links not followed.

    What cannot be read is yielded all the same: whoever reads it names it.
    """
    for name in named:
        yield from _walk(Path(name)) if Path(name).is_dir() else [name]


def _walk(folder: Path) -> Iterator[str]:
    for root, folders, files in os.walk(folder):
        folders[:] = sorted(each for each in folders if not each.startswith("."))
        for file in sorted(files):
            path = Path(root, file)
            if not file.startswith(".") and not path.is_symlink():
                yield str(path)
