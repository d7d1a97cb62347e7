"""What the command line says instead of a traceback."""


class Refusal(Exception):
    """The command cannot go on, for a reason that the person at the keyboard can remove."""
