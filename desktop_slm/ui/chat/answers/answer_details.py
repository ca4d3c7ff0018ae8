"""The figures behind an answer, for whoever wants them: model, tokens, speed, why it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_slm.assistants.chat import ASSISTANT, BUILT_IN, MODEL_SHA256, TEMPLATE
from desktop_slm.engine.protocol import Sampling, StopReason
from desktop_slm.ui import quantities, spacing
from desktop_slm.ui.chat.answers import figures
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from desktop_slm.storage.chats.messages import Message
    from desktop_slm.ui.theme import Theme


class AnswerDetails(Card):
    """A small panel under the answer; a figure that was not measured is left out."""

    def __init__(self, theme: Theme, message: Message, *, parent: QWidget | None = None) -> None:
        super().__init__(theme, margins=(12, 8, 12, 8), parent=parent)
        self.setAccessibleName(self.tr("Details of this answer"))
        grid = QGridLayout()
        spacing.follow(theme, grid, gap=4, margins=spacing.NO_MARGINS)
        for row, (name, value) in enumerate(self._rows(message)):
            grid.addWidget(PlainLabel(name, "small"), row, 0)
            label = ElidedLabel(value, "small")
            label.setAccessibleName(f"{name}: {label.text()}")
            grid.addWidget(label, row, 1)
        grid.setColumnStretch(1, 1)
        grid.setColumnMinimumWidth(0, theme.px(120))
        self.column.addLayout(grid)

    def _rows(self, message: Message) -> list[tuple[str, str]]:
        details = message.details
        wrote = details.get(ASSISTANT)
        wrote = wrote if isinstance(wrote, dict) else {}  # of an imported chat it may be anything
        rows = [
            (self.tr("Assistant"), str(wrote.get("name", ""))),
            (self.tr("Model"), str(details.get("model_name", ""))),
            (self.tr("Hash of its file"), self._hash(message)),
            *self._settings(details.get("sampling")),
        ]
        if details.get("new_tokens"):
            rows += [
                (self.tr("Written"), self._written(message)),
                (self.tr("First token after"), figures.seconds(details.get("first_token_s", 0))),
                (self.tr("Read"), self._read(message)),
            ]
        if details.get(TEMPLATE) == BUILT_IN:
            rows.append(
                (self.tr("Template"), self.tr("The model’s own fails; a common one is used."))
            )
        if reason := self._reason(details.get("stop_reason")):
            rows.append((self.tr("Ended because"), reason))
        return [(name, value) for name, value in rows if value]

    def _hash(self, message: Message) -> str:
        """Returns the hash of the model's file; an answer of an earlier version kept none."""
        if MODEL_SHA256 not in message.details:
            return ""
        found = str(message.details[MODEL_SHA256] or "")
        return found or self.tr("not computed yet: see “Verify” on the Models page")

    def _settings(self, sampling: object) -> list[tuple[str, str]]:
        """Returns how the next word was chosen, and the seed that makes it again."""
        if not isinstance(sampling, dict):
            return []
        known = Sampling.from_wire(sampling)
        neutral = Sampling(temperature=-1.0, top_k=0, top_p=1.0, min_p=0.0)
        names = (
            (self.tr("temperature"), "temperature"),
            (self.tr("top-k"), "top_k"),
            (self.tr("top-p"), "top_p"),
            (self.tr("min-p"), "min_p"),
            (self.tr("repeat penalty"), "repeat_penalty"),
            (self.tr("presence penalty"), "presence_penalty"),
            (self.tr("frequency penalty"), "frequency_penalty"),
        )
        words = self.tr("{name} {value}")
        said = [
            words.format(name=name, value=_number(getattr(known, key)))
            for name, key in names
            if getattr(known, key) != getattr(neutral, key)
        ]
        return [(self.tr("Settings"), ", ".join(said)), (self.tr("Seed"), str(known.seed))]

    def _written(self, message: Message) -> str:
        count = message.details["new_tokens"]
        words = self.tr("{count} tokens, {speed} tokens/s")
        if count == 1:
            words = self.tr("1 token, {speed} tokens/s")
        speed = quantities.decimal(message.details.get("tokens_per_s", 0), 1)
        return words.format(count=quantities.whole(count), speed=speed)

    def _read(self, message: Message) -> str:
        read = message.details.get("prompt_tokens", 0)
        kept = message.details.get("cached_tokens", 0)
        if kept:
            words = self.tr("{count} tokens, {kept} of them still in memory")
            return words.format(count=quantities.whole(read), kept=quantities.whole(kept))
        return self.tr("{count} tokens").format(count=quantities.whole(read))

    def _reason(self, stop_reason: object) -> str:
        return {
            StopReason.FINISHED.value: self.tr("the model ended its answer"),
            StopReason.STOP_TEXT.value: self.tr("a stop text was reached"),
            StopReason.LENGTH.value: self.tr("the length limit was reached"),
            StopReason.CONTEXT.value: self.tr("there was no more room"),
            StopReason.CANCELLED.value: self.tr("you stopped it"),
        }.get(str(stop_reason), "")


def _number(value: float) -> str:
    return quantities.whole(value) if isinstance(value, int) else quantities.decimal(value, 2)
