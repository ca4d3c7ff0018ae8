"""Chats in files: written for people and programs, and read from here and from other apps."""
