"""Desktop SLM: small language models for chat and checkable summaries, on your own computer."""

__version__ = "0.1.0"
