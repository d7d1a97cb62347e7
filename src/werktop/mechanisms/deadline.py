"""Time as something that is passed in: the core itself never looks at a clock."""

from collections.abc import Callable


class Deadline:
    """A budget of seconds on a clock that the caller hands over, for instance `time.monotonic`.

    Calling it answers "may I go on?", so that it fits wherever a `keep_going` is asked for.
    The searches also read `share_used` from it, to cool down in step with the time that is left.
    """

    def __init__(self, seconds: float, clock: Callable[[], float]):
        self._seconds = max(float(seconds), 1e-6)
        self._clock = clock
        self._started = clock()

    def __call__(self) -> bool:
        return self.seconds_left() > 0

    def seconds_used(self) -> float:
        """Seconds since the deadline was made."""
        return self._clock() - self._started

    def seconds_left(self) -> float:
        """Seconds until the deadline; negative once it has passed."""
        return self._seconds - self.seconds_used()

    def share_used(self) -> float:
        """The part of the budget that is spent, from 0 to 1."""
        return min(1.0, max(0.0, self.seconds_used() / self._seconds))
