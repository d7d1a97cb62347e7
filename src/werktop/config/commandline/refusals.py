"""Why a command ends early: for a reason that can be said, or because somebody stopped it."""


class Refusal(Exception):
    """The command cannot go on, for a reason that the person at the keyboard can remove."""


class Stopped(BaseException):
    """SIGTERM or SIGHUP reached us: leave every `with` and `finally` in order, then exit."""
