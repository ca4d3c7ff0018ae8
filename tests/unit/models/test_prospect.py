"""Prospects travel as JSON; what a child that was taken over could send is refused."""

from __future__ import annotations

import json
from typing import Any

import pytest

from desktop_slm.errors import ProtocolError
from desktop_slm.gguf.tables import OTHER_ARCHITECTURES
from desktop_slm.models import catalog, fit
from desktop_slm.models import prospect as prospects
from desktop_slm.models.catalog import Kind
from desktop_slm.models.facts import FileKind
from desktop_slm.models.prospect import Prospect, Use, from_wire
from desktop_slm.models.shape import Shape
from tests.fakes import described

PROSPECT = Prospect(Use.TEXT, "llama", "A", "1B", "mit", 4096, 16, 8, 2, 512, Shape(16, 8, 64))


def test_prospects_survive_the_way() -> None:
    for prospect in (PROSPECT, Prospect(Use.NEWER_ENGINE, "brandnew")):
        assert from_wire(json.loads(json.dumps(prospect.to_wire()))) == prospect


@pytest.mark.parametrize(
    "change",
    [
        {"use": "virus"},
        {"use": None},
        {"name": 7},
        {"architecture": "x" * 201},
        {"layers": -1},
        {"layers": True},
        {"context_tokens": 1 << 61},
        {"shape": 7},
        {"shape": {}},
        {"shape": {**PROSPECT.to_wire()["shape"], "head_size": -1}},
        {"shape": {**PROSPECT.to_wire()["shape"], "more": 1}},
    ],
)
def test_anything_else_is_refused(change: dict[str, Any]) -> None:
    with pytest.raises(ProtocolError):
        from_wire({**PROSPECT.to_wire(), **change})


def test_every_kind_of_file_has_its_use() -> None:
    assert {Use(kind.value) for kind in FileKind} | {Use(v) for v in OTHER_ARCHITECTURES.values()}


def test_with_its_shape_a_remote_file_is_judged_as_the_same_file_of_the_catalog() -> None:
    machine = described.LAPTOP.machine()
    for model in catalog.load().models:
        if model.kind is Kind.CHAT and model.shape:
            prospect = Prospect(Use.TEXT, shape=model.shape)
            judged = prospects.judge(model.size_bytes, model.format, prospect, machine)
            needed = fit.need(model.size_bytes, model.shape, model.parameters)
            assert judged == fit.judge(needed, machine)


def test_by_its_size_alone_a_model_is_judged_as_well_as_by_its_parameters() -> None:
    """Within a fifth for the usual one; old shapes with many heads take more than is guessed."""
    machine = described.LAPTOP.machine()
    shares = []
    for model in catalog.load().models:
        if model.kind is Kind.CHAT and model.shape:
            exact = fit.need(model.size_bytes, model.shape, model.parameters).total_bytes
            rough = prospects.judge(model.size_bytes, model.format, None, machine)
            assert rough.need.is_rough
            shares.append(rough.need.total_bytes / exact)
    shares.sort()
    assert len(shares) > 10
    assert 0.8 < shares[len(shares) // 2] < 1.2
    assert shares[len(shares) // 10] > 0.55 and shares[-1] < 1.7
