"""The room of what goes out: messages in an outbox, letters, calendar files, and signed links for guests."""
