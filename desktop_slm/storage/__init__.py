"""The encrypted database with chats, summaries and document text, and where its key comes from."""
