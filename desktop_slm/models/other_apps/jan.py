"""Jan: `<data>/llamacpp/models/<model>/model.gguf` since 0.6, before that `<data>/models/…`.

The data folder is `Jan/data` beside what other apps set (https://www.jan.ai/docs/data-folder), or
the one that `settings.json` there names, or `~/jan` of old. A model.gguf has its folder's name.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from desktop_slm.models.other_apps.found import (
    FoundModel,
    Surroundings,
    absolute,
    model_files,
    read_json,
)

NAME = "Jan"
_DEPTH = 4


def find(surroundings: Surroundings) -> Iterator[FoundModel]:
    """Returns the models of every folder of Jan's."""
    for data in dict.fromkeys(_data_folders(surroundings)):
        for folder in (data / "llamacpp" / "models", data / "models"):
            for path in model_files(folder, _DEPTH):
                yield FoundModel(NAME, path, path.parent.name if path.stem == "model" else "")


def _data_folders(surroundings: Surroundings) -> Iterator[Path]:
    for base in (surroundings.config, surroundings.data):
        chosen = absolute(read_json(base / "Jan" / "settings.json").get("data_folder"))
        if chosen is not None:
            yield chosen
        yield base / "Jan" / "data"
    yield surroundings.home / "jan"
