"""Sizes, dates and facts of models in words, the same on every line of the page."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from desktop_slm.models.computer import Computer
from desktop_slm.models.facts import FileFacts, FileKind
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.models.verification import Verified
from desktop_slm.ui import quantities

if TYPE_CHECKING:
    from desktop_slm.tuning.trial.records import Claim

_LICENSES = {
    "apache-2.0": "Apache 2.0",
    "mit": "MIT",
    "bsd-3-clause": "BSD",
    "cc-by-4.0": "CC BY 4.0",
    "cc-by-nc-4.0": "CC BY-NC 4.0",
    "cc-by-sa-4.0": "CC BY-SA 4.0",
}


def size(size_bytes: int) -> str:
    """Returns "98 MB" or "1.9 GB"."""
    if size_bytes < 1_000_000:
        return tr("{count} kB").format(count=max(round(size_bytes / 1e3), 1))
    if size_bytes < 999_500_000:
        return tr("{count} MB").format(count=round(size_bytes / 1e6))
    return tr("{count} GB").format(count=quantities.decimal(size_bytes / 1e9, 1))


def memory(size_bytes: int) -> str:
    """Returns memory as computers are sold: "16 GB" has 2^34 bytes."""
    gigabytes = size_bytes / (1 << 30)
    shown = quantities.decimal(gigabytes, 0 if gigabytes >= 10 else 1)
    return tr("{count} GB").format(count=shown)


def computer(found: Computer, device: str) -> str:
    """Returns the line on this computer; `device` is what a loaded model runs on, or ""."""
    parts = []
    if found.cores:
        words = tr("1 core") if found.cores == 1 else tr("{count} cores")
        parts.append(words.format(count=found.cores))
    parts.append(
        tr("{all} of memory, {free} free").format(
            all=memory(found.memory_bytes), free=memory(found.free_bytes)
        )
    )
    if device:
        parts.append(tr("the model runs on: {device}").format(device=device))
    return tr("This computer: {facts}").format(facts=" · ".join(parts))


def day(at: datetime, today: datetime) -> str:
    """Returns "today", "12 Nov" or, of another year, "12 Nov 2025", in the local time zone."""
    local = at.astimezone()
    now = today.astimezone()
    if local.date() == now.date():
        return tr("today")
    pattern = tr("d MMM") if local.year == now.year else tr("d MMM yyyy")
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def time_left(seconds: float) -> str:
    """Returns "4 min left"."""
    if seconds < 90:
        return tr("{count} s left").format(count=max(round(seconds), 1))
    return tr("{count} min left").format(count=round(seconds / 60))


def license_name(stated: str) -> str:
    """Returns a license's usual name."""
    return _LICENSES.get(stated.lower(), stated)


def room(facts: FileFacts) -> str:
    """Returns how much the model can have before it at once."""
    return tr("{count} tokens").format(count=quantities.whole(facts.context_tokens))


def about(model: InstalledModel, facts: FileFacts | None, today: datetime) -> str:
    """Returns the line under a model's name."""
    parts = []
    if model.is_practice:
        parts.append(tr("Proves that the app works · not for work"))
    elif model.place is Place.IN_PLACE:
        parts.append(tr("Used where it lies"))
    kind = facts.kind if facts else FileKind.TEXT
    if kind is not FileKind.TEXT:
        parts.append(unusable(kind))
    quantization = facts.quantization if facts and facts.quantization else model.format
    parts += [quantization, license_name(facts.license) if facts else ""]
    if model.used_at is not None:
        parts.append(tr("last used {day}").format(day=day(model.used_at, today)))
    return " · ".join(part for part in parts if part)


def claim(found: Claim) -> str:
    """Returns what may be said of a model's quality: what a trial of the person's counted."""
    counts = found.counted
    if not counts.all:
        return tr("On your document: it wrote no sentence")
    words = (
        tr("On your document: {full} of {all} sentence with evidence")
        if counts.all == 1
        else tr("On your document: {full} of {all} sentences with evidence")
    )
    more = tr(", {count} more in part") if counts.partial else ""
    return (words + more).format(full=counts.full, all=counts.all, count=counts.partial)


def unusable(kind: FileKind) -> str:
    """Returns why a file is not for chat."""
    return {
        FileKind.TEXT: "",
        FileKind.EMBEDDING: tr("Compares texts and writes none"),
        FileKind.ADAPTER: tr("An adapter: it belongs to another model"),
        FileKind.PROJECTOR: tr("A part that lets another model see or hear"),
    }[kind]


def details(
    model: InstalledModel,
    facts: FileFacts | None,
    verified: Verified | None,
    problem: str,
    tried: Claim | None = None,
) -> str:
    """Returns all that is known of a model, a line each."""
    lines = [(tr("Model"), model.name)]
    if problem:
        lines.append((tr("Problem"), problem))
    if facts:
        lines += _fact_lines(facts)
    lines += [
        (tr("On disk"), tr("{count} bytes").format(count=quantities.whole(model.size_bytes))),
        (tr("File"), str(model.path)),
    ]
    if tried:
        when = day(tried.created, datetime.now(UTC))
        said = tr("{claim} (“{document}”, {day})")
        line = said.format(claim=claim(tried), document=tried.document, day=when)
        lines.append((tr("Tried"), line))
    if model.used_at is not None:
        lines.append((tr("Last used"), _moment(model.used_at)))
    if verified:
        lines += [(tr("Last verified"), _moment(verified.at)), (tr("SHA-256"), verified.sha256)]
    return "\n".join(f"{name}: {value}" for name, value in lines if value)


def _moment(at: datetime) -> str:
    moment = QDateTime.fromSecsSinceEpoch(int(at.timestamp()))
    return QLocale().toString(moment, QLocale.FormatType.ShortFormat)


def _fact_lines(facts: FileFacts) -> list[tuple[str, str]]:
    template = tr("in the file") if facts.has_template else tr("none in the file")
    return [
        (tr("Name in the file"), facts.name),
        (tr("Good for"), unusable(facts.kind) or tr("Chat and summaries")),
        (tr("Architecture"), facts.architecture),
        (tr("Parameters"), quantities.whole(facts.parameters) if facts.parameters else ""),
        (tr("Size label"), facts.size_label),
        (tr("Quantization"), facts.quantization),
        (tr("Context"), room(facts) if facts.context_tokens else ""),
        (tr("Chat template"), template if facts.kind is FileKind.TEXT else ""),
        (tr("License"), license_name(facts.license) or tr("not stated in the file")),
        (tr("Files"), str(facts.parts) if facts.parts > 1 else ""),
    ]


def tr(words: str) -> str:
    """Translates words of this page."""
    return QCoreApplication.translate("Models", words)
