"""All that is known of a model of the catalog, in a dialog, with the way to its license's text."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from desktop_slm.models.recommend import Option
from desktop_slm.ui.models.choosing import choices_words as words
from desktop_slm.ui.theme import Theme
from desktop_slm.ui.widgets.button import Button
from desktop_slm.ui.widgets.confirm_dialog import Question, confirm
from desktop_slm.ui.widgets.text_dialog import TextDialog


def show_details(
    theme: Theme, over: QWidget, option: Option, open_address: Callable[[str], object]
) -> TextDialog:
    """Shows the dialog; the license's page opens in the browser, once the person has said so."""
    model = option.model
    dialog = TextDialog(theme, model.name, words.details(option), parent=over.window())
    read = Button(theme, tr("Read the license…"), icon="external-link")
    read.clicked.connect(
        lambda: confirm(
            theme,
            dialog,
            Question(
                tr("Open this address in your browser?"),
                tr("The text of the license is on the internet, outside of this app."),
                tr("Open in browser"),
                verbatim=model.license.url,
            ),
            lambda: open_address(model.license.url),
        )
    )
    dialog.add_button(read)
    dialog.open()
    return dialog


def tr(words_: str) -> str:
    """Translates words of this dialog."""
    return QCoreApplication.translate("Models", words_)
