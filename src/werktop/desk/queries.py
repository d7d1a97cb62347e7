"""What is due for one colleague, out of all rooms. Each line has a person, a reason and one thing to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from werktop.audit.actors import Actor
from werktop.gatherings.queries import gatherings
from werktop.matches.queries import talks

MOST = 12
"""As many people as one looks at in a morning; the rest comes up when these are done."""


@dataclass(frozen=True)
class Today:
    """`unsuitable`, `without_outcome` and `steps` are about people; `coming` are gatherings from today on, the first
    first; `recent` ended in the last six weeks."""

    unsuitable: list[talks.Talk]
    without_outcome: list[talks.Talk]
    steps: list[talks.Step]
    coming: list[gatherings.Gathering]
    recent: list[gatherings.Gathering]

    @property
    def count(self) -> int:
        """How many people count on this colleague now."""
        return len(self.unsuitable) + len(self.without_outcome) + len(self.steps)


def today_of(viewer: Actor, at: datetime) -> Today:
    """Everything due for the viewer, in a constant number of queries."""
    visible = gatherings.gatherings_visible_to(viewer).exclude(status="cancelled")
    can_arrange = viewer.can("arrange_follow_ups")
    midnight = at.replace(hour=0, minute=0, second=0, microsecond=0)
    return Today(
        unsuitable=talks.unsuitable_talks(viewer)[:MOST] if can_arrange else [],
        without_outcome=talks.talks_without_outcome(viewer, at)[:MOST] if can_arrange else [],
        steps=talks.open_steps_of(viewer)[:MOST] if can_arrange else [],
        coming=list(visible.filter(starts_at__gte=midnight).order_by("starts_at", "id")[:5]),
        recent=list(visible.filter(starts_at__lt=midnight, starts_at__gte=midnight - timedelta(weeks=6))[:3]),
    )
