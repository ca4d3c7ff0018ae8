"""Every string of the code that a person sees in the window, with the context Qt looks it up in.

Read from the syntax tree, because Qt's own lupdate does not follow three idioms of this code: a
function that translates in a fixed context, `tr = QCoreApplication.translate`, and sentences that
live below the window, in the errors and in what the core has to say. Nothing is imported or run.
"""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

PACKAGE = "desktop_slm"
# What the core says and the window translates: module, name of the constants, Qt's context.
TEMPLATES = (
    ("errors", "sentence", "errors"),
    ("assistants.verification.findings", "_SENTENCES", "findings"),
    ("assistants.verification.verifying", "MEANING", "findings"),
    ("assistants.chat", "PRACTICE_NOTICE", "AnswerView"),
    ("ui.language", "_RECOGNISED", "LanguageNames"),
)
# The catalog's words on a model: they change with the catalog and not with the code.
CATALOG = f"{PACKAGE}/resources/catalog.toml"
CATALOG_WORDS = ("good_for", "made_how")
CORE_CONTEXTS = ("errors", "findings", "catalog", "LanguageNames")
_PLACEHOLDER = re.compile(r"\{(\w*)\}")


@dataclass(frozen=True, slots=True, order=True)
class Source:
    """A string as it stands in the code."""

    context: str
    text: str

    @property
    def placeholders(self) -> list[str]:
        """Returns the names in braces, in alphabetical order."""
        return placeholders(self.text)


@dataclass(frozen=True, slots=True)
class Defect:
    """A call that translates what the tool cannot read."""

    place: str
    words: str


def placeholders(text: str) -> list[str]:
    """Returns the names in braces, in alphabetical order."""
    return sorted(_PLACEHOLDER.findall(text))


def read(root: Path) -> tuple[dict[Source, list[str]], list[Defect]]:
    """Returns each string with the files it stands in, and the calls that cannot be read."""
    modules = {_module_name(root, path): path for path in sorted((root / PACKAGE).rglob("*.py"))}
    trees = {name: ast.parse(path.read_text(encoding="utf-8")) for name, path in modules.items()}
    helpers = {name: dict(_helpers(tree)) for name, tree in trees.items()}
    found: dict[Source, list[str]] = {source: [CATALOG] for source in _catalog(root / CATALOG)}
    defects: list[Defect] = []
    for name, tree in trees.items():
        reader = _Reader(name, tree, helpers)
        reader.visit(tree)
        place = modules[name].relative_to(root).as_posix()
        for source in (*reader.found, *_templates(name, tree)):
            places = found.setdefault(source, [])
            if place not in places:
                places.append(place)
        defects += [Defect(f"{place}:{line}", words) for line, words in reader.unread]
    return dict(sorted(found.items())), defects


def _catalog(path: Path) -> Iterator[Source]:
    for model in tomllib.loads(path.read_text(encoding="utf-8"))["model"]:
        yield from (Source("catalog", model[name]) for name in CATALOG_WORDS)


def _module_name(root: Path, path: Path) -> str:
    parts = path.relative_to(root).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


def _helpers(tree: ast.Module) -> Iterator[tuple[str, str]]:
    """Finds the functions that translate their one argument in a fixed context."""
    for node in tree.body:
        if not isinstance(node, ast.FunctionDef) or len(node.args.args) != 1:
            continue
        last = node.body[-1]
        call = last.value if isinstance(last, ast.Return) else None
        if isinstance(call, ast.Call) and _is_translate(call.func) and len(call.args) == 2:
            context = _text(call.args[0])
            if context and _is_name(call.args[1], node.args.args[0].arg):
                yield node.name, context


def _templates(module: str, tree: ast.Module) -> Iterator[Source]:
    for wanted, constant, context in TEMPLATES:
        if module != f"{PACKAGE}.{wanted}":
            continue
        for node in ast.walk(tree):
            if isinstance(node, ast.Assign | ast.AnnAssign) and _names(node) == [constant]:
                yield from (Source(context, text) for text in _texts(node.value))


def _names(node: ast.Assign | ast.AnnAssign) -> list[str]:
    targets = node.targets if isinstance(node, ast.Assign) else [node.target]
    return [target.id for target in targets if isinstance(target, ast.Name)]


def _texts(value: ast.expr | None) -> list[str]:
    """Returns the text of a constant, or those that a dictionary maps to."""
    if isinstance(value, ast.Dict):
        return [text for each in value.values for text in _texts(each)]
    text = _text(value)
    return [] if text is None else [text]


def _is_translate(node: ast.expr) -> bool:
    return isinstance(node, ast.Attribute) and node.attr == "translate" and _is_app(node.value)


def _is_app(node: ast.expr) -> bool:
    return _is_name(node, "QCoreApplication") or _is_name(node, "QApplication")


def _is_name(node: ast.expr, name: str) -> bool:
    return isinstance(node, ast.Name) and node.id == name


def _text(node: ast.expr | None) -> str | None:
    is_text = isinstance(node, ast.Constant) and isinstance(node.value, str)
    return str(node.value) if is_text else None  # type: ignore[union-attr]


class _Reader(ast.NodeVisitor):
    """Collects the strings of one module."""

    def __init__(self, module: str, tree: ast.Module, helpers: dict[str, dict[str, str]]) -> None:
        self.found: list[Source] = []
        self.unread: list[tuple[int, str]] = []
        self._classes: list[str] = []
        self._given: dict[str, str] = {}  # the class of each argument, as it is annotated
        self._helpers = dict(helpers[module])
        self._own = set(self._helpers)
        self._modules: dict[str, dict[str, str]] = {}
        self._learn_imports(tree, helpers)

    def visit_ClassDef(self, node: ast.ClassDef) -> None:
        """Keeps the class whose strings these are: its name is Qt's context."""
        self._classes.append(node.name)
        self.generic_visit(node)
        self._classes.pop()

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Learns which widgets are handed in; a helper's own call has no text."""
        if node.name in self._own and not self._classes:
            return
        before = self._given
        given = {each.arg: ast.unparse(each.annotation or each) for each in node.args.args}
        self._given = {**before, **given}
        self.generic_visit(node)
        self._given = before

    def visit_Call(self, node: ast.Call) -> None:
        """Keeps what the call translates."""
        context, words = self._translated(node)
        if words is not None:
            texts = _said(words)
            if context and texts:
                self.found += [Source(context, text) for text in texts]
            elif context not in CORE_CONTEXTS and not _is_constant_of_core(words):
                self.unread.append((node.lineno, ast.unparse(node)))
        self.generic_visit(node)

    def _translated(self, node: ast.Call) -> tuple[str | None, ast.expr | None]:
        """Returns the context and the words of a call that translates."""
        function, given = node.func, node.args
        if isinstance(function, ast.Attribute) and function.attr == "tr" and given:
            if _is_name(function.value, "self"):
                return (self._classes[-1] if self._classes else None), given[0]
            name = function.value.id if isinstance(function.value, ast.Name) else ""
            return self._modules.get(name, {}).get("tr") or self._given.get(name), given[0]
        if _is_translate(function) and len(given) > 1:
            return _text(given[0]), given[1]
        if isinstance(function, ast.Name):
            if function.id == "tr" and len(given) > 1:  # tr = QCoreApplication.translate
                return _text(given[0]), given[1]
            if function.id in self._helpers and given:
                return self._helpers[function.id], given[0]
        return None, None

    def _learn_imports(self, tree: ast.Module, helpers: dict[str, dict[str, str]]) -> None:
        for node in ast.walk(tree):
            if not isinstance(node, ast.ImportFrom) or not node.module:
                continue
            for alias in node.names:
                name = alias.asname or alias.name
                if alias.name in helpers.get(node.module, {}):
                    self._helpers[name] = helpers[node.module][alias.name]
                if f"{node.module}.{alias.name}" in helpers:
                    self._modules[name] = helpers[f"{node.module}.{alias.name}"]


def _said(words: ast.expr) -> list[str]:
    """Returns the text of an argument, or both texts of a choice between two."""
    if isinstance(words, ast.IfExp):
        first, second = _said(words.body), _said(words.orelse)
        return first + second if first and second else []
    text = _text(words)
    return [] if text is None else [text]


def _is_constant_of_core(words: ast.expr) -> bool:
    return any(_is_name(words, constant) for _, constant, _ in TEMPLATES)
