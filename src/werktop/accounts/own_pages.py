"""Who is on the own page: looked up by what the browser holds, whenever a page is asked for."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.utils.crypto import salted_hmac

from werktop.audit.actors import NOBODY, Actor
from werktop.audit.merging import known_before_as
from werktop.post.links import HOLDERS, went_where_they_are
from werktop.post.recipients import person_of

from .holders import takes_part
from .models import CodeQuestion, LoginCode, OwnSession, Pairing

COOKIE = "werktop_mijn"
OWN, OWN_STRONG = "own", "own_strong"
"""What a candidate on the own page may: with a link or a code, and with a strong login. No role has these."""
OWN_FIRM = "own_firm"
"""What an entrepreneur there may: another page behind the same door, and nothing of a candidate's."""
OWN_EITHER = "own_either"
"""What both may: leave again."""
MAY = {
    ("candidate", False): frozenset([OWN, OWN_EITHER]),
    ("candidate", True): frozenset([OWN, OWN_STRONG, OWN_EITHER]),
    ("entrepreneur", False): frozenset([OWN_FIRM, OWN_EITHER]),
}
"""By which kind of person it is, and whether by a strong login. Any other session may nothing."""


def mark_of(token: str) -> str:
    """How a session's token is kept: a keyed hash, so that whoever reads the table opens nothing with it."""
    return salted_hmac("werktop.own_session", token, algorithm="sha256").hexdigest()


def session_of(token: str, *, at: datetime) -> OwnSession | None:
    """The session with this token while it lasts; None too where its link or code was read at an address that is not the
    person's any more, or where the person was erased or takes part no more."""
    if not token:
        return None
    found = (
        OwnSession.objects.select_related("organisation")
        .filter(mark=mark_of(token), ended_at=None, expires_at__gt=at)
        .first()
    )
    person = person_of(found.holder_kind, found.holder_id) if found else None
    if found is None or not takes_part(person) or not went_where_they_are(found, person):
        return None
    return found


def actor_in(session: OwnSession | None) -> Actor:
    """Who is on the own page in this session; `NOBODY` without one."""
    if session is None:
        return NOBODY
    kind, is_strong = session.holder_kind, session.way == OwnSession.Way.STRONG
    return Actor(
        kind=HOLDERS[kind],
        id=session.holder_id,
        organisation_id=session.organisation_id,
        region_id=session.organisation.region_id,
        capabilities=MAY.get((kind, is_strong), frozenset()),
        link_purpose=f"own_{session.way}",
        link_language=session.language,
    )


def is_code_over(question_id: UUID, purpose: str, at: datetime) -> bool:
    """Whether a code that waits to be sent is of no use any more."""
    return not CodeQuestion.objects.filter(pk=question_id, expires_at__gt=at).exists()


def forget_person(person: Any) -> None:
    """Codes, sessions and the strong login of a person who is erased go."""
    kind = person._meta.model_name
    holder = {"holder_kind": kind, "holder_id__in": [person.pk, *known_before_as(kind, person.pk)]}
    LoginCode.objects.filter(**holder).delete()
    OwnSession.objects.filter(**holder).delete()
    Pairing.objects.filter(**holder).delete()


def strong_login_of(kind: str, key: UUID) -> Pairing | None:
    """The strong login that is tied to this person, or None. The caller has checked who asks."""
    tied = Pairing.objects.filter(holder_kind=kind, holder_id=key, ended_at=None).exclude(tied_at=None)
    return tied.first()
