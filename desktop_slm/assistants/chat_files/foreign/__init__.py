"""What other apps export or leave on the disk, read as chats. In a sandbox child only."""
