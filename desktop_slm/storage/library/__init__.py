"""What the person made to chat with: assistants and prompts."""
