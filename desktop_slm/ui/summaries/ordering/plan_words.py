"""What is said of a plan before and while it runs, and of what a summary missed of the wishes."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import QObject

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.language import code_of
from desktop_slm.assistants.summaries.plan import Plan
from desktop_slm.assistants.summaries.shortfalls import Shortfall, Wish
from desktop_slm.ui import language, quantities
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.words import Words


class PlanWords(QObject):
    """Names forms, languages, wishes and plans."""

    def __init__(self, words: Words, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._words = words

    def form(self, form: Form) -> str:
        """Returns the name of a form."""
        return {
            Form.PARAGRAPH: self.tr("Paragraph"),
            Form.BULLETS: self.tr("Bullets"),
            Form.FACTS: self.tr("Key facts"),
            Form.ACTIONS: self.tr("Action items"),
            Form.TIMELINE: self.tr("Timeline"),
            Form.QUESTIONS: self.tr("Questions and answers"),
        }[form]

    def language(self, code: str) -> str:
        """Returns a language in its own words, or that of the document."""
        if not code:
            return self.tr("As the document")
        return language.own_name(code)

    def version(self, wishes: Wishes) -> str:
        """Returns "Standard · Bullets", with whatever else was wished for."""
        named = [self._words.length(wishes.length), self.form(wishes.form)]
        return " · ".join([*named, *self._more(wishes)])

    def more(self, wishes: Wishes) -> str:
        """Returns what is wished for beside length and form, or nothing."""
        return " · ".join(self._more(wishes))

    def _more(self, wishes: Wishes) -> list[str]:
        said = []
        if wishes.words:
            said.append(self.tr("about {0} words").format(self._words.number(wishes.words)))
        if wishes.language:
            said.append(self.language(wishes.language))
        if wishes.focus:
            said.append(self.tr("“{0}”").format(wishes.focus))
        if wishes.pages.ranges:
            said.append(self.tr("pages {0}").format(wishes.pages))
        if wishes.is_reproducible:
            said.append(self.tr("same result every time"))
        return said

    # The plan

    def plan(self, plan: Plan) -> str:
        """Returns "52 passages, 3 levels, about 4 min", and what of the pages is left out."""
        parts = [self._passages(plan)]
        levels = plan.foreseen.levels
        if levels:
            one, more = self.tr("1 level"), self.tr("{0} levels")
            parts.append(one if levels == 1 else more.format(levels))
        parts.append(self.duration(plan.foreseen.seconds))
        line = ", ".join(filter(None, parts))
        return " ".join([self.tr("Plan: {0}.").format(line), *self._left_out(plan)])

    def duration(self, seconds: float | None) -> str:
        """Returns "about 4 min"; a model that nobody has measured yet has no pace."""
        if seconds is None:
            return self.tr("time not known yet for this model")
        if seconds < 60:
            return self.tr("less than a minute")
        if seconds < 5400:
            return self.tr("about {0} min").format(round(seconds / 60))
        return self.tr("about {0} h").format(quantities.decimal(seconds / 3600))

    def _passages(self, plan: Plan) -> str:
        count = len(plan.passages)
        if plan.is_key_sentences:
            words = self.tr("key sentences of {0} passages")
            if count == 1:
                words = self.tr("key sentences of 1 passage")
            return words.format(self._words.number(count))
        if count == 1:
            return self.tr("1 passage")
        return self.tr("{0} passages").format(self._words.number(count))

    def _left_out(self, plan: Plan) -> list[str]:
        count = len(plan.pages_left_out)
        if not count:
            return []
        return [self.tr("Left out: {0}.").format(self._words.pages(count))]

    # What was missed

    def shortfalls(self, missed: Iterable[Shortfall]) -> list[str]:
        """Returns a sentence for each wish that was not met."""
        return [self._shortfall(each) for each in missed]

    def _shortfall(self, missed: Shortfall) -> str:
        words = {
            Wish.WORDS: self.tr("About {wanted} words were asked for; the summary has {found}."),
            Wish.LANGUAGE: self.tr("It was asked for in {wanted}; the model did not write it so."),
            Wish.FOCUS: self.tr("No sentence names what was asked for: {wanted}."),
            Wish.NOTHING_FOUND: self.tr(
                "The model found nothing in the document on what was asked for: {wanted}."
            ),
            Wish.ROOM: self.tr("For about {wanted} words, {found} entries were left out."),
            Wish.JOINING: self.tr(
                "{found} parts could not be joined; their notes stand one after the other."
            ),
        }[missed.wish]
        if missed.found == "1":
            words = {
                Wish.ROOM: self.tr("For about {wanted} words, 1 entry was left out."),
                Wish.JOINING: self.tr(
                    "1 part could not be joined; its notes stand behind the others."
                ),
            }.get(missed.wish, words)
        wanted = missed.wanted
        if missed.wish is Wish.LANGUAGE:
            wanted = self.language(code_of(wanted) or "")
        return words.replace("{found}", missed.found).replace("{wanted}", wanted)
