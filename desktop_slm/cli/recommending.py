"""`desktop-slm models recommend`, and what `models info` says of fit, speed and origin."""

from __future__ import annotations

import math
from typing import Any

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import MemoryNeed
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import DesktopSlmError
from desktop_slm.models import catalog, fit, recommend, speed
from desktop_slm.models.catalog import CatalogModel, Method, Thinking
from desktop_slm.models.facts import FileFacts
from desktop_slm.models.library import InstalledModel
from desktop_slm.models.machine import Machine
from desktop_slm.models.recommend import Choice, Lack, Reason, Role
from desktop_slm.models.speed import Speed, Weights
from desktop_slm.tuning.calibration import Calibration
from desktop_slm.tuning.tuned import Tunings

_ROLES = {Role.QUICK: "Quick", Role.SUGGESTED: "Suggested", Role.LARGEST: "Largest that fits"}
_REASONS = {
    Reason.FAST_ENOUGH: "The largest that writes a page within a minute and summarizes 30 pages "
    "within 20 minutes on this computer.",
    Reason.LEAST_SLOW: "None is quick on this computer; this one takes the least time of those "
    "with a billion parameters or more.",
    Reason.HALF_THE_MEMORY: "It leaves half of the free memory to other programs; its speed here "
    "is not known.",
    Reason.MUCH_FASTER: "The largest that takes at most two thirds of the suggested one's time.",
    Reason.QUICKEST: "It takes the least time of all.",
    Reason.SMALLEST: "The smallest; its speed here is not known.",
    Reason.LARGEST_NOW: "The largest in the list that fits into the memory that is free now.",
    Reason.LARGEST_ALONE: "The largest in the list that fits once other programs are closed.",
    Reason.LARGEST_ON_DISK: "The largest in the list that the disk of the models folder has room "
    "for; memory would hold larger ones.",
}
_LACKS = {
    Lack.MEMORY: "No model of the list fits into this computer's memory.",
    Lack.DISK: "Some models of the list fit into memory, but the disk of the models folder has no "
    "room for any of them.",
}
_UNKNOWN = ("revision", "sha256", "context_tokens")  # said even where nobody knows them
_THINKING = {
    Thinking.NEVER: "answers without thinking first",
    Thinking.SWITCH: "can think before it answers",
    Thinking.ALWAYS: "always thinks before it answers",
    Thinking.UNKNOWN: "not known",
}


def run(arguments: Arguments) -> None:
    """Prints the choices for this computer."""
    machine = _machine()
    found = recommend.options(catalog.load().models, machine, arguments.context)
    wish = recommend.Wish(arguments.free_licenses_only, arguments.context)
    choices = recommend.choose(found, machine, wish)
    if arguments.json:
        output.result({"machine": describe_machine(machine), "choices": [*map(_choice, choices)]})
        return
    card = machine.card
    print(
        f"This computer: {machine.cores} cores, {_memory(machine.memory_bytes)} of memory, "
        f"{_memory(machine.free_bytes)} free, {card.description if card else 'no graphics card'}"
    )
    for choice in choices:
        _print_choice(choice)
    if not choices:
        print(_LACKS[recommend.lack(found, wish)])


def catalog_info(wanted: str, arguments: Arguments) -> bool:
    """Prints what the catalog says of a model; returns whether it knows it."""
    model = catalog.load().find(wanted)
    if model is None:
        return False
    machine = _machine()
    (option,) = recommend.options([model], machine)
    if arguments.json:
        output.result({**describe_model(model), "here": _here(option.fit, option.speed)})
        return True
    for name, value in describe_model(model).items():
        shown = ", ".join(value) if isinstance(value, list) else value
        if shown or name in _UNKNOWN:
            print(f"{name.replace('_', ' ')}: {shown or 'not known'}")
    print(f"here: {_words(option.fit, option.speed)}")
    return True


def here(model: InstalledModel, facts: FileFacts) -> dict[str, Any]:
    """Returns how a file on this computer does here: memory by the engine's own dry run.

    What the engine cannot run has its reason in place of the rest.
    """
    try:
        needed = _need(Engine().foresee(Model(model.path)))
    except DesktopSlmError as error:
        return {"problem": str(error)}
    machine = _machine()
    judged = fit.judge(needed, machine)
    measured = Tunings(paths.find()).speeds(model.path)
    known = catalog.load().find(model.path.name)
    active = known.active_parameters if known else facts.parameters
    weights = Weights(model.size_bytes, facts.parameters, active, facts.quantization)
    found = (
        Speed.of_measured(measured.read, measured.write, measured.map)
        if measured
        else speed.estimate(weights, machine, judged.card_share)
    )
    told = {**_here(judged, found), "is_measured": measured is not None}
    return {**told, "made": [method.value for method in known.made] if known else _made(facts)}


def here_in_words(told: dict[str, Any]) -> str:
    """Returns what `here` says on one line."""
    if "problem" in told:
        return str(told["problem"])
    said = f"{str(told['fits']).capitalize()}: takes {_gigabytes(told['memory_bytes'])} of memory"
    if told["answer_page_s"] is None:
        return f"{said}; speed not known"
    how = "measured here" if told["is_measured"] else "estimated"
    return (
        f"{said}; a page of answer in about {_duration(told['answer_page_s'])}, a 30-page document "
        f"in about {_duration(told['document_30_pages_s'])} ({how}: writes "
        f"{told['tokens_per_s_estimate']:g} and reads {told['read_tokens_per_s_estimate']:g} "
        "tokens a second)"
    )


def describe_machine(machine: Machine) -> dict[str, Any]:
    """Returns the JSON form."""
    return {
        "processor": machine.processor,
        "cores": machine.cores,
        "instructions": list(machine.instructions),
        "memory_bytes": machine.memory_bytes,
        "free_bytes": machine.free_bytes,
        "disk_free_bytes": machine.disk_free_bytes,
        "cards": [
            {
                "name": card.name,
                "description": card.description,
                "free_bytes": card.free_bytes,
                "total_bytes": card.total_bytes,
                "shares_memory": card.shares_memory,
            }
            for card in machine.cards
        ],
        "rates": {
            device: {
                name: {
                    "bytes_per_s": round(rate.bytes_per_s),
                    "operations_per_s": round(rate.operations_per_s),
                }
                for name, rate in rates.items()
            }
            for device, rates in machine.rates.items()
        },
    }


def describe_model(model: CatalogModel) -> dict[str, Any]:
    """Returns the JSON form of an entry of the catalog."""
    return {
        "id": model.id,
        "name": model.name,
        "publisher": model.publisher,
        "kind": model.kind.value,
        "repo": model.repo,
        "revision": model.revision,
        "file": model.file,
        "file_bytes": model.size_bytes,
        "is_size_exact": model.is_size_exact,
        "sha256": model.sha256,
        "format": model.format,
        "license": model.license.name,
        "license_conditions": model.license.conditions,
        "license_url": model.license.url,
        "architecture": model.architecture,
        "parameters": model.parameters,
        "active_parameters": model.active_parameters,
        "context_tokens": model.context_tokens,
        "languages": list(model.languages),
        "good_for": model.good_for,
        "thinking": _THINKING[model.thinking],
        "made": [method.value for method in model.made],
        "made_how": model.made_how,
        "superseded_by": model.superseded_by,
        "caution": model.caution,
    }


def _machine() -> Machine:
    progress = output.Progress()
    progress.show("Measuring this computer…")
    try:
        return Calibration(paths.find()).machine()
    finally:
        progress.clear()


def _choice(choice: Choice) -> dict[str, Any]:
    """Returns the JSON form: scripts rely on these keys; `models info ID` has everything else."""
    option = choice.option
    return {
        "role": choice.role.value,
        "id": option.model.id,
        "file_bytes": option.model.size_bytes,
        "memory_bytes": option.fit.need.total_bytes,
        "fits": option.fit.label.value,
        "tokens_per_s_estimate": _rounded(option.speed.write) if option.speed else None,
        "reason": _REASONS[choice.reason],
    }


def _here(judged: fit.Fit, found: Speed | None) -> dict[str, Any]:
    return {
        "memory_bytes": judged.need.total_bytes,
        "is_memory_rough": judged.need.is_rough,
        "fits": judged.label.value,
        "tokens_per_s_estimate": _rounded(found.write) if found else None,
        "read_tokens_per_s_estimate": _rounded(found.read) if found else None,
        "answer_page_s": _rounded(found.answer_page_s) if found else None,
        "document_30_pages_s": _rounded(found.document_s(recommend.PAGES)) if found else None,
    }


def _print_choice(choice: Choice) -> None:
    model = choice.option.model
    print(
        f"\n{_ROLES[choice.role]}: {model.name}  ({model.id})\n"
        f"  {_gigabytes(model.size_bytes)} download, {model.license.name}\n"
        f"  {_words(choice.option.fit, choice.option.speed)}\n"
        f"  {_REASONS[choice.reason]}"
    )


def _words(judged: fit.Fit, found: Speed | None) -> str:
    label = judged.label.value.capitalize()
    memory = f"{label}: takes {_gigabytes(judged.need.total_bytes)} of memory, "
    memory += f"{_gigabytes(judged.free_bytes)} is free for it"
    if found is None:
        return f"{memory}; speed not known"
    return (
        f"{memory}; a page of answer in about {_duration(found.answer_page_s)}, "
        f"a 30-page document in about {_duration(found.document_s(recommend.PAGES))}"
    )


def _need(foreseen: MemoryNeed) -> fit.Need:
    return fit.Need(foreseen.weight_bytes, foreseen.cache_bytes, foreseen.compute_bytes)


def _made(facts: FileFacts) -> list[str]:
    """Returns what can be seen of how a file was made small; whole numbers are not quantized."""
    is_whole = facts.quantization in ("", "F32", "F16", "BF16")
    return [] if is_whole else [Method.QUANTIZED.value]


def _duration(seconds: float) -> str:
    count, unit = speed.rounded(seconds)
    return f"{count} {unit}"


def _memory(size_bytes: int) -> str:
    """Returns memory as computers are sold, and as the window says it."""
    gigabytes = size_bytes / (1 << 30)
    return f"{gigabytes:.0f} GB" if gigabytes >= 10 else f"{gigabytes:.1f} GB"


def _gigabytes(size_bytes: int) -> str:
    return f"{size_bytes / 1e9:.1f} GB"


def _rounded(value: float) -> float:
    """Returns three digits: more would promise too much."""
    return round(value, 2 - math.floor(math.log10(value))) if value > 0 else 0.0
