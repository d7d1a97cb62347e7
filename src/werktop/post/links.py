"""Signed links: no account, one purpose, one person, until a day. The address is a signed key; the row decides."""

from __future__ import annotations

import base64
import re
from datetime import datetime
from typing import Any
from uuid import UUID

from django.conf import settings
from django.urls import reverse
from django.utils.crypto import constant_time_compare, salted_hmac
from django.utils.translation import gettext_lazy as _

from werktop.audit.actors import Actor, Kind
from werktop.audit.keys import new_key
from werktop.audit.merging import stands_for
from werktop.audit.refusals import Refusal

from .models import Channel, Link
from .queries import CARRIED
from .recipients import person_of

SALT = "werktop.link"
HOLDERS: dict[str, Kind] = {
    "candidate": "candidate",
    "entrepreneur": "entrepreneur",
    "account": "account",
    "professional": "professional",
}


class LinkIsOver(Refusal):
    """`organisation` is who sent the link, where that is known: whom to ask for a new one."""

    text = _("De link is te oud, of al gebruikt. Bel of mail wie u de link stuurde. Dan krijgt u een nieuwe.")
    status = 410

    def __init__(self, organisation: Any | None = None) -> None:
        self.organisation = organisation
        super().__init__()


class LinkIsBroken(Refusal):
    text = _(
        "Er mist iets aan de link. Open het bericht nog eens en tik op de hele link. "
        "Lukt het niet? Bel of mail wie u het bericht stuurde."
    )
    status = 404


def make_link(
    *,
    organisation_id: UUID,
    purpose: str,
    holder_kind: str,
    holder_id: UUID,
    about_kind: str,
    about_id: UUID,
    at: datetime,
    expires_at: datetime,
    language: str = "nl",
    reach: str = "",
) -> str:
    """The token of the one link for this purpose, holder and thing that goes to this address (`reach_of`); made now, or
    made to live longer, and with it those that went elsewhere and have not ended. One that was withdrawn stays so: there
    comes a new one beside it. Its page speaks `language`, until the guest chooses another there. Call it inside a command."""
    same: dict[str, Any] = {"purpose": purpose, "holder_kind": holder_kind, "holder_id": holder_id}
    same |= {"about_id": about_id, "withdrawn_at": None}
    Link.objects.filter(**same, expires_at__gt=at, expires_at__lt=expires_at).exclude(reach=reach).update(
        expires_at=expires_at
    )
    link, is_new = Link.objects.get_or_create(
        **same,
        reach=reach,
        defaults={
            "organisation_id": organisation_id,
            "about_kind": about_kind,
            "made_at": at,
            "expires_at": expires_at,
            "language": language,
        },
    )
    if not is_new and (link.expires_at < expires_at or link.language != language):
        link.expires_at, link.language = max(link.expires_at, expires_at), language
        link.save(update_fields=["expires_at", "language"])
    return token_of(link.pk)


def working_token(
    *, purpose: str, holder_kind: str, holder_id: UUID, about_id: UUID, at: datetime
) -> str | None:
    """The token of the latest link for this purpose, holder and thing that works still; makes none."""
    works = Link.objects.filter(
        purpose=purpose,
        holder_kind=holder_kind,
        holder_id=holder_id,
        about_id=about_id,
        withdrawn_at=None,
        expires_at__gt=at,
    )
    holder = person_of(holder_kind, holder_id)
    here = [link for link in works.order_by("-made_at", "-id") if went_where_they_are(link, holder)]
    return token_of(here[0].pk) if here else None


def make_single_link(
    *,
    organisation_id: UUID,
    purpose: str,
    holder_kind: str,
    holder_id: UUID,
    at: datetime,
    expires_at: datetime,
) -> str:
    """The token of a link that is new each time and works once (`refuse_used`). Earlier ones keep working until the
    caller withdraws them (`withdraw_links_of`). Call it inside a command."""
    link = Link.objects.create(
        organisation_id=organisation_id,
        purpose=purpose,
        holder_kind=holder_kind,
        holder_id=holder_id,
        about_kind=purpose,
        about_id=new_key(),  # each is a thing of its own
        made_at=at,
        expires_at=expires_at,
    )
    return token_of(link.pk)


def refuse_used(*, purpose: str, about_id: UUID | None, at: datetime) -> None:
    """Pass silently while a single link works, else `LinkIsOver`: the gate looked before the command had its lock."""
    works = Link.objects.filter(purpose=purpose, withdrawn_at=None, expires_at__gt=at)
    if about_id is None or not works.filter(about_id=about_id).exists():
        raise LinkIsOver()


def made_since(*, purpose: str, holder_kind: str, holder_id: UUID, since: datetime) -> int:
    """How many links of this purpose a holder got from a moment on."""
    return Link.objects.filter(
        purpose=purpose, holder_kind=holder_kind, holder_id=holder_id, made_at__gte=since
    ).count()


def reach_of(channel: str, address: str, *, secret: str | bytes | None = None) -> str:
    """By which way and to which address a link goes: the way and a keyed fingerprint, which says nothing of the address."""
    plain = address.strip().casefold()
    said = salted_hmac(f"{SALT}.reach", plain, secret=secret, algorithm="sha256").digest()[:16]
    return f"{channel}:{_letters(said)}"


def reaches(email: str, phone: str) -> set[str]:
    """Where a link may have gone that went to one of these; also while an older secret is kept."""
    return {
        reach_of(channel, address, secret=secret)
        for channel, address in ((Channel.EMAIL, email), (Channel.SMS, phone))
        if address.strip()
        for secret in (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    }


def went_where_they_are(link: Any, holder: Any | None) -> bool:
    """Whether the e-mail address or number that this link (or whatever else has a `reach`) went to is its holder's now: who
    else has it opens nothing with it (decision 6). Asked whenever it is opened, so that no change of an address has to think
    of links. A letter lies with the person; of a link of before it is not known where it went."""
    if link.reach.partition(":")[0] not in CARRIED:
        return True
    return holder is not None and link.reach in reaches(holder.email, holder.phone)


def count_closed(
    *, holder_kind: str, holder_id: UUID, had: tuple[str, str], has: tuple[str, str], at: datetime
) -> int:
    """How many links open nothing any more where somebody who `had` one e-mail address and number `has` others. Those of
    which it is not known where they went are withdrawn by it. Call it inside a command."""
    left = reaches(*had) - reaches(*has)
    opened = Link.objects.filter(
        holder_kind=holder_kind, holder_id=holder_id, withdrawn_at=None, expires_at__gt=at
    )
    if not left:
        return 0
    return opened.filter(reach__in=left).count() + opened.filter(reach="").update(withdrawn_at=at)


def renewed_in(
    text: str, *, holder_kind: str, holder_id: UUID, reach: str, language: str, at: datetime
) -> str:
    """A message of this person that goes to another address now: each link in it is one of that address. What was
    withdrawn stays so. Call it inside a command."""
    own = Link.objects.filter(holder_kind=holder_kind, holder_id=holder_id, withdrawn_at=None)
    for link in own.exclude(reach=reach):
        old = re.search(re.escape(_letters(link.pk.bytes)) + r"[\w-]{22}", text)
        if old is None:
            continue
        token = make_link(
            organisation_id=link.organisation_id,
            purpose=link.purpose,
            holder_kind=holder_kind,
            holder_id=holder_id,
            about_kind=link.about_kind,
            about_id=link.about_id,
            at=at,
            expires_at=link.expires_at,
            language=language,
            reach=reach,
        )
        text = text.replace(old.group(), token)
    return text


def token_of(link_id: UUID) -> str:
    """The signed form of a link's key: 44 characters, so that an address fits in one SMS.

    The key in base64url, and after it 128 bits of an HMAC-SHA256 over it.
    """
    return _letters(link_id.bytes) + _letters(_signature(link_id, settings.SECRET_KEY))


def address(url_name: str, token: str) -> str:
    """The whole address of a guest's page, for in a message."""
    return settings.BASE_URL + reverse(url_name, kwargs={"token": token})


def actor_of(token: str, *, purpose: str, at: datetime) -> Actor:
    """Who holds this link. `LinkIsBroken` where it was tampered with or is for something else, `LinkIsOver` where
    its time has passed, it was withdrawn, or it went to an address that is not theirs any more. The actor can do nothing
    but this purpose for `link_about_id`.
    """
    key = _key_in(token)
    link = Link.objects.select_related("organisation").filter(pk=key, purpose=purpose).first()
    if link is None:
        raise LinkIsBroken()
    is_over = link.withdrawn_at is not None or at >= link.expires_at
    holder_id, holder = link.holder_id, person_of(link.holder_kind, link.holder_id)
    if holder is None and (kept_id := stands_for(link.holder_kind, holder_id)):
        holder_id, holder = kept_id, person_of(link.holder_kind, kept_id)
    if is_over or not went_where_they_are(link, holder):
        raise LinkIsOver(link.organisation)
    return Actor(
        kind=HOLDERS[link.holder_kind],
        id=holder_id,
        organisation_id=link.organisation_id,
        region_id=link.organisation.region_id,
        link_purpose=link.purpose,
        link_about_id=link.about_id,
        link_language=link.language,
        link_reach=link.reach,
    )


def withdraw_links(
    *, about_id: UUID, at: datetime, purpose: str | None = None, holder_id: UUID | None = None
) -> int:
    """No link about this thing works any more. Call it inside a command. Returns how many were withdrawn."""
    links = Link.objects.filter(about_id=about_id, withdrawn_at=None)
    if purpose:
        links = links.filter(purpose=purpose)
    if holder_id:
        links = links.filter(holder_id=holder_id)
    return links.update(withdrawn_at=at)


def withdraw_links_of(*, purpose: str, holder_kind: str, holder_id: UUID, at: datetime) -> int:
    """No link of this purpose of one holder works any more. Call it inside a command. Returns how many were withdrawn."""
    return Link.objects.filter(
        purpose=purpose, holder_kind=holder_kind, holder_id=holder_id, withdrawn_at=None
    ).update(withdrawn_at=at)


def _key_in(token: str) -> UUID:
    try:
        whole = base64.urlsafe_b64decode(f"{token[:22]}==") + base64.urlsafe_b64decode(f"{token[22:]}==")
        key, signature = UUID(bytes=whole[:16]), whole[16:]
    except ValueError:
        raise LinkIsBroken() from None
    # the exact letters too: base64 has several spellings of the same bytes
    is_spelled_so = token == _letters(key.bytes) + _letters(signature)
    secrets = [settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS]
    is_signed = any(constant_time_compare(signature, _signature(key, secret)) for secret in secrets)
    if not (is_spelled_so and is_signed):
        raise LinkIsBroken()
    return key


def _signature(link_id: UUID, secret: str | bytes) -> bytes:
    return salted_hmac(SALT, link_id.bytes, secret=secret, algorithm="sha256").digest()[:16]


def _letters(raw: bytes) -> str:
    return base64.urlsafe_b64encode(raw).decode().rstrip("=")
