"""The models of the list, each with a box to tick, and whether it fits."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QSizePolicy, QWidget

from desktop_slm.models.fit import Label
from desktop_slm.models.library import InstalledModel
from desktop_slm.tuning.trial.forecast import Forecast
from desktop_slm.tuning.trial.trial import MOST_MODELS
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.models import wording
from desktop_slm.ui.models.trial import words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_UNDER_WORDS_PX = 26  # the box and its gap


class ModelTicks(QWidget):
    """One line for each model; at most four can be ticked, and none that cannot be run."""

    changed = Signal()

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._lines: dict[str, _Line] = {}
        self._column = spacing.column(theme, self, gap=6)

    def show_models(self, models: Sequence[InstalledModel], wanted: Iterable[str]) -> None:
        """Shows the models and ticks the wanted ones; boxes that stay keep their tick."""
        ids = [model.id for model in models]
        for gone in set(self._lines) - set(ids):
            line = self._lines.pop(gone)
            self._column.removeWidget(line)
            line.hide()
            line.deleteLater()
        for model in models:
            if model.id not in self._lines:
                line = self._lines[model.id] = _Line(self._theme, model)
                line.box.toggled.connect(self._on_toggled)
                self._column.addWidget(line)
        for model_id in wanted:
            if model_id in self._lines and len(self.ticked()) < MOST_MODELS:
                self._lines[model_id].box.setChecked(True)
        self._on_toggled()

    def show_forecast(self, forecast: Forecast) -> None:
        """Shows whether a model fits, as soon as that is known."""
        line = self._lines.get(forecast.model.id)
        if line is not None:
            line.show_forecast(forecast)
            self._on_toggled()

    def ticked(self) -> list[Forecast]:
        """Returns the ticked models in the order of the list."""
        return [line.forecast for line in self._lines.values() if line.box.isChecked()]

    def boxes(self) -> dict[str, CheckBox]:
        """Returns the boxes by the models' ids."""
        return {model_id: line.box for model_id, line in self._lines.items()}

    def _on_toggled(self) -> None:
        is_full = len(self.ticked()) >= MOST_MODELS
        for line in self._lines.values():
            line.box.setEnabled(line.can_run and (line.box.isChecked() or not is_full))
        self.changed.emit()


class _NameBox(CheckBox):
    """A box whose words end in … where there is no room: the names of files know no bounds."""

    def minimumSizeHint(self) -> QSize:
        """Returns the box and a few letters."""
        least = self.fontMetrics().averageCharWidth() * 8
        hint = self.sizeHint()
        return QSize(min(hint.width(), least), hint.height())


class _Line(QWidget):
    """A box with the model's name, and a small line under it."""

    def __init__(self, theme: Theme, model: InstalledModel) -> None:
        super().__init__()
        self.forecast = Forecast(model)
        self.can_run = True
        name = plain_text.one_line(model.name)
        self.box = _NameBox(theme, f"{name} · {wording.size(model.size_bytes)}")
        self.box.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self._about = WrappedLabel("", "small")
        column = spacing.column(theme, self, gap=0)
        column.addWidget(self.box)
        under = spacing.row(theme, gap=0, margins=(_UNDER_WORDS_PX, 0, 0, 0))
        under.addWidget(self._about, 1)
        column.addLayout(under)
        self._show()

    def show_forecast(self, forecast: Forecast) -> None:
        """Shows what is known by now."""
        self.forecast = forecast
        is_too_big = forecast.fit is not None and forecast.fit.label is Label.TOO_BIG
        self.can_run = forecast.problem is None and not is_too_big
        if not self.can_run:
            self.box.setChecked(False)
        self._show()

    def _show(self) -> None:
        said, role = words.fit(self.forecast)
        if self.forecast.model.is_practice and self.can_run:
            said = self.tr("{fit} · practice model, not for work").format(fit=said)
        self._about.setText(said)
        self._about.set_role(role)
        self.box.setAccessibleDescription(said)
