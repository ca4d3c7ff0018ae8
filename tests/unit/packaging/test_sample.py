"""The sample that comes with the app is what its script writes, and it is read like any PDF."""

from __future__ import annotations

import importlib.util
import threading
from pathlib import Path
from types import ModuleType

from desktop_slm import resources
from desktop_slm.documents import reading

_ROOT = Path(__file__).resolve().parents[3]
_SAMPLE = Path(resources.__file__).with_name("samples") / "sample-lease.pdf"


def _script() -> ModuleType:
    path = _ROOT / "packaging" / "sample" / "make_sample.py"
    spec = importlib.util.spec_from_file_location("make_sample", path)
    assert spec is not None and spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_sample_is_what_the_script_writes() -> None:
    script = _script()
    assert script.TARGET == _SAMPLE
    assert _SAMPLE.read_bytes() == script.pdf(script.PAGES)


def test_the_reader_finds_its_pages_its_headings_and_its_exception() -> None:
    document = reading.read(_SAMPLE, lambda progress: None, threading.Event())
    assert [page.label for page in document.pages] == ["1", "2"]
    assert document.language == "en"
    whole = " ".join(" ".join(page.text.split()) for page in document.pages)
    for words in ("1,480 euros a month", "31 October 2030", "As an exception, one desk"):
        assert words in whole
