"""Folders of chats and summaries: what is done with one as a whole."""
