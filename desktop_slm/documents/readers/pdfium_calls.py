"""PDFium's functions that are called for every line and object, with handles as plain numbers.

The generated bindings make a pointer object for each handle and check each argument; without that
these calls take a half to a third of the time, and a page needs hundreds of them.
"""

from __future__ import annotations

from collections.abc import Callable
from ctypes import CFUNCTYPE, addressof, c_double, c_int, c_ulong, c_void_p, cast
from typing import Any

import pypdfium2.raw as raw

Handle = int


def _function(function: Any, result: Any, *arguments: Any) -> Callable[..., Any]:
    address = cast(function, c_void_p).value
    assert address is not None
    return CFUNCTYPE(result, *arguments)(address)


def handle(pointer: Any) -> Handle:
    """Returns the number behind a handle of the generated bindings."""
    return addressof(pointer.contents)


_P = c_void_p
count_objects = _function(raw.FPDFPage_CountObjects, c_int, _P)
get_object = _function(raw.FPDFPage_GetObject, _P, _P, c_int)
count_inner = _function(raw.FPDFFormObj_CountObjects, c_int, _P)
get_inner = _function(raw.FPDFFormObj_GetObject, _P, _P, c_ulong)
object_kind = _function(raw.FPDFPageObj_GetType, c_int, _P)
render_mode = _function(raw.FPDFTextObj_GetTextRenderMode, c_int, _P)
fill_colour = _function(raw.FPDFPageObj_GetFillColor, c_int, _P, _P, _P, _P, _P)
bounds = _function(raw.FPDFPageObj_GetBounds, c_int, _P, _P, _P, _P, _P)
draw_mode = _function(raw.FPDFPath_GetDrawMode, c_int, _P, _P, _P)
text_object = _function(raw.FPDFText_GetTextObject, _P, _P, c_int)
character_box = _function(raw.FPDFText_GetLooseCharBox, c_int, _P, c_int, _P)
font_size = _function(raw.FPDFText_GetFontSize, c_double, _P, c_int)
matrix = _function(raw.FPDFText_GetMatrix, c_int, _P, c_int, _P)
font_info = _function(raw.FPDFText_GetFontInfo, c_ulong, _P, c_int, _P, c_ulong, _P)
