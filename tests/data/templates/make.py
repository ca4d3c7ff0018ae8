"""Writes what llama.cpp's own template engine makes of the templates it ships.

    python -m tests.data.templates.make LLAMA_SERVER MODEL.gguf

Run once for a release of llama.cpp; `expected.json` is kept, and the test compares ours with it.
"""

from __future__ import annotations

import argparse
import json
import socket
import subprocess
import time
import urllib.error
import urllib.request
from datetime import datetime
from pathlib import Path
from typing import Any

HERE = Path(__file__).parent
SOURCES = HERE / "sources"
EXPECTED = HERE / "expected.json"

_USER = {"role": "user", "content": "What is the capital of France?"}
_SYSTEM = {"role": "system", "content": "Answer in one word."}
_ANSWER = {"role": "assistant", "content": "Paris."}
_MORE = {"role": "user", "content": 'And of "Spain" <b>&amp;</b> Österreich?'}
CONVERSATIONS: dict[str, list[dict[str, str]]] = {
    "user": [_USER],
    "system": [_SYSTEM, _USER],
    "turns": [_SYSTEM, _USER, _ANSWER, _MORE],
}


def main() -> None:
    parser = argparse.ArgumentParser()
    parser.add_argument("server")
    parser.add_argument("model")
    arguments = parser.parse_args()
    found: dict[str, Any] = {"date": datetime.now().date().isoformat(), "templates": {}}
    for source in sorted(SOURCES.glob("*.jinja")):
        found["templates"][source.stem] = _renderings(arguments.server, arguments.model, source)
        print(
            source.stem, {key: len(text) for key, text in found["templates"][source.stem].items()}
        )
    EXPECTED.write_text(json.dumps(found, ensure_ascii=False, indent=1) + "\n")


def _renderings(server: str, model: str, source: Path) -> dict[str, str]:
    """Returns the prompt of each conversation, without the token that begins every text."""
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        port = taken.getsockname()[1]
    words = [server, "-m", model, "--jinja", "--chat-template-file", str(source)]
    words += ["--port", str(port), "-c", "512", "--no-warmup", "-t", "2"]
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    try:
        if not _wait(process, port):
            return {}
        prompts = {
            f"{name}, {'thinking' if thinks else 'not thinking'}": _apply(port, messages, thinks)
            for name, messages in CONVERSATIONS.items()
            for thinks in (False, True)
        }
        return {name: prompt for name, prompt in prompts.items() if prompt}
    finally:
        process.kill()
        process.wait()


def _wait(process: subprocess.Popen[bytes], port: int) -> bool:
    while process.poll() is None:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/health", timeout=2):
                return True
        except OSError:
            time.sleep(0.05)
    return False


def _apply(port: int, messages: list[dict[str, str]], thinks: bool) -> str:
    body = {"messages": messages, "chat_template_kwargs": {"enable_thinking": thinks}}
    request = urllib.request.Request(
        f"http://127.0.0.1:{port}/apply-template",
        json.dumps(body).encode(),
        {"Content-Type": "application/json"},
    )
    try:
        with urllib.request.urlopen(request, timeout=20) as answer:
            return str(json.loads(answer.read())["prompt"])
    except urllib.error.HTTPError:
        return ""


if __name__ == "__main__":
    main()
