"""Uses the window as a screen reader does: through the accessibility bus alone.

    python3 bus_reader.py chat|names COMMAND ...

Runs with the system's Python, which has the bindings of AT-SPI, in a session bus of its own. It
starts the program, acts, and prints one JSON object.
"""

from __future__ import annotations

import json
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from typing import Any, TypeVar

import gi  # type: ignore[import-not-found, import-untyped, unused-ignore]

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi  # type: ignore[import-not-found, unused-ignore] # noqa: E402

QUESTION = "What is the capital of France?"
_PATIENCE_S = 60.0
_T = TypeVar("_T")


def main(task: str, command: list[str]) -> int:
    program = subprocess.Popen(command)
    try:
        window = wait(lambda: find_window(program), "the window")
        told = chat(window) if task == "chat" else {"names": names(window)}
        print(json.dumps(told), flush=True)
    finally:
        program.terminate()
        program.wait(30)
    return 0


def chat(window: Any) -> dict[str, Any]:
    """Opens the data, types, sends, and reads what comes."""
    box = wait(lambda: box_after_first_steps(window), "the box")
    wait(lambda: Atspi.EditableText.insert_text(box, 0, QUESTION, len(QUESTION)), "the typing")
    typed = Atspi.Text.get_text(box, 0, -1)
    send = wait(lambda: find(window, "Send", "push button"), "the button")
    wait(lambda: send.get_state_set().contains(Atspi.StateType.ENABLED), "the button to be on")
    press(send)
    wait(lambda: find(window, "Copy this answer", "push button"), "the answer to end")
    messages = find(window, "Messages", "list")
    return {
        "typed": typed,
        "answer": " ".join(each for each in texts(messages) if each != QUESTION),
        "unnamed": [each.get_role_name() for each in walk(window) if is_nameless(each)],
    }


def box_after_first_steps(window: Any) -> Any:
    """Returns the box of a chat; presses what leads there from the first steps."""
    if box := find(window, "Message", "text"):
        return box
    for name in ("Look around with the practice model", "Store nothing this time"):
        if button := find(window, name, "push button"):
            press(button)
    return None


def names(window: Any) -> list[str]:
    """Returns the names of everything in the window, once the page is there."""

    def told() -> list[str]:
        return [name for each in walk(window) if (name := each.get_name())]

    return wait(lambda: found if len(found := told()) > 20 else None, "the page")


def find_window(program: subprocess.Popen[bytes]) -> Any:
    if program.poll() is not None:
        raise SystemExit(f"the program ended with {program.returncode}")
    for application in children(Atspi.get_desktop(0)):
        if application.get_process_id() == program.pid:
            return application if application.get_child_count() else None
    return None


def find(root: Any, name: str, role: str) -> Any:
    for each in walk(root):
        if each.get_name() == name and each.get_role_name() == role and is_showing(each):
            return each
    return None


def walk(root: Any) -> Iterator[Any]:
    for child in children(root):
        yield child
        yield from walk(child)


def children(parent: Any) -> Iterator[Any]:
    for index in range(parent.get_child_count()):
        child = parent.get_child_at_index(index)
        if child is not None:
            yield child


def is_showing(each: Any) -> bool:
    return bool(each.get_state_set().contains(Atspi.StateType.SHOWING))


def is_nameless(each: Any) -> bool:
    if "Text" in each.get_interfaces():
        return False  # its text is what is read
    is_focusable = each.get_state_set().contains(Atspi.StateType.FOCUSABLE)
    return is_focusable and is_showing(each) and not each.get_name()


def texts(root: Any) -> Iterator[str]:
    for each in walk(root):
        if is_showing(each) and "Text" in each.get_interfaces():
            yield Atspi.Text.get_text(each, 0, -1)


def press(button: Any) -> None:
    Atspi.Action.do_action(button, 0)


def wait(condition: Callable[[], _T | None], what: str) -> _T:
    end = time.monotonic() + _PATIENCE_S
    while time.monotonic() < end:
        try:
            if found := condition():
                return found
        except gi.repository.GLib.Error:
            pass  # what was looked at is gone by now: look again
        time.sleep(0.1)
    raise SystemExit(f"waited in vain for {what}")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2:]))
