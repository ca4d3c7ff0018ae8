"""What an answer is held to: grammars, schemas, stop strings; and what is shown of it."""

from __future__ import annotations

import json
import math
import random
from collections.abc import Iterator
from pathlib import Path

import pytest

from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import (
    GREEDY,
    Delta,
    Finished,
    Priority,
    Request,
    Sampling,
    Segment,
    StopReason,
)
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import EngineFailed
from tests.fakes.tiny_models import CHATML, make_llama
from tests.model.json_schemas import fits, random_schema

WILD = Sampling(temperature=1.5, top_k=0, top_p=1.0, min_p=0.0)
THINKING = CHATML.replace("assistant\\n", "assistant\\n") + "{# <think></think> #}"


@pytest.fixture(scope="module")
def engine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Engine]:
    folder: Path = tmp_path_factory.mktemp("constraints")
    engine = Engine()
    engine.load(Model(make_llama(folder / "tiny.gguf", template=THINKING)))
    yield engine
    engine.unload()


def _request(**options: object) -> Request:
    values = {"sampling": WILD, "max_tokens": 600, **options}
    return Request((Segment("the anther"),), **values)  # type: ignore[arg-type]


def test_two_hundred_schemas_give_values_that_fit(engine: Engine) -> None:
    numbers = random.Random(11)
    schemas = [random_schema(numbers) for _ in range(200)]
    answers = [
        engine.generate(
            _request(
                json_schema=json.dumps(schema),
                sampling=Sampling(temperature=1.5, top_k=0, top_p=1.0, min_p=0.0, seed=seed),
                priority=Priority.BATCH,
                streaming=False,
            )
        )
        for seed, schema in enumerate(schemas)
    ]
    for schema, answer in zip(schemas, answers, strict=True):
        end = answer.result()
        assert end.stop_reason is StopReason.FINISHED, schema
        assert fits(json.loads(end.text), schema), (schema, end.text)


def test_without_a_schema_the_text_is_none_of_these(engine: Engine) -> None:
    with pytest.raises(json.JSONDecodeError):
        json.loads(engine.generate(_request(max_tokens=40)).result().text)


def test_a_grammar_allows_what_it_says_and_nothing_else(engine: Engine) -> None:
    grammar = 'root ::= ("yes" | "no" | "perhaps") "!"{2,3}'
    found = set()
    for seed in range(40):
        sampling = Sampling(temperature=2.0, top_k=0, top_p=1.0, min_p=0.0, seed=seed)
        found.add(engine.generate(_request(grammar=grammar, sampling=sampling)).result().text)
    allowed = {word + "!" * n for word in ("yes", "no", "perhaps") for n in (2, 3)}
    assert found <= allowed
    assert len(found) > 1


@pytest.mark.parametrize("sampling", [GREEDY, Sampling(xtc_probability=1.0, xtc_threshold=0.01)])
def test_a_grammar_holds_with_every_kind_of_sampling(engine: Engine, sampling: Sampling) -> None:
    request = _request(grammar='root ::= [a-c]{12} "."', sampling=sampling)
    text = engine.generate(request).result().text
    assert len(text) == 13
    assert set(text[:12]) <= set("abc")


@pytest.mark.parametrize(
    "options",
    [{"grammar": "root ::= ("}, {"grammar": "nothing"}, {"json_schema": '{"type": "strange"}'}],
)
def test_a_grammar_that_is_none_is_an_error_and_the_next_request_works(
    engine: Engine, options: dict[str, str]
) -> None:
    with pytest.raises(EngineFailed):
        engine.generate(_request(**options)).result()
    assert engine.generate(_request(max_tokens=4)).result().usage.new_tokens == 4


def test_characters_of_many_tokens_are_shown_whole(engine: Engine) -> None:
    """The tiny model has a token for each byte: 🎈 takes four."""
    request = _request(grammar='root ::= "é🎈日👩‍👩‍👧" root-end\nroot-end ::= "ß"{3}')
    events = list(engine.generate(request))
    deltas = [event.text for event in events if isinstance(event, Delta)]
    assert "".join(deltas) == "é🎈日👩‍👩‍👧ßßß"
    assert not any("\ufffd" in delta for delta in deltas)
    end = events[-1]
    assert isinstance(end, Finished)
    assert end.usage.new_tokens > 20


def test_an_answer_that_ends_inside_a_character_leaves_its_pieces_out(engine: Engine) -> None:
    request = _request(grammar='root ::= "ab🎈cd"', max_tokens=4)
    assert engine.generate(request).result().text == "ab"


@pytest.mark.parametrize("stop", ["c🎈", "🎈", "b", "d"])
def test_stop_strings_work_across_tokens(engine: Engine, stop: str) -> None:
    request = _request(grammar='root ::= "abc🎈def"', stop=(stop, "never"))
    events = list(engine.generate(request))
    end = events[-1]
    assert isinstance(end, Finished)
    assert end.stop_reason is StopReason.STOP_TEXT
    assert end.text == "abc🎈def"[: "abc🎈def".index(stop)]
    assert "".join(event.text for event in events if isinstance(event, Delta)) == end.text


def test_thinking_comes_as_its_own_events(engine: Engine) -> None:
    request = _request(grammar='root ::= "<think>so it is</think>yes"')
    events = list(engine.generate(request))
    thinking = "".join(e.text for e in events if isinstance(e, Delta) and e.is_thinking)
    shown = "".join(e.text for e in events if isinstance(e, Delta) and not e.is_thinking)
    end = events[-1]
    assert isinstance(end, Finished)
    assert (thinking, shown) == ("so it is", "yes") == (end.thinking, end.text)


def test_log_probabilities_are_those_of_all_tokens(engine: Engine) -> None:
    end = engine.generate(_request(top_logprobs=10_000, max_tokens=6)).result()
    assert len(end.logprobs) == 6
    for entry in end.logprobs:
        values = [value for _, value in entry.top]
        assert math.isclose(sum(map(math.exp, values)), 1.0, rel_tol=1e-3)
        assert values == sorted(values, reverse=True)
        assert any(math.isclose(entry.logprob, value) for value in values)


def test_log_probabilities_are_made_only_where_they_are_asked_for(engine: Engine) -> None:
    assert engine.generate(_request(max_tokens=3)).result().logprobs == ()
    (first,) = engine.generate(_request(max_tokens=1, top_logprobs=2)).result().logprobs
    assert len(first.top) == 2
