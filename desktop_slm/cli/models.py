"""`desktop-slm models`: what is on this computer, and what a repository holds."""

from __future__ import annotations

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.errors import Invariant
from desktop_slm.models.library import InstalledModel, Library
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    if arguments.action == "list":
        _list(arguments)
    else:
        _info(arguments, launcher)
    return 0


def _list(arguments: Arguments) -> None:
    models = Library(paths.find()).models()
    if arguments.json:
        output.result([_describe(model) for model in models])
        return
    for model in models:
        remark = "  (not for work)" if model.is_practice else ""
        print(f"{model.id}\t{model.name}\t{model.size_bytes / 1e6:,.0f} MB\t{model.format}{remark}")


def _describe(model: InstalledModel) -> dict[str, object]:
    return {
        "id": model.id,
        "name": model.name,
        "path": str(model.path),
        "size_bytes": model.size_bytes,
        "format": model.format,
        "place": model.place.value,
        "practice": model.is_practice,
    }


def _info(arguments: Arguments, launcher: Launcher | None) -> None:
    # Imported here: listing what is on this computer needs nothing of the hub.
    from desktop_slm.models.remote import Hub

    if launcher is None:
        raise Invariant(details="no launcher")
    found = Hub(launcher).repository(arguments.repo)
    if arguments.json:
        output.result(
            {
                "repo": found.repo,
                "revision": found.revision,
                "license": found.license,
                "gated": found.is_gated,
                "files": [
                    {"file": f.file, "size_bytes": f.size_bytes, "sha256": f.sha256}
                    for f in found.files
                ],
            }
        )
        return
    print(f"{found.repo}  {found.license or 'license not stated'}")
    for file in found.files:
        print(f"{file.size_bytes / 1e6:12,.0f} MB  {output.one_line(file.file)}")
