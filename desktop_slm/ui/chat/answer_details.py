"""The figures behind an answer, for whoever wants them: model, tokens, speed, why it ended."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QGridLayout, QWidget

from desktop_slm.assistants.chat import BUILT_IN, TEMPLATE
from desktop_slm.engine.protocol import StopReason
from desktop_slm.ui import spacing
from desktop_slm.ui.chat import figures
from desktop_slm.ui.widgets.card import Card
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel

if TYPE_CHECKING:
    from desktop_slm.storage.messages import Message
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
        rows = [(self.tr("Model"), str(details.get("model_name", "")))]
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

    def _written(self, message: Message) -> str:
        words = self.tr("{count} tokens, {speed} tokens/s")
        speed = f"{message.details.get('tokens_per_s', 0):.1f}"
        return words.format(count=f"{message.details['new_tokens']:,}", speed=speed)

    def _read(self, message: Message) -> str:
        read = message.details.get("prompt_tokens", 0)
        kept = message.details.get("cached_tokens", 0)
        if kept:
            words = self.tr("{count} tokens, {kept} of them still in memory")
            return words.format(count=f"{read:,}", kept=f"{kept:,}")
        return self.tr("{count} tokens").format(count=f"{read:,}")

    def _reason(self, stop_reason: object) -> str:
        return {
            StopReason.FINISHED.value: self.tr("the model ended its answer"),
            StopReason.STOP_TEXT.value: self.tr("a stop text was reached"),
            StopReason.LENGTH.value: self.tr("the length limit was reached"),
            StopReason.CONTEXT.value: self.tr("there was no more room"),
            StopReason.CANCELLED.value: self.tr("you stopped it"),
        }.get(str(stop_reason), "")
