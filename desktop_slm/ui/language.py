"""Which language the window speaks: loads its translation, and sets how numbers and dates look.

English is in the code: for it nothing is loaded. The language is chosen at the start, because
every widget asks for its words once, when it is made.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

import desktop_slm

ENGLISH = "en"
# Each in its own words, as somebody looks for it who cannot read the others.
NAMES = {"en": "English", "de": "Deutsch"}
# What Qt calls the languages that documents are recognised in; see `name_of`.
_RECOGNISED = {"en": "English", "de": "German", "fr": "French"}
# Qt's own names for these carry a country, such as “American English”.
_OWN_NAMES = {"en": "English", "es": "Español", "pt": "Português"}
_FOLDER = Path(desktop_slm.__file__).parent / "resources" / "translations"


def install(application: QCoreApplication, chosen: str) -> str:
    """Has the window speak the chosen language and returns its code; call it before any widget.

    "system" is the first of the system's languages that there is, and English without one.
    """
    system = QLocale.system()
    spoken = chosen if chosen in NAMES else _of_system(system)
    QLocale.setDefault(_locale(spoken, system))
    if spoken != ENGLISH:
        _load(application, _FOLDER / f"{spoken}.qm")
        # The words of Qt itself: the menu of a text box, the buttons of its dialogs.
        folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
        _load(application, Path(folder) / f"qtbase_{spoken}.qm")
    return spoken


def code() -> str:
    """Returns the code of the language in force; a translation gives its own here, such as “de”."""
    return QCoreApplication.translate("Language", "en")


def name_of(code: str) -> str:
    """Returns what the language of a document is called, "" where nobody knows."""
    language = QLocale(code).language() if code else QLocale.Language.C
    if language is QLocale.Language.C:
        return ""
    return QCoreApplication.translate("LanguageNames", QLocale.languageToString(language))


def own_name(code: str) -> str:
    """Returns what a language calls itself, “Français” for “fr”."""
    known = _OWN_NAMES.get(code) or NAMES.get(code)
    return known or QLocale(code).nativeLanguageName().split(" (")[0].capitalize()


def _of_system(system: QLocale) -> str:
    codes = (name.replace("_", "-").split("-")[0] for name in system.uiLanguages())
    return next((code for code in codes if code in NAMES), ENGLISH)


def _locale(spoken: str, system: QLocale) -> QLocale:
    """Returns the system's own habits where it speaks this language, else the language's usual."""
    language = QLocale(spoken).language()
    if system.language() is language:
        return system
    there = QLocale(language, system.territory())
    # Qt falls back to another country where it does not know this pair.
    return there if there.language() is language else QLocale(language)


def _load(application: QCoreApplication, path: Path) -> None:
    translator = QTranslator(application)
    if translator.load(str(path)):
        application.installTranslator(translator)
