"""The button of a summary or a digest that is to become a file or paper, with its menu."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint, Signal
from PySide6.QtWidgets import QWidget

from desktop_slm.assistants.summaries.summary import Item
from desktop_slm.ui.summaries.exporting.export_wish import ExportFormat, ExportWish
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.menu import Menu


class ExportButton(Button):
    """Opens the menu; “only what I have checked” stays chosen as long as the same one is shown."""

    export_requested = Signal(object)  # ExportWish
    print_requested = Signal(bool)  # only what a person has checked

    def __init__(
        self,
        theme: Theme,
        more: Callable[[Menu], object] = lambda _menu: None,
        *,
        parent: QWidget | None = None,
    ) -> None:
        """`more` adds to the end of the menu."""
        super().__init__(theme, "", icon="upload", parent=parent)
        self._menu_theme, self._more = theme, more
        self._of: object = None
        self._has_checked = self._only_checked = False
        self.setText(self.tr("Export"))
        self.clicked.connect(self._on_clicked)

    def show_items(self, of: object, items: tuple[Item, ...]) -> None:
        """Serves these items; `of` is what they belong to."""
        self._has_checked = any(item.is_checked for item in items)
        self._only_checked = self._only_checked and self._has_checked and of is self._of
        self._of = of

    def _on_clicked(self) -> None:
        menu = Menu(self._menu_theme, parent=self)
        for words, chosen in (
            (self.tr("Word document…"), ExportFormat.DOCX),
            (self.tr("PDF…"), ExportFormat.PDF),
            (self.tr("Web page (HTML)…"), ExportFormat.HTML),
            (self.tr("Markdown…"), ExportFormat.MARKDOWN),
            (self.tr("Plain text…"), ExportFormat.TEXT),
            (self.tr("Data (JSON)…"), ExportFormat.JSON),
        ):
            menu.add(words, lambda chosen=chosen: self._ask_for(chosen))  # type: ignore[misc]
        menu.addSeparator()
        menu.add(self.tr("Print…"), self._on_print, icon="printer")
        menu.addSeparator()
        menu.add_switch(
            self.tr("Only what I have checked"),
            self._on_only_checked,
            is_on=self._only_checked,
            is_enabled=self._has_checked,
        )
        self._more(menu)
        menu.popup_and_forget(self.mapToGlobal(QPoint(0, self.height())))

    def _ask_for(self, chosen: ExportFormat) -> None:
        self.export_requested.emit(ExportWish(chosen, only_checked=self._only_checked))

    def _on_print(self) -> None:
        self.print_requested.emit(self._only_checked)

    def _on_only_checked(self, is_on: bool) -> None:
        self._only_checked = is_on
