"""What turns a claim into another with the same words: not, must, only if, alleged, will."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence

from desktop_slm.assistants.evidence.cues import Cue, Cues
from desktop_slm.assistants.evidence.scene import Scene
from desktop_slm.assistants.evidence.stretches import Stretches
from desktop_slm.assistants.evidence.values import Doubt

# So much of a sentence's words a line has to have for its small words to tell.
_LEAST_TOLD = 0.5
# "Not more than": an upper bound, and no denial.
# "Villages, not persons," and "n'aura lieu qu'en septembre" deny nothing of what is told.
_CONTRAST = re.compile(
    r",\s(?:not|nicht|non|pas)\s\w+(?:\s\w+)?(?=[,;.])"
    r"|\bn(?:e\s|['’])\w+(?:\s\w+){0,2}?\squ(?:e\s|['’])",
    re.IGNORECASE,
)
_AT_MOST = re.compile(
    r"\b(?:not?|nicht|kein\w*|pas|ne|n['’]\w+)\b(?:\W+\w+){0,4}?\W+"
    r"(?:more|longer|later|less|fewer|exceed\w*|above|over|mehr als|länger|später|weniger|höher|"
    r"über(?:schreiten|steigen)|plus de|plus que|moins|excéder|dépasser|supérieure?s?)\b",
    re.IGNORECASE,
)


def turns(scene: Scene, chosen: Sequence[int]) -> Iterator[Doubt]:
    """Yields what the places say otherwise than the sentence."""
    if not chosen:
        return
    language = scene.claim.language
    unbound = Cues([_denying(scene.claim.text)], language)
    claim = Cues([scene.claim.text], language, {Cue.NOT: unbound})
    told = scene.told(chosen[:2])
    language = scene.lines[told].language
    stretches = Stretches(scene, told)
    touched = Cues([_denying(stretches.touched())], language)
    core = Cues([stretches.core()], language)
    best = Cues(
        [stretches.part()],
        language,
        {Cue.NOT: touched, Cue.FAMILY: touched, Cue.RULED_OUT: core},
    )
    every = Cues([scene.lines[number].text for number in chosen[:2]], language)
    if _is_modality_swapped(claim, core):
        yield Doubt.MODALITY
    if scene.told_share(told) >= _LEAST_TOLD:
        for doubt, rule in _RULES:
            if rule(claim, best, every):
                yield doubt
    # "Did not accept" is no opposite of "rejected".
    if (claim.get(Cue.NOT) or not touched.get(Cue.NOT)) and _has_opposite(scene, chosen):
        yield Doubt.OPPOSITE


def _denying(text: str) -> str:
    """Returns a text without the small words that look like a denial and are none."""
    return _CONTRAST.sub(" ", _AT_MOST.sub(" ", text))


def _is_negated(claim: Cues, best: Cues, every: Cues) -> bool:
    """Only one of the two says "not", and the other has no word that could mean it."""
    mine, its = claim.get(Cue.NOT), best.get(Cue.NOT)
    if mine and not its:
        return not every.get(Cue.NOT) and not every.get(Cue.NEGATIVE)
    if its and not mine:
        return not claim.get(Cue.NEGATIVE)
    return False


def _is_modality_swapped(claim: Cues, core: Cues) -> bool:
    mine, its = ({cue for cue in (Cue.MAY, Cue.MUST) if found.get(cue)} for found in (claim, core))
    is_denied = claim.get(Cue.NOT) or core.get(Cue.NOT)
    return len(mine) == len(its) == 1 and mine != its and not is_denied


def _is_condition_dropped(claim: Cues, best: Cues, every: Cues) -> bool:
    if claim.get(Cue.UNCONDITIONAL) and not best.get(Cue.UNCONDITIONAL):
        return bool(best.get(Cue.CONDITION) or best.get(Cue.EXCEPTION))
    has_own = claim.get(Cue.CONDITION) or claim.get(Cue.EXCEPTION)
    return bool(best.get(Cue.CLEAR_CONDITION)) and not has_own


def _is_attribution_dropped(claim: Cues, best: Cues, every: Cues) -> bool:
    said = claim.get(Cue.SAID) or claim.get(Cue.SUSPECTED)
    if best.get(Cue.FAMILY) and not claim.get(Cue.FAMILY):
        return True
    denied = (Cue.RULED_OUT, Cue.NOT, Cue.NEGATIVE)
    if best.get(Cue.RULED_OUT) and not said and not any(claim.get(cue) for cue in denied):
        return True
    is_settled = any(claim.get(cue) and every.get(cue) for cue in (Cue.FOUND, Cue.RULED_OUT))
    # "The suspicion was not confirmed" is "ruled out".
    is_settled = is_settled or bool(claim.get(Cue.RULED_OUT) and every.get(Cue.NOT))
    if best.get(Cue.CLEARLY_SAID) and not said and not is_settled:
        return True
    return (
        bool(claim.get(Cue.FOUND))
        and not claim.get(Cue.NOT)
        and not every.get(Cue.FOUND)
        and bool(best.get(Cue.SAID) or best.get(Cue.SUSPECTED))
    )


def _is_tense_changed(claim: Cues, best: Cues, every: Cues) -> bool:
    """What is still to come is told as done."""
    if claim.get(Cue.CLEAR_PAST) and not claim.get(Cue.CLEAR_FUTURE):
        is_open = best.get(Cue.CLEAR_FUTURE) or best.get(Cue.MAY)
        return bool(is_open) and not best.get(Cue.CLEAR_PAST)
    return False


def _is_amount_changed(claim: Cues, best: Cues, every: Cues) -> bool:
    """All where the text says some."""
    return bool(claim.get(Cue.ALL)) and not every.get(Cue.ALL) and bool(best.get(Cue.SOME))


def _has_opposite(scene: Scene, chosen: Sequence[int]) -> bool:
    """Whether a word of the sentence is missing where most of it stands, and its opposite is there.

    Another place that has a word of that meaning says it of something else.
    """
    best = scene.lines[chosen[0]]
    for index, word in enumerate(scene.claim.content):
        if any(match.line == chosen[0] for match in scene.words[index]):
            continue
        against = scene.lexicon.opposites_of(word.stem)
        if any(its.stem in against for its in best.content):
            return True
    return False


_RULES: tuple[tuple[Doubt, Callable[[Cues, Cues, Cues], bool]], ...] = (
    (Doubt.NEGATION, _is_negated),
    (Doubt.EXCEPTION, _is_condition_dropped),
    (Doubt.ATTRIBUTION, _is_attribution_dropped),
    (Doubt.TENSE, _is_tense_changed),
    (Doubt.QUANTITY, _is_amount_changed),
)
