"""What the head of a gathering's pages needs."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from werktop.audit.actors import Actor

from ..models import Gathering
from ..moments import moment_of
from ..phases import phases_of


def frame_of(viewer: Actor, gathering: Gathering, at: datetime, here: str = "before") -> dict[str, Any]:
    """Context that the head of every page of a gathering needs (`gatherings/head.html`, `gatherings/phases.html`)."""
    return {
        "gathering": gathering,
        "when": moment_of(gathering),
        "phases": phases_of(viewer, gathering, here, at),
    }
