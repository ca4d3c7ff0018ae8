"""The tree of errors: drawn as it is, every sentence complete with the fields of its users."""

from __future__ import annotations

import inspect
import pickle
import re

import pytest

from desktop_slm import errors
from desktop_slm.errors import DesktopSlmError, EmptyFile, OurError, WorldError


def _kinds() -> list[type[DesktopSlmError]]:
    return [
        kind
        for _, kind in inspect.getmembers(errors, inspect.isclass)
        if issubclass(kind, DesktopSlmError)
    ]


def _leaves() -> list[type[DesktopSlmError]]:
    return [kind for kind in _kinds() if not kind.__subclasses__()]


def test_the_drawing_names_every_error() -> None:
    drawn = set(re.findall(r"[A-Z]\w+", str(errors.__doc__).split("Errors carry")[0]))
    assert {kind.__name__ for kind in _kinds()} <= drawn


@pytest.mark.parametrize("kind", _leaves())
def test_every_error_is_the_world_s_or_ours_and_has_its_own_sentence(
    kind: type[DesktopSlmError],
) -> None:
    assert issubclass(kind, WorldError | OurError)
    if issubclass(kind, WorldError):
        assert kind.sentence != DesktopSlmError.sentence
        assert kind.sentence.rstrip("”").endswith(".")


def test_an_error_survives_the_way_to_another_process() -> None:
    error = EmptyFile(name="a {strange} name.pdf", details="more")
    copy = pickle.loads(pickle.dumps(error))
    assert (type(copy), copy.fields, copy.details) == (EmptyFile, error.fields, "more")
    assert "a {strange} name.pdf" in str(copy)
