"""GPT4All: GGUF files side by side in `nomic.ai/GPT4All`, or where its settings say (`modelPath`).

https://docs.gpt4all.io/gpt4all_desktop/settings.html, "Download Path"; its library for Python keeps
them in `~/.cache/gpt4all`.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_slm.models.other_apps.found import (
    FoundModel,
    Surroundings,
    absolute,
    model_files,
    read_text,
)

NAME = "GPT4All"
_KEY = "modelPath="
_DEPTH = 1


def find(surroundings: Surroundings) -> Iterator[FoundModel]:
    """Returns the models of every folder of GPT4All's."""
    for folder in dict.fromkeys(folders(surroundings)):
        for path in model_files(folder, _DEPTH):
            yield FoundModel(NAME, path)


def folders(surroundings: Surroundings) -> Iterator[Path]:
    """Yields the folders in which it keeps models and chats; some may be named twice."""
    # Qt's settings in the ini format: on macOS, too, in ~/.config.
    for base in dict.fromkeys((surroundings.config, surroundings.home / ".config")):
        for line in read_text(base / "nomic.ai" / "GPT4All.ini").splitlines():
            chosen = absolute(line.removeprefix(_KEY)) if line.startswith(_KEY) else None
            if chosen is not None:
                yield chosen
    yield surroundings.data / "nomic.ai" / "GPT4All"
    yield surroundings.home / ".cache" / "gpt4all"
