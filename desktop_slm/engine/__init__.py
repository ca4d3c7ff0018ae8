"""Runs models: the parent's side is `client`, the child's side starts in `serve`."""
