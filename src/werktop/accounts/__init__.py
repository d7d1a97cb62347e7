"""The room of who logs in, in which role, for which organisation."""
