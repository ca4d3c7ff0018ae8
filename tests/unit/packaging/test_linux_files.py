"""What tells a Linux desktop of the app is well formed and agrees with the app."""

from __future__ import annotations

import argparse
import configparser
import shutil
import subprocess
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm import __version__
from desktop_slm.cli import parser
from tests.unit.packaging import PACKAGING, load

LINUX = PACKAGING / "linux"
completions = load("linux.completions")
manual_page = load("linux.manual_page")


def entry(name: str) -> configparser.ConfigParser:
    read = configparser.ConfigParser(interpolation=None, delimiters=("=",))
    read.optionxform = str  # type: ignore[assignment,method-assign]
    read.read(LINUX / name, encoding="utf-8")
    return read


def parsers(
    found: argparse.ArgumentParser, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], argparse.ArgumentParser]]:
    yield path, found
    for action in found._actions:
        if isinstance(action, argparse._SubParsersAction):
            for name, child in action.choices.items():
                yield from parsers(child, (*path, name))


def complete(script: str, *words: str) -> set[str]:
    """Returns what bash offers for the last word."""
    line = " ".join(f"'{word}'" for word in words)
    code = f"""{script}
compopt() {{ :; }}
COMP_WORDS=({line}); COMP_CWORD={len(words) - 1}; _desktop_slm
printf '%s\\n' "${{COMPREPLY[@]}}"
"""
    done = subprocess.run(
        ["bash", "-c", code], capture_output=True, text=True, check=True, cwd=LINUX
    )
    return set(done.stdout.split())


def test_the_entry_names_what_the_window_is_called() -> None:
    desktop = entry("desktop-slm.desktop")["Desktop Entry"]

    assert desktop["Exec"] == "desktop-slm %F"
    assert desktop["Icon"] == "desktop-slm"
    assert desktop["StartupWMClass"] == "desktop-slm"
    kinds = desktop["MimeType"].strip(";").split(";")
    assert len(kinds) == len(set(kinds))
    for kind in ("application/pdf", "application/epub+zip", "text/plain"):
        assert kind in kinds


def test_file_managers_summarize_only_what_is_opened_too() -> None:
    opened = set(entry("desktop-slm.desktop")["Desktop Entry"]["MimeType"].split(";"))
    summarized = set(entry("summarize-kde.desktop")["Desktop Entry"]["MimeType"].split(";"))

    assert summarized <= opened
    assert entry("summarize-kde.desktop")["Desktop Action summarize"]["Exec"] == "desktop-slm %F"


def test_the_entries_pass_the_desktops_own_check() -> None:
    tool = shutil.which("desktop-file-validate")
    if tool is None:
        pytest.skip("desktop-file-validate is not here")
    done = subprocess.run([tool, LINUX / "desktop-slm.desktop"], capture_output=True, check=False)

    assert done.returncode == 0, done.stdout


def test_the_description_is_whole_and_passes_appstreams_check(tmp_path: Path) -> None:
    project, files = load("project"), load("linux.desktop_files")
    file = tmp_path / f"{project.COMPONENT_ID}.metainfo.xml"
    files.write_description(file)

    root = ET.parse(file).getroot()
    assert root.findtext("id") == project.COMPONENT_ID
    assert root.findtext("launchable") == "desktop-slm.desktop"
    assert root.find("releases/release[@version]").attrib["version"] == __version__  # type: ignore[union-attr]
    assert "@" not in file.read_text(encoding="utf-8")
    if tool := shutil.which("appstreamcli"):
        done = subprocess.run(
            [tool, "validate", "--no-net", file], capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout


def test_the_icon_is_one_picture_without_links() -> None:
    root = ET.parse(LINUX / "desktop-slm.svg").getroot()

    assert root.attrib["viewBox"] == "0 0 512 512"
    assert "href" not in ET.tostring(root, encoding="unicode")


@pytest.fixture(scope="module")
def scripts() -> tuple[str, str]:
    program = completions.read(parser.make_parser())
    return completions.to_bash(program), completions.to_zsh(program)


def test_no_option_and_no_verb_is_missing_in_bash(scripts: tuple[str, str]) -> None:
    for path, found in parsers(parser.make_parser()):
        wanted = {name for action in found._actions for name in action.option_strings}
        for action in found._actions:
            if isinstance(action, argparse._SubParsersAction):
                wanted |= set(action.choices)
        block = scripts[0].partition(f'        "{"".join(f" {word}" for word in path)}")\n')[2]
        assert wanted <= set(block.split('"')[1].split()), path


def test_no_option_is_missing_in_zsh(scripts: tuple[str, str]) -> None:
    for path, found in parsers(parser.make_parser()):
        name = "_".join(["_desktop_slm", *path])
        block = scripts[1].partition(f"\n{name}() {{\n")[2].partition("\n}\n")[0]
        for action in found._actions:
            for option in action.option_strings:
                assert f"'{option}[" in block, (path, option)


def test_the_manual_page_has_every_verb_and_option() -> None:
    page = manual_page.page(__version__, "2026-11-21")

    for path, found in parsers(parser.make_parser()):
        heading = " ".join(path).upper().replace("-", r"\-") if path else "OPTIONS"
        section = page.partition(f"\n.SH {heading}\n")[2].partition("\n.SH ")[0]
        for action in found._actions:
            for option in action.option_strings:
                assert rf"\fB{option.replace('-', chr(92) + '-')}\fR" in section, (path, option)
    if tool := shutil.which("groff"):
        words = [tool, "-k", "-man", "-Tutf8", "-ww"]
        done = subprocess.run(words, input=page.encode(), capture_output=True, check=True)
        assert not done.stderr, done.stderr.decode()


@pytest.mark.skipif(shutil.which("bash") is None, reason="no bash here")
def test_bash_offers_verbs_options_and_values(scripts: tuple[str, str]) -> None:
    bash = scripts[0]

    assert "summarize" in complete(bash, "desktop-slm", "summ")
    assert complete(bash, "desktop-slm", "models", "down") == {"download"}
    assert complete(bash, "desktop-slm", "summarize", "--form", "bul") == {"bullets"}
    assert complete(bash, "desktop-slm", "models", "download", "--lim") == {"--limit-rate"}
    assert "summarize-kde.desktop" in complete(bash, "desktop-slm", "read", "summarize-k")


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_the_shells_understand_the_scripts(
    shell: str, scripts: tuple[str, str], tmp_path: Path
) -> None:
    if shutil.which(shell) is None:
        pytest.skip(f"no {shell} here")
    file = tmp_path / "script"
    file.write_text(scripts[shell == "zsh"], encoding="utf-8")

    done = subprocess.run([shell, "-n", file], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")
