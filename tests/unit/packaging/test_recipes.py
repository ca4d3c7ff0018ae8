"""The recipes for systems that are not here, as far as they can be looked at anywhere."""

from __future__ import annotations

import json
import plistlib
import re

import pytest

from desktop_slm.documents.file_names import NAMES
from tests.unit.packaging import PACKAGING, ROOT, load

contents = load("folder.contents")


def test_the_bundles_description_is_plain_and_opens_pdf() -> None:
    info = json.loads((PACKAGING / "macos" / "info.json").read_text(encoding="utf-8"))

    kinds = info["CFBundleDocumentTypes"][0]
    assert "com.adobe.pdf" in kinds["LSItemContentTypes"]
    assert kinds["LSHandlerRank"] == "Alternate"
    plistlib.dumps(info)


def test_the_entitlements_are_a_property_list_without_network_or_debugging() -> None:
    read = plistlib.loads((PACKAGING / "macos" / "entitlements.plist").read_bytes())

    assert set(read) == {"com.apple.security.cs.allow-unsigned-executable-memory"}


def test_the_installer_is_for_one_person_and_takes_back_what_it_enters() -> None:
    text = (PACKAGING / "windows" / "desktop-slm.iss").read_text(encoding="utf-8")
    registry = re.findall(r"^Root: (\S+); Subkey: \"([^\"]+)\".*$", text, re.MULTILINE)

    assert "PrivilegesRequired=lowest" in text
    assert registry
    assert {root for root, _ in registry} == {"HKA"}
    for line in (line for line in text.splitlines() if "OpenWithProgids" in line):
        assert "uninsdeletevalue" in line


def test_the_installer_offers_what_the_app_can_read() -> None:
    text = (PACKAGING / "windows" / "desktop-slm.iss").read_text(encoding="utf-8")

    endings = re.findall(r"Classes\\\.(\w+)\\OpenWithProgids", text)
    assert endings
    assert set(endings) <= set(NAMES)


@pytest.mark.parametrize("system", ["linux", "darwin", "win32"])
def test_every_system_has_its_window_its_pictures_and_its_keyring(system: str) -> None:
    plugins = contents.QT_PLUGINS[system]

    assert any("offscreen" in plugin for plugin in plugins)
    assert any("svgicon" in plugin for plugin in plugins)
    assert contents.KEYRINGS[system]


def test_the_workflow_covers_the_three_systems_and_calls_what_is_there() -> None:
    yaml = pytest.importorskip("yaml")
    file = ROOT / ".github" / "workflows" / "packages.yml"
    job = yaml.safe_load(file.read_text(encoding="utf-8"))["jobs"]["package"]

    systems = {entry["os"].partition("-")[0] for entry in job["strategy"]["matrix"]["include"]}
    assert systems == {"ubuntu", "macos", "windows"}
    for step in job["steps"]:
        assert ("run" in step) != ("uses" in step)
        for script in re.findall(r"[\w/]+\.py\b", step.get("run", "")):
            assert (ROOT / script).exists(), script
