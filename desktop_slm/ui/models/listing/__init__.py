"""The models on this computer, a line each, and what can be done with one."""
