"""Privacy: what is kept and where, what is encrypted, where the key is, and what is enforced."""

from __future__ import annotations

from collections.abc import Callable, Mapping

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.errors import DesktopSlmError
from desktop_slm.storage.keys import key_record
from desktop_slm.storage.keys.key_record import KeyPlace, KeyRecord
from desktop_slm.ui import wording
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.enforcement import ask_children
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.button import Button
from desktop_slm.workers.confine import Level

Found = Mapping[str, Level | None]


class PrivacySection(Section):
    """Says what is the case; nothing here is a promise that was not looked up."""

    def __init__(
        self,
        core: Core,
        ask: Callable[[], Found] = ask_children,
        *,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(core.theme, self.tr("Privacy"), parent=parent)
        self._core = core
        self._ask = ask
        self._has_asked = False
        theme = core.theme
        copy = Button(theme, self.tr("Copy path of the data folder"))
        copy.clicked.connect(self._on_copy)
        self.kept = Row(theme, self.tr("Your chats and summaries"), control=copy)
        self.key = Row(theme, self.tr("The key to them"))
        self.clear = Row(
            theme,
            self.tr("Not encrypted"),
            self.tr(
                "Your original documents and what you export stay as they are. These settings, "
                "the list of models with the places of their files, and a log without your words "
                "and file names are plain files."
            ),
        )
        self.network = Row(
            theme, self.tr("The network"), self.tr("Asking every part of the program …")
        )
        for row in (self.kept, self.key, self.clear, self.network):
            self.column.addWidget(row)
        core.data_opened.connect(lambda _data: self.refresh())
        core.keeping_changed.connect(self.refresh)

    def refresh(self) -> None:
        """Looks again; the parts of the program are asked once."""
        self._show_kept()
        run = self._core.operations.run
        paths = self._core.outside.paths
        run(
            self,
            lambda job: key_record.load(paths.key_record),
            on_success=self._show_key,
            on_failure=self._on_key_unknown,
        )
        if not self._has_asked:
            self._has_asked = True
            run(
                self,
                lambda job: self._ask(),
                on_success=self._show_network,
                on_failure=lambda error: self._show_network({}),
            )

    def _show_kept(self) -> None:
        data, paths = self._core.data, self._core.outside.paths
        if data is None:
            words = self.tr("They are locked: the data in {path} is not open.")
        elif data.database.is_stored:
            words = self.tr(
                "They are stored encrypted on this computer, with the text read from documents, "
                "in {path}."
            )
        else:
            words = self.tr("Nothing is stored: everything is gone when the window closes.")
        self.kept.say(words.format(path=paths.database))

    def _show_key(self, record: KeyRecord | None) -> None:
        self.key.say(self._key_words(record))

    def _on_key_unknown(self, error: DesktopSlmError) -> None:
        self.key.say(wording.sentence(error))

    def _key_words(self, record: KeyRecord | None) -> str:
        if record is None:
            return self.tr("There is no key, because nothing is stored.")
        if record.place is KeyPlace.KEYRING:
            words = self.tr(
                "It lies in this system's keyring ({keyring}), which opens when you sign in. "
                "Whoever uses your account can open your data."
            )
            return words.format(keyring=record.keyring)
        if record.place is KeyPlace.PASSPHRASE:
            return self.tr(
                "It lies under your passphrase, which is stored nowhere. Without it, or the "
                "recovery code, nobody can open your data."
            )
        words = self.tr(
            "It lies in the file {path}, which only your account can read. Whoever has that file "
            "and your data can open it; without the file nobody can."
        )
        return words.format(path=record.key_file)

    def _show_network(self, found: Found) -> None:
        levels = {"window": self._core.outside.enforced.network, **found}
        self.network.say(" ".join(self._network_sentences(levels)))

    def _network_sentences(self, levels: Found) -> list[str]:
        names = _names()
        sentences = []
        for level, words in (
            (Level.KERNEL, self.tr("The system keeps these off the internet: {parts}.")),
            (
                Level.APP,
                self.tr(
                    "These do not use the internet, by the program's own rule alone, which the "
                    "system does not enforce: {parts}."
                ),
            ),
            (Level.NONE, self.tr("Nothing keeps these off the internet: {parts}.")),
            (None, self.tr("These could not be asked: {parts}.")),
        ):
            parts = [names[name] for name, each in levels.items() if each is level]
            if parts:
                sentences.append(words.format(parts=", ".join(parts)))
        if self._core.outside.is_offline:
            more = self.tr("It was started offline: nothing in it can ask Hugging Face.")
        else:
            more = self.tr(
                "Only the part that asks Hugging Face for you may use it, and it is not started "
                "by this window."
            )
        return [*sentences, more]

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(str(self._core.outside.paths.data))


def _names() -> Mapping[str, str]:
    tr = QCoreApplication.translate
    return {
        "window": tr("PrivacySection", "this window"),
        "engine": tr("PrivacySection", "the model"),
        "template": tr("PrivacySection", "the model's chat template"),
        "reader": tr("PrivacySection", "the document reader"),
        "recognizer": tr("PrivacySection", "the text recognition"),
        "analysis": tr("PrivacySection", "the search for sources"),
        "typesetting": tr("PrivacySection", "the drawing of formulas"),
        "inspect": tr("PrivacySection", "the check of model files"),
        "convert": tr("PrivacySection", "the conversion of models"),
    }
