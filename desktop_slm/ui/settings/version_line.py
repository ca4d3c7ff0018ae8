"""The version, the day of its build and its age; and the question for a newer one, when asked."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QCoreApplication, QDate, QLocale
from PySide6.QtWidgets import QWidget

from desktop_slm import __version__, packager
from desktop_slm.errors import DesktopSlmError
from desktop_slm.packager import OLD_MONTHS, Packager
from desktop_slm.ui import network, spacing, wording
from desktop_slm.ui.core import Core, now
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel


class VersionLine(QWidget):
    """The button is there only where the packager has named somebody who can be asked."""

    def __init__(
        self,
        core: Core,
        *,
        load: Callable[[], Packager] = packager.load,
        parent: QWidget | None = None,
    ) -> None:
        """`load` is a seam for tests."""
        super().__init__(parent)
        self._core = core
        self._load = load
        self._packager = Packager()
        self.version = WrappedLabel("", "strong")
        self.age = WrappedLabel("", "muted")
        self.answer = WrappedLabel("")
        words = QCoreApplication.translate("VersionLine", "Check for a new version…")
        self.check = Button(core.theme, words)
        self.check.clicked.connect(self._on_check)
        column = spacing.column(core.theme, self, gap=4)
        for each in (self.version, self.age, self.check, self.answer):
            column.addWidget(each)
        column.setAlignment(self.check, spacing.leading(self))
        self.answer.hide()
        self.show_packager(Packager())

    def refresh(self) -> None:
        """Reads what the package says of itself."""
        self._core.operations.run(
            self,
            lambda job: self._load(),
            on_success=self.show_packager,
            on_failure=self._core.report,
        )

    def show_packager(self, found: Packager) -> None:
        """Shows the version and its age; the button where somebody can be asked."""
        self._packager = found
        said = (
            self.tr("Version {version}, built on {day}")
            if found.built is not None
            else self.tr("Version {version} of {day}")
        )
        self.version.setText(said.format(version=__version__, day=_day(found.day)))
        self.age.setText(age_words(found.age_months(now().date())))
        self.check.setVisible(bool(found.updates))

    # The question

    def _on_check(self) -> None:
        if self._core.outside.is_offline:
            self._say(wording.sentence(network.offline_error()))
            return
        question = Question(
            self.tr("Ask for the newest version?"),
            self.tr(
                "Desktop SLM connects to this address for this alone. It learns your internet "
                "address and nothing else; nothing is got or installed."
            ),
            self.tr("Go online and ask"),
            verbatim=self._packager.updates,
        )
        confirm(self._core.theme, self, question, self._ask)

    def _ask(self) -> None:
        self.check.setEnabled(False)
        host = self._packager.updates_host
        self._say(self.tr("Asking {host}…").format(host=host))
        fetching, found = self._core.downloads.fetching, self._packager

        def ask(_job: object) -> str:
            from desktop_slm.models.updates import newest_version

            return newest_version(fetching, found)

        self._core.operations.run(
            self, ask, on_success=self._on_answered, on_failure=self._on_failed
        )

    def _on_answered(self, version: str) -> None:
        from desktop_slm.models.updates import is_newer

        self.check.setEnabled(True)
        if is_newer(version):
            words = self.tr(
                "Version {version} is there. Get it where you got this one; your data stays."
            )
            self._say(words.format(version=version))
        else:
            self._say(self.tr("There is no newer version than this one."))

    def _on_failed(self, error: DesktopSlmError) -> None:
        self.check.setEnabled(True)
        self._say(wording.sentence(error))

    def _say(self, words: str) -> None:
        self.answer.setText(words)
        self.answer.show()


def age_words(months: int | None) -> str:
    """Returns how old the version is, in a sentence."""
    tr = QCoreApplication.translate
    if months is None:
        return tr(
            "VersionLine",
            "The clock of this computer stands before the day of this version, so that its age "
            "is not known.",
        )
    if months < 1:
        return tr("VersionLine", "This version is less than a month old.")
    if months == 1:
        return tr("VersionLine", "This version is 1 month old.")
    if months < OLD_MONTHS:
        return tr("VersionLine", "This version is {count} months old.").format(count=months)
    return tr("VersionLine", "This version is {count} months old; engine fixes are likely.").format(
        count=months
    )


def _day(day: date) -> str:
    pattern = QCoreApplication.translate("VersionLine", "d MMM yyyy")
    return QLocale().toString(QDate(day.year, day.month, day.day), pattern)
