"""A trial as it stands in the pictures: two models, a report, invented figures."""

from __future__ import annotations

from desktop_slm.assistants.evidence import Doubt, Evidence, Support
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.storage.database import Database
from desktop_slm.tuning.trial.records import KeptTrial, TrialRecords
from desktop_slm.tuning.trial.trial import Measures, Outcome, Pages, State, TriedModel
from desktop_slm.ui.core import now
from tests.screenshots.content import SENTENCES

_PAGES = Pages("annual-report.pdf", "0" * 64, 86, PageChoice(((14, 18),)), 2140)


def keep(database: Database) -> KeptTrial:
    """Keeps the trial and returns it as it was kept."""
    records = TrialRecords(database, now)
    record = records.begin(_PAGES, 80)
    found, partly, _, _, *others = SENTENCES
    qwen = [_item(found, 15), _item(partly, 15), _item(SENTENCES[2], 16), *map(_found, others)]
    llama = [
        _item(found, 15),
        _part(partly),
        _none("Operating profit reached 804 million.", "804 million"),
        _found(others[-1]),
    ]
    record.keep(0, _outcome("Qwen3 4B Instruct", qwen, Measures(3.1, 74.0, 96.0, 14.2, 3400 << 20)))
    record.keep(
        1,
        _outcome("Llama 3.2 3B", llama, Measures(2.4, 52.0, 131.0, 19.8, 2600 << 20), obeyed=False),
    )
    return records.all()[0]


def _outcome(name: str, items: list[Item], measures: Measures, *, obeyed: bool = True) -> Outcome:
    model = TriedModel(name.lower(), name, f"{name}.gguf", 2_497_280_256, "Q4_K_M")
    return Outcome(
        model, State.DONE, items=tuple(items), measures=measures, is_length_obeyed=obeyed
    )


def _item(text: str, page: int) -> Item:
    return Item(text, (Evidence(page, 0, len(text), text, 1.0),), Support.FULL)


def _found(text: str) -> Item:
    return _item(text, 18)


def _part(text: str) -> Item:
    evidence = (Evidence(15, 0, len(text), text, 0.6),)
    return Item(text, evidence, Support.PARTIAL, doubts=(Doubt.NUMBER_OF_ANOTHER,))


def _none(text: str, unknown: str) -> Item:
    return Item(text, (), Support.NONE, (unknown,), doubts=(Doubt.NUMBER,))
