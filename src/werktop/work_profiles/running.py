"""What of open hiring runs with a candidate, for who stops or erases one."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor
from werktop.audit.running import Running

from .queries import running_sign_ups


def running_turns(viewer: Actor, candidate: Any, at: datetime) -> list[Running]:
    """One line for each queue."""
    return [
        Running(
            _("In de rij voor %(what)s bij %(firm)s")
            % {"what": row.profile.what, "firm": row.profile.employer.name}
        )
        for row in running_sign_ups(viewer, candidate)
    ]
