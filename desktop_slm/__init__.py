"""Desktop SLM: small language models for chat and checkable summaries, on your own computer."""

__version__ = "0.1.0"
__version_date__ = "2026-11-21"  # from which a copy of the source counts its age
