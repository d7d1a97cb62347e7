"""Somebody is away, and colleagues do the work meanwhile."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from werktop.accounts.models import Account, StandIn
from werktop.accounts.queries import colleagues_of
from werktop.accounts.roles import Role
from werktop.accounts.standing_in import history_of_stand_in, stopped_stand_in, who_may_be_away
from werktop.audit.actors import Actor
from werktop.audit.commands import command, tell
from werktop.audit.refusals import DayOutOfReach, NotVisible, Refusal

MOST = 2
LONGEST = timedelta(days=366)


class NobodyStandsIn(Refusal):
    text = _("Kies een of twee relatiemanagers van jullie organisatie.")


class TooManyStandIn(Refusal):
    text = _("Kies hoogstens twee collega's.")


class StandsInAlready(Refusal):
    text = _("Voor een deel van deze dagen is er al een waarnemer. Stop die eerst, of kies andere dagen.")


class IsAwayToo(Refusal):
    text = _("Deze collega is dan zelf afwezig. Kies een ander.")


class StoppedAlready(Refusal):
    text = _("Deze waarneming is al gestopt of voorbij. Hieronder staat wat er nu is.")


class CannotBePutBack(Refusal):
    text = _("Dit kan niet meer terug. Regel de waarneming hieronder opnieuw.")


class EndsBeforeToday(Refusal):
    text = _("Deze dagen zijn al voorbij. Kies een laatste dag die nog komt.")


class EndsBeforeItBegins(Refusal):
    text = _("De laatste dag is voor de eerste dag. Kies een latere laatste dag.")


@command(about="account")
def set_stand_in(
    *,
    actor: Actor,
    at: datetime,
    account_id: UUID,
    stand_in_ids: Collection[UUID],
    from_date: date,
    until_date: date,
) -> None:
    """One or two colleagues do the work of this one from the first day to the end of the last. One's own absence, or as a team
    lead that of a relationship manager. Refuses `NobodyStandsIn`, `TooManyStandIn`, `StandsInAlready`, `IsAwayToo`,
    `EndsBeforeItBegins`, `EndsBeforeToday`."""
    _may_set(actor, account_id)
    # of two who set it at one moment the second sees the first
    list(Account.objects.select_for_update().filter(pk__in=[account_id, *stand_in_ids]).order_by("pk"))
    wanted = set(stand_in_ids) - {account_id}
    found = colleagues_of(actor, Role.RELATIONSHIP_MANAGER).filter(pk__in=wanted)
    if not wanted or found.count() != len(wanted):
        raise NobodyStandsIn(field="stand_in_ids")
    if len(wanted) > MOST:
        raise TooManyStandIn(field="stand_in_ids")
    today = timezone.localdate(at)
    if until_date < from_date:
        raise EndsBeforeItBegins(field="until_date")
    if until_date < today:
        raise EndsBeforeToday(field="until_date")
    if until_date - from_date > LONGEST or abs(from_date - today) > LONGEST:
        raise DayOutOfReach(field="until_date")
    span = {"starts_at": _midnight(from_date), "ends_at": _midnight(until_date + timedelta(days=1))}
    meanwhile = StandIn.objects.filter(
        organisation_id=actor.organisation_id, starts_at__lt=span["ends_at"], ends_at__gt=span["starts_at"]
    )
    if meanwhile.filter(absent_id=account_id).exists():
        raise StandsInAlready(field="from_date")
    if meanwhile.filter(absent_id__in=wanted).exists():
        raise IsAwayToo(field="stand_in_ids")
    for key in sorted(wanted):
        StandIn.objects.create(
            organisation_id=actor.organisation_id,
            absent_id=account_id,
            stand_in_id=key,
            set_by_id=actor.id,
            **span,
        )
    tell(count=len(wanted))


@command(about="account")
def end_stand_in(*, actor: Actor, at: datetime, row_id: UUID) -> UUID:
    """This one stand-in does so no more from now, or will not from the day that was to come; what else is arranged for the same
    colleague stays. A stand-in may stop the own part too. Refuses `StoppedAlready`. Returns the key of who is away."""
    row = StandIn.objects.select_for_update().filter(pk=row_id, organisation_id=actor.organisation_id).first()
    whose = row or history_of_stand_in(actor, row_id).first()
    if whose is None:
        raise NotVisible()
    absent_id: UUID = whose.absent_id
    if whose.stand_in_id == actor.id:
        actor.require("see_stand_ins")
    else:
        _may_set(actor, absent_id)
    if row is None or row.ends_at <= at:
        raise StoppedAlready()
    _end([row], at)
    return absent_id


def end_stand_ins_of(account_id: UUID, organisation_id: UUID, at: datetime) -> None:
    """Of who does not work here with candidates any more: nobody stands in for this colleague, nor this colleague for anybody.
    Inside the command that says so."""
    rows = StandIn.objects.select_for_update().filter(
        Q(absent_id=account_id) | Q(stand_in_id=account_id), organisation_id=organisation_id, ends_at__gt=at
    )
    _end(list(rows.order_by("id")), at)


@command(about="account")
def put_back_stand_in(*, actor: Actor, at: datetime, row_id: UUID) -> UUID:
    """What was stopped today goes on as it was set: for who stopped it, and for who may set it. Doing it again changes nothing.
    Refuses `CannotBePutBack`, `StandsInAlready`, `IsAwayToo`, `NobodyStandsIn`. Returns the key of who is away."""
    actor.require("see_stand_ins")
    was = stopped_stand_in(actor, row_id, at)
    if was is None:
        raise CannotBePutBack()
    pair = [was.absent_id, was.stand_in_id]
    list(Account.objects.select_for_update().filter(pk__in=pair).order_by("pk"))
    row = StandIn.objects.select_for_update().filter(pk=row_id).first()
    if row and row.ends_at > at:
        return was.absent_id
    if colleagues_of(actor, Role.RELATIONSHIP_MANAGER).filter(pk__in=pair).count() != len(pair):
        raise NobodyStandsIn()
    meanwhile = StandIn.objects.filter(
        organisation_id=actor.organisation_id, starts_at__lt=was.ends_at, ends_at__gt=max(at, was.starts_at)
    )
    others = meanwhile.filter(absent_id=was.absent_id)
    # who was named together with this one goes on beside it; what was arranged since then comes before
    is_other = ~Q(starts_at=was.starts_at) | Q(stand_in_id=was.stand_in_id)
    if others.filter(is_other).exists() or others.count() >= MOST:
        raise StandsInAlready()
    if meanwhile.filter(absent_id=was.stand_in_id).exists():
        raise IsAwayToo()
    if row:
        row.ends_at = was.ends_at
        row.save(update_fields=["ends_at"])
    else:
        StandIn.objects.create(
            pk=row_id,
            organisation_id=was.organisation_id,
            absent_id=was.absent_id,
            stand_in_id=was.stand_in_id,
            starts_at=was.starts_at,
            ends_at=was.ends_at,
            set_by_id=was.set_by_id,
        )
    return was.absent_id


def _end(rows: Iterable[StandIn], at: datetime) -> None:
    for row in rows:
        is_to_come = row.starts_at > at
        # also of what goes the history says that it was stopped, and by whom
        row.ends_at = row.starts_at if is_to_come else at
        row.save(update_fields=["ends_at"])
        if is_to_come:
            row.delete()


def _may_set(actor: Actor, account_id: UUID) -> None:
    actor.require("see_stand_ins")
    if not who_may_be_away(actor).filter(pk=account_id).exists():
        raise NotVisible()


def _midnight(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time()))
