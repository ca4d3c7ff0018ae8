"""Our rendering of the templates that llama.cpp ships, beside what llama.cpp makes of them."""

from __future__ import annotations

import json
from datetime import datetime
from typing import Any

import pytest

from desktop_slm.engine import template
from desktop_slm.errors import TemplateFailed
from tests.data.templates.make import CONVERSATIONS, EXPECTED, SOURCES

_FOUND = json.loads(EXPECTED.read_text(encoding="utf-8"))
_CASES = [
    (name, case, prompt)
    for name, prompts in _FOUND["templates"].items()
    for case, prompt in prompts.items()
]
_BEGIN, _END = "<|im_start|>", "<|im_end|>"  # of the model that llama.cpp ran

# llama.cpp asks these to repeat the (empty) thinking of earlier turns, transformers does not.
_KEEPS_THINKING = {
    ("deepseek-ai-DeepSeek-V4", "turns, thinking"),
    ("deepseek-ai-DeepSeek-V4-Flash-0731", "turns, thinking"),
    ("poolside-Laguna-S-2.1", "turns, not thinking"),
}
# llama.cpp puts the instructions into the first question; `Templating` does, above `render`.
_REFUSES_INSTRUCTIONS = {"google-gemma-2-2b-it"}
# It cannot be rendered without functions; the app goes on with llama.cpp's built-in templates.
_NEEDS_FUNCTIONS = {"fireworks-ai-llama-3-firefunction-v2"}


class _ThatDay(datetime):
    """The day on which llama.cpp rendered them."""

    @classmethod
    def now(cls, tz: Any = None) -> _ThatDay:
        return cls.fromisoformat(_FOUND["date"])


@pytest.fixture(autouse=True)
def _that_day(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(template, "datetime", _ThatDay)


def test_every_shipped_template_was_rendered() -> None:
    assert {source.stem for source in SOURCES.glob("*.jinja")} == set(_FOUND["templates"])
    assert len(_FOUND["templates"]) == 70
    assert all(len(prompts) == 6 for prompts in _FOUND["templates"].values())


@pytest.mark.parametrize(
    ("name", "case", "expected"), _CASES, ids=[f"{name}, {case}" for name, case, _ in _CASES]
)
def test_a_prompt_is_what_llama_cpp_makes(name: str, case: str, expected: str) -> None:
    conversation, thinking = case.split(", ")
    source = (SOURCES / f"{name}.jinja").read_text(encoding="utf-8")
    variables = {
        "messages": CONVERSATIONS[conversation],
        "add_generation_prompt": True,
        "bos_token": _BEGIN,
        "eos_token": _END,
        "enable_thinking": thinking == "thinking",
    }
    refuses = name in _REFUSES_INSTRUCTIONS and conversation != "user"
    if refuses or name in _NEEDS_FUNCTIONS:
        with pytest.raises(TemplateFailed):
            template.render(source, variables)
        return
    rendered = template.render(source, variables)
    # llama.cpp leaves the token that begins every text to its tokenizer.
    is_same = expected in (rendered, rendered.removeprefix(_BEGIN))
    assert is_same is ((name, case) not in _KEEPS_THINKING), rendered
