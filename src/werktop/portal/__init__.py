"""The room of guests' own pages: candidates and entrepreneurs with a signed link, no account, no password."""
