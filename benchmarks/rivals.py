"""What the engine is compared with, each with the same face: answers to a list of prompts."""

from __future__ import annotations

import json
import socket
import subprocess
import time
import urllib.request
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Protocol

import psutil

from benchmarks.llama_tools import Tools
from desktop_slm.engine.client import Engine
from desktop_slm.engine.protocol import GREEDY, Delta, Priority, Request, Segment
from desktop_slm.engine.text_engine import Model

_PATIENCE_S = 7_200.0  # a large model on a busy computer takes its time


@dataclass(frozen=True)
class Prompt:
    """An instruction that others share, and a text of its own."""

    instruction: str
    text: str


class Contestant(Protocol):
    """Something that answers prompts with one loaded model."""

    def answer_all(self, prompts: Sequence[Prompt], new_tokens: int) -> int:
        """Answers all, as many at once as it does; returns the number of new tokens."""

    def first_token_s(self, prompt: Prompt) -> float:
        """Returns the seconds until the first piece of text of a greedy answer."""

    def memory_bytes(self) -> int:
        """Returns the resident memory of its process."""

    def close(self) -> None:
        """Ends it."""


class Ours:
    """This engine, in its child."""

    def __init__(self, model: Path, slots: int) -> None:
        self._engine = Engine()
        self._engine.load(Model(model, parallel=slots))

    def answer_all(self, prompts: Sequence[Prompt], new_tokens: int) -> int:
        answers = [self._engine.generate(_request(p, new_tokens, batch=True)) for p in prompts]
        return sum(answer.result().usage.new_tokens for answer in answers)

    def decode_speed(self, prompt: Prompt, new_tokens: int) -> float:
        """Returns the tokens written a second, without reading."""
        answer = self._engine.generate(_request(prompt, new_tokens, batch=False))
        return answer.result().usage.tokens_per_s

    def first_token_s(self, prompt: Prompt) -> float:
        started = time.perf_counter()
        answer = self._engine.generate(_request(prompt, 4, batch=False, streaming=True))
        for event in answer:
            if isinstance(event, Delta):
                seconds = time.perf_counter() - started
                answer.result()
                return seconds
        raise AssertionError("an answer without text")

    def memory_bytes(self) -> int:
        return self._engine.memory_bytes

    def close(self) -> None:
        self._engine.unload()


def _request(prompt: Prompt, new_tokens: int, *, batch: bool, streaming: bool = False) -> Request:
    return Request(
        (Segment(prompt.instruction), Segment(prompt.text, is_literal=True)),
        sampling=GREEDY,
        max_tokens=new_tokens,
        priority=Priority.BATCH if batch else Priority.INTERACTIVE,
        shared_segments=1 if batch else 0,
        streaming=streaming,
    )


class Server:
    """llama.cpp's server on loopback."""

    def __init__(self, tools: Tools, model: Path, slots: int, cells: int, threads: int) -> None:
        with socket.socket() as free:
            free.bind(("127.0.0.1", 0))
            port = free.getsockname()[1]
        self._slots = slots
        self._address = f"http://127.0.0.1:{port}"
        words = [tools.server, "-m", model, "-np", slots, "-c", slots * cells, "-t", threads]
        words += ["--host", "127.0.0.1", "--port", port, "--cache-ram", "512"]
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(list(map(str, words)), stdout=quiet, stderr=quiet)
        self._wait()

    def answer_all(self, prompts: Sequence[Prompt], new_tokens: int) -> int:
        with ThreadPoolExecutor(self._slots) as pool:
            ends = pool.map(lambda prompt: self.complete(prompt, new_tokens), prompts)
            return sum(int(end["tokens_predicted"]) for end in ends)

    def first_token_s(self, prompt: Prompt) -> float:
        started = time.perf_counter()
        body = self._body(prompt, 4, stream=True)
        request = self._post("completion", body)
        with urllib.request.urlopen(request, timeout=_PATIENCE_S) as reply:
            for line in reply:
                if line.startswith(b"data: ") and json.loads(line[6:]).get("content"):
                    seconds = time.perf_counter() - started
                    reply.read()
                    return seconds
        raise AssertionError("an answer without text")

    def memory_bytes(self) -> int:
        return int(psutil.Process(self._process.pid).memory_info().rss)

    def close(self) -> None:
        self._process.terminate()
        self._process.wait()

    def complete(self, prompt: Prompt, new_tokens: int) -> Any:
        """Returns what the server says of a whole answer."""
        return self._ask("completion", self._body(prompt, new_tokens, stream=False))

    def count_tokens(self, text: str) -> int:
        """Returns the number of tokens of a text."""
        return len(self._ask("tokenize", {"content": text})["tokens"])

    def _ask(self, what: str, body: dict[str, object]) -> Any:
        with urllib.request.urlopen(self._post(what, body), timeout=_PATIENCE_S) as reply:
            return json.load(reply)

    def _body(self, prompt: Prompt, new_tokens: int, *, stream: bool) -> dict[str, object]:
        return {
            "prompt": prompt.instruction + prompt.text,
            "n_predict": new_tokens,
            "temperature": 0,
            "cache_prompt": True,
            "stream": stream,
        }

    def _post(self, what: str, body: dict[str, object]) -> urllib.request.Request:
        headers = {"Content-Type": "application/json"}
        data = json.dumps(body).encode()
        return urllib.request.Request(f"{self._address}/{what}", data, headers)

    def _wait(self) -> None:
        end = time.monotonic() + 120
        while time.monotonic() < end:
            try:
                with urllib.request.urlopen(f"{self._address}/health", timeout=2):
                    return
            except OSError:
                time.sleep(0.05)
        raise TimeoutError("the server did not start")


def bench_decode(tools: Tools, model: Path, new_tokens: int, threads: int) -> float:
    """Returns the tokens a second that llama-bench writes."""
    words = [tools.bench, "-m", model, "-p", 0, "-n", new_tokens, "-r", 1, "-t", threads]
    done = subprocess.run(
        [*map(str, words), "-o", "json"], capture_output=True, text=True, check=True
    )
    return float(json.loads(done.stdout)[0]["avg_ts"])
