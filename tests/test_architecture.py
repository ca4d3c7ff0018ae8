"""The layers hold: who may import whom, and which library is used where.

Imports inside functions count like all others.
"""

from __future__ import annotations

import ast
import functools
import graphlib
import re
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
PACKAGE = ROOT / "desktop_slm"

LEVELS = {
    5: ("__main__", "app", "cli"),
    4: ("ui",),
    3: ("assistants", "tuning"),
    2: ("engine", "models", "documents", "storage", "typesetting"),
    1: ("workers", "gguf", "settings", "paths", "logs", "files", "packager", "policy", "licensing"),
    0: ("errors", "resources", "__init__"),
}
# Pairs of one level that may meet, in this direction.
ALLOWED_BESIDE = {("tuning", "assistants"), ("__main__", "app"), ("__main__", "cli")}
ALLOWED_BESIDE |= {("app", "cli"), ("cli", "app"), ("settings", "files")}
LIBRARIES = {
    "PySide6": ("ui", "app"),
    "llama_cpp": ("engine",),
    "huggingface_hub": ("models",),
    "httpx2": ("models",),
    "apsw": ("storage",),
    "keyring": ("storage",),
    "pypdfium2": ("documents",),
    "charset_normalizer": ("documents",),
    "tesserocr": ("documents",),
    "PIL": ("documents",),
    "jinja2": ("engine",),
    "pygments": ("typesetting",),
    "ziamath": ("typesetting",),
    "ziafont": ("typesetting",),
}
# Within a package, the child's side: the only modules that may hold these libraries.
CHILD_SIDE = {
    "llama_cpp": ("engine/bindings.py",),
    "huggingface_hub": ("models/hub.py", "models/web.py"),
    "httpx2": ("models/web.py", "models/download.py", "models/beginning.py"),
    "pypdfium2": ("documents/readers/",),
    "charset_normalizer": ("documents/readers/",),
    "tesserocr": ("documents/readers/",),
    "PIL": ("documents/readers/",),
    "jinja2": ("engine/template.py",),
    "pygments": ("typesetting/code_colours.py",),
    "ziamath": ("typesetting/formula_outlines.py",),
    "ziafont": ("typesetting/formula_outlines.py",),
}


@functools.cache
def _modules() -> tuple[Path, ...]:
    return tuple(sorted(PACKAGE.rglob("*.py")))


def _level(part: str) -> int:
    return next(level for level, parts in LEVELS.items() if part in parts)


def _part(path: Path) -> str:
    relative = path.relative_to(PACKAGE)
    return relative.parts[0] if len(relative.parts) > 1 else relative.stem


@functools.cache
def _imports(path: Path) -> tuple[str, ...]:
    return tuple(_imported(path))


def _imported(path: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path} imports relatively"
            assert node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _own_imports(path: Path) -> Iterator[str]:
    for name in _imports(path):
        if name.startswith("desktop_slm."):
            yield name.split(".")[1]


def test_every_part_has_its_level() -> None:
    for path in _modules():
        _level(_part(path))


def test_a_level_imports_only_the_levels_under_it() -> None:
    assert [wrong for path in _modules() for wrong in _wrong_imports(path)] == []


def _wrong_imports(path: Path) -> Iterator[str]:
    part, relative = _part(path), path.relative_to(PACKAGE).as_posix()
    for other in _own_imports(path):
        if other == part or other.startswith("__"):
            continue
        if _level(other) == _level(part) and (part, other) not in ALLOWED_BESIDE:
            yield f"{relative} imports {other} of its own level"
        if _level(other) > _level(part):
            yield f"{relative} imports {other} from above"


def test_libraries_stay_where_they_belong() -> None:
    for path in _modules():
        relative = path.relative_to(PACKAGE).as_posix()
        for name in _imports(path):
            library = name.split(".")[0]
            if library in LIBRARIES:
                assert _part(path) in LIBRARIES[library], f"{relative} imports {library}"
            if library in CHILD_SIDE:
                assert relative.startswith(CHILD_SIDE[library]), f"{relative} imports {library}"


def test_sql_stays_in_storage() -> None:
    statement = re.compile(r"\b(SELECT .* FROM|INSERT INTO|UPDATE \w+ SET|DELETE FROM|PRAGMA)\b")
    for path in _modules():
        if _part(path) != "storage":
            assert not statement.search(path.read_text(encoding="utf-8")), path


def test_there_are_no_import_cycles() -> None:
    graph = {_name(path): set(_module_imports(path)) for path in _modules()}
    graphlib.TopologicalSorter(graph).prepare()  # a CycleError names the modules


def _name(path: Path) -> str:
    parts = ("desktop_slm", *path.relative_to(PACKAGE).with_suffix("").parts)
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@functools.cache
def _names() -> frozenset[str]:
    return frozenset(map(_name, _modules()))


def _module_imports(path: Path) -> Iterator[str]:
    """Returns the modules that a module imports; a package's own `__init__` is no import of it."""
    known = _names()
    own = _name(path)
    for name in _imports(path):
        target = name if name in known else name.rpartition(".")[0]
        if target in known and target != own and not own.startswith(f"{target}."):
            yield target


def test_nothing_names_a_machine_s_path_or_a_registry() -> None:
    forbidden = re.compile(r"/work/|/home/\w|pypi\.org|files\.pythonhosted")
    for path in [*_modules(), *(ROOT / "tests").rglob("*.py"), *ROOT.glob("*.*")]:
        if path.is_file() and path.name not in {"test_architecture.py"}:
            found = forbidden.search(path.read_text(encoding="utf-8", errors="ignore"))
            assert not found, f"{path.name} names {found}"
