"""What the first page says: of the computer, of the suggested model, of what comes in."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_slm.models.machine import Machine
from desktop_slm.models.recommend import PAGES, Option
from desktop_slm.ui.first_run.suggestion import Suggestion
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.choosing import choices_words


def computer(found: Suggestion) -> str:
    """Returns what this computer has and can do, in sentences."""
    sentences = [_parts(found.machine), _room(found)]
    speed = found.suggested.option.speed if found.suggested else None
    if speed is not None:
        sentences.append(
            tr(
                "By its measured speed a page of answer with the suggested model takes {page}, and "
                "a {count}-page document {document}."
            ).format(
                page=choices_words.duration(speed.answer_page_s),
                count=PAGES,
                document=choices_words.duration(speed.document_s(PAGES)),
            )
        )
    return " ".join(sentences)


def suggestion(option: Option) -> str:
    """Returns what is suggested: its name, size and license."""
    model = option.model
    return tr("We suggest {model}: {size} to download, {license}.").format(
        model=model.name, size=choices_words.size(model), license=model.license.name
    )


def _parts(machine: Machine) -> str:
    words = tr("{cores} cores, {all} of memory ({free} free).")
    if machine.cores == 1:
        words = tr("1 core, {all} of memory ({free} free).")
    said = words.format(
        cores=machine.cores,
        all=wording.memory(machine.memory_bytes),
        free=wording.memory(machine.free_bytes),
    )
    card = machine.card
    if card is None or card.shares_memory or not card.total_bytes:
        return said
    more = tr("A graphics card with {memory}.").format(memory=wording.memory(card.total_bytes))
    return f"{said} {more}"


def _room(found: Suggestion) -> str:
    now, alone = found.comfortable_bytes, found.possible_bytes
    if not alone:
        return tr("No model of our list fits into its memory; a smaller one may.")
    if not now:
        return tr("Models of up to {size} fit if other programs are closed.").format(
            size=wording.size(alone)
        )
    if alone <= now:
        return tr("Models of up to {size} fit.").format(size=wording.size(now))
    return tr("Models of up to {size} fit; up to {more} if other programs are closed.").format(
        size=wording.size(now), more=wording.size(alone)
    )


def tr(words: str) -> str:
    """Translates words of this page."""
    return QCoreApplication.translate("FirstRun", words)
