"""P13: templates of strangers in their child: no escape, no hang, and the next one works."""

from __future__ import annotations

import random
import time

from desktop_slm.engine.protocol import ModelFacts
from desktop_slm.engine.templating import Templating, Turn
from desktop_slm.errors import TemplateFailed
from tests.data.hostile_templates import ESCAPES, HEAVY
from tests.fakes.tiny_models import CHATML
from tests.prove.part import Broken, Figures, Slice

_MOST_S = 5.0
_LEAKS = ("<class", "<function", "<module", "uid=", "co_consts", "subclasses", "<bound", "<code")
_MESSAGES = [Turn("system", "Be brief."), Turn("user", "Hello")]
_PIECES = (
    "''", "messages", "cycler", "namespace", "range", "lipsum", "raise_exception", "strftime_now",
)  # fmt: skip
_STEPS = (
    ".__class__", "|attr('__class__')", ".__init__", ".__globals__", "|list", "|first", "[0]",
    ".format(messages)", "()", "['__mro__']", "|map('string')", "|tojson", "|string", "*3", "|join",
)  # fmt: skip


def run(given: Slice) -> Figures:
    """Tries the known ones, then as many more that are put together by chance."""
    known = [*ESCAPES, *HEAVY]
    sources = known[: given.count] if given.seed == 1 else []
    chance = random.Random(given.seed)
    sources += [_drawn(chance) for _ in range(given.count - len(sources))]
    refused, slowest = 0, 0.0
    templating = Templating()
    try:
        for number, source in enumerate(sources):
            begun = time.monotonic()
            refused += _is_refused(templating, source)
            slowest = max(slowest, time.monotonic() - begun)
            if time.monotonic() - begun > _MOST_S:
                raise Broken(f"{time.monotonic() - begun:.1f} s for {source[:60]}")
            if number % 10 == 0:
                _see_that_the_next_works(templating)
    finally:
        templating.close()
    return {"templates": len(sources), "refused": refused, "most seconds": round(slowest, 1)}


def _drawn(chance: random.Random) -> str:
    steps = "".join(chance.choice(_STEPS) for _ in range(chance.randrange(1, 6)))
    return "{{ " + chance.choice(_PIECES) + steps + " }}"


def _facts(template: str) -> ModelFacts:
    return ModelFacts("m", "llama", 1, 1, 1, 1, template, "<s>", "</s>", "CPU", 1)


def _is_refused(templating: Templating, source: str) -> bool:
    try:
        # With a good template behind it, so that it is what the hostile part gives that counts.
        prompt = templating.prompt(_facts(source + CHATML), _MESSAGES)
    except TemplateFailed:
        return True
    text = "".join(segment.text for segment in prompt.segments)
    if any(leak in text for leak in _LEAKS):
        raise Broken(f"{source[:60]} gave {text[:80]!r}")
    return False


def _see_that_the_next_works(templating: Templating) -> None:
    prompt = templating.prompt(_facts(CHATML), _MESSAGES)
    if "Hello" not in "".join(segment.text for segment in prompt.segments):
        raise Broken("a good template failed after a hostile one")
