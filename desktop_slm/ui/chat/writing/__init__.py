"""The box: what is written, attached, completed, kept and sent."""
