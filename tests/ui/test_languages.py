"""The languages of the window: nothing is missing, nothing is stale, nothing breaks a sentence."""

from __future__ import annotations

import ast
import re
import string
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QLocale, QTranslator
from PySide6.QtWidgets import QApplication

import desktop_slm.ui
from desktop_slm import settings
from desktop_slm.errors import FileMissing
from desktop_slm.ui import language, wording
from desktop_slm.ui.models import wording as model_words
from tests.fakes.pseudo_language import outside, pseudo
from translating import ts_file
from translating.__main__ import FOLDER, LANGUAGES, ROOT, compile_file
from translating.sources import Source, read

_FIELD = re.compile(r"\{[^}]*\}|\(\*.*\)")
_FILE_ENDINGS = re.compile(r"\(\*.*\)|^\.\w+$")  # of a dialog's filter, of a file's name


@pytest.fixture(scope="module")
def sources() -> dict[Source, list[str]]:
    return read(ROOT)[0]


@pytest.fixture
def german(qapp: QApplication) -> Iterator[None]:
    """The window in German, for one test."""
    before = QLocale()
    language.install(qapp, "de")
    yield
    for translator in qapp.findChildren(QTranslator):
        qapp.removeTranslator(translator)
        translator.deleteLater()
    QLocale.setDefault(before)


def test_every_call_that_translates_can_be_read() -> None:
    assert read(ROOT)[1] == []


@pytest.mark.parametrize("code", LANGUAGES)
def test_nothing_is_missing(code: str, sources: dict[Source, list[str]]) -> None:
    known = ts_file.load(FOLDER / f"{code}.ts")
    missing = [s for s in sources if s not in known or not known[s].is_finished]
    assert not missing, f"translate these, then python3 dev.py translations: {missing}"


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_file_is_what_the_code_asks_for(
    code: str, sources: dict[Source, list[str]], tmp_path: Path
) -> None:
    committed = FOLDER / f"{code}.ts"
    made = tmp_path / "made.ts"
    translations = ts_file.merge(sources, ts_file.load(committed))
    ts_file.write(made, LANGUAGES[code], translations, sources)
    assert made.read_text(encoding="utf-8") == committed.read_text(encoding="utf-8"), (
        "python3 dev.py translations brings it up to date"
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_the_compiled_file_is_current(code: str, tmp_path: Path) -> None:
    made = tmp_path / f"{code}.qm"
    try:
        compile_file(FOLDER / f"{code}.ts", made)
    except (OSError, subprocess.CalledProcessError) as problem:
        pytest.skip(f"lrelease does not run here: {problem}")
    assert made.read_bytes() == (FOLDER / f"{code}.qm").read_bytes(), (
        "python3 dev.py translations compiles it"
    )


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_translation_keeps_what_the_code_fills_in(code: str) -> None:
    for source, each in ts_file.load(FOLDER / f"{code}.ts").items():
        assert _fields(each.text) == _fields(source.text), source


@pytest.mark.parametrize("code", LANGUAGES)
def test_each_translation_begins_and_ends_as_its_source(code: str) -> None:
    for source, each in ts_file.load(FOLDER / f"{code}.ts").items():
        for ending in ("…", ".", ":", "?", " ", "\n"):
            assert each.text.endswith(ending) == source.text.endswith(ending), source
        assert each.text.count("\n") == source.text.count("\n"), source
        assert each.text.strip("\n ") == each.text.strip(), source


def test_german_is_written_as_german() -> None:
    """Its quotation marks, its ellipsis after a word, and no familiar “du”."""
    for source, each in ts_file.load(FOLDER / "de.ts").items():
        assert "“" not in each.text.replace("“", "", each.text.count("„")), source
        assert "”" not in each.text, source
        assert not re.search(r"(?<!-)\b(du|dein\w*|dir|dich)\b", each.text), source


def test_german_is_not_left_in_english() -> None:
    known = ts_file.load(FOLDER / "de.ts")
    same = [s for s, each in known.items() if each.text == s.text]
    assert [s for s in same if len(re.findall(r"[A-Za-z]{3,}", _FIELD.sub("", s.text))) > 2] == []


def test_no_sentence_is_built_from_pieces() -> None:
    """Words of ours beside a translated text are in no translation, and fix its word order."""
    built = []
    for path in sorted(Path(desktop_slm.ui.__file__).parent.rglob("*.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if _joins_words(node):
                built.append(f"{path.name}:{node.lineno}: {ast.unparse(node)}")  # type: ignore[attr-defined]
    assert built == []


@pytest.mark.parametrize(
    ("code", "is_one"),
    [("x = self.tr('a') + ' b'", True), ("f'{self.tr(1)} pages'", True), ("tr('a') + y", False)],
)
def test_pieces_are_seen(code: str, is_one: bool) -> None:
    assert any(_joins_words(node) for node in ast.walk(ast.parse(code))) is is_one


def test_a_new_string_takes_over_the_same_words_unfinished() -> None:
    known = {Source("A", "Open"): ts_file.Translated("Öffnen", is_finished=True)}
    merged = ts_file.merge([Source("A", "Open"), Source("B", "Open")], known)
    assert merged[Source("B", "Open")] == ts_file.Translated("Öffnen", is_finished=False)


def test_what_the_code_no_longer_says_is_dropped() -> None:
    known = {Source("A", "Gone"): ts_file.Translated("Weg", is_finished=True)}
    assert ts_file.merge([], known) == {}


def test_every_language_of_the_settings_has_its_name() -> None:
    assert set(settings.LANGUAGES) == {"system", *language.NAMES}
    assert set(LANGUAGES) == set(language.NAMES) - {language.ENGLISH}


def test_an_error_is_told_in_german(german: None) -> None:
    words = wording.sentence(FileMissing(name="Vertrag.pdf"))
    assert words == (
        "„Vertrag.pdf“ wurde nicht gefunden. Prüfen Sie, ob es verschoben oder umbenannt wurde."
    )


def test_numbers_and_days_look_german(german: None) -> None:
    assert model_words.size(1_934_000_000) == "1,9 GB"
    long_ago = datetime(2024, 3, 12, 12, tzinfo=UTC)
    assert model_words.day(long_ago, datetime(2026, 11, 21, tzinfo=UTC)) == "12. März 2024"
    assert language.code() == "de"


def test_qts_own_words_are_german(german: None) -> None:
    assert QCoreApplication.translate("QPlatformTheme", "Cancel") == "Abbrechen"


def test_english_loads_nothing(qapp: QApplication) -> None:
    before = QLocale(), len(qapp.findChildren(QTranslator))
    assert language.install(qapp, "en") == "en"
    assert len(qapp.findChildren(QTranslator)) == before[1]
    assert QLocale().language() is QLocale.Language.English
    QLocale.setDefault(before[0])


def test_the_pseudo_language_shows_what_was_not_translated() -> None:
    shown = f"{pseudo('Open {name}').format(name='lease.pdf')} · not translated"
    assert outside(shown) == "· not translated"
    assert len(pseudo("Summarize a document")) >= 1.4 * len("Summarize a document")


def _fields(text: str) -> list[tuple[str, str | None]]:
    found = string.Formatter().parse(text)
    return sorted((name, form) for _, name, form, _ in found if name is not None)


def _joins_words(node: ast.AST) -> bool:
    if isinstance(node, ast.JoinedStr):
        parts: list[ast.AST] = list(node.values)
    elif isinstance(node, ast.BinOp) and isinstance(node.op, ast.Add):
        parts = [node.left, node.right]
    else:
        return False
    return any(map(_is_translated, parts)) and any(map(_has_letters, parts))


def _is_translated(node: ast.AST) -> bool:
    if isinstance(node, ast.FormattedValue):
        return _is_translated(node.value)
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return node.func.attr == "tr" or (
            node.func.attr == "format" and _is_translated(node.func.value)
        )
    return (
        isinstance(node, ast.Call)
        and isinstance(node.func, ast.Name)
        and node.func.id
        in (
            "tr",
            "_tr",
        )
    )


def _has_letters(node: ast.AST) -> bool:
    if not isinstance(node, ast.Constant) or not isinstance(node.value, str):
        return False
    return bool(re.search("[A-Za-z]", _FILE_ENDINGS.sub("", node.value)))
