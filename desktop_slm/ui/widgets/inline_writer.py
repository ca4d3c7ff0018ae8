"""Writes the inside of a paragraph: emphasis, code, links, footnote marks, images as words."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtGui import QTextCursor

from desktop_slm.typesetting.drawing import Formula
from desktop_slm.ui import plain_text
from desktop_slm.ui.widgets import markdown, math_rule
from desktop_slm.ui.widgets.text_formats import Inline, TextFormats

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.token import Token

_FOOTNOTE = re.compile(r"\[\^([^\]\s]{1,24})\]:?")
_SPECIAL = re.compile(f"(?P<url>{markdown.BARE_URL.pattern})|(?P<note>{_FOOTNOTE.pattern})")
_OPENING = {"strong_open": "bold", "em_open": "italic", "s_open": "struck"}
_CLOSING = {"strong_close": "bold", "em_close": "italic", "s_close": "struck"}
_LINE_BREAK = "\u2028"
_PLAIN = Inline()


class InlineWriter:
    """Writes one paragraph's tokens at a cursor; made anew for each paragraph."""

    def __init__(
        self, cursor: QTextCursor, formats: TextFormats, base: Inline = _PLAIN, heading: int = 0
    ) -> None:
        self._cursor = cursor
        self._formats = formats
        self._heading = heading
        self._base = base
        self._depths = {"bold": 0, "italic": 0, "struck": 0}
        self._target = ""
        self._refused = ""

    def write(self, tokens: Sequence[Token]) -> None:
        """Writes inline tokens in order."""
        for token in tokens:
            self._write_one(token)

    def write_text(self, text: str, style: Inline | None = None) -> None:
        """Writes text as it is."""
        style = self._style() if style is None else style
        self._cursor.insertText(
            plain_text.clean(text).replace("\n", _LINE_BREAK),
            self._formats.char(style, self._heading),
        )

    def _write_one(self, token: Token) -> None:
        kind = token.type
        if kind in _OPENING:
            self._depths[_OPENING[kind]] += 1
        elif kind in _CLOSING:
            self._depths[_CLOSING[kind]] -= 1
        elif kind in ("softbreak", "hardbreak"):
            self.write_text("\n")
        elif kind == "code_inline":
            self.write_text(token.content, replace(self._style(), code=True))
        elif kind == math_rule.KIND:
            self._write_formula(token)
        elif kind == "image":
            self.write_text(_words_for_image(token), replace(self._style(), muted=True))
        elif kind == "link_open":
            self._open_link(str(token.attrs.get("href", "")))
        elif kind == "link_close":
            self._close_link()
        else:
            self._write_running_text(token.content)

    def _write_formula(self, token: Token) -> None:
        source = f"{token.markup}{token.content}{math_rule.closing(token.markup)}"
        is_display = token.markup in ("$$", "\\[")
        self.write_formula(Formula(token.content.strip(), is_display), source)

    def write_formula(self, formula: Formula, source: str) -> None:
        """Writes a formula, or its source where nothing draws formulas."""
        around = self._formats.char(self._style(), self._heading)
        if self._formats.formulas is None:
            self.write_text(source)
        else:
            self._formats.formulas.insert(self._cursor, formula, plain_text.clean(source), around)

    def _open_link(self, href: str) -> None:
        self._target = markdown.safe_target(href)
        self._refused = "" if self._target else href

    def _close_link(self) -> None:
        """Shows where a link that is not offered would have led."""
        if self._refused:
            self.write_text(f" ({self._refused})", replace(self._style(), muted=True))
        self._target = self._refused = ""

    def _write_running_text(self, text: str) -> None:
        if self._target or ("[^" not in text and "://" not in text):
            self.write_text(text)
            return
        at = 0
        for found in _SPECIAL.finditer(text):
            self.write_text(text[at : found.start()])
            at = found.end()
            if found["url"]:
                target = markdown.safe_target(found["url"])
                self.write_text(found["url"], replace(self._style(), target=target))
            else:
                self.write_text(found[3], replace(self._style(), raised=True))
        self.write_text(text[at:])

    def _style(self) -> Inline:
        return replace(
            self._base,
            bold=self._base.bold or self._depths["bold"] > 0,
            italic=self._base.italic or self._depths["italic"] > 0,
            struck=self._depths["struck"] > 0,
            target=self._target,
        )


def _words_for_image(token: Token) -> str:
    """Returns the alternative text in brackets; the picture's address is nobody's business."""
    words = "".join(child.content for child in token.children or []).strip()
    return f"[{words or QCoreApplication.translate('InlineWriter', 'image')}]"
