"""Makes tiny GGUF models with random weights: real files that llama.cpp loads in milliseconds.

The vocabulary is byte-level, so any text can be read and written; the text they write is noise.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import gguf
import numpy as np

CHATML = (
    "{% for message in messages %}<|im_start|>{{ message['role'] }}\n"
    "{{ message['content'] }}<|im_end|>\n{% endfor %}"
    "{% if add_generation_prompt %}<|im_start|>assistant\n{% endif %}"
)
SPECIAL_TOKENS = ("<|endoftext|>", "<|im_start|>", "<|im_end|>")
END_OF_TURN = 2
MERGES = ("t h", "th e", "a n", "i n", "e r", "Ġ t", "Ġ a", "Ġt he")
_EMBEDDING, _FEED_FORWARD, _LAYERS, _HEADS, _KV_HEADS = 64, 128, 2, 4, 2
_CONTROL, _NORMAL = 3, 1


def byte_tokens() -> list[str]:
    """Returns the 256 byte tokens in GPT-2's spelling of bytes as printable characters."""
    printable = [*range(33, 127), *range(161, 173), *range(174, 256)]
    spelled = {byte: chr(byte) for byte in printable}
    unprintable = (byte for byte in range(256) if byte not in spelled)
    spelled.update({byte: chr(256 + index) for index, byte in enumerate(unprintable)})
    return [spelled[byte] for byte in range(256)]


def add_vocabulary(
    writer: gguf.GGUFWriter, *, template: str = CHATML, specials: tuple[str, ...] = SPECIAL_TOKENS
) -> int:
    """Writes the tokenizer and returns the number of tokens."""
    merged = ["".join(merge.split()) for merge in MERGES]
    tokens = [*specials, *byte_tokens(), *merged]
    types = [_CONTROL] * len(specials) + [_NORMAL] * (len(tokens) - len(specials))
    writer.add_tokenizer_model("gpt2")
    writer.add_tokenizer_pre("gpt-2")
    writer.add_token_list(tokens)
    writer.add_token_types(types)
    writer.add_token_merges(list(MERGES))
    writer.add_bos_token_id(1)
    writer.add_eos_token_id(END_OF_TURN)
    writer.add_add_bos_token(False)
    if template:
        writer.add_chat_template(template)
    return len(tokens)


def make_llama(
    path: Path,
    *,
    seed: int = 1,
    template: str = CHATML,
    context: int = 2048,
    specials: tuple[str, ...] = SPECIAL_TOKENS,
    added: Mapping[str, np.ndarray] | None = None,
    tensors_a_file: int = 0,
) -> Path:
    """Writes a random model of the plainest kind: llama, F32, two layers.

    What stands in `added` is added to the weights of that name. With `tensors_a_file` the model
    is divided into several files of the usual names.
    """
    random = np.random.default_rng(seed)

    def weight(*shape: int) -> np.ndarray:
        return random.normal(0, 0.4 / np.sqrt(shape[-1]), shape).astype(np.float32)

    writer = gguf.GGUFWriter(str(path), "llama", split_max_tensors=tensors_a_file)
    writer.add_name("Tiny random llama")
    writer.add_context_length(context)
    writer.add_embedding_length(_EMBEDDING)
    writer.add_block_count(_LAYERS)
    writer.add_feed_forward_length(_FEED_FORWARD)
    writer.add_head_count(_HEADS)
    writer.add_head_count_kv(_KV_HEADS)
    writer.add_layer_norm_rms_eps(1e-5)
    writer.add_rope_dimension_count(_EMBEDDING // _HEADS)
    writer.add_file_type(gguf.LlamaFileType.ALL_F32)
    vocabulary = add_vocabulary(writer, template=template, specials=specials)
    key_value = _EMBEDDING // _HEADS * _KV_HEADS
    # Large embeddings keep the logits of neighbours well apart.
    weights = {
        "token_embd.weight": weight(vocabulary, _EMBEDDING) * 8,
        "output_norm.weight": np.ones(_EMBEDDING, np.float32),
        "output.weight": weight(vocabulary, _EMBEDDING) * 8,
    }
    for layer in range(_LAYERS):
        name = f"blk.{layer}"
        weights[f"{name}.attn_norm.weight"] = np.ones(_EMBEDDING, np.float32)
        weights[f"{name}.attn_q.weight"] = weight(_EMBEDDING, _EMBEDDING)
        weights[f"{name}.attn_k.weight"] = weight(key_value, _EMBEDDING)
        weights[f"{name}.attn_v.weight"] = weight(key_value, _EMBEDDING)
        weights[f"{name}.attn_output.weight"] = weight(_EMBEDDING, _EMBEDDING)
        weights[f"{name}.ffn_norm.weight"] = np.ones(_EMBEDDING, np.float32)
        weights[f"{name}.ffn_gate.weight"] = weight(_FEED_FORWARD, _EMBEDDING)
        weights[f"{name}.ffn_up.weight"] = weight(_FEED_FORWARD, _EMBEDDING)
        weights[f"{name}.ffn_down.weight"] = weight(_EMBEDDING, _FEED_FORWARD)
    for name, change in (added or {}).items():
        weights[name] += change
    for name, values in weights.items():
        writer.add_tensor(name, values)
    writer.write_header_to_file()
    writer.write_kv_data_to_file()
    writer.write_tensors_to_file()
    writer.close()
    return path
