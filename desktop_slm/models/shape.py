"""What a model holds in memory of the text before it, by its shape: pure arithmetic.

Attention keeps a key and a value of every token in each layer; layers with a window keep the last
tokens alone; hybrids keep a state of fixed size. Source of the rounding: `llama_kv_cache` and
`llama_kv_cache_iswa` in llama.cpp; tests compare the sums with its own dry run.
"""

from __future__ import annotations

from dataclasses import dataclass

from desktop_slm.gguf.header import Header

_F16_BYTES = 2
_STEP_TOKENS = 256


@dataclass(frozen=True, slots=True)
class Shape:
    """The layers that remember, by how they do it; `state_bytes` is that of one sequence.

    `cache_bytes_per_token` is given for models whose layers nobody has told us of.
    """

    attention_layers: int = 0
    kv_heads: int = 0
    head_size: int = 0
    window_layers: int = 0
    window_tokens: int = 0
    state_bytes: int = 0
    embedding_size: int = 0
    cache_bytes_per_token: int = 0

    def token_bytes(self) -> int:
        """Returns what one more token of a text takes."""
        return self.cache_bytes_per_token or self.attention_layers * self._layer_bytes()

    def sequence_bytes(self, tokens: int, batch_tokens: int) -> int:
        """Returns what a sequence with room for so many tokens takes."""
        held = _rounded(tokens)
        windowed = min(held, _rounded(self.window_tokens + batch_tokens))
        window_bytes = self.window_layers * self._layer_bytes() * windowed
        return held * self.token_bytes() + window_bytes + self.state_bytes

    def _layer_bytes(self) -> int:
        return 2 * self.kv_heads * self.head_size * _F16_BYTES


def of_header(header: Header) -> Shape:
    """Returns the shape that a checked header tells of.

    Layers without heads are a hybrid's. Where neither the header nor the architecture says which
    layers have a window, every one counts as one that remembers all.
    """
    layers = header.number("block_count")
    heads = header.number("attention.head_count")
    embedding = header.number("embedding_length")
    head_size = header.number("attention.key_length", embedding // heads if heads else 0)
    remembering = _layers_with_heads(header, layers)
    window = header.number("attention.sliding_window")
    remembering -= header.number("attention.shared_kv_layers")  # they use another layer's
    full = _full_layers(header, remembering) if window else remembering
    kv_heads = header.number("attention.head_count_kv", heads)
    window_head_size = header.number("attention.key_length_swa", head_size) or head_size
    return Shape(
        # Layers that remember all may have heads of another size than those with a window.
        cache_bytes_per_token=full * 2 * kv_heads * head_size * _F16_BYTES,
        kv_heads=kv_heads,
        head_size=window_head_size,
        window_layers=remembering - full,
        window_tokens=window,
        state_bytes=_state_bytes(header, layers - (0 if _does_both(header) else remembering)),
        embedding_size=embedding,
    )


# One layer in so many remembers all. Source: `set_swa_pattern` in llama.cpp's models.
_FULL_LAYER_EVERY = {"gemma2": 2, "gemma3": 6, "gemma3n": 5, "gpt-oss": 2, "cohere2": 4}


def _full_layers(header: Header, layers: int) -> int:
    """Returns how many of the first layers remember all."""
    pattern = header.metadata.get(f"{header.architecture}.attention.sliding_window_pattern")
    if isinstance(pattern, tuple):
        return layers - sum(map(bool, pattern[:layers]))
    every = _FULL_LAYER_EVERY.get(header.architecture, 0)
    return layers // every if every else layers


def _layers_with_heads(header: Header, layers: int) -> int:
    interval = header.number("full_attention_interval")
    recurrent = header.metadata.get(f"{header.architecture}.attention.recurrent_layers")
    if interval:
        return layers // interval
    if isinstance(recurrent, tuple):
        return layers - sum(map(bool, recurrent))
    counts = header.metadata.get(f"{header.architecture}.attention.head_count_kv")
    if isinstance(counts, tuple):
        return sum(1 for count in counts if count)
    return layers if header.number("attention.head_count") else 0


def _does_both(header: Header) -> bool:
    """Whether every layer keeps a state beside its memory of every token."""
    return header.architecture == "falcon-h1"


def _state_bytes(header: Header, layers: int) -> int:
    """Returns the state of recurrent layers: of the inner size times that of its state, in F32."""
    inner, state = header.number("ssm.inner_size"), header.number("ssm.state_size")
    convolution = max(header.number("ssm.conv_kernel") - 1, 0)
    groups = header.number("ssm.group_count")
    row = inner * state + convolution * (inner + 2 * groups * state)
    return layers * row * 4


def _rounded(tokens: int) -> int:
    return -(-tokens // _STEP_TOKENS) * _STEP_TOKENS
