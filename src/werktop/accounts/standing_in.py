"""Who stands in for whom, and when: the one place that says so. A stand-in of a stand-in has nothing by it."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q, QuerySet
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from werktop.audit import queries as audit
from werktop.audit.actors import Actor

from .models import Account, StandIn
from .queries import colleagues_of
from .roles import Role

TOLD_FOR = timedelta(days=14)
"""So long after coming back somebody is told what was done meanwhile."""


def _running(at: datetime) -> Q:
    return Q(starts_at__lte=at, ends_at__gt=at)


def acting_for(actor: Actor, absent_id: UUID, at: datetime) -> Actor | None:
    """The actor doing the work of this colleague as well; None where the actor does not stand in for that one now. It is asked
    anew for every request, so that it ends at the minute. One query."""
    runs = StandIn.objects.filter(
        _running(at), stand_in_id=actor.id, absent_id=absent_id, organisation_id=actor.organisation_id
    )
    set_by = list(runs.order_by("id").values_list("set_by_id", flat=True))
    if not set_by:
        return None
    return replace(actor, acts_for=absent_id, is_self_set=set(set_by) == {actor.id})


def as_the_absent(actor: Actor) -> Actor:
    """How the colleague whom this actor stands in for reads what is due: for queries alone, with what the actor may."""
    return replace(actor, id=actor.acts_for, acts_for=None) if actor.acts_for else actor


def stood_in_for_by(viewer: Actor, at: datetime) -> QuerySet[StandIn]:
    """The colleagues for whom the viewer stands in now, by name."""
    found = StandIn.objects.filter(
        _running(at), stand_in_id=viewer.id, organisation_id=viewer.organisation_id
    )
    return found.select_related("absent").order_by("absent__name", "id")


def stand_ins_for(viewer: Actor, absent_id: UUID, at: datetime) -> QuerySet[StandIn]:
    """Who stands in for this colleague now or later, the first first."""
    found = StandIn.objects.filter(
        absent_id=absent_id, organisation_id=viewer.organisation_id, ends_at__gt=at
    )
    return found.select_related("stand_in", "absent", "set_by").order_by("starts_at", "stand_in__name", "id")


def stand_ins_in_house(viewer: Actor, at: datetime) -> QuerySet[StandIn]:
    """All of the viewer's organisation that run or come, for who sets them; of the own ones alone for others."""
    found = StandIn.objects.filter(organisation_id=viewer.organisation_id, ends_at__gt=at)
    if not viewer.can("set_stand_ins"):
        found = found.filter(Q(absent_id=viewer.id) | Q(stand_in_id=viewer.id))
    return found.select_related("stand_in", "absent", "set_by").order_by("starts_at", "absent__name", "id")


def history_of_stand_in(viewer: Actor, row_id: UUID) -> QuerySet[Any]:
    """What was said of one stand-in at the viewer's organisation, the last first: also of one that was to come and was stopped."""
    lines = StandIn.pgh_event_model.objects.filter(  # type: ignore[attr-defined]
        pgh_obj_id=row_id, organisation_id=viewer.organisation_id
    )
    found: QuerySet[Any] = lines.select_related("pgh_context", "absent", "stand_in").order_by("-pgh_id")
    return found


def stopped_stand_in(viewer: Actor, row_id: UUID | None, at: datetime) -> Any | None:
    """What stood there until it was stopped today, for who stopped it or may set it anew: the line of history that says it. None
    where it was not, where another day began or where it would be over by now. Two queries at most."""
    lines = list(history_of_stand_in(viewer, row_id)[:3]) if row_id else []
    # put back already: the stop and what was before it stand one line further
    if len(lines) == 3 and _command(lines[0]) == "accounts.put_back_stand_in":
        lines = lines[1:]
    if len(lines) < 2 or _command(lines[0]) != "accounts.end_stand_in":
        return None
    said, was = lines[0].pgh_context.metadata, lines[1]
    stopped_at = datetime.fromisoformat(said["at"])
    if was.ends_at <= at or timezone.localdate(stopped_at) != timezone.localdate(at):
        return None
    may = said["actor"] == str(viewer.id) or who_may_be_away(viewer).filter(pk=was.absent_id).exists()
    return was if may else None


def _command(line: Any) -> str:
    return str(line.pgh_context.metadata.get("command", "")) if line.pgh_context else ""


def who_may_be_away(viewer: Actor) -> QuerySet[Account]:
    """Whose absence the viewer may set: the own, and for a team lead every relationship manager's."""
    found = colleagues_of(viewer, Role.RELATIONSHIP_MANAGER)
    return found if viewer.can("set_stand_ins") else found.filter(pk=viewer.id)


def accounts_standing_in_for(account_id: UUID, organisation_id: UUID, at: datetime) -> list[Account]:
    """Who does this colleague's work at this organisation now: for messages that ask for something."""
    found = StandIn.objects.filter(_running(at), absent_id=account_id, organisation_id=organisation_id)
    found = found.select_related("stand_in")
    return list({row.stand_in_id: row.stand_in for row in found.order_by("stand_in__name", "id")}.values())


def away_until(viewer: Actor, at: datetime) -> dict[UUID, date]:
    """The colleagues of the viewer's organisation who are away now, with the last day of it. One query."""
    found = StandIn.objects.filter(_running(at), organisation_id=viewer.organisation_id).order_by(
        "ends_at", "id"
    )
    rows = found.values_list("absent_id", "ends_at")
    return {key: timezone.localdate(ends_at - timedelta(microseconds=1)) for key, ends_at in rows}


def named_with_absence(viewer: Actor, names: Mapping[UUID, str], at: datetime) -> dict[UUID, str]:
    """The same names, for who picks one of them: of who is away now with until when. One query."""
    away = away_until(viewer, at)
    return {
        key: _("%(name)s (is er niet t/m %(day)s)") % {"name": name, "day": date_format(away[key], "j F")}
        if key in away
        else name
        for key, name in names.items()
    }


def colleagues_to_choose(viewer: Actor, at: datetime) -> dict[str, str]:
    """Every relationship manager of the viewer's organisation by name, for who picks one to do something, as a form writes keys;
    of who is away now with until when. Two queries."""
    names = dict(colleagues_of(viewer, Role.RELATIONSHIP_MANAGER).values_list("pk", "name"))
    return {str(key): name for key, name in named_with_absence(viewer, names, at).items()}


def absences_just_over(viewer: Actor, at: datetime) -> list[StandIn]:
    """The viewer's absences that run or ended lately, the latest first."""
    found = StandIn.objects.filter(
        absent_id=viewer.id,
        organisation_id=viewer.organisation_id,
        starts_at__lte=at,
        ends_at__gt=at - TOLD_FOR,
    )
    return list(found.select_related("stand_in").order_by("-starts_at", "id"))


def done_meanwhile(viewer: Actor, absences: Collection[StandIn]) -> QuerySet[Any]:
    """What stand-ins did for the viewer since the first of these absences began, the latest first."""
    since = min((row.starts_at for row in absences), default=None)
    return audit.done_in_place_of(viewer.organisation_id, viewer.id, since=since)
