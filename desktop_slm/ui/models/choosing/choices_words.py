"""What the choices and the list of all models say: sizes, speed in work, reasons, details."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from desktop_slm.models import speed as speeds
from desktop_slm.models.catalog import CatalogModel, Thinking
from desktop_slm.models.fit import Fit, Label
from desktop_slm.models.recommend import PAGES, Choice, Lack, Option, Reason, Role
from desktop_slm.models.speed import Speed
from desktop_slm.ui import quantities
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.wording import tr

_TONES = {Label.FITS: "good", Label.CLOSE: "warning", Label.TOO_BIG: "danger"}


def role(of: Role) -> str:
    """Returns the name of a choice."""
    return {
        Role.QUICK: tr("Quick"),
        Role.SUGGESTED: tr("Suggested"),
        Role.LARGEST: tr("Largest that fits"),
    }[of]


def reason(of: Reason) -> str:
    """Returns why a model was chosen, in a sentence."""
    return {
        Reason.FAST_ENOUGH: tr("The largest that works at a good pace on this computer."),
        Reason.LEAST_SLOW: tr("None is quick on this computer; this one takes the least time."),
        Reason.HALF_THE_MEMORY: tr("It leaves half of the free memory to other programs."),
        Reason.MUCH_FASTER: tr("The largest that takes much less time than the suggested one."),
        Reason.QUICKEST: tr("It takes the least time of all."),
        Reason.SMALLEST: tr("The smallest of all."),
        Reason.LARGEST_NOW: tr("The largest that the memory free now can hold."),
        Reason.LARGEST_ALONE: tr("The largest that this computer can hold."),
        Reason.LARGEST_ON_DISK: tr("The largest that the free room on the disk can hold."),
    }[of]


def lack(of: Lack) -> str:
    """Returns why there is no choice, in a sentence."""
    return {
        Lack.MEMORY: tr("No model of the list fits into this computer's memory."),
        Lack.DISK: tr(
            "Some models of the list fit into memory, but the disk of the models folder has no "
            "room for any of them."
        ),
    }[of]


def figures(option: Option) -> str:
    """Returns size, memory and license on one line."""
    model = option.model
    return " · ".join(
        (
            tr("{size} download").format(size=size(model)),
            tr("{size} in memory").format(size=memory(option.fit)),
            model.license.name,
        )
    )


def size(model: CatalogModel) -> str:
    """Returns the size of the file, with a word where it is rounded."""
    shown = wording.size(model.size_bytes)
    return shown if model.is_size_exact else tr("about {size}").format(size=shown)


def memory(fit: Fit) -> str:
    """Returns the memory that it takes, with a word where its layers are not known."""
    shown = wording.size(fit.need.total_bytes)
    return tr("about {size}").format(size=shown) if fit.need.is_rough else shown


def label(fit: Fit) -> str:
    """Returns whether it fits."""
    return {
        Label.FITS: tr("Fits"),
        Label.CLOSE: tr("Close other programs first"),
        Label.TOO_BIG: tr("Too big"),
    }[fit.label]


def tone(fit: Fit) -> str:
    """Returns the role of the label's words."""
    return _TONES[fit.label]


def verdict(option: Option) -> str:
    """Returns whether it fits, and how fast it answers."""
    if option.speed is None:
        return label(option.fit)
    page = duration(option.speed.answer_page_s)
    return tr("{fits} · a page of answer in {page}").format(fits=label(option.fit), page=page)


def reading(speed: Speed | None) -> str:
    """Returns how fast it works through a document."""
    if speed is None:
        return tr("Speed not measured on this computer")
    return tr("A {pages}-page document in {document}").format(
        pages=PAGES, document=duration(speed.document_s(PAGES))
    )


def duration(seconds: float) -> str:
    """Returns "30 s" or "about 6 min"."""
    count, unit = speeds.rounded(seconds)
    words = {"s": tr("{count} s"), "min": tr("about {count} min"), "h": tr("about {count} h")}
    return words[unit].format(count=count)


def spoken(choice: Choice) -> str:
    """Returns all that a card says, for screen readers."""
    option = choice.option
    parts = (
        role(choice.role),
        option.model.name,
        figures(option),
        reason(choice.reason),
        verdict(option),
        reading(option.speed),
    )
    return ". ".join(part.rstrip(".") for part in parts)


def about(option: Option) -> str:
    """Returns the small line of the list."""
    return " · ".join(
        (of_catalog(option.model.good_for), size(option.model), option.model.license.name)
    )


def details(option: Option) -> str:
    """Returns all that is known of a model, a line each."""
    model, speed, fit = option.model, option.speed, option.fit
    lines = [
        (tr("Model"), model.name),
        (tr("Note"), model.caution),
        (tr("Good for"), of_catalog(model.good_for)),
        (tr("Made small"), of_catalog(model.made_how)),
        (tr("Thinking"), thinking(model.thinking)),
        (tr("Languages"), languages(model)),
        (tr("Memory"), _memory_line(fit)),
        (tr("Speed, estimated"), _speed_line(speed)),
        (tr("Parameters"), _parameters(model)),
        (tr("Quantization"), model.format),
        (tr("Room for text"), _context(model)),
        (tr("Architecture"), model.architecture),
        (tr("License"), f"{model.license.name}. {model.license.conditions}"),
        (tr("Text of the license"), model.license.url),
        (tr("Publisher"), model.publisher),
        (tr("Repository"), model.repo),
        (tr("Revision"), model.revision or tr("the newest; none is pinned")),
        (tr("File"), model.file),
        (tr("Size"), _size_line(model)),
        (tr("SHA-256"), model.sha256 or tr("not known")),
    ]
    return "\n".join(f"{name}: {value}" for name, value in lines if value)


def thinking(of: Thinking) -> str:
    """Returns whether it thinks in words first."""
    return {
        Thinking.NEVER: tr("It answers at once"),
        Thinking.SWITCH: tr("It can think before it answers"),
        Thinking.ALWAYS: tr("It thinks before every answer, which takes longer"),
        Thinking.UNKNOWN: "",
    }[of]


def languages(model: CatalogModel) -> str:
    """Returns the languages by their codes, as publishers list them."""
    return tr("many") if "many" in model.languages else ", ".join(model.languages)


def _memory_line(fit: Fit) -> str:
    return tr("{needed} needed, {free} free for it, {room} with other programs closed").format(
        needed=memory(fit),
        free=wording.size(fit.free_bytes),
        room=wording.size(fit.room_bytes),
    )


def _speed_line(speed: Speed | None) -> str:
    if speed is None:
        return tr("not measured on this computer")
    return tr("{write} tokens a second written, {read} read").format(
        write=quantities.decimal(speed.write, 1)
        if speed.write < 10
        else quantities.decimal(speed.write, 0),
        read=quantities.decimal(speed.read, 0),
    )


def _parameters(model: CatalogModel) -> str:
    whole = _billions(model.parameters)
    if model.active_parameters == model.parameters:
        return whole
    return tr("{all}, of which {active} work on each word").format(
        all=whole, active=_billions(model.active_parameters)
    )


def _billions(count: int) -> str:
    if count >= 1_000_000_000:
        return tr("{count} billion").format(count=quantities.decimal(count / 1e9, 1))
    return tr("{count} million").format(count=quantities.decimal(count / 1e6, 0))


def _context(model: CatalogModel) -> str:
    if not model.context_tokens:
        return tr("the file tells")
    return tr("{count} tokens").format(count=quantities.whole(model.context_tokens))


def _size_line(model: CatalogModel) -> str:
    if not model.is_size_exact:
        return size(model)
    return tr("{count} bytes").format(count=quantities.whole(model.size_bytes))


def of_catalog(words: str) -> str:
    """Returns what the catalog says of a model, translated where a translation is there."""
    return QCoreApplication.translate("catalog", words)
