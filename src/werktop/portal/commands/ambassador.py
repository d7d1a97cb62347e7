"""An entrepreneur says on the own page to be an ambassador, or no longer, and the contact person hears it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override

from werktop.accounts import queries as accounts
from werktop.ambassadors import commands as ambassadors
from werktop.ambassadors.queries.people import last_time_of, time_running_of
from werktop.audit.actors import Actor, system_for
from werktop.audit.commands import command
from werktop.contacts.commands import add_reminder
from werktop.employers import queries as employers

MOST = 200
"""So long are the words of a reminder."""


@command(about="entrepreneur")
def become_own_ambassador(*, actor: Actor, at: datetime, entrepreneur_id: UUID) -> None:
    """From today this entrepreneur is an ambassador; who stopped today goes on. Who is one already stays one."""
    employers.hold_entrepreneurs([entrepreneur_id])
    last = last_time_of(entrepreneur_id)
    if last is not None and last.until_date is None:
        return
    if last is not None and last.until_date == timezone.localdate(at):
        ambassadors.resume_ambassador(actor=actor, at=at, ambassador_id=last.pk)
        return
    ambassadors.make_ambassador(actor=actor, at=at, entrepreneur_id=entrepreneur_id)
    with override("nl"):  # what is kept is in the language of colleagues
        said = _("%(name)s werd zelf ambassadeur: bel even om te bedanken")
    _tell_contact(actor, at, entrepreneur_id, said)


@command(about="entrepreneur")
def stop_as_own_ambassador(*, actor: Actor, at: datetime, entrepreneur_id: UUID) -> None:
    """From today no longer. Who is none stays none, and of who began today nobody is called."""
    employers.hold_entrepreneurs([entrepreneur_id])
    now = time_running_of(entrepreneur_id)
    if now is None:
        return
    ambassadors.end_ambassador(actor=actor, at=at, ambassador_id=now.pk)
    if now.since_date < timezone.localdate(at):
        with override("nl"):
            said = _("%(name)s stopte zelf als ambassadeur: bel even")
        _tell_contact(actor, at, entrepreneur_id, said)


def _tell_contact(actor: Actor, at: datetime, entrepreneur_id: UUID, said: str) -> None:
    """A line of today for the colleague who speaks with the firm, where there is one; else it stands on the firm's page alone."""
    person = employers.own_entrepreneur(actor)
    contact = employers.own_contact(person)
    if contact is None:
        return
    house = system_for(person.employer.organisation_id, person.employer.region_id)
    if accounts.colleagues_of(house, accounts.Role.RELATIONSHIP_MANAGER).filter(pk=contact.pk).exists():
        add_reminder(
            actor=house,
            at=at,
            what=(said % {"name": person.name})[:MOST],
            due_date=timezone.localdate(at),
            owner_id=contact.pk,
            entrepreneur_ids=[entrepreneur_id],
        )
