"""The product: a chat turn, a summary, the evidence for it. Pure Python over the level below."""
