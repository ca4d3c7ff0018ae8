"""Files that the program carries: icons, prompts. Read through `importlib.resources`."""
