"""What is said of a trial: its pages, its measures, and what they do not say."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QLocale, QTime

from desktop_slm.models.fit import Label
from desktop_slm.tuning.trial.forecast import Forecast
from desktop_slm.tuning.trial.records import KeptTrial
from desktop_slm.tuning.trial.trial import Counted, Outcome, Pages, State, Trial
from desktop_slm.ui import plain_text, quantities
from desktop_slm.ui.core import now
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.choosing import choices_words
from desktop_slm.ui.summaries.words import Words

_TONES = {Label.FITS: "good", Label.CLOSE: "warning", Label.TOO_BIG: "danger"}
_MOST_NAMED = 8


class PlaceWords(Words):
    """Names the places of sources; a format without pages has parts."""

    def __init__(self, *, has_pages: bool) -> None:
        super().__init__()
        self._has_pages = has_pages


def not_said() -> str:
    """Returns what the measures do not say."""
    return tr(
        "“With evidence” means that the words of a sentence were found on these pages. It does "
        "not mean that the sentence is right, or that nothing important is missing: read the "
        "summaries. One document says little about others."
    )


def which(pages: Pages) -> str:
    """Returns "pages 2-7 of 50"."""
    if pages.page_count == 1:
        return tr("the whole page") if pages.has_pages else tr("the whole text")
    words = tr("pages {pages} of {count}") if pages.has_pages else tr("parts {pages} of {count}")
    return words.format(pages=str(pages.choice).replace("-", "–"), count=pages.page_count)


def counted(found: Counted) -> str:
    """Returns "14 of 18"."""
    return tr("{full} of {all}").format(full=found.full, all=found.all)


def counted_more(found: Counted) -> str:
    """Returns what became of the other sentences."""
    parts = []
    if found.partial:
        parts.append(tr("{count} found in part").format(count=found.partial))
    if found.none:
        parts.append(tr("{count} without").format(count=found.none))
    return " · ".join(parts)


def unknown(outcome: Outcome) -> str:
    """Returns the numbers and names that the pages do not contain."""
    found = [plain_text.one_line(word) for word in outcome.unknown]
    if not found:
        return tr("none")
    shown = ", ".join(tr("“{word}”").format(word=word) for word in found[:_MOST_NAMED])
    if len(found) > _MOST_NAMED:
        return tr("{words} and {count} more").format(words=shown, count=len(found) - _MOST_NAMED)
    return shown


def length(outcome: Outcome, trial: Trial) -> str:
    """Returns how long the summary is, and how long it was to be."""
    return tr("{found} words of about {wanted}").format(
        found=outcome.words, wanted=trial.words_asked
    )


def seconds(taken: float | None) -> str:
    """Returns a measured time: "4.2 s", "38 s" or "2 min 5 s"."""
    if taken is None:
        return tr("not measured")
    if taken < 9.95:
        return tr("{count} s").format(count=quantities.decimal(taken, 1))
    if taken < 99.5:
        return tr("{count} s").format(count=round(taken))
    return tr("{minutes} min {seconds} s").format(
        minutes=round(taken) // 60, seconds=round(taken) % 60
    )


def ending(outcome: Outcome) -> str:
    """Returns why a model has no measures."""
    return {
        State.FAILED: outcome.why,
        State.STOPPED: tr("You stopped it before it was through. Nothing was measured."),
        State.NOT_TRIED: tr("It was not tried: you stopped before."),
        State.DONE: "",
    }[outcome.state]


def details(outcome: Outcome, trial: Trial) -> str:
    """Returns all that was measured of a model, a line each."""
    measures = outcome.measures
    lines = [
        (tr("Model"), outcome.model.name),
        (tr("Format"), outcome.model.format),
        (tr("File"), outcome.model.path),
        (tr("SHA-256"), outcome.model.sha256),
        (tr("Document"), trial.pages.name),
        (tr("Read"), f"{which(trial.pages)}, {count(trial.pages.words)}"),
    ]
    if measures is not None:
        found = outcome.counted
        lines += [
            (tr("Sentences"), str(found.all)),
            (tr("With evidence"), str(found.full)),
            (tr("Found in part"), str(found.partial)),
            (tr("Without evidence"), str(found.none)),
            (tr("Not on the pages"), ", ".join(outcome.unknown) or tr("nothing")),
            (tr("Time to load the model"), seconds(measures.load_s)),
            (tr("Time for the summary"), seconds(measures.seconds)),
            (tr("Reading"), _speed(measures.read_per_s)),
            (tr("Writing"), _speed(measures.write_per_s)),
            (
                tr("Memory of its process at most"),
                tr("{count} bytes, without a graphics card's own").format(
                    count=quantities.whole(measures.peak_bytes)
                ),
            ),
        ]
    lines.append((tr("Note"), outcome.why))
    return "\n".join(f"{name}: {plain_text.one_line(value)}" for name, value in lines if value)


def count(words: int) -> str:
    """Returns "2,410 words"."""
    return tr("1 word") if words == 1 else tr("{count} words").format(count=quantities.whole(words))


def fit(forecast: Forecast) -> tuple[str, str]:
    """Returns whether a model fits and how fast it is, and the role of the words."""
    if forecast.problem is not None:
        from desktop_slm.ui import wording as errors_wording

        return errors_wording.sentence(forecast.problem), "danger"
    if forecast.fit is None:
        return tr("Looking whether it fits…"), "small"
    label = choices_words.label(forecast.fit)
    if forecast.speed is not None and forecast.fit.label is not Label.TOO_BIG:
        page = choices_words.duration(forecast.speed.answer_page_s)
        label = tr("{fits} · a page of answer in {page}").format(fits=label, page=page)
    return label, _TONES[forecast.fit.label]


def estimate(taken: float | None, models: int) -> str:
    """Returns how long a trial will take."""
    if not models:
        return tr("Tick one model at least.")
    if taken is None:
        return tr("How long it takes is not known: these models were never measured here.")
    return tr("Takes {time} if nothing else keeps this computer busy.").format(
        time=choices_words.duration(taken)
    )


def earlier(kept: KeptTrial) -> tuple[str, str]:
    """Returns the name of an earlier trial and the line under it."""
    trial = kept.trial
    names = ", ".join(outcome.model.name for outcome in trial.outcomes)
    line = f"{moment(kept.created)} · {which(trial.pages)} · {names}"
    return plain_text.one_line(trial.pages.name), plain_text.one_line(line)


def moment(at: datetime) -> str:
    """Returns the day, and the time of today."""
    local = at.astimezone()
    if local.date() == now().astimezone().date():
        return tr("today, {time}").format(
            time=QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
        )
    return wording.day(at, now())


def _speed(per_s: float) -> str:
    if not per_s:
        return tr("not measured")
    shown = quantities.decimal(per_s, 1) if per_s < 100 else quantities.whole(round(per_s))
    return tr("{count} tokens a second").format(count=shown)


def tr(words: str) -> str:
    """Translates words of the trial."""
    return QCoreApplication.translate("Trial", words)
