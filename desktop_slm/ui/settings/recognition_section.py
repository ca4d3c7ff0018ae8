"""Text recognition: the languages in which words in pictures are read, and what is installed."""

from __future__ import annotations

import platform
from functools import partial

from PySide6.QtCore import QPoint
from PySide6.QtGui import QAction, QIcon
from PySide6.QtWidgets import QWidget

from desktop_slm.documents import recognition
from desktop_slm.documents.recognition import MOST_TRIED, Recognition
from desktop_slm.ui import language
from desktop_slm.ui.core import Core
from desktop_slm.ui.settings.parts import Row, Section
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.menu import Menu


class RecognitionSection(Section):
    """What is installed is looked for in the background, each time that the page is shown."""

    def __init__(self, core: Core, *, parent: QWidget | None = None) -> None:
        super().__init__(core.theme, self.tr("Text in pictures"), parent=parent)
        self._core = core
        self._found: Recognition | None = None
        self._has_looked = False
        self._switches: dict[str, QAction] = {}  # of the menu that is open
        self.choose = Button(core.theme, "")
        self.choose.clicked.connect(self._on_choose)
        self.languages = Row(
            core.theme, self.tr("Languages of scanned pages and pictures"), control=self.choose
        )
        self.installed = Row(core.theme, self.tr("Installed on this computer"))
        for row in (self.languages, self.installed):
            self.column.addWidget(row)
        self._show()
        core.settings_changed.connect(lambda _settings: self._show())

    def refresh(self) -> None:
        """Looks again what is installed."""
        self._core.operations.run(
            self,
            lambda _job: recognition.find_recognition(),
            on_success=self._on_found,
            on_failure=lambda _error: self._on_found(None),
        )

    def _on_found(self, found: Recognition | None) -> None:
        self._found, self._has_looked = found, True
        self._show()

    # What is shown

    def _show(self) -> None:
        found, wanted = self._found, self._wanted()
        self.choose.setVisible(found is not None)
        self.choose.setText(self._chosen_words())
        self.choose.setAccessibleName(
            self.tr("Languages of text recognition: {0}").format(self._chosen_words())
        )
        self.languages.say(
            self.tr("A page is read in the one of these that fits it. At most {0}.").format(
                MOST_TRIED
            )
        )
        if not self._has_looked:
            self.installed.say("")
        elif found is None:
            self.installed.say(self._nothing())
        else:
            names = ", ".join(map(_name, found.languages))
            missing = [name for name in wanted if not found.find(name)]
            said = [names + ".", *(self._missing(found, name) for name in missing)]
            if not missing:
                said.append(self._more(found))
            self.installed.say(" ".join(said))

    def _wanted(self) -> list[str]:
        chosen = self._core.settings.ocr_languages or recognition.usual(language.code())
        return list(dict.fromkeys(recognition.split(chosen)))

    def _chosen_words(self) -> str:
        if not self._core.settings.ocr_languages:
            return self.tr("As the window, and English")
        return ", ".join(map(_name, self._wanted()))

    def _nothing(self) -> str:
        if platform.system() == "Linux":
            return self.tr(
                "Nothing: words in pictures are not read. Install the packages “tesseract-ocr-eng” "
                "and “tesseract-ocr-{0}”, or take a package of Desktop SLM, which brings "
                "text recognition with it."
            ).format(recognition.data_name(language.code()))
        return self.tr(
            "Nothing: words in pictures are not read. The packages of Desktop SLM bring text "
            "recognition with them."
        )

    def _missing(self, found: Recognition, name: str) -> str:
        return self.tr(
            "{0} is missing: put Tesseract’s file “{1}.traineddata” into the folder “{2}”."
        ).format(_name(name), recognition.data_name(name), found.folder)

    def _more(self, found: Recognition) -> str:
        return self.tr(
            "For another language put Tesseract’s file, such as “ita.traineddata”, into the "
            "folder “{0}”."
        ).format(found.folder)

    # What a person does

    def _on_choose(self) -> None:
        if self._found is None:
            return
        menu = Menu(self._core.theme, parent=self)
        menu.add_choice(
            self.tr("As the window, and English"),
            lambda: self._choose([]),
            is_chosen=not self._core.settings.ocr_languages,
        )
        menu.addSeparator()
        on = self._chosen(self._found)
        switches = {
            name: menu.add_switch(
                _name(name), partial(self._on_switched, menu, name), is_on=name in on
            )
            for name in self._found.languages
        }
        self._switches = switches
        self._allow()
        menu.popup_and_forget(self.choose.mapToGlobal(QPoint(0, self.choose.height())))

    def _chosen(self, found: Recognition) -> list[str]:
        """Returns what was chosen and is there, by Tesseract's names."""
        names = recognition.split(self._core.settings.ocr_languages)
        return [there for name in names if (there := found.find(name))]

    def _on_switched(self, menu: Menu, name: str, is_on: bool) -> None:
        if self._found is None:
            return
        others = [each for each in self._chosen(self._found) if each != name]
        self._choose([*others, name] if is_on else others)
        usual = menu.actions()[0]
        usual.setChecked(not self._core.settings.ocr_languages)
        usual.setIcon(self._core.theme.icon("check", "text") if usual.isChecked() else QIcon())
        self._allow()

    def _allow(self) -> None:
        """Lets no more be chosen than are tried."""
        is_full = sum(each.isChecked() for each in self._switches.values()) >= MOST_TRIED
        for switch in self._switches.values():
            switch.setEnabled(switch.isChecked() or not is_full)

    def _choose(self, names: list[str]) -> None:
        chosen = "+".join(names[:MOST_TRIED])
        if chosen != self._core.settings.ocr_languages:
            self._core.change_settings(ocr_languages=chosen)


def _name(name: str) -> str:
    """Returns what a language calls itself; Tesseract has some that Qt does not know."""
    return language.own_name(recognition.short_name(name)) or name
