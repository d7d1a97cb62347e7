"""What becomes of talks and steps where two people are brought together."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.merging import Book, CannotMerge

from .models import FollowUp, NextStep


def settle_steps(kept: Any, lost: Any, book: Book) -> None:
    """Of two open next steps of one gathering the one that a colleague chose, or told, stays; else the kept candidate's. A talk
    with one entrepreneur that both have is for a colleague to look at first."""
    open_steps = {step.gathering_id: step for step in NextStep.objects.filter(candidate=kept, done_at=None)}
    for step in NextStep.objects.filter(candidate=lost, done_at=None).order_by("id"):
        there = open_steps.get(step.gathering_id)
        if there is not None:
            book.drop(there if _weight(step) > _weight(there) else step)
    talks = set(FollowUp.objects.filter(candidate=kept).values_list("gathering_id", "entrepreneur_id"))
    for talk in FollowUp.objects.filter(candidate=lost).select_related("entrepreneur").order_by("id"):
        if (talk.gathering_id, talk.entrepreneur_id) in talks:
            raise CannotMerge(
                _(
                    "Beiden hebben een vervolggesprek met %(name)s na hetzelfde prettig gesprek. Zeg er eerst één af."
                )
                % {"name": talk.entrepreneur.name}
            )


def _weight(step: NextStep) -> tuple[bool, bool]:
    return (step.told_at is not None, step.is_chosen)
