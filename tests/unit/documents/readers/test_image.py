"""Pictures that lie about themselves, in this process: Pillow is not to be led astray."""

from __future__ import annotations

import mmap
from typing import Any

import pytest

pytest.importorskip("PIL", reason="text recognition is an extra")

from desktop_slm.documents.readers import image
from desktop_slm.documents.readers.source import Source
from tests.fakes.hostile_documents import makers

MADE = {(form, what): make for form, what, make in makers() if form == "png"}


def opened(what: str) -> Any:
    """Opens the picture with this defect, and decodes nothing."""
    content = MADE["png", what]()
    data = mmap.mmap(-1, len(content))
    data[:] = content
    return image.open_image(Source("a.png", data))


def test_the_turn_of_a_huge_picture_is_not_looked_for_in_its_points(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    huge = opened("60,000 by 60,000 pixels")
    monkeypatch.setattr(huge, "load", lambda: pytest.fail("3.6 GB were decoded"))
    with pytest.raises(image.TooManyPixels):
        image.to_raster(huge)
    with pytest.raises(image.TooManyPixels):
        image.to_colour(huge, 900)


def test_a_picture_that_lacks_its_palette_is_damaged() -> None:
    with pytest.raises(image.UNDRAWABLE):
        image.to_raster(opened("no palette"))
