"""Sizes, dates and facts of models in words, the same on every line of the page."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import QCoreApplication, QDate, QDateTime, QLocale

from desktop_slm.models.computer import Computer
from desktop_slm.models.facts import FileFacts, FileKind
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.models.verification import Verified

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
    return tr("{count} GB").format(count=f"{size_bytes / 1e9:.1f}")


def memory(size_bytes: int) -> str:
    """Returns memory as computers are sold: "16 GB" has 2^34 bytes."""
    gigabytes = size_bytes / (1 << 30)
    shown = f"{gigabytes:.0f}" if gigabytes >= 10 else f"{gigabytes:.1f}"
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
    pattern = "d MMM" if local.year == now.year else "d MMM yyyy"
    return QLocale().toString(QDate(local.year, local.month, local.day), pattern)


def license_name(stated: str) -> str:
    """Returns a license's usual name."""
    return _LICENSES.get(stated.lower(), stated)


def room(facts: FileFacts) -> str:
    """Returns how much the model can have before it at once."""
    return tr("{count} tokens").format(count=f"{facts.context_tokens:,}")


def about(model: InstalledModel, facts: FileFacts | None) -> str:
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
    return " · ".join(part for part in parts if part)


def unusable(kind: FileKind) -> str:
    """Returns why a file is not for chat."""
    return {
        FileKind.TEXT: "",
        FileKind.EMBEDDING: tr("Compares texts and writes none"),
        FileKind.ADAPTER: tr("An adapter: it belongs to another model"),
        FileKind.PROJECTOR: tr("A part that lets another model see or hear"),
    }[kind]


def details(
    model: InstalledModel, facts: FileFacts | None, verified: Verified | None, problem: str
) -> str:
    """Returns all that is known of a model, a line each."""
    lines = [(tr("Model"), model.name)]
    if problem:
        lines.append((tr("Problem"), problem))
    if facts:
        lines += _fact_lines(facts)
    lines += [
        (tr("On disk"), tr("{count} bytes").format(count=f"{model.size_bytes:,}")),
        (tr("File"), str(model.path)),
    ]
    if verified:
        moment = QDateTime.fromSecsSinceEpoch(int(verified.at.timestamp()))
        at = QLocale().toString(moment, QLocale.FormatType.ShortFormat)
        lines += [(tr("Last verified"), at), (tr("SHA-256"), verified.sha256)]
    return "\n".join(f"{name}: {value}" for name, value in lines if value)


def _fact_lines(facts: FileFacts) -> list[tuple[str, str]]:
    template = tr("in the file") if facts.has_template else tr("none in the file")
    return [
        (tr("Name in the file"), facts.name),
        (tr("Good for"), unusable(facts.kind) or tr("Chat and summaries")),
        (tr("Architecture"), facts.architecture),
        (tr("Parameters"), f"{facts.parameters:,}" if facts.parameters else ""),
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
