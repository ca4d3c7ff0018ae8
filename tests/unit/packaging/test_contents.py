"""The lists of what goes into a package agree with what the app imports."""

from __future__ import annotations

import ast
import importlib.util
import re
from collections.abc import Iterator
from functools import cache

import pytest

from desktop_slm.__main__ import WORKERS
from tests.unit.packaging import PACKAGING, ROOT, load

contents = load("folder.contents")


@cache
def imports() -> frozenset[str]:
    return frozenset(_imports())


def _imports() -> Iterator[str]:
    for file in sorted((ROOT / "desktop_slm").rglob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                yield from (name.name for name in node.names)
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                yield node.module
                yield from (f"{node.module}.{name.name}" for name in node.names)


def test_every_module_of_qt_that_is_imported_is_carried() -> None:
    used = {match[1] for name in imports() if (match := re.match(r"PySide6\.(Qt\w+)", name))}

    assert used == set(contents.QT_MODULES)


def test_nothing_that_is_imported_is_left_out() -> None:
    wanted = set(imports())
    # Named with care where it may be missing.
    tolerated = {"distutils"}

    assert not wanted.intersection(set(contents.EXCLUDED_MODULES) - tolerated)


def test_the_children_belong_to_what_is_carried_whole() -> None:
    assert {module.partition(".")[0] for module in WORKERS.values()} <= {*contents.HIDDEN_PACKAGES}


@pytest.mark.parametrize("name", contents.HIDDEN_MODULES)
def test_hidden_modules_are_there(name: str) -> None:
    from desktop_slm.engine import bindings

    bindings.load()
    if name.partition(".")[0] in ("tesserocr", "PIL"):
        pytest.importorskip("tesserocr")

    assert importlib.util.find_spec(name) is not None


@pytest.mark.parametrize(
    ("target", "is_wanted"),
    [
        ("PySide6/Qt/plugins/platforms/libqxcb.so", True),
        ("PySide6/Qt/plugins/platforms/libqwayland.so", True),
        ("PySide6/Qt/plugins/platforms/libqvnc.so", False),
        ("PySide6/Qt/plugins/sqldrivers/libqsqlite.so", False),
        ("PySide6/Qt/lib/libQt6Core.so.6", True),
        ("PySide6/Qt/lib/libQt6Qml.so.6", False),
        ("PySide6/Qt/translations/qt_de.qm", False),
        ("PySide6/Qt/translations/qtbase_de.qm", True),
        ("PySide6/QtQml.abi3.so", False),
        ("libX11.so.6", False),
        ("libglib-2.0.so.0", False),
        ("libgomp.so.1", True),
        ("libssl.so.3", True),
        ("pillow.libs/libpng16-ebd1fa42.so.16.34.0", True),
        ("llama_cpp/lib/libggml-cpu-haswell.so", True),
        ("llama_cpp/lib/libggml-vulkan.so", True),
        ("libvulkan.so.1", False),
        ("llama_cpp/lib/libggml-base.so.0", True),
        ("llama_cpp/lib/libggml-base.so.0.25.3", False),
        ("desktop_slm/resources/catalog.toml", True),
    ],
)
def test_a_file_belongs_into_the_folder_or_not(target: str, is_wanted: bool) -> None:
    assert contents.is_wanted(target, "linux") is is_wanted


def test_what_python_compiled_for_this_computer_stays_out() -> None:
    wanted = ("desktop_slm/resources/catalog.toml", "here", "DATA")
    compiled = ("desktop_slm/resources/__pycache__/__init__.cpython-311.pyc", "here", "DATA")

    assert contents.kept([wanted, compiled], "linux") == [wanted]


def test_windows_plug_ins_are_told_by_their_paths_there() -> None:
    assert contents.is_wanted(r"PySide6\plugins\platforms\qwindows.dll", "win32")
    assert not contents.is_wanted(r"PySide6\plugins\platforms\qdirect2d.dll", "win32")


def test_the_specification_is_python_that_reads_the_lists() -> None:
    text = (PACKAGING / "folder" / "desktop-slm.spec").read_text(encoding="utf-8")
    tree = ast.parse(text)

    used = {
        node.attr
        for node in ast.walk(tree)
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Name)
        and node.value.id == "contents"
    }
    assert used >= {"EXCLUDED_MODULES", "HIDDEN_MODULES", "HIDDEN_PACKAGES", "KEYRINGS", "kept"}
    assert all(hasattr(contents, name) for name in used)
