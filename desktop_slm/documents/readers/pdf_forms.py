"""A PDF's form fields as words: what was filled in, chosen or ticked, under the field's name."""

from __future__ import annotations

import ctypes
import re
from collections.abc import Callable
from typing import Any

import pypdfium2.raw as raw

from desktop_slm.documents.readers.clean import clean_line, clean_lines

_MAX_TEXT_BYTES = 1 << 22
_MAX_OPTIONS = 2_000
_NUMBER = re.compile(r"\[\d+\]")  # as in "form1[0].name[0]"
_TICKS = frozenset(("", "yes", "on", "1", "true", "x", "ja", "oui"))
_CHOICES = (raw.FPDF_FORMFIELD_COMBOBOX, raw.FPDF_FORMFIELD_LISTBOX)
_NO_VALUE = (raw.FPDF_FORMFIELD_PUSHBUTTON, raw.FPDF_FORMFIELD_UNKNOWN)


class Fields:
    """Reads the fields of one document and counts the empty ones."""

    def __init__(self, forms: Any) -> None:
        self._forms = forms  # None where the document has no form
        self.filled = 0
        self.empty = 0

    def read(self, annotation: Any) -> str:
        """Returns a field as a sentence; "" for one that is empty or holds nothing to read."""
        if self._forms is None:
            return ""
        kind = raw.FPDFAnnot_GetFormFieldType(self._forms, annotation)
        if kind in _NO_VALUE or kind < 0:
            return ""
        if kind == raw.FPDF_FORMFIELD_RADIOBUTTON and not self._is_checked(annotation):
            return ""  # another button of the group says what was chosen
        value = self._value(annotation, kind)
        if not value:
            self.empty += 1
            return ""
        self.filled += 1
        return f"Form field {self._name(annotation, kind)}: {value}"

    def _value(self, annotation: Any, kind: int) -> str:
        if kind == raw.FPDF_FORMFIELD_CHECKBOX:
            return "ticked" if self._is_checked(annotation) else "not ticked"
        if kind == raw.FPDF_FORMFIELD_RADIOBUTTON:
            return self._text(raw.FPDFAnnot_GetFormFieldExportValue, annotation) or "chosen"
        if kind == raw.FPDF_FORMFIELD_SIGNATURE:
            return "signed" if raw.FPDFAnnot_HasKey(annotation, b"V") else ""
        chosen = "; ".join(self._chosen(annotation)) if kind in _CHOICES else ""
        return chosen or self._text(raw.FPDFAnnot_GetFormFieldValue, annotation)

    def _name(self, annotation: Any, kind: int) -> str:
        """Returns what the form calls the field where it says so to people, else its name."""
        name = clean_line(self._text(raw.FPDFAnnot_GetFormFieldAlternateName, annotation))
        if not name:
            name = clean_line(self._text(raw.FPDFAnnot_GetFormFieldName, annotation))
            name = _NUMBER.sub("", name)
        if kind == raw.FPDF_FORMFIELD_CHECKBOX:
            export = clean_line(self._text(raw.FPDFAnnot_GetFormFieldExportValue, annotation))
            if export.lower() not in _TICKS:
                return f"{name} ({export})"
        return name or "without a name"

    def _is_checked(self, annotation: Any) -> bool:
        return bool(raw.FPDFAnnot_IsChecked(self._forms, annotation))

    def _chosen(self, annotation: Any) -> list[str]:
        count = min(raw.FPDFAnnot_GetOptionCount(self._forms, annotation), _MAX_OPTIONS)
        return [
            self._option(annotation, index)
            for index in range(count)
            if raw.FPDFAnnot_IsOptionSelected(self._forms, annotation, index)
        ]

    def _option(self, annotation: Any, index: int) -> str:
        return clean_line(
            wide_text(
                lambda buffer, size: raw.FPDFAnnot_GetOptionLabel(
                    self._forms, annotation, index, buffer, size
                )
            )
        )

    def _text(self, function: Callable[..., int], annotation: Any) -> str:
        return clean_lines(
            wide_text(lambda buffer, size: function(self._forms, annotation, buffer, size))
        )


def wide_text(function: Callable[[Any, int], int]) -> str:
    """Returns the text of a function that fills a buffer and returns the size it needs."""
    size = function(None, 0)
    if not 2 < size <= _MAX_TEXT_BYTES:
        return ""
    buffer = (raw.FPDF_WCHAR * (size // 2 + 1))()
    function(buffer, size)
    return ctypes.string_at(buffer, size).decode("utf-16-le", "replace").rstrip("\x00")
