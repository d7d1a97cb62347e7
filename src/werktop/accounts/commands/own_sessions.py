"""Somebody is on the own page: a session of its own kind, without an account and without any right of a colleague."""

from __future__ import annotations

import secrets
from datetime import datetime, timedelta
from typing import Any

from django.contrib.sessions.models import Session

from werktop.accounts.holders import held_person, takes_part
from werktop.accounts.models import OwnSession
from werktop.accounts.own_pages import mark_of
from werktop.audit.actors import Actor
from werktop.audit.commands import command
from werktop.audit.refusals import NotVisible
from werktop.audit.retention import BATCH, TERMS, erases, let_go
from werktop.post.heard import note_heard
from werktop.post.links import HOLDERS

LIVES = {
    OwnSession.Way.LINK: timedelta(hours=2),
    OwnSession.Way.CODE: timedelta(hours=2),
    OwnSession.Way.STRONG: timedelta(hours=1),
}
LINK_PURPOSE = "own_page"


@command(about="own_page")
def open_with_link(*, actor: Actor, at: datetime) -> str:
    """The token of a session for who holds a link to the own page, and taps."""
    person = held_person(actor.kind, actor.id) if actor.link_purpose == LINK_PURPOSE and actor.id else None
    if not takes_part(person):
        raise NotVisible()
    return begin(
        actor.kind,
        person,
        way=OwnSession.Way.LINK,
        at=at,
        reach=actor.link_reach,
        language=actor.link_language,
    )


@command(about="own_page")
def log_out(*, actor: Actor, at: datetime, token: str) -> None:
    """The session with this token is over. Saying it again changes nothing."""
    OwnSession.objects.filter(mark=mark_of(token), ended_at=None).update(ended_at=at)


def begin(kind: str, person: Any, *, way: str, at: datetime, reach: str = "", language: str = "") -> str:
    """A new session of this person, who is held (`held_person`), and its token for the browser: who is on the own page has what
    we keep, and who finds it, before them. Call it inside a command."""
    token = secrets.token_urlsafe(32)
    OwnSession.objects.create(
        organisation_id=person.organisation_id,
        holder_kind=kind,
        holder_id=person.pk,
        way=way,
        mark=mark_of(token),
        reach=reach,
        language=language,
        begun_at=at,
        expires_at=at + LIVES[OwnSession.Way(way)],
    )
    note_heard(kind, [person.pk], at)
    return token


def as_person(kind: str, person: Any) -> Actor:
    """The actor for somebody who is about to be on the own page."""
    return Actor(
        HOLDERS[kind], id=person.pk, organisation_id=person.organisation_id, region_id=person.region_id
    )


@erases("login", "accounts.OwnSession")
def forget_sessions(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` sessions that began longer ago than their term; returns how many."""
    over = OwnSession.objects.filter(begun_at__lt=TERMS["login"].before(at)).order_by("id")
    return let_go(over, most)


@erases("login", "sessions.Session")
def forget_browsers(*, actor: Actor, at: datetime, most: int = BATCH) -> int:
    """Delete at most `most` sessions of browsers that are over: of colleagues, and of who went to log in elsewhere and did not
    come back; returns how many. Doing it again changes nothing."""
    actor.require("forget")
    over = Session.objects.filter(expire_date__lte=at).order_by("expire_date", "session_key")
    return let_go(over, most)
