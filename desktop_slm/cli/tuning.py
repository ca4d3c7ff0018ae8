"""`desktop-slm models tune` and `convert`: how a model runs fastest, and other formats of it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict
from pathlib import Path
from typing import Any

from desktop_slm import paths
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.engine.client import Engine
from desktop_slm.engine.loaded import default_threads
from desktop_slm.engine.protocol import Perplexity
from desktop_slm.engine.text_engine import Model
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Library
from desktop_slm.tuning.bench import sample_text
from desktop_slm.tuning.convert import Conversions, Wish
from desktop_slm.tuning.offer import Form, Offers, Trial, Verdict, offered
from desktop_slm.tuning.tune import Tuned, Tuner
from desktop_slm.tuning.tuned import Speeds, Tunings


def tune(arguments: Arguments) -> None:
    """Measures a model, keeps the best settings and says what another format would bring."""
    found = paths.find()
    model = Library(found).find(arguments.model)
    inspection = Inspection()
    tunings = Tunings(found)
    with _engine() as engine, _progress() as progress:
        tuner = Tuner(engine, cores=default_threads())
        tuned = tuner.tune(Model(model.path), lambda name: progress.show(f"Measuring: {name}"))
        tunings.keep(model.path, tuned.settings, tuned.after, tuned.device)
        offers = Offers(engine, Conversions(found.models, inspection), inspection)
        trials = offers.trials(
            model, tuned, lambda name: progress.show(f"Trying the format {name}")
        )
        tunings.keep(model.path, tuned.settings, tuned.after, tuned.device, offered(trials))
    if arguments.json:
        output.result(_describe_tuned(model, tuned, trials))
    else:
        _print_tuned(model, tuned, trials)


def convert(arguments: Arguments) -> None:
    """Writes a model in another format and measures what that did to its quality."""
    found = paths.find()
    library, inspection = Library(found), Inspection()
    model = library.find(arguments.model)
    wish = Wish(model, arguments.format, arguments.prune)
    with _progress() as progress:
        made = Conversions(found.models, inspection).convert(
            wish, lambda fraction: progress.show(f"Converting, {fraction:.0%}")
        )
        tunings = Tunings(found)
        tunings.pass_on(model.path, made)
        before, after = _qualities(tunings, model.path, made, progress)
    new = library.known(made)
    name = new.id if new else made.name
    if arguments.json:
        output.result(
            {
                "id": name,
                "path": str(made),
                "made_from": str(model.path),
                "format": wish.format,
                "pruned": list(wish.pruned),
                "before": {"size_bytes": model.size_bytes, "perplexity": _value(before)},
                "after": {"size_bytes": made.stat().st_size, "perplexity": _value(after)},
            }
        )
        return
    print(f"{output.one_line(name)}  {made.stat().st_size / 1e6:,.0f} MB  {wish.format}")
    if before and after:
        print(f"perplexity {before.value:.2f} before, {after.value:.2f} now (lower is better)")


def _qualities(
    tunings: Tunings, original: Path, made: Path, progress: output.Progress
) -> tuple[Perplexity | None, Perplexity | None]:
    """Returns the perplexity of both; None for models that make vectors and no text."""
    with _engine() as engine:
        found: list[Perplexity | None] = []
        for path in (original, made):
            facts = engine.load(tunings.applied(Model(path)))
            found.append(
                None
                if facts.is_embedding
                else engine.perplexity(
                    sample_text(),
                    on_progress=lambda fraction: progress.show(f"Comparing, {fraction:.0%}"),
                )
            )
    return found[0], found[1]


@contextmanager
def _engine() -> Iterator[Engine]:
    engine = Engine()
    try:
        yield engine
    finally:
        engine.unload()


@contextmanager
def _progress() -> Iterator[output.Progress]:
    progress = output.Progress()
    try:
        yield progress
    finally:
        progress.clear()


def _describe_tuned(model: InstalledModel, tuned: Tuned, trials: list[Trial]) -> dict[str, Any]:
    offered = [trial for trial in trials if trial.verdict is Verdict.OFFERED]
    return {
        "id": model.id,
        "path": str(model.path),
        "device": tuned.device,
        "seconds": round(tuned.seconds, 1),
        "settings": asdict(tuned.settings),
        "before": _speeds(tuned.before),
        "after": _speeds(tuned.after),
        "proposal": _describe_trial(offered[0]) if offered else None,
        "tried": [_describe_trial(trial) for trial in trials],
    }


def _describe_trial(trial: Trial) -> dict[str, Any]:
    return {
        "format": trial.after.format,
        "verdict": trial.verdict.value,
        "why": trial.why,
        "gain": round(trial.gain, 2),
        "loss": round(trial.loss, 5),
        "uncertainty": round(trial.uncertainty, 5),
        "before": _describe_form(trial.before),
        "after": _describe_form(trial.after),
    }


def _describe_form(form: Form) -> dict[str, Any]:
    return {
        "format": form.format,
        "size_bytes": form.size_bytes,
        "speeds": _speeds(form.speeds) if form.speeds else None,
        "perplexity": _value(form.perplexity),
        "perplexity_tokens": form.perplexity.tokens if form.perplexity else 0,
    }


def _speeds(speeds: Speeds) -> dict[str, float]:
    """Returns speeds in tokens a second."""
    return {name: round(value, 1) for name, value in asdict(speeds).items()}


def _value(perplexity: Perplexity | None) -> float | None:
    return round(perplexity.value, 4) if perplexity else None


def _print_tuned(model: InstalledModel, tuned: Tuned, trials: list[Trial]) -> None:
    print(f"{output.one_line(model.name)} on {tuned.device}, measured in {tuned.seconds:.0f} s")
    for name, value in asdict(tuned.settings).items():
        shown = ("off", "on")[value] if isinstance(value, bool) else value or "automatic"
        print(f"{name.replace('_', ' ')}: {shown}")
    for what, speeds in (("before", tuned.before), ("now", tuned.after)):
        print(
            f"tokens a second {what}: {speeds.read:,.0f} read, {speeds.write:,.1f} written, "
            f"{speeds.map:,.0f} in summaries"
        )
    for trial in trials:
        if trial.verdict is not Verdict.OFFERED:
            print(f"{trial.after.format}: {trial.verdict.value}")
            continue
        print(
            f"{trial.after.format}: {trial.gain:.1f} times as fast in summaries, "
            f"{trial.after.size_bytes / 1e6:,.0f} MB instead of "
            f"{trial.before.size_bytes / 1e6:,.0f} MB, perplexity {trial.loss:+.1%}. "
            f"To have it: desktop-slm models convert {model.id} --format {trial.after.format}"
        )
