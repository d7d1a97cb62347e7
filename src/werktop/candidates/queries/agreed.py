"""What was agreed about candidates and is still to be done: whose it is, and what of it is due."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.core.exceptions import EmptyResultSet
from django.db import connection
from django.db.models import Q, QuerySet, Value
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import done_at
from werktop.candidates.models import PARTS, Agreed, Candidate, Doer, Need, Source

from .visible import candidate_for
from .working import account_ids_of, can_see_part, guarded_ids_of, works_with

AGREED: dict[str, Any] = {part: model for part, model in PARTS.items() if issubclass(model, Agreed)}
"""The parts that somebody does, by name."""
PATIENCE = timedelta(days=1)
"""So long after its day what somebody else would do is asked after."""


@dataclass(frozen=True)
class ToDo:
    """Something agreed (`row`, with its candidate and the colleague who is named): `part` is what it is a row of. `is_mine`: the
    viewer does it; else the viewer asks how it went. `has_left`: who would do it does not work here with candidates any more."""

    part: str
    row: Any
    is_mine: bool
    has_left: bool


@dataclass(frozen=True)
class AgreedDue:
    """The first few of what is due, and how much stands behind these."""

    first: list[ToDo] = field(default_factory=list)
    more: int = 0


def _here(viewer: Actor) -> QuerySet[Any]:
    return accounts.colleagues_of(viewer, accounts.Role.RELATIONSHIP_MANAGER).order_by().values("pk")


def _named_as(viewer: Actor, model: Any) -> tuple[UUID, ...]:
    return guarded_ids_of(viewer) if model.IS_GUARDED else account_ids_of(viewer)


def _whose(viewer: Actor, model: Any, until: date | None) -> QuerySet[Any]:
    """Keys of open rows of one part that the viewer sees to: what names the viewer, and of people with whom the viewer works all
    that no other colleague who is here does. What is guarded and names a colleague is not of who made oneself that one's stand-in
    (`guarded_ids_of`). Two ways into the tables, so that both are quick."""
    open_ones = model._default_manager.filter(
        done_date=None, candidate__left_at=None, candidate__organisation_id=viewer.organisation_id
    ).order_by()
    named = open_ones.filter(owner_id__in=_named_as(viewer, model))
    others = open_ones.filter(works_with(viewer, "candidate__"))
    others = others.filter(Q(owner=None) | ~Q(owner_id__in=_here(viewer)))
    if until is not None:
        named = named.filter(due_date__lte=until)
        is_theirs = Q(doer=Doer.CANDIDATE) | ~Q(who="")
        others = others.filter(Q(due_date__lte=until - PATIENCE) | Q(~is_theirs, due_date__lte=until))
    return named.values("pk").union(others.values("pk"))


def agreed_by(viewer: Actor, until: date | None = None) -> QuerySet[Any]:
    """`part`, `pk` and `due_date` of all that the viewer sees to and is open, the first due first and without a day last; with
    `until` what is due by then. What others would do themselves is asked after a day later."""
    each = [
        model._default_manager.filter(pk__in=_whose(viewer, model, until))
        .order_by()
        .annotate(part=Value(part))
        .values("part", "pk", "due_date")
        for part, model in AGREED.items()
    ]
    return each[0].union(*each[1:], all=True).order_by("due_date", "pk")


def to_dos(viewer: Actor, keys: Iterable[Mapping[str, Any]]) -> list[ToDo]:
    """These rows out of `agreed_by`, in their order, with their people. Two queries."""
    asked = list(keys)
    rows: dict[UUID, Any] = {}
    for part, model in AGREED.items():
        found = model._default_manager.select_related("candidate", "owner")
        found = found.annotate(is_owner_here=Q(owner_id__in=_here(viewer)))
        rows |= found.in_bulk([key["pk"] for key in asked if key["part"] == part])
    return [_to_do(viewer, key["part"], rows[key["pk"]]) for key in asked if key["pk"] in rows]


def _to_do(viewer: Actor, part: str, row: Any) -> ToDo:
    return ToDo(
        part,
        row,
        is_mine=row.doer == Doer.ASSIGNED or row.owner_id in account_ids_of(viewer),
        has_left=row.doer == Doer.COLLEAGUE and not row.is_owner_here,
    )


def agreed_due(viewer: Actor, at: datetime, most: int) -> AgreedDue:
    """What of it stands on the viewer's Today: at most `most`, and a count of the rest, which the database counts."""
    if not viewer.can("edit_candidates"):
        return AgreedDue()
    try:
        due, params = agreed_by(viewer, timezone.localdate(at)).query.sql_with_params()
    except EmptyResultSet:  # whoever does nobody's work
        return AgreedDue()
    with connection.cursor() as cursor:
        # the first few and how many there are by one question: what lies there grows, what is read does not
        cursor.execute(
            f"SELECT part, pk, count(*) OVER () FROM ({due}) AS due (part, pk, due_date) "  # noqa: S608 - of our own making
            "ORDER BY due_date, pk LIMIT %s",
            [*params, most],
        )
        found = cursor.fetchall()
    keys = [{"part": part, "pk": pk} for part, pk, _in_all in found]
    return AgreedDue(to_dos(viewer, keys), found[0][2] - len(found) if found else 0)


def still_agreed(viewer: Actor, candidate: Candidate, at: datetime) -> list[ToDo]:
    """All that was agreed about one candidate and is open, as far as the viewer reads it: the first due first, without a day
    last."""
    keys = []
    for part, model in AGREED.items():
        rows = model._default_manager.filter(candidate=candidate, done_date=None)
        if not can_see_part(viewer, candidate, model, at):
            rows = rows.filter(owner_id__in=guarded_ids_of(viewer))
        keys += [{"part": part, "pk": key} for key in rows.values_list("pk", flat=True)]
    found = to_dos(viewer, keys)
    return sorted(found, key=lambda each: (each.row.due_date or date.max, str(each.row.pk)))


@dataclass(frozen=True)
class AgreedRow:
    """One row at hand: as it is (`is_there`), or its last line of history where it was taken out."""

    row: Any
    row_id: UUID
    candidate_id: UUID
    is_there: bool


NEED_KINDS = tuple(Need.Kind.choices)
"""What may be needed to be able to work, as choices of a form."""
NEED_SOURCES = (
    (Source.OWN_WORDS.value, Source.OWN_WORDS.label),
    (Source.TOGETHER.value, _("samen besproken")),
)
"""How it is known what somebody needs: nobody sees or thinks of it for another."""


def agreed_row(viewer: Actor, part: str, row_id: UUID, at: datetime) -> AgreedRow:
    """A row of `part` that the viewer may see, there or taken out; else `NotVisible`."""
    row = AGREED[part]._default_manager.filter(pk=row_id).first()
    found = row or AGREED[part].pgh_event_model.objects.filter(pgh_obj_id=row_id).order_by("-pgh_id").first()
    if found is None:
        raise NotVisible()
    candidate = candidate_for(viewer, found.candidate_id)
    if not can_see_row(viewer, candidate, part, row_id, at):
        raise NotVisible()
    return AgreedRow(found, row_id, candidate.pk, is_there=row is not None)


def can_see_row(
    viewer: Actor, candidate: Candidate, part: str, row_id: UUID | None, at: datetime | None = None
) -> bool:
    """Whether this one row may be shown of a candidate whom the viewer may see: as `can_see_part`, and to who is named as the one
    who does it that row alone, while it is open. Until the end of the day on which it was finished or taken out it can be taken
    back (without `at` not): then its last line tells it."""
    if can_see_part(viewer, candidate, PARTS[part], at):
        return True
    if row_id is None or part not in AGREED or not viewer.can("edit_candidates"):
        return False
    named = {"owner_id__in": guarded_ids_of(viewer), "candidate_id": candidate.pk}
    if AGREED[part]._default_manager.filter(pk=row_id, done_date=None, **named).exists():
        return True
    lines = AGREED[part].pgh_event_model.objects.filter(pgh_obj_id=row_id, candidate_id=candidate.pk)
    last = lines.select_related("pgh_context").order_by("-pgh_id").first()
    is_named = last is not None and last.owner_id in guarded_ids_of(viewer)
    then = done_at(last) if is_named else None
    return at is not None and then is not None and timezone.localdate(then) == timezone.localdate(at)
