"""`desktop-slm chat`: one answer, or a conversation where no message is given."""

from __future__ import annotations

import sys

from desktop_slm.assistants.cancellation import Cancellation
from desktop_slm.assistants.chat import (
    BUILT_IN,
    PRACTICE_NOTICE,
    TEMPLATE,
    ChatEvent,
    ChatOptions,
    ChatTurns,
)
from desktop_slm.assistants.personas.assistant import Assistant
from desktop_slm.cli import output
from desktop_slm.cli.parser import Arguments
from desktop_slm.cli.session import Session
from desktop_slm.engine.protocol import Delta, Loading, Reading
from desktop_slm.errors import DesktopSlmError, EmptyPrompt
from desktop_slm.storage.chats.messages import Message, Turn
from desktop_slm.workers.confine import Enforced
from desktop_slm.workers.launcher import Launcher

_BUILT_IN_NOTICE = (
    "The chat template of this model does not work; a common one was used, "
    "and answers may be worse for it."
)


def run(arguments: Arguments, enforced: Enforced, launcher: Launcher | None) -> int:
    """Runs the verb."""
    prompt = arguments.prompt
    talks = prompt is None and sys.stdin.isatty() and not arguments.json
    if prompt is None and not talks:
        prompt = sys.stdin.read()
    if prompt is not None and not prompt.strip():
        raise EmptyPrompt
    with Session(arguments) as session:
        conversation = _Conversation(session, arguments)
        if prompt is None:
            conversation.talk()
        else:
            conversation.ask(prompt)
    return 0


class _Conversation:
    """A chat in the terminal."""

    def __init__(self, session: Session, arguments: Arguments) -> None:
        self._session = session
        self._json = arguments.json
        self._turns = ChatTurns(
            session.conversations,
            session.engine,
            session.templating,
            to_run=session.engine_model,
        )
        self._options = ChatOptions(
            model=session.model(arguments.model),
            assistant=Assistant(instructions=arguments.system),
            seed=arguments.seed,
            max_tokens=arguments.max_tokens,
        )
        self._chat_id: int | None = None
        self._told_template = False
        self._progress = output.Progress()
        if self._options.model.is_practice and not self._json:
            print(f"{PRACTICE_NOTICE}\n", flush=True)

    def talk(self) -> None:
        """Answers line by line until the input ends."""
        while True:
            try:
                text = input("> ")
            except EOFError:
                print()
                return
            if not text.strip():
                continue
            try:
                self.ask(text)
            except DesktopSlmError as error:
                output.error(error)
            print()

    def ask(self, text: str) -> None:
        """Stores the message, streams the answer and prints its end."""
        turn = self._begin(text)
        cancellation = Cancellation()
        try:
            answer = self._turns.answer(turn.answer, self._options, self._show, cancellation)
        except KeyboardInterrupt:
            cancellation.cancel()
            raise
        finally:
            self._progress.clear()
        if self._json:
            output.result(self._describe(answer))
            return
        if not answer.text.endswith("\n"):
            print(flush=True)
        if answer.details.get(TEMPLATE) == BUILT_IN and not self._told_template:
            self._told_template = True
            output.note(_BUILT_IN_NOTICE)

    def _begin(self, text: str) -> Turn:
        if self._chat_id is None:
            turn = self._session.conversations.begin_chat(text)
            self._chat_id = turn.answer.chat_id
            return turn
        return self._session.conversations.begin_turn(self._chat_id, text)

    def _show(self, event: ChatEvent) -> None:
        match event:
            case Loading(fraction):
                self._progress.show(f"Loading {self._options.model.name}, {fraction:.0%}")
            case Reading(read, prompt):
                self._progress.show(f"Reading, {read / prompt:.0%}")
            case Delta(text, is_thinking=False) if not self._json:
                self._progress.clear()
                sys.stdout.write(text)
                sys.stdout.flush()

    def _describe(self, answer: Message) -> dict[str, object]:
        details = answer.details
        described: dict[str, object] = {
            "text": answer.text,
            "model": self._options.model.id,
            **{
                name: details.get(name)
                for name in (
                    *("stop_reason", "prompt_tokens", "new_tokens"),
                    *("first_token_s", "tokens_per_s", TEMPLATE),
                )
            },
            "stored": self._session.database.is_stored,
        }
        if self._options.model.is_practice:
            described["notice"] = PRACTICE_NOTICE
        return described
