"""LM Studio: `<models>/<publisher>/<repository>/<file>.gguf`.

The folder is `~/.lmstudio/models` (https://lmstudio.ai/docs/app/basics/import-model), before 0.3.6
`~/.cache/lm-studio/models`; `~/.lmstudio-home-pointer` names another home, and `downloadsFolder` in
`settings.json` a folder of the person's choice.
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
    read_text,
)

NAME = "LM Studio"
_DEPTH = 3


def find(surroundings: Surroundings) -> Iterator[FoundModel]:
    """Returns the models of every folder of LM Studio's."""
    for folder in dict.fromkeys(_folders(surroundings)):
        for path in model_files(folder, _DEPTH):
            yield FoundModel(NAME, path)


def _folders(surroundings: Surroundings) -> Iterator[Path]:
    home = surroundings.home
    pointed = absolute(read_text(home / ".lmstudio-home-pointer"))
    homes = [*([pointed] if pointed else []), home / ".lmstudio", home / ".cache" / "lm-studio"]
    for place in [*homes, surroundings.config / "LM Studio"]:
        chosen = absolute(read_json(place / "settings.json").get("downloadsFolder"))
        if chosen is not None:
            yield chosen
    for place in homes:
        yield place / "models"
