"""A model as the app would run it here: tuned, and in the format that tuning offers."""

from __future__ import annotations

from pathlib import Path

from desktop_slm import paths
from desktop_slm.engine.client import Engine
from desktop_slm.engine.loaded import default_threads
from desktop_slm.engine.text_engine import Model
from desktop_slm.models.inspection import Inspection
from desktop_slm.models.library import InstalledModel, Library
from desktop_slm.tuning.convert import Conversions, Wish
from desktop_slm.tuning.offer import Offers, Verdict
from desktop_slm.tuning.tune import Tuned, Tuner
from desktop_slm.tuning.tuned import Tunings


class PreparedModel:
    """Tunes and converts once in a folder of its own; later calls find that done."""

    def __init__(self, original: Path, folder: Path, converted: Path | None) -> None:
        found = paths.find(folder)
        found.models.mkdir(parents=True, exist_ok=True)
        self._library = Library(found)
        self._folder = found.models
        self._tunings = Tunings(found)
        self.original = self._library.find(str(original))
        self.model = self._library.find(str(converted)) if converted else self._find()

    def to_run(self, model: InstalledModel) -> Model:
        """Returns how the model is run."""
        return self._tunings.applied(Model(model.path))

    def _find(self) -> InstalledModel:
        """Returns the model in the format that is offered, which is made where it is not there."""
        made = sorted(self._folder.glob("*.gguf"))
        if made:
            return self._library.find(str(made[0]))
        if self._tunings.speeds(self.original.path):
            return self.original  # nothing was offered
        engine = Engine()
        try:
            return self._prepare(engine)
        finally:
            engine.unload()

    def _prepare(self, engine: Engine) -> InstalledModel:
        tuned = self._tune(engine, self.original)
        inspection = Inspection()
        conversions = Conversions(self._folder, inspection)
        trials = Offers(engine, conversions, inspection).trials(self.original, tuned)
        for trial in trials:
            print(f"  {trial.after.format}: {trial.verdict.value}, {trial.gain:.2f} times as fast")
        offered = [trial for trial in trials if trial.verdict is Verdict.OFFERED]
        if not offered:
            return self.original
        made = conversions.convert(Wish(self.original, offered[0].after.format))
        model = self._library.find(str(made))
        self._tune(engine, model)
        return model

    def _tune(self, engine: Engine, model: InstalledModel) -> Tuned:
        tuned = Tuner(engine, cores=default_threads()).tune(Model(model.path))
        self._tunings.keep(model.path, tuned.settings, tuned.after, tuned.device)
        print(f"  {model.path.name}: {tuned.settings}, {tuned.after}", flush=True)
        return tuned
