"""`desktop-slm models export`, `import` and `remove`: the list of models, without a network."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.errors import DesktopSlmError, SameModelThere, UnknownModel
from desktop_slm.models import carrying
from desktop_slm.models.adding import Added, Adding, Given, Way
from desktop_slm.models.copying import Progress
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Library, Place
from desktop_slm.models.trash import Trash
from desktop_slm.models.verification import Verifications


def run(arguments: Arguments) -> None:
    """Runs one of the three."""
    found = paths.find()
    library, verifications = Library(found), Verifications(found, lambda: datetime.now(UTC))
    if arguments.action == "export":
        _export(arguments, library, verifications)
    elif arguments.action == "import":
        _import(arguments, Adding(library, Inspection(), verifications))
    else:
        _remove(arguments, library, Trash(found, library), verifications)


def _export(arguments: Arguments, library: Library, verifications: Verifications) -> None:
    folder = Path(arguments.folder).expanduser().absolute()
    models = [library.find(each) for each in arguments.ids] or list(library.models())
    with _Told() as told:
        listed = carrying.export(models, folder, verifications, told)
    if arguments.json:
        output.result(
            {
                "folder": str(folder),
                "models": [
                    {
                        "name": each.name,
                        "files": [
                            {"file": file, "size_bytes": size, "sha256": hash_}
                            for file, size, hash_ in each.files
                        ],
                    }
                    for each in listed
                ],
            }
        )
        return
    for each in listed:
        size_bytes = sum(size for _, size, _ in each.files)
        print(f"{output.one_line(each.name)}\t{size_bytes / 1e6:,.0f} MB")
    output.note(f"On the other computer: desktop-slm models import {folder}")


def _import(arguments: Arguments, adding: Adding) -> None:
    source = Path(arguments.source).expanduser().absolute()
    given = carrying.given_in(source)
    default = Way.COPY if carrying.is_export(source) else Way.IN_PLACE
    way = Way(arguments.way) if arguments.way else default
    added, error = _add_all(given, way, adding)
    if arguments.json:
        output.result(
            [
                {
                    "id": each.model.id,
                    "name": each.model.name,
                    "path": str(each.model.path),
                    "new": each.is_new,
                }
                for each in added
            ]
        )
    else:
        for each in added:
            remark = "" if each.is_new else "\t(was on the list already)"
            print(f"{each.model.id}\t{output.one_line(each.model.name)}{remark}")
    if error is not None:
        raise error


def _add_all(
    given: Sequence[Given], way: Way, adding: Adding
) -> tuple[list[Added], DesktopSlmError | None]:
    """Adds what can be added; of several that cannot, all are said and the last is returned."""
    added: list[Added] = []
    last: DesktopSlmError | None = None
    for each in given:
        try:
            with _Told() as told:
                added.append(adding.add(each, way, told))
        except SameModelThere as same:
            output.note(str(same))
        except DesktopSlmError as error:
            if last is not None:
                output.error(last)
            last = error
    return added, last


def _remove(
    arguments: Arguments, library: Library, trash: Trash, verifications: Verifications
) -> None:
    models = [_removable(library, each) for each in arguments.ids]
    if not arguments.yes and sys.stdin.isatty() and not _is_confirmed(models):
        return
    for model in models:
        if model.place is Place.FOLDER:
            trash.erase(trash.put(model))
        library.drop(model.path)
        verifications.forget(model)
    if arguments.json:
        output.result(
            [
                {"id": each.id, "path": str(each.path), "erased": each.place is Place.FOLDER}
                for each in models
            ]
        )
        return
    for model in models:
        words = "erased" if model.place is Place.FOLDER else "off the list; its file stays"
        print(f"{model.id}\t{words}")


def _removable(library: Library, wanted: str) -> InstalledModel:
    """Returns a model of the list. Raises UnknownModel for what is on none, or came with us."""
    for model in library.models():
        if model.id == wanted and model.place is not Place.PRACTICE:
            return model
    raise UnknownModel(model=wanted)


def _is_confirmed(models: Sequence[InstalledModel]) -> bool:
    for model in models:
        act = "Erase" if model.place is Place.FOLDER else "Take off the list"
        output.note(f"{act}: {model.name} ({model.size_bytes / 1e6:,.0f} MB, {model.path})")
    return input("Go on? [y/N] ").strip().lower() in ("y", "yes")


class _Told:
    """Progress on one line, which is gone when the work is."""

    def __init__(self) -> None:
        self._line = output.Progress()

    def __enter__(self) -> _Told:
        return self

    def __exit__(self, *_ended: object) -> None:
        self._line.clear()

    def __call__(self, progress: Progress) -> None:
        self._line.show(f"{progress.share:.0%}  {progress.name}")
