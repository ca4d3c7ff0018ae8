"""How long steps take here, and so how many prompt tokens fit into one without a stall."""

from __future__ import annotations

_WEIGHT = 0.3
_QUICK_STEP_S = 0.070
_STALL_S = 0.200
_SHARE_OF_STALL = 0.6
_SLOW_STEPS = 2.5
# What is read at once where the pace is not known, or must not count.
FIXED_CHUNK = 32
_LEAST_CHUNK = 8


class Pace:
    """Measures steps; all lanes of an engine share one.

    While somebody's tokens are being written, a step may take 200 ms where a plain decode step
    takes under 70 ms, else three such steps.
    """

    def __init__(self) -> None:
        self._decode_s = 0.0
        self._prompt_token_s = 0.0

    @property
    def prompt_token_s(self) -> float:
        """The measured time to read one token of a prompt; 0 before the first measure."""
        return self._prompt_token_s

    def note(self, prompt_tokens: int, decoded_tokens: int, seconds: float) -> None:
        """Takes the measure of one step."""
        if not prompt_tokens:
            self._decode_s = _mix(self._decode_s, seconds)
        elif prompt_tokens >= _LEAST_CHUNK:
            rest = max(seconds - (self._decode_s if decoded_tokens else 0.0), seconds / 10)
            self._prompt_token_s = _mix(self._prompt_token_s, rest / prompt_tokens)

    def chunk(self, writing_lanes: int = 1) -> int:
        """Returns how many prompt tokens may be read between two tokens of those who write."""
        if not self._prompt_token_s:
            return FIXED_CHUNK
        allowed_s = (
            _STALL_S * _SHARE_OF_STALL
            if self._decode_s < _QUICK_STEP_S
            else self._decode_s * _SLOW_STEPS
        )
        tokens = int((allowed_s - writing_lanes * self._decode_s) / self._prompt_token_s)
        return max(tokens, _LEAST_CHUNK)


def _mix(old: float, new: float) -> float:
    return new if not old else old + _WEIGHT * (new - old)
