"""LoRA adapters: loaded beside the model, switched with each request, right by the weights."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Priority, Request, Segment, TokenLogprob
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import AdapterUnfit, EngineFailed, FileMissing
from tests.fakes.tiny_adapters import make_adapter, make_expert_adapter
from tests.fakes.tiny_models import make_llama

PROMPT = "the anther in the inner then an inner"


@pytest.fixture
def start() -> Iterator[Callable[[Model], Engine]]:
    engines: list[Engine] = []

    def make(model: Model) -> Engine:
        engine = Engine()
        engines.append(engine)
        engine.load(model)
        return engine

    yield make
    for engine in engines:
        engine.unload()


def _ask(engine: Engine, *adapters: tuple[int, float], batch: bool = False) -> list[TokenLogprob]:
    request = Request(
        (Segment(PROMPT),),
        sampling=GREEDY,
        max_tokens=8,
        adapters=adapters,
        priority=Priority.BATCH if batch else Priority.INTERACTIVE,
        top_logprobs=10_000,
        streaming=False,
    )
    return list(engine.generate(request).result().logprobs)


def _difference(one: Sequence[TokenLogprob], other: Sequence[TokenLogprob]) -> float:
    """Returns the largest difference after the prompt, over the largest log probability."""
    left, right = dict(one[0].top), dict(other[0].top)
    scale = max(abs(value) for value in left.values())
    return max(abs(left[token] - right[token]) for token in left) / scale


def test_an_adapter_acts_like_the_weights_that_it_adds(
    start: Callable[[Model], Engine], tmp_path: Path
) -> None:
    added = make_adapter(tmp_path / "style.gguf")
    base = make_llama(tmp_path / "base.gguf")
    half = {name: change * 0.5 for name, change in added.items()}
    merged = {
        1.0: start(Model(make_llama(tmp_path / "merged.gguf", added=added))),
        0.5: start(Model(make_llama(tmp_path / "half.gguf", added=half))),
    }
    engine = start(Model(base, adapters=(tmp_path / "style.gguf",), flash_attention="off"))
    plain = _ask(engine)
    assert _difference(plain, _ask(start(Model(base, flash_attention="off")))) < 1e-4
    assert _difference(plain, _ask(engine, (0, 0.0))) < 1e-4
    for strength, wanted in merged.items():
        found = _ask(engine, (0, strength))
        assert _difference(plain, found) > 1e-2
        assert _difference(_ask(wanted), found) < 1e-3
    assert _difference(plain, _ask(engine)) < 1e-4


def test_two_adapters_add_up(start: Callable[[Model], Engine], tmp_path: Path) -> None:
    first = make_adapter(tmp_path / "first.gguf", seed=1)
    second = make_adapter(tmp_path / "second.gguf", seed=2)
    both = {name: first[name] + 0.5 * second[name] for name in first}
    wanted = start(Model(make_llama(tmp_path / "both.gguf", added=both)))
    adapters = (tmp_path / "first.gguf", tmp_path / "second.gguf")
    engine = start(Model(make_llama(tmp_path / "base.gguf"), adapters=adapters))
    assert _difference(_ask(wanted), _ask(engine, (0, 1.0), (1, 0.5))) < 2e-3


def test_requests_under_way_keep_their_own_adapter(
    start: Callable[[Model], Engine], tmp_path: Path
) -> None:
    make_adapter(tmp_path / "style.gguf")
    engine = start(Model(make_llama(tmp_path / "base.gguf"), adapters=(tmp_path / "style.gguf",)))
    plain, styled = _ask(engine), _ask(engine, (0, 1.0))

    def request(*adapters: tuple[int, float]) -> Request:
        return Request(
            (Segment(PROMPT),),
            sampling=GREEDY,
            max_tokens=8,
            adapters=adapters,
            priority=Priority.BATCH,
            top_logprobs=10_000,
            streaming=False,
        )

    answers = [engine.generate(request(*([(0, 1.0)] if n % 2 else []))) for n in range(6)]
    for number, answer in enumerate(answers):
        wanted = styled if number % 2 else plain
        assert _difference(wanted, list(answer.result().logprobs)) < 2e-3


@pytest.mark.parametrize("options", [{"architecture": "qwen2"}, {"width": 32}])
def test_an_adapter_of_another_model_is_refused_with_its_name(
    start: Callable[[Model], Engine], tmp_path: Path, options: dict[str, object]
) -> None:
    make_adapter(tmp_path / "style.gguf", **options)  # type: ignore[arg-type]
    with pytest.raises(AdapterUnfit, match=r"style\.gguf"):
        start(Model(make_llama(tmp_path / "base.gguf"), adapters=(tmp_path / "style.gguf",)))


@pytest.mark.parametrize(("experts", "fits"), [(4, True), (3, False), (5, False)])
def test_an_adapter_has_as_many_experts_as_the_model(
    start: Callable[[Model], Engine], kinds_folder: Path, tmp_path: Path, experts: int, fits: bool
) -> None:
    """llama.cpp does not look: it reads and writes behind the end (its issue 29128)."""
    adapter = tmp_path / "experts.gguf"
    make_expert_adapter(
        adapter, name="blk.0.ffn_up_exps.weight", experts=experts, inputs=128, outputs=192
    )
    model = Model(kinds_folder / "mixtral.gguf", adapters=(adapter,))
    if not fits:
        with pytest.raises(AdapterUnfit, match=r"experts\.gguf"):
            start(model)
        return
    engine = start(model)
    assert _difference(_ask(engine), _ask(engine, (0, 1.0))) > 1e-3


def test_a_model_is_no_adapter(start: Callable[[Model], Engine], tmp_path: Path) -> None:
    base = make_llama(tmp_path / "base.gguf")
    with pytest.raises(AdapterUnfit):
        start(Model(base, adapters=(make_llama(tmp_path / "other.gguf"),)))
    with pytest.raises(FileMissing):
        start(Model(base, adapters=(tmp_path / "none.gguf",)))


def test_an_adapter_that_was_not_loaded_is_an_error(
    start: Callable[[Model], Engine], tmp_path: Path
) -> None:
    engine = start(Model(make_llama(tmp_path / "base.gguf")))
    with pytest.raises(EngineFailed):
        _ask(engine, (3, 1.0))
    assert _ask(engine)
