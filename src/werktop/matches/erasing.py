"""Letting go of a name that stands in words about somebody else."""

from __future__ import annotations

from typing import Any

from werktop.audit.erasure import blot_name

from .models import FollowUp, NextStep


def forget_entrepreneur(person: Any) -> None:
    """The whole name of an entrepreneur becomes "…" in next steps and talks of others, history included."""
    if not person.last_name.strip():
        return  # a first name alone is no name of somebody
    for kind, field in ((NextStep, "words"), (FollowUp, "words"), (FollowUp, "outcome_words")):
        blot_name(kind, field, person.name)
