"""`desktop-slm models`: what is on this computer, and what a file or a repository holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.models.facts import FileKind
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Library
from desktop_slm.models.verification import Verifications
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    if arguments.action == "list":
        _list(arguments)
    elif arguments.action == "verify":
        _verify(arguments)
    elif arguments.action in ("tune", "convert"):
        # Imported here: the other actions need no engine.
        from desktop_slm.cli import tuning

        (tuning.tune if arguments.action == "tune" else tuning.convert)(arguments)
    elif arguments.action in ("search", "download"):
        # Imported here: what is on this computer needs nothing of the hub.
        from desktop_slm.cli import hub

        if arguments.action == "download":
            return hub.download(arguments, launcher)
        hub.search(arguments, launcher)
    elif arguments.action == "recommend":
        # Imported here, as below: the other actions need no catalog.
        from desktop_slm.cli import recommending

        recommending.run(arguments)
    elif _is_in_catalog(arguments.repo):
        from desktop_slm.cli import recommending

        recommending.catalog_info(arguments.repo, arguments)
    elif (model := _local(arguments.repo)) is not None:
        _info(model, arguments)
    else:
        _repository(arguments, launcher)
    return 0


def _list(arguments: Arguments) -> None:
    # Looked at from outside alone: reading what is in a file takes a child, 0.07 s for each.
    models = Library(paths.find()).models()
    if arguments.json:
        output.result([_describe(model) for model in models])
        return
    for model in models:
        remark = "  (not for work)" if model.is_practice else ""
        name = output.one_line(model.name)
        print(f"{model.id}\t{name}\t{model.size_bytes / 1e6:,.0f} MB\t{model.format}{remark}")


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


def _local(wanted: str) -> InstalledModel | None:
    """Returns the model on this computer that is meant, or None for a repository's name."""
    library = Library(paths.find())
    is_repository = wanted.count("/") == 1 and not wanted.lower().endswith(".gguf")
    if is_repository and not Path(wanted).expanduser().exists():
        return None
    return library.find(wanted)


def _is_in_catalog(wanted: str) -> bool:
    """Whether a model of the catalog is meant, and none with this id or path that is here."""
    from desktop_slm.models import catalog

    is_here = any(model.id == wanted for model in Library(paths.find()).models())
    is_known = catalog.load().find(wanted) is not None
    return is_known and not is_here and not Path(wanted).expanduser().exists()


def _info(model: InstalledModel, arguments: Arguments) -> None:
    from desktop_slm.cli import recommending

    facts = Inspection().facts(model.path)
    here = recommending.here(model, facts) if facts.kind is FileKind.TEXT else {}
    if arguments.json:
        output.result({**_describe(model), "facts": facts.to_wire(), "here": here})
        return
    for name, value in {
        "id": model.id,
        "file": str(model.path),
        **facts.to_wire(),
        **{name.replace("_", " "): value for name, value in here.items()},
    }.items():
        print(f"{name}: {output.one_line(str(value))}")


def _verify(arguments: Arguments) -> None:
    found = paths.find()
    model = Library(found).find(arguments.model)
    progress = output.Progress()
    try:
        verified = Verifications(found, lambda: datetime.now(UTC)).verify(
            model, lambda share: progress.show(f"{share:.0%}")
        )
    finally:
        progress.clear()
    if arguments.json:
        output.result(
            {
                "id": model.id,
                "path": str(model.path),
                "sha256": verified.sha256,
                "compared": verified.is_compared,
            }
        )
        return
    remark = "as it has to be" if verified.is_compared else "noted; nothing to compare with yet"
    print(f"{verified.sha256}  {output.one_line(model.path.name)}  ({remark})")


def _repository(arguments: Arguments, launcher: Launcher | None) -> None:
    # Imported here: what is on this computer needs nothing of the hub.
    from desktop_slm.cli.hub import HubSession

    found = HubSession(arguments, launcher).hub.repository(arguments.repo)
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
