"""The page that a person sees first, and what it begins: imported only when it is shown."""
