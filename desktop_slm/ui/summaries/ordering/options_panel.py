"""The controls of a summary: length and form at hand, the rest behind "More…"."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from desktop_slm.assistants.summaries.forms.form import Form
from desktop_slm.assistants.summaries.language import LANGUAGES
from desktop_slm.assistants.summaries.lengths import Length
from desktop_slm.assistants.summaries.pages import PageChoice
from desktop_slm.settings import MOST_SUMMARY_WORDS
from desktop_slm.ui import spacing
from desktop_slm.ui.summaries.ordering.plan_words import PlanWords
from desktop_slm.ui.summaries.ordering.wishes import Wishes
from desktop_slm.ui.summaries.words import Words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.check_box import CheckBox
from desktop_slm.ui.widgets.combo_box import ComboBox
from desktop_slm.ui.widgets.flow_layout import FlowLayout
from desktop_slm.ui.widgets.plain_label import PlainLabel
from desktop_slm.ui.widgets.segmented_control import SegmentedControl
from desktop_slm.ui.widgets.wrapped_label import WrappedLabel

_FIELD_PX = 168
_FOCUS_PX = 346  # two fields and the gap between them
_MOST_FOCUS = 400


class OptionsPanel(QWidget):
    """Holds one set of wishes; `changed` comes with every choice of a person."""

    changed = Signal()
    asks_first_changed = Signal(bool)

    def __init__(self, theme: Theme, words: Words, *, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._theme = theme
        self._names = PlanWords(words, self)
        self._is_showing = False
        lengths = [(each.value, words.length(each)) for each in Length]
        self.lengths = SegmentedControl(theme, self.tr("Length of the summary"), lengths)
        forms = [(each.value, self._names.form(each)) for each in Form]
        self.forms = ComboBox(theme, self.tr("Form of the summary"), forms)
        self.more = Button(theme, self.tr("More…"))
        self.more.setCheckable(True)
        self.more.toggled.connect(self._on_more)
        self._make_fields()
        self._row = QWidget()
        self.flow = FlowLayout(theme, self._row, gap=10)
        for choice in (self.lengths, self.forms, self.more):
            self.flow.addWidget(choice)
        self._told = WrappedLabel(role="small")
        self._wrong = WrappedLabel(role="warning")
        column = spacing.column(theme, self, gap=8)
        for part in (self._row, self._told, self._made_more(), self._wrong):
            column.addWidget(part)
        self._connect()
        self.show_wishes(Wishes())

    def wishes(self) -> Wishes | None:
        """Returns what is chosen, or None where the pages are no pages."""
        pages = self._chosen_pages()
        if pages is None:
            return None
        return Wishes(
            length=Length(self.lengths.choice()),
            form=Form(self.forms.choice()),
            words=int(self.count.text() or 0),
            language=self.languages.choice(),
            focus=" ".join(self.focus.text().split()),
            pages=pages,
            is_reproducible=self.reproducible.isChecked(),
        )

    def show_wishes(self, wishes: Wishes, *, asks_first: bool | None = None) -> None:
        """Shows these choices; nothing is emitted."""
        self._is_showing = True
        self.lengths.choose(wishes.length.value)
        self.forms.choose(wishes.form.value)
        self.count.setText(str(wishes.words) if wishes.words else "")
        self.languages.choose(wishes.language)
        self.focus.setText(wishes.focus)
        self.pages.setText(str(wishes.pages))
        self.reproducible.setChecked(wishes.is_reproducible)
        if asks_first is not None:
            self.asks_first.setChecked(asks_first)
        self._is_showing = False
        self._tell()

    def add(self, part: QWidget) -> None:
        """Puts a button behind the choices."""
        self.flow.addWidget(part)

    def show_wrong_pages(self) -> None:
        """Leads to the field of the pages, which name none."""
        self.more.setChecked(True)
        self.pages.setFocus(Qt.FocusReason.OtherFocusReason)
        self.pages.selectAll()

    # Building

    def _make_fields(self) -> None:
        theme = self._theme
        languages = [(code, self._names.language(code)) for code in ("", *LANGUAGES)]
        self.languages = ComboBox(theme, self.tr("Language of the summary"), languages)
        self.count = _field(self.tr("Number of words"), self.tr("as the length says"))
        self.count.setValidator(QIntValidator(0, MOST_SUMMARY_WORDS, self))
        self.focus = _field(
            self.tr("Only this"),
            self.tr("such as: only the risks for a tenant"),
            _WideField(theme),
        )
        self.focus.setMaxLength(_MOST_FOCUS)
        self.pages = _field(self.tr("Pages"), self.tr("all, or 3-10"))
        self.reproducible = CheckBox(theme, self.tr("Same result every time (slower)"))
        self.asks_first = CheckBox(theme, self.tr("Ask before every summary"))

    def _made_more(self) -> QWidget:
        self._area = QWidget()
        column = spacing.column(self._theme, self._area, gap=8)
        fields = QWidget()
        flow = FlowLayout(self._theme, fields, gap=10)
        for words, field in (
            (self.tr("Language"), self.languages),
            (self.tr("Number of words"), self.count),
            (self.tr("Pages"), self.pages),
            (self.tr("Only this"), self.focus),
        ):
            flow.addWidget(self._labelled(words, field))
        column.addWidget(fields)
        switches = QWidget()
        row = FlowLayout(self._theme, switches, gap=16)
        row.addWidget(self.reproducible)
        row.addWidget(self.asks_first)
        column.addWidget(switches)
        self._area.hide()
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        return self._area

    def _labelled(self, words: str, field: QWidget) -> QWidget:
        both = QWidget()
        column = spacing.column(self._theme, both, gap=4)
        label = PlainLabel(words, "small")
        label.setBuddy(field)
        column.addWidget(label)
        column.addWidget(field)
        return both

    def _connect(self) -> None:
        self.lengths.choice_changed.connect(self._on_changed)
        self.forms.currentIndexChanged.connect(self._on_changed)
        self.languages.currentIndexChanged.connect(self._on_changed)
        for field in (self.count, self.focus, self.pages):
            field.textChanged.connect(self._on_changed)
        self.reproducible.toggled.connect(self._on_changed)
        self.asks_first.toggled.connect(self._on_asks_first)

    # What a person chooses

    def _on_changed(self) -> None:
        self._tell()
        if not self._is_showing:
            self.changed.emit()

    def _on_asks_first(self, is_on: bool) -> None:
        if not self._is_showing:
            self.asks_first_changed.emit(is_on)

    def _on_more(self, is_open: bool) -> None:
        self._area.setVisible(is_open)
        self.more.setText(self.tr("Less") if is_open else self.tr("More…"))
        self._tell()

    def _tell(self) -> None:
        """Says what is chosen out of sight, and what cannot be."""
        wishes = self.wishes()
        is_wrong = wishes is None
        self._wrong.setText(
            self.tr("“{0}” names no pages. Write them as 3-10 or 1,4-6.").format(self.pages.text())
            if is_wrong
            else ""
        )
        self._wrong.setVisible(is_wrong)
        told = self._names.more(wishes) if wishes and not self.more.isChecked() else ""
        self._told.setText(told)
        self._told.setVisible(bool(told))

    def _chosen_pages(self) -> PageChoice | None:
        try:
            return PageChoice.parse(self.pages.text())
        except ValueError:
            return None

    def _on_theme_changed(self) -> None:
        for field in (self.count, self.pages):
            field.setFixedWidth(self._theme.px(_FIELD_PX))
        self.languages.setMinimumWidth(self._theme.px(_FIELD_PX))
        self.focus.setMinimumWidth(self._theme.px(_FIELD_PX))


class _WideField(QLineEdit):
    """As wide as two other fields where there is room."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme

    def sizeHint(self) -> QSize:
        """Returns the width of two fields."""
        return QSize(self._theme.px(_FOCUS_PX), super().sizeHint().height())


def _field(name: str, hint: str, field: QLineEdit | None = None) -> QLineEdit:
    field = field or QLineEdit()
    field.setAccessibleName(name)
    field.setPlaceholderText(hint)
    return field
