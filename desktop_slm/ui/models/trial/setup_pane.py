"""What is tried: a document and its pages, the models, how long that takes; and earlier trials."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.documents.document import Document
from desktop_slm.tuning.trial import forecast as forecasting
from desktop_slm.tuning.trial import page_selection
from desktop_slm.tuning.trial.forecast import Forecast
from desktop_slm.tuning.trial.trying import TrialWish
from desktop_slm.ui import plain_text, spacing
from desktop_slm.ui.models.trial import words
from desktop_slm.ui.models.trial.earlier_list import EarlierList
from desktop_slm.ui.models.trial.model_ticks import ModelTicks
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.elided_label import ElidedLabel
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_PAGES_PX = 120
_WIDTH_PX = 760


class SetupPane(QWidget):
    """Says when a trial is wished; until a document and a model are chosen none can be."""

    choice_requested = Signal()  # of a document
    start_requested = Signal(object)  # TrialWish

    def __init__(self, theme: Theme, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._document: Document | None = None
        self._is_pages_own = False  # the person wrote the pages: they are not suggested anew
        self.choose = Button(theme, self.tr("Choose a document…"), icon="folder-open")
        self.file = ElidedLabel(
            self.tr("Or drop one here."), "small", elide=Qt.TextElideMode.ElideMiddle
        )
        self.pages = QLineEdit()
        self.pages.setAccessibleName(self.tr("Pages to read, as 1-10"))
        self.about_pages = WrappedLabel("", "small")
        self._pages_row = self._made_pages_row()
        self.ticks = ModelTicks(theme)
        self.estimate = WrappedLabel("", "small")
        self.start = Button(theme, self.tr("Start"), kind="primary")
        self.earlier = EarlierList(theme)
        self._lay_out()
        self._connect()
        self._show()

    @property
    def document(self) -> Document | None:
        """The document that was read."""
        return self._document

    def show_reading(self, line: str) -> None:
        """Says that a document is being read."""
        self.choose.setEnabled(False)
        self.file.setText(line)

    def show_document(self, document: Document | None, name: str = "") -> None:
        """Shows the document that was read; None where none could be."""
        self._document = document
        self._is_pages_own = False
        self.choose.setEnabled(True)
        self.file.setText(plain_text.one_line(document.name) if document else name)
        if document is None and not name:
            self.file.setText(self.tr("Or drop one here."))
        self._suggest()
        self._show()

    def focus_first(self) -> None:
        """Puts the focus where one begins."""
        target = self.choose if self._document is None else self.start
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    # What is chosen

    def _forecasts(self) -> list[Forecast]:
        return self.ticks.ticked()

    def _choice(self) -> PageChoice | None:
        """Returns the pages, None where what is written names none."""
        document = self._document
        try:
            choice = PageChoice.parse(self.pages.text())
        except ValueError:
            return None
        is_any = document and any(page.text and page.number in choice for page in document.pages)
        return choice if is_any else None

    def _suggest(self) -> None:
        if self._document is None or self._is_pages_own:
            return
        found = self._forecasts()
        most = forecasting.most_words(found, page_selection.MOST_WORDS_ASKED)
        self.pages.setText(str(page_selection.suggest(self._document, most)))

    def _on_ticked(self) -> None:
        self._suggest()
        self._show()

    def _on_pages_edited(self) -> None:
        self._is_pages_own = True
        self._show()

    def _on_start(self) -> None:
        choice, found = self._choice(), self._forecasts()
        if choice is not None and found:
            self.start_requested.emit(TrialWish(tuple(each.model for each in found), choice))

    # What is shown

    def _show(self) -> None:
        document, choice, found = self._document, self._choice(), self._forecasts()
        self._pages_row.setVisible(document is not None)
        self.start.setEnabled(choice is not None and bool(found))
        if document is None:
            self.estimate.setText(self.tr("Choose a document, and the models to compare."))
            return
        if choice is None:
            self.about_pages.setText(
                self.tr(
                    "Write pages with text as 1-10 or 1, 4-6. The document has {count}."
                ).format(count=document.page_count)
            )
            self.about_pages.set_role("danger")
            self.estimate.setText("")
            return
        pages = page_selection.take(document, choice)
        self.about_pages.setText(
            self.tr("of {count} · {words}").format(
                count=pages.page_count, words=words.count(pages.words)
            )
        )
        self.about_pages.set_role("small")
        asked = page_selection.words_to_ask(pages.words)
        taken = forecasting.seconds(found, pages.words, asked)
        self.estimate.setText(words.estimate(taken, len(found)))

    def _lay_out(self) -> None:
        theme = self._theme
        column = spacing.column(theme, self, gap=8, margins=(20, 20, 20, 24))
        column.addWidget(
            WrappedLabel(
                self.tr(
                    "Up to four models summarize the same pages of a document of yours, one after "
                    "another, on this computer. You see how fast each is and how much of what it "
                    "wrote stands on the pages."
                )
            )
        )
        column.addSpacing(8)
        column.addWidget(PlainLabel(self.tr("Document"), "title"))
        row = spacing.row(theme, gap=12)
        row.addWidget(self.choose)
        row.addWidget(self.file, 1)
        column.addLayout(row)
        column.addWidget(self._pages_row)
        column.addSpacing(8)
        column.addWidget(PlainLabel(self.tr("Models"), "title"))
        column.addWidget(self.ticks)
        column.addSpacing(4)
        last = spacing.row(theme, gap=12)
        last.addWidget(self.start)
        last.addWidget(self.estimate, 1, Qt.AlignmentFlag.AlignVCenter)
        column.addLayout(last)
        column.addSpacing(12)
        column.addWidget(self.earlier)
        column.addStretch(1)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _made_pages_row(self) -> QWidget:
        place = QWidget()
        row = spacing.row(self._theme, place, gap=8)
        row.addWidget(PlainLabel(self.tr("Pages")))
        row.addWidget(self.pages)
        row.addWidget(self.about_pages, 1, Qt.AlignmentFlag.AlignVCenter)
        return place

    def _connect(self) -> None:
        self.choose.clicked.connect(self.choice_requested)
        self.pages.textEdited.connect(self._on_pages_edited)
        self.pages.returnPressed.connect(self._on_start)
        self.ticks.changed.connect(self._on_ticked)
        self.start.clicked.connect(self._on_start)

    def _on_theme_changed(self) -> None:
        self.pages.setFixedWidth(self._theme.px(_PAGES_PX))
        self.setMaximumWidth(self._theme.px(_WIDTH_PX))
