"""`desktop-slm models`: what is on this computer, and what a file or a repository holds."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.errors import ModelVanished
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
    elif arguments.action in ("export", "import", "remove"):
        # Imported here: the other actions copy nothing.
        from desktop_slm.cli import carrying

        carrying.run(arguments)
    elif arguments.action in ("tune", "convert", "try", "trials"):
        return _run_them(arguments)
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


def _run_them(arguments: Arguments) -> int:
    """Runs the verbs that run models; imported here, because the others need no engine."""
    from desktop_slm.cli import trying, tuning

    if arguments.action == "try":
        return trying.try_models(arguments)
    {"tune": tuning.tune, "convert": tuning.convert, "trials": trying.trials}[arguments.action](
        arguments
    )
    return 0


def _list(arguments: Arguments) -> None:
    # Looked at from outside alone: reading what is in a file takes a child, 0.07 s for each.
    found = paths.find()
    library, verifications = Library(found), Verifications(found, lambda: datetime.now(UTC))
    models = library.models()
    gone = library.vanished()
    if arguments.json:
        output.result([{**_describe(model), **_state(model, verifications)} for model in models])
    else:
        for model in models:
            print(_line(model, verifications))
    for each in gone:
        output.note(f"“{each.name}”: {ModelVanished(path=each.path)}")


def _line(model: InstalledModel, verifications: Verifications) -> str:
    remark = "  (not for work)" if model.is_practice else ""
    state = _state(model, verifications)
    words = {"verified": "verified", "changed": "CHANGED since it was verified", "": ""}
    used = f"last used {model.used_at.astimezone():%Y-%m-%d}" if model.used_at else ""
    cells = (
        model.id,
        output.one_line(model.name),
        f"{model.size_bytes / 1e6:,.0f} MB",
        f"{model.format}{remark}",
        words[str(state["file"])],
        used,
    )
    return "\t".join(cells).rstrip()


def _state(model: InstalledModel, verifications: Verifications) -> dict[str, object]:
    """Returns what is known of the file: "verified", "changed" since then, or ""."""
    verified = verifications.last(model)
    changed = verified is None and verifications.changed_since(model) is not None
    return {
        "used_at": model.used_at.isoformat() if model.used_at else None,
        "file": "verified" if verified else "changed" if changed else "",
        "sha256": verified.sha256 if verified else None,
    }


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
    if "://" in wanted:
        return None
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
    from desktop_slm.cli import recommending, trying

    facts = Inspection().facts(model.path)
    tried = trying.claim_of(arguments, model)
    here = recommending.here(model, facts) if facts.kind is FileKind.TEXT else {}
    if arguments.json:
        output.result({**_describe(model), "facts": facts.to_wire(), "here": here, "tried": tried})
        return
    said: dict[str, object] = {
        "id": model.id,
        "file": str(model.path),
        **{name.replace("_", " "): value for name, value in facts.to_wire().items()},
        **({"here": recommending.here_in_words(here)} if here else {}),
        **({"made small": ", ".join(here["made"])} if here.get("made") else {}),
        **({"tried": f"{tried['says']} ({tried['document']})"} if tried else {}),
    }
    for name, value in said.items():
        if value != "":
            shown = {True: "yes", False: "no"}[value] if isinstance(value, bool) else str(value)
            print(f"{name}: {output.one_line(shown)}")


def _verify(arguments: Arguments) -> None:
    found = paths.find()
    library, verifications = Library(found), Verifications(found, lambda: datetime.now(UTC))
    model = library.find(arguments.model)
    progress = output.Progress()
    try:
        verified = verifications.verify(model, lambda share: progress.show(f"{share:.0%}"))
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
    twin = verifications.same_as(model, library.models())
    if twin is not None:
        output.note(f"It is the same file as “{twin.name}”; removing one of them frees its room.")
    remark = "as it has to be" if verified.is_compared else "noted; nothing to compare with yet"
    print(f"{verified.sha256}  {output.one_line(model.path.name)}  ({remark})")


def _repository(arguments: Arguments, launcher: Launcher | None) -> None:
    # Imported here: what is on this computer needs nothing of the hub.
    from desktop_slm.cli import hub

    hub.info(arguments, launcher)
