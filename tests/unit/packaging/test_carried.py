"""The bill of materials holds to its schema; what no part accounts for ends the build."""

from __future__ import annotations

import json
from pathlib import Path
from types import ModuleType
from typing import Any

import jsonschema
import pytest
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

from desktop_slm.licensing import collecting
from desktop_slm.licensing.part import Part, PartUnclear
from tests.unit.packaging import ROOT, load

_SCHEMAS = ROOT / "tests" / "data" / "cyclonedx"
_AT = 1_795_000_000


@pytest.fixture(scope="module")
def carried() -> ModuleType:
    return load("carried")


@pytest.fixture(scope="module")
def bills() -> ModuleType:
    return load("bill_of_materials")


@pytest.fixture(scope="module")
def parts() -> tuple[Part, ...]:
    return collecting.collect(lambda library: "1.2.3", is_strict=False)


def _validator() -> Any:
    registry: Any = Registry()
    for file in _SCHEMAS.glob("*.json"):
        content = json.loads(file.read_text(encoding="utf-8"))
        resource = Resource.from_contents(content, default_specification=DRAFT7)
        registry = registry.with_resources(
            [(content["$id"], resource), (_asked_as(content["$id"]), resource)]
        )
    schema = json.loads((_SCHEMAS / "bom-1.6.schema.json").read_text(encoding="utf-8"))
    return jsonschema.Draft7Validator(schema, registry=registry)


def _asked_as(address: str) -> str:
    """Returns the address by which the schema of 1.6 asks for the two others."""
    return address.replace(".schema.json", ".SNAPSHOT.schema.json")


def _bill(bills: ModuleType, parts: tuple[Part, ...]) -> bytes:
    qt = next(part for part in parts if part.name == "Qt")
    files = {"libQt6Core.so.6": qt, "libQt6Gui.so.6": qt}
    content: bytes = bills.write(parts, files, dict.fromkeys(files, "a" * 64), _AT)
    return content


def test_the_bill_holds_to_the_schema(bills: ModuleType, parts: tuple[Part, ...]) -> None:
    bill = json.loads(bills.with_archives(_bill(bills, parts), {"a.deb": "b" * 64}))
    assert [error.message for error in _validator().iter_errors(bill)] == []
    bill["components"][0]["type"] = "no type"
    assert list(_validator().iter_errors(bill))


def test_it_names_every_part_with_license_version_and_address(
    bills: ModuleType, parts: tuple[Part, ...]
) -> None:
    bill = json.loads(_bill(bills, parts))
    assert [(each["name"], each["version"]) for each in bill["components"]] == [
        (part.name, part.version) for part in parts
    ]
    assert all(each["licenses"][0]["expression"] for each in bill["components"])
    by_name = {each["name"]: each for each in bill["components"]}
    assert by_name["Jinja2"]["purl"].startswith("pkg:pypi/jinja2@")
    assert [file["name"] for file in by_name["Qt"]["components"]] == [
        "libQt6Core.so.6",
        "libQt6Gui.so.6",
    ]


def test_no_reference_stands_twice_and_each_dependency_is_there(
    bills: ModuleType, parts: tuple[Part, ...]
) -> None:
    bill = json.loads(_bill(bills, parts))
    references = [each["bom-ref"] for each in bill["components"]]
    assert len(set(references)) == len(references)
    by_ref = {each["ref"]: each["dependsOn"] for each in bill["dependencies"]}
    assert sorted(ref for below in by_ref.values() for ref in below) == sorted(references)
    [llama] = [ref for ref in by_ref if "llama-cpp-python@" in ref]
    assert any("llama.cpp" in ref for ref in by_ref[llama])


def test_the_same_input_gives_the_same_bytes(bills: ModuleType, parts: tuple[Part, ...]) -> None:
    first, again = _bill(bills, parts), _bill(bills, parts)
    assert first == again
    later = bills.write(parts, {}, {}, _AT + 1)
    assert json.loads(later)["serialNumber"] != json.loads(first)["serialNumber"]


def test_a_file_that_no_part_accounts_for_is_named(
    carried: ModuleType, parts: tuple[Part, ...], tmp_path: Path
) -> None:
    (tmp_path / "libQt6Core.so.6").touch()
    (tmp_path / "jinja2").mkdir()
    (tmp_path / "jinja2" / "fast.abi3.so").touch()
    found = {name: part.name for name, part in carried.accounted(tmp_path, parts)}
    assert found == {"libQt6Core.so.6": "Qt", "jinja2/fast.abi3.so": "Jinja2"}
    (tmp_path / "libstrange.so.1").touch()
    with pytest.raises(PartUnclear, match=r"libstrange\.so\.1 is carried and belongs to no part"):
        list(carried.accounted(tmp_path, parts))


def test_a_module_of_a_distribution_that_is_no_part_is_named(
    carried: ModuleType, parts: tuple[Part, ...], tmp_path: Path
) -> None:
    packed = tmp_path / "PYZ-00.toc"
    entries = [
        ("jinja2.lexer", "/v/site-packages/jinja2/lexer.py", "PYMODULE"),
        ("json", "/usr/lib/python3.11/json/__init__.py", "PYMODULE"),
    ]
    packed.write_text(repr(("x.pyz", entries)))
    carried.require_modules(packed, parts)
    entries.append(("pytest", "/v/site-packages/pytest/__init__.py", "PYMODULE"))
    packed.write_text(repr(("x.pyz", entries)))
    with pytest.raises(PartUnclear, match="pytest"):
        carried.require_modules(packed, parts)


def test_a_library_that_is_not_in_the_folder_is_not_listed_but_data_is(
    carried: ModuleType, parts: tuple[Part, ...]
) -> None:
    listed = {part.name for part in carried.carried(parts, [])}
    assert "Qt" not in listed
    assert {"Jinja2", "Lucide icons", "Language data of Tesseract (tessdata_fast)"} <= listed
