"""What the search says of repositories and their files: lines of its list, and what is known."""

from __future__ import annotations

from desktop_slm.errors import ModelError
from desktop_slm.gguf.tables import ENGINE_VERSION
from desktop_slm.models.fit import Fit, Label
from desktop_slm.models.listing import Listed
from desktop_slm.models.prospect import Prospect, Use
from desktop_slm.models.remote import Found
from desktop_slm.ui import quantities
from desktop_slm.ui import wording as errors_wording
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.choosing import choices_words
from desktop_slm.ui.models.network.found_list import Line
from desktop_slm.ui.models.network.looking_ahead import LookingAhead
from desktop_slm.ui.models.wording import tr

_DOT = " · "


def repository_line(found: Found) -> Line:
    """Returns the line of a repository."""
    parts = [wording.license_name(found.license)] if found.license else []
    fetched = tr("fetched once") if found.downloads == 1 else tr("fetched {count} times")
    parts.append(fetched.format(count=quantities.whole(found.downloads)))
    if found.is_gated:
        parts.append(tr("asks for an account"))
    return Line(found.repo, _DOT.join(parts))


def file_line(model: Listed, ahead: LookingAhead) -> Line:
    """Returns the line of a model with what is known of it by now."""
    parts = [wording.size(model.size_bytes), model.format]
    if len(model.files) > 1:
        parts.append(tr("{count} files, fetched together").format(count=len(model.files)))
    fit = ahead.fit(model)
    if not ahead.is_offered(model):
        label, tone = short_reason(ahead.use(model), ahead.problem(model)), "muted"
    elif fit is None:
        label, tone = "", "muted"
    else:
        label, tone = choices_words.label(fit), choices_words.tone(fit)
        words = tr("{size} in memory")
        parts.append(words.format(size=choices_words.memory(fit)))
    return Line(model.name, _DOT.join(part for part in parts if part), label, tone)


def short_reason(use: Use, problem: object) -> str:
    """Returns in a few words why a file is not offered."""
    if use is Use.TEXT:
        return tr("Cannot be read") if problem else ""
    return {
        Use.EMBEDDING: tr("Compares texts"),
        Use.ADAPTER: tr("Adapter"),
        Use.PROJECTOR: tr("Vision part"),
        Use.DRAFT: tr("Draft part"),
        Use.SPEECH: tr("Speech model"),
        Use.DIFFUSION: tr("Diffusion model"),
        Use.CALIBRATION: tr("No model"),
        Use.INCOMPLETE: tr("Incomplete"),
        Use.OLD_FORMAT: tr("Old format"),
        Use.NEWER_ENGINE: tr("Needs a newer engine"),
    }[use]


def about(model: Listed, ahead: LookingAhead) -> str:
    """Returns what is known of a model, or why it is not offered, in a few sentences."""
    problem = ahead.problem(model)
    if not ahead.is_offered(model):
        if isinstance(problem, ModelError):
            return errors_wording.sentence(problem)
        return reason(ahead.use(model), model, ahead.prospect(model))
    parts = []
    fit, found = ahead.fit(model), ahead.prospect(model)
    if fit is not None:
        parts.append(fit_sentence(fit))
    if found is not None:
        parts.append(figures(found))
    elif ahead.is_awaited(model):
        parts.append(tr("Estimated from its size; its header is being read…"))
    elif problem is not None:
        words = tr("Estimated from its size, for its header could not be read. {why}")
        parts.append(words.format(why=errors_wording.sentence(problem)))
    return " ".join(parts)


def fit_sentence(fit: Fit) -> str:
    """Returns what it takes and what there is."""
    words = {
        Label.FITS: tr("Takes {needed} of memory; {free} is free for it."),
        Label.CLOSE: tr(
            "Takes {needed} of memory; {free} is free for it, {room} once other programs are "
            "closed."
        ),
        Label.TOO_BIG: tr("Takes {needed} of memory; this computer has room for {room}."),
    }[fit.label]
    return words.format(
        needed=choices_words.memory(fit),
        free=wording.size(fit.free_bytes),
        room=wording.size(fit.room_bytes),
    )


def figures(found: Prospect) -> str:
    """Returns what the header of one of its files says."""
    parts = []
    if found.context_tokens:
        room = tr("room for {count} tokens of text")
        parts.append(room.format(count=quantities.whole(found.context_tokens)))
    if found.experts:
        experts = tr("{used} of {all} experts at a time")
        parts.append(experts.format(used=found.experts_used, all=found.experts))
    parts.append(tr("kind {architecture}").format(architecture=found.architecture))
    return tr("By its header: {facts}.").format(facts=", ".join(parts))


def reason(use: Use, model: Listed, found: Prospect | None) -> str:
    """Returns why a file is not offered, in a sentence or two."""
    architecture = found.architecture if found else ""
    return {
        Use.TEXT: "",
        Use.EMBEDDING: tr("It compares texts and writes none, so it cannot chat or summarize."),
        Use.ADAPTER: tr("It is an adapter: a change to another model, which it needs."),
        Use.PROJECTOR: tr(
            "It lets another model of this page see pictures; it is no model by itself, and this "
            "app does not use it."
        ),
        Use.DRAFT: tr("It guesses ahead for another model; it is no model by itself."),
        Use.SPEECH: tr("It makes speech and writes no text."),
        Use.DIFFUSION: tr("It writes by diffusion, which this app cannot do."),
        Use.CALIBRATION: tr("It holds what the other files were made with; it is no model."),
        Use.INCOMPLETE: tr(
            "Not all of its files are there ({count} missing), so it could not be run."
        ),
        Use.OLD_FORMAT: tr(
            "The format {format} was given up by llama.cpp; choose another file of this model."
        ),
        Use.NEWER_ENGINE: tr(
            "It is of the kind “{architecture}”, which needs a newer engine than that of this "
            "version, {engine}. Nothing of it was fetched but its first bytes."
        ),
    }[use].format(
        count=model.missing,
        format=model.format,
        architecture=architecture,
        engine=ENGINE_VERSION,
    )
