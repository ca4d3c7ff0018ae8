"""What an organisation has set for this computer, each in a sentence; hidden without a policy."""

from __future__ import annotations

from collections.abc import Iterator

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm import policy
from desktop_slm.policy import Policy
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.parts import Row, Section


class OrganisationSection(Section):
    """Nothing here can be changed in the app."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        words = QCoreApplication.translate("OrganisationSection", "Set by your organisation")
        super().__init__(core.theme, words, parent=parent)
        found = policy.current()
        self.rows = [Row(core.theme, words, more) for words, more in self._set(found)]
        for row in self.rows:
            self.column.addWidget(row)
        self.setVisible(found.sets_anything)

    def _set(self, found: Policy) -> Iterator[tuple[str, str]]:
        if found.offline:
            yield self.tr("Offline"), self.tr("Nothing in this app can search for or get models.")
        if found.mirror:
            words = self.tr("{address} is asked in place of Hugging Face.")
            yield self.tr("Where models come from"), words.format(address=found.mirror)
        if found.allowed_models is not None:
            yield self.tr("Models"), self._allowed(len(found.allowed_models))
        if found.models_folder is not None:
            words = self.tr("The models in {path} are there for all accounts.")
            yield self.tr("Models for everybody"), words.format(path=found.models_folder)
        if found.lock_after_min:
            words = self.tr("The app locks after 1 minute without input.")
            if found.lock_after_min > 1:
                words = self.tr("The app locks after {count} minutes without input.")
            yield self.tr("Lock"), words.format(count=found.lock_after_min)
        if found.keep_days:
            yield self.tr("How long things are kept"), self._kept(found.keep_days)
        if not found.exports:
            yield self.tr("Exports"), self.tr("Chats and summaries are not written into files.")
        if not found.printing:
            yield self.tr("Printing"), self.tr("Summaries are not printed.")

    def _allowed(self, count: int) -> str:
        if count == 1:
            return self.tr("Only the model with one certain fingerprint is loaded.")
        words = self.tr("Only models with certain fingerprints are loaded: {count} files.")
        return words.format(count=count)

    def _kept(self, days: int) -> str:
        if days == 1:
            return self.tr(
                "Chats and summaries that were not changed for 1 day are erased for good when the "
                "app starts."
            )
        words = self.tr(
            "Chats and summaries that were not changed for {count} days are erased for good when "
            "the app starts."
        )
        return words.format(count=days)
