"""An assistant's adapter in a chat with the real engine: it works on its answers alone."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.chat import ChatOptions, ChatTurns
from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY
from desktop_slm.engine.templating import Templating
from desktop_slm.engine.text_engine import Model
from desktop_slm.errors import AdapterUnfit, FileMissing
from desktop_slm.models.library import InstalledModel, Place
from desktop_slm.storage.chats.conversations import Conversations
from desktop_slm.storage.chats.messages import Message, MessageState
from desktop_slm.storage.database import Database
from desktop_slm.storage.times import utc_now
from tests.fakes.tiny_adapters import make_adapter
from tests.fakes.tiny_models import make_llama

PLAIN = Assistant(name="Plain", instructions="the inner", sampling=GREEDY)


@dataclass
class Talk:
    """A chat with a tiny model in a real engine."""

    chats: Conversations
    turns: ChatTurns
    model: InstalledModel

    def ask(self, assistant: Assistant) -> Message:
        answer = self.chats.begin_chat("the anther in an inner").answer
        options = ChatOptions(self.model, assistant, seed=1, max_tokens=24)
        return self.turns.answer(answer, options, lambda event: None, Cancellation())


@pytest.fixture
def talk(tmp_path: Path) -> Iterator[Talk]:
    path = tmp_path / "base.gguf"
    make_llama(path)
    engine = Engine()
    templating = Templating(built_in=engine.built_in_prompt)
    with Database.in_memory() as database:
        chats = Conversations(database, utc_now)
        turns = ChatTurns(
            chats, engine, templating, to_run=lambda model: Model(model.path, context_tokens=512)
        )
        installed = InstalledModel("base", "Base", path, 1, "", Place.FOLDER)
        yield Talk(chats, turns, installed)
    engine.unload()
    templating.close()


def test_it_changes_its_own_answers_and_no_others(talk: Talk, tmp_path: Path) -> None:
    make_adapter(tmp_path / "style.gguf")
    styled = replace(PLAIN, adapter=str(tmp_path / "style.gguf"))
    before, with_style, after = talk.ask(PLAIN), talk.ask(styled), talk.ask(PLAIN)
    assert before.text == after.text != with_style.text


def test_an_adapter_that_does_not_fit_or_is_gone_is_told(talk: Talk, tmp_path: Path) -> None:
    make_adapter(tmp_path / "other.gguf", architecture="qwen2")
    for name, kind in (("other.gguf", AdapterUnfit), ("gone.gguf", FileMissing)):
        with pytest.raises(kind) as caught:
            talk.ask(replace(PLAIN, adapter=str(tmp_path / name)))
        assert name in str(caught.value)
    [kept, *_] = talk.chats.recent()
    assert talk.chats.path(kept.id)[-1].state is MessageState.FAILED
