"""Posts of the seats page: each one command, then back to the round and seat it was about."""
