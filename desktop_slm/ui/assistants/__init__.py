"""The Assistants page: who can answer in a chat, and prompts with a name."""
