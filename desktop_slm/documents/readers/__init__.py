"""The child's side: one module a format. Nothing here runs in the window's process."""
