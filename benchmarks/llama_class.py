"""The high-level `Llama` class, in a process of its own: tokens written a second.

python -m benchmarks.llama_class MODEL NEW_TOKENS THREADS
"""

from __future__ import annotations

import sys
import time


def main(model: str, new_tokens: int, threads: int) -> None:
    """Prints the speed."""
    from llama_cpp import Llama

    llama = Llama(model, n_ctx=2048, n_threads=threads, verbose=False)
    times = []
    for _ in llama.create_completion("Once upon a time", max_tokens=new_tokens, stream=True):
        times.append(time.perf_counter())
    print((len(times) - 1) / (times[-1] - times[0]))


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), int(sys.argv[3]))
