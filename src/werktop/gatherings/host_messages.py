"""What colleagues are told who host a table or help at the door: they were put down or are off it, it moved, it does not go on.

By e-mail, of whichever organisation they are. Each message says all that is so now, and takes the place of one that waits.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.post import queries as post
from werktop.post.commands import send_message, withdraw_messages, withdraw_messages_to
from werktop.post.recipients import recipient_of
from werktop.post.writing import body_for, in_the_words_of
from werktop.regions import queries as regions

from .messages import event_of
from .models import Gathering, GatheringStatus, Host
from .over import is_ahead
from .queries.earlier import WHEN_AND_WHERE, is_another, versions_of

ASKED, CHANGED, CANCELLED, OFF = "host_asked", "host_changed", "host_cancelled", "host_off"
AT_A_TABLE, AT_THE_DOOR = "table", "door"
"""The task of who works at a gathering: to host a table, or to help at the door and be ready to take a table over."""
SUBJECTS = {
    ASKED: gettext_lazy("Je bent tafelhost"),
    CHANGED: gettext_lazy("Het gesprek is veranderd"),
    CANCELLED: gettext_lazy("Het gesprek gaat niet door"),
    OFF: gettext_lazy("Je bent geen tafelhost meer"),
}
TO_HELPERS = {
    ASKED: gettext_lazy("Je helpt bij een gesprek"),
    OFF: gettext_lazy("Je hoeft niet meer te helpen"),
}
"""Subjects that are other words for who hosts no table."""
TO_HOSTS = frozenset(SUBJECTS)
"""Messages to hosts, of before the gathering: once it is over they have no sense."""


Known = Mapping[UUID, Mapping[str, Any]]
"""The account of a host to when and where the gathering is, as that host last heard (`last_heard`)."""


def last_heard(gathering: Gathering) -> Known:
    """When and where it is, as each host last heard in a message that left, or knew before the first change of which the
    message did not; who never had a message about it is not in it. Ask it before a change is saved, with the gathering
    held. Three queries."""
    _hold(gathering)
    versions = versions_of(gathering)
    about: dict[str, Any] = {"about_kind": "gathering", "about_id": gathering.pk}
    known: dict[UUID, Mapping[str, Any]] = {}
    for (_kind, key), lines in post.laid_down(**about, purposes=TO_HOSTS).items():
        left = [laid_at for laid_at, _purpose, status in lines if status == post.LEFT]
        changes = [laid_at for laid_at, purpose, _status in lines if purpose == CHANGED]
        if left:
            told = [facts for since, facts in versions if since is None or since <= left[-1]]
        else:
            told = [facts for since, facts in versions if since is None or not changes or since < changes[0]]
        known |= {key: told[-1]} if told else {}
    return known


def tell_hosts(*, actor: Actor, at: datetime, gathering: Gathering, purpose: str, known: Known) -> int:
    """Tell all who host at this gathering that it changed or does not go on, each from what that host knows of (`known`).
    Whose first message has not left gets one for how it is now, or none; who knows of no other moment than it has again gets
    none. Returns how many. Call it inside a command, with
    the gathering held."""
    tasks = tasks_at(gathering)
    _hold(gathering)
    unheard = _not_told_yet(gathering)
    back = _nothing_new_for(gathering, known) if purpose == CHANGED else set()
    # what tells somebody that they are off it stays: nothing later does
    withdraw_messages(
        actor=actor, at=at, about_kind="gathering", about_id=gathering.pk, purposes=TO_HOSTS - {OFF}
    )
    told = _write(actor, at, gathering, tasks, set(tasks) - unheard - back, purpose, known)
    if purpose == CHANGED:
        told += _write(actor, at, gathering, tasks, set(tasks) & unheard, ASKED)
    return told


def tasks_at(gathering: Gathering) -> dict[UUID, str]:
    """The account of each who works at this gathering to the task they have now. One query."""
    rows = Host.objects.filter(gathering=gathering).order_by("id").values_list("account_id", "table_id")
    return {account_id: AT_A_TABLE if table_id else AT_THE_DOOR for account_id, table_id in rows}


def tell_new_hosts(*, actor: Actor, at: datetime, gathering: Gathering, before: Mapping[UUID, str]) -> None:
    """After a change of who hosts: whose task is another than `before` (`tasks_at`) reads which, where and when, who is
    off it that they need not come. Who did it knows. Nothing once its hour has come. Call it inside a command, with the
    gathering held."""
    now = tasks_at(gathering)
    came = {key for key, task in now.items() if before.get(key) != task} - {actor.id}
    went = set(before) - set(now) - {actor.id}
    if not is_ahead(gathering, at) or not came | went:
        return
    known = last_heard(gathering)
    went_unheard = _not_told_yet(gathering) & went
    withdraw_messages_to(
        actor=actor, at=at, to_ids=came | went, about_kind="gathering", about_ids=[gathering.pk], purposes=TO_HOSTS
    )  # fmt: skip
    _write(actor, at, gathering, now, came, ASKED)
    _write(actor, at, gathering, before, went - went_unheard, OFF, known)


def hosts_who_heard(gathering: Gathering) -> list[Any]:
    """The accounts of who hosts at this gathering and knows of it, by name; of one that was called off, who got a message
    about that. Four queries at most."""
    if gathering.status == GatheringStatus.CANCELLED:
        about: dict[str, Any] = {"about_kind": "gathering", "about_id": gathering.pk}
        keys = {key for _kind, key in post.people_with(**about, purposes=[CANCELLED])}
    else:
        hosts = set(Host.objects.filter(gathering=gathering).values_list("account_id", flat=True))
        keys = hosts - _not_told_yet(gathering)
    return sorted(_who_work(keys), key=lambda account: (account.name, account.pk))


def _who_work(keys: Collection[UUID]) -> list[Any]:
    found = accounts.accounts_by_id(sorted(keys))
    return [found[key] for key in sorted(found) if found[key].is_active and found[key].left_at is None]


def _hold(gathering: Gathering) -> None:
    """What is leaving at this moment is waited for, and nothing leaves after: who heard stays so."""
    post.hold_what_has_not_left(about_kind="gathering", about_id=gathering.pk, purposes=TO_HOSTS)


def _not_told_yet(gathering: Gathering) -> set[UUID]:
    """Who has a first message that did not leave, and none that did."""
    about: dict[str, Any] = {"about_kind": "gathering", "about_id": gathering.pk}
    asked = post.people_with(**about, purposes=[ASKED])
    reached = post.people_with(**about, purposes=TO_HOSTS, statuses=post.WENT_OUT)
    return {key for _kind, key in asked - reached}


def _was(
    gathering: Gathering, known: Mapping[str, Any] | None, purpose: str
) -> Gathering | Mapping[str, Any]:
    """What a message names as the gathering that this host knows of: where it ends, another day or place alone."""
    return known if known and (purpose == CHANGED or is_another(known, gathering)) else gathering


def _nothing_new_for(gathering: Gathering, known: Known) -> set[UUID]:
    """Who knows of what it is now again, since no message about another moment left, or failed."""
    about: dict[str, Any] = {"about_kind": "gathering", "about_id": gathering.pk}
    failed = post.people_with(**about, purposes=TO_HOSTS, statuses=[post.FAILED])
    now = {name: getattr(gathering, name) for name in WHEN_AND_WHERE}
    return {key for key, facts in known.items() if facts == now and ("account", key) not in failed}


def _write(
    actor: Actor,
    at: datetime,
    gathering: Gathering,
    tasks: Mapping[UUID, str],
    keys: Collection[UUID],
    purpose: str,
    known: Known | None = None,
) -> int:
    organisation = regions.organisation_by_id(gathering.organisation_id)
    people = _who_work(keys)
    for account in people:
        to = recipient_of("account", account, channel="email")
        is_host = tasks[account.pk] == AT_A_TABLE
        context = {
            "gathering": gathering,
            "organisation": organisation,
            "was": _was(gathering, (known or {}).get(account.pk), purpose),
            "is_host": is_host,
            "address": settings.BASE_URL + reverse("gatherings:gathering", args=[gathering.pk]),
        }
        with in_the_words_of(to, time_zone=gathering.time_zone):
            send_message(
                actor=actor,
                at=at,
                organisation_id=organisation.pk,
                to=to,
                subject=(SUBJECTS if is_host else SUBJECTS | TO_HELPERS)[purpose],
                body=body_for(to, f"gatherings/messages/{purpose}", context),
                calendar=event_of(
                    gathering,
                    organisation,
                    at,
                    uid=f"{gathering.pk}-host@werktop",
                    title=_("Prettig gesprek"),
                    description=_("Je bent tafelhost.")
                    if is_host
                    else _("Je helpt bij de deur, of als reserve."),
                    is_cancelled=purpose in (CANCELLED, OFF),
                ),
                about_kind="gathering",
                about_id=gathering.pk,
                purpose=purpose,
            )
    return len(people)
