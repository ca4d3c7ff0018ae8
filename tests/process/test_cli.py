"""The terminal verbs in processes of their own: what they print, where, and their exit status."""

from __future__ import annotations

import json
import signal
import subprocess
from pathlib import Path

import pytest

from desktop_slm.documents.recognition import find_recognition
from tests.fakes.documents import Pdf, docx, heading, para, paragraph
from tests.fakes.tiny_models import make_llama
from tests.process.cli_runs import Terminal

_COUNTS = "\n\n".join(
    f"Item {i} 🎈 was counted in store {i + 3} on day {2 * i + 1}." for i in range(1, 9)
)


@pytest.fixture
def terminal(tmp_path: Path) -> Terminal:
    return Terminal(tmp_path / "data")


@pytest.fixture
def page(tmp_path: Path) -> Path:
    path = tmp_path / "counts.md"
    path.write_text(f"# Counts 😀\n\n{_COUNTS}\n", encoding="utf-8")
    return path


def test_chat_prints_the_answer_and_nothing_else(terminal: Terminal, tiny_llama: Path) -> None:
    ran = terminal.run("chat", "--model", tiny_llama, "--max-tokens", "8", "--seed", "1", "Hello")
    assert (ran.status, ran.errors) == (0, "")
    assert ran.output.endswith("\n")
    assert "practice" not in ran.output.lower()


def test_chat_answers_from_standard_input(terminal: Terminal, tiny_llama: Path) -> None:
    words = ("chat", "--model", tiny_llama, "--max-tokens", "4", "--seed", "1", "--json")
    piped = terminal.run(*words, text="Hello").json
    given = terminal.run(*words, "Hello").json
    assert piped["text"] == given["text"]
    assert piped["prompt_tokens"] == given["prompt_tokens"]


def test_chat_json_says_what_was_used(terminal: Terminal, tiny_llama: Path) -> None:
    ran = terminal.run("chat", "--model", tiny_llama, "--max-tokens", "8", "--json", "Hello")
    answer = ran.json
    wanted = {"text", "model", "stop_reason", "prompt_tokens", "new_tokens"}
    assert wanted | {"first_token_s", "tokens_per_s"} <= answer.keys()
    assert answer["new_tokens"] <= 8
    assert answer["stored"] is False


def test_chat_says_when_the_model_s_own_template_fails(terminal: Terminal, tmp_path: Path) -> None:
    broken = make_llama(tmp_path / "broken.gguf", template="{{ raise_exception('no') }}")
    words = ("chat", "--model", broken, "--max-tokens", "4", "Hello")
    ran = terminal.run(*words)
    assert ran.status == 0
    assert "template of this model does not work" in ran.errors
    assert terminal.run(*words, "--json").json["template"] == "built-in"


def test_the_system_instructions_reach_the_model(terminal: Terminal, tiny_llama: Path) -> None:
    words = ("chat", "--model", tiny_llama, "--max-tokens", "1", "--json", "Hello", "--system")
    short = terminal.run(*words, "Answer.").json["prompt_tokens"]
    assert terminal.run(*words, "Answer in French.").json["prompt_tokens"] > short


@pytest.mark.model
def test_the_real_model_knows_the_capital_of_france(terminal: Terminal, starter: Path) -> None:
    answer = terminal.run("chat", "--json", "--seed", "3", "What is the capital of France?").json
    assert "Paris" in answer["text"]
    assert answer["model"] == "practice"
    assert "do not rely on this" in answer["notice"]


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (["chat", "--model", "no-such-model", "Hello"], "no-such-model"),
        (["chat", "  "], "write a message first"),
        (["read", "no-such-file.pdf"], "no-such-file.pdf"),
        (["summarize", "no-such-file.pdf"], "no-such-file.pdf"),
        (["read", "."], "folder"),
        (["models", "info"], ""),
    ],
)
def test_an_error_is_one_line_on_standard_error(
    terminal: Terminal, words: list[str], part: str
) -> None:
    ran = terminal.run(*words)
    assert ran.status in (1, 2)
    assert ran.output == ""
    assert part in ran.errors.lower()
    if ran.status == 1:
        assert ran.errors.count("\n") == 1
        assert ran.errors.startswith("desktop-slm: ")


@pytest.mark.parametrize("kind", ["text", "truncated", "empty", "folder"])
def test_a_file_that_is_no_model_is_one_sentence(
    terminal: Terminal, tiny_llama: Path, tmp_path: Path, kind: str
) -> None:
    path = tmp_path / "model.gguf"
    if kind == "folder":
        path.mkdir()
    else:
        content = {"text": b"hello " * 100, "truncated": tiny_llama.read_bytes()[:-5000]}
        path.write_bytes(content.get(kind, b""))
    ran = terminal.run("chat", "--model", path, "Hello")
    assert ran.status == 1
    assert ran.errors.count("\n") == 1
    assert "Traceback" not in ran.errors


def test_a_prompt_that_does_not_fit_is_refused_whole(terminal: Terminal, tiny_llama: Path) -> None:
    ran = terminal.run("chat", "--model", tiny_llama, text="word " * 20_000)
    assert ran.status == 1
    assert ran.output == ""
    assert ran.errors.count("\n") == 1


def test_wrong_usage_has_status_2(terminal: Terminal) -> None:
    ran = terminal.run("chat", "--seed", "many", "Hello")
    assert ran.status == 2
    assert "usage" in ran.errors


def test_read_gives_the_text_of_every_page(terminal: Terminal, page: Path) -> None:
    read = terminal.run("read", "--json", page).json
    assert [(one["page"], one["label"]) for one in read["pages"]] == [(1, "Counts 😀")]
    assert "Item 8 🎈 was counted" in read["pages"][0]["text"]
    assert [found["title"] for found in read["headings"]] == ["Counts 😀"]
    assert len(read["sha256"]) == 64


@pytest.mark.model
@pytest.mark.parametrize(("changes", "rent"), [("accepted", "950"), ("original", "900")])
def test_tracked_changes_are_read_as_asked_for(
    terminal: Terminal, tmp_path: Path, changes: str, rent: str
) -> None:
    run = "<w:r><w:{kind}>{text}</w:{kind}></w:r>"
    body = f"<w:p><w:del>{run.format(kind='delText', text='900')}</w:del>"
    body += f"<w:ins>{run.format(kind='t', text='950')}</w:ins></w:p>"
    path = tmp_path / "a.docx"
    path.write_bytes(docx(body))
    read = terminal.run("read", "--json", "--changes", changes, path).json
    assert read["pages"][0]["text"] == rent
    assert read["warnings"][0].startswith("2 changes, 0 comments: read as")


@pytest.mark.skipif(find_recognition() is None, reason="text recognition is not installed")
@pytest.mark.usefixtures("qapp")
def test_a_scan_is_offered_and_recognised_when_asked(terminal: Terminal, tmp_path: Path) -> None:
    from tests.fakes import scans

    path = tmp_path / "scan.pdf"
    path.write_bytes(scans.pdf(scans.draw(scans.TEXTS["eng"])))
    plain = terminal.run("read", path)
    assert plain.status == 1 and "--ocr" in plain.errors
    found = terminal.run("read", path, "--ocr", "--ocr-language", "en", "--json").json
    page = found["pages"][0]
    assert "landlord may charge interest at 4.5 per cent" in page["text"]
    assert page["recognized"]["language"] == "eng"


def test_quotes_are_exactly_the_text_that_read_gives(
    terminal: Terminal, page: Path, starter: Path
) -> None:
    pages = {one["page"]: one["text"] for one in terminal.run("read", "--json", page).json["pages"]}
    (made,) = terminal.run("summarize", "--json", page).json
    quotes = [found for item in made["summary"] for found in item["evidence"]]
    assert quotes
    for quote in quotes:
        assert pages[quote["page"]][quote["start"] : quote["end"]] == quote["quote"]


def test_every_page_of_sixty_is_read(terminal: Terminal, tmp_path: Path, tiny_llama: Path) -> None:
    pdf = Pdf()
    for number in range(1, 61):
        lines = [f"Item {number}.{i} was counted in store {number} on day {i}." for i in range(6)]
        pdf.page(paragraph(lines))
    path = tmp_path / "sixty.pdf"
    path.write_bytes(pdf.bytes())
    words = ("summarize", "--json", "--length", "brief", "--model", tiny_llama, path)
    (made,) = terminal.run(*words).json
    assert made["pages"] == 60
    assert made["passages_read"] == made["passages_total"] > 10
    assert made["pages_skipped"] == []


@pytest.mark.model
def test_one_bad_file_does_not_keep_the_others_back(
    terminal: Terminal, tmp_path: Path, page: Path, starter: Path
) -> None:
    broken = tmp_path / "broken.pdf"
    broken.write_bytes(b"%PDF-1.7\nnothing else")
    report = tmp_path / "summary.json"
    ran = terminal.run("summarize", "--json", broken, page, "--output", report)
    assert ran.status == 1
    assert "broken.pdf" in ran.errors
    (made,) = json.loads(report.read_text(encoding="utf-8"))
    assert made["file"] == str(page)


def test_an_output_that_cannot_be_written_is_said_first(terminal: Terminal, page: Path) -> None:
    ran = terminal.run("summarize", page, "--output", page.parent)
    assert ran.status == 1
    assert ran.errors.count("\n") == 1


def test_sections_of_a_word_file_are_its_pages(terminal: Terminal, tmp_path: Path) -> None:
    path = tmp_path / "minutes.docx"
    body = heading("Opening") + para("We began.") + heading("Close") + para("We ended.")
    path.write_bytes(docx(body))
    pages = terminal.run("read", "--json", path).json["pages"]
    assert [one["label"] for one in pages] == ["Opening", "Close"]


def test_models_list_names_the_model_of_the_folder(terminal: Terminal, tiny_llama: Path) -> None:
    models = terminal.folder / "models"
    models.mkdir(parents=True)
    (models / "tiny.gguf").write_bytes(tiny_llama.read_bytes())
    listed = terminal.run("models", "list", "--json").json
    assert "tiny" in {model["id"] for model in listed}
    answer = terminal.run("chat", "--model", "tiny", "--max-tokens", "2", "--json", "Hello").json
    assert answer["model"] == "tiny"


def test_doctor_says_that_nothing_is_stored(terminal: Terminal) -> None:
    report = terminal.run("doctor", "--json").json
    assert report["stored"] is False
    assert "CPU" in report["backends"]
    assert report["folders"]["data"] == str(terminal.folder)
    assert {"window", "engine", "reader", "template"} <= report["confinement"].keys()
    assert not (terminal.folder / "desktop-slm.db").exists()


def test_without_a_keyring_nothing_is_written(terminal: Terminal, tiny_llama: Path) -> None:
    terminal.run("chat", "--model", tiny_llama, "--max-tokens", "2", "Hello")
    left = [path for path in terminal.folder.rglob("*") if path.is_file()]
    assert all("logs" in path.parts for path in left), left


def test_a_key_file_makes_chats_last(terminal: Terminal, tiny_llama: Path, tmp_path: Path) -> None:
    key = tmp_path / "key"
    words = ("chat", "--model", tiny_llama, "--max-tokens", "2", "--json", "Secretly")
    assert terminal.run(*words, "--key-file", key).json["stored"] is True
    assert key.stat().st_mode & 0o077 == 0
    assert terminal.run(*words, "--key-file", key).json["stored"] is True
    assert b"Secretly" not in (terminal.folder / "desktop-slm.db").read_bytes()


def test_a_passphrase_file_makes_chats_last(
    terminal: Terminal, tiny_llama: Path, tmp_path: Path
) -> None:
    right, wrong = tmp_path / "right", tmp_path / "wrong"
    for path, passphrase in ((right, "correct horse"), (wrong, "battery staple")):
        path.write_text(passphrase)
        path.chmod(0o600)
    words = ("chat", "--model", tiny_llama, "--max-tokens", "2", "--json", "Hello")
    first = terminal.run(*words, DESKTOP_SLM_PASSPHRASE_FILE=str(right))
    assert first.json["stored"] is True
    refused = terminal.run(*words, DESKTOP_SLM_PASSPHRASE_FILE=str(wrong))
    assert (refused.status, refused.output) == (1, "")
    assert "passphrase" in refused.errors
    assert terminal.run(*words, DESKTOP_SLM_PASSPHRASE_FILE=str(right)).json["stored"] is True


def test_ctrl_c_ends_a_chat_with_status_130(terminal: Terminal, tiny_llama: Path) -> None:
    words = ("chat", "--model", tiny_llama, "--max-tokens", "100000", "Hello")
    with subprocess.Popen(
        terminal.command(*words),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=terminal.environment(),
    ) as process:
        assert process.stdout is not None
        process.stdout.read(1)
        process.send_signal(signal.SIGINT)
        _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert b"Traceback" not in errors


def test_whoever_reads_may_leave_early(terminal: Terminal, page: Path) -> None:
    with subprocess.Popen(
        terminal.command("read", page),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        env=terminal.environment(),
    ) as process:
        assert process.stdout is not None and process.stderr is not None
        process.stdout.close()
        errors = process.stderr.read()
        process.wait(timeout=30)
    assert b"Traceback" not in errors
    assert b"Exception ignored" not in errors
