"""Ideas of entrepreneurs: everybody who works with employers reads them, one organisation answers."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from werktop.ambassadors.models import Idea, IdeaState
from werktop.audit.actors import Actor
from werktop.audit.kept import earlier
from werktop.audit.refusals import NotVisible

ORDERS = {
    "made": ("made_at", "id"),
    "-made": ("-made_at", "-id"),
    "firm": ("entrepreneur__employer__name_key", "id"),
    "-firm": ("-entrepreneur__employer__name_key", "-id"),
}
OPEN = (IdeaState.NEW, IdeaState.LOOKING)


@dataclass(frozen=True)
class IdeaFilters:
    """`kind` is one of `IdeaKind`; `state` one of `IdeaState`, "open", or "" for all."""

    words: str = ""
    kind: str = ""
    state: str = ""
    sort: str = ""


def ideas_in_region(viewer: Actor) -> QuerySet[Idea]:
    """Ideas of entrepreneurs of the viewer's region, the last first."""
    if not viewer.can("see_employers"):
        return Idea.objects.none()
    return (
        Idea.objects.filter(region_id=viewer.region_id)
        .select_related("entrepreneur__employer", "answered_by", "organisation")
        .order_by("-made_at", "-id")
    )


def found_ideas(viewer: Actor, filters: IdeaFilters) -> QuerySet[Idea]:
    """Those that fit, in order."""
    found = ideas_in_region(viewer)
    if filters.kind:
        found = found.filter(kind=filters.kind)
    if filters.state == "open":
        found = found.filter(state__in=OPEN)
    elif filters.state:
        found = found.filter(state=filters.state)
    if words := filters.words.strip():
        found = found.filter(
            Q(words__icontains=words)
            | Q(answer__icontains=words)
            | Q(entrepreneur__employer__name__icontains=words)
        )
    return found.order_by(*ORDERS.get(filters.sort, ORDERS["-made"]))


def idea_for(viewer: Actor, idea_id: UUID) -> Idea:
    """One of these; else `NotVisible`."""
    found = ideas_in_region(viewer).filter(pk=idea_id).first()
    if found is None:
        raise NotVisible()
    return found


def can_answer(viewer: Actor, idea: Idea) -> bool:
    """Whether the viewer's organisation answers for the firm."""
    return viewer.can("edit_employers") and viewer.organisation_id == idea.organisation_id


def earlier_of_idea(idea: Idea) -> list[tuple[str, str]]:
    """How it stood and what was answered before."""
    names = {"state": _("Hoe het stond"), "answer": _("Wat we antwoordden")}
    return earlier(Idea, [idea.pk], names).get(idea.pk, [])


def ideas_of(entrepreneur_id: UUID) -> QuerySet[Idea]:
    """The ideas of one entrepreneur, the last first; for pages that have decided who may see it."""
    return Idea.objects.filter(entrepreneur_id=entrepreneur_id).order_by("-made_at", "-id")
