"""A message in the words of who gets it: the own language, the times of the place, long or in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from django.conf import settings
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone, translation

from .models import Channel
from .recipients import Recipient

TWO_SEGMENTS = 306
"""So many characters of GSM 03.38 are two text messages (3GPP TS 23.038); a third costs as much again."""
GUESTS = ("candidate", "entrepreneur")
"""Who is on a guest list; others are asked to help somebody."""
KNOWN = "portal:what_we_know"
"""The page on which it stands what an organisation knows about its guests."""


@contextmanager
def in_the_words_of(to: Recipient, *, time_zone: str) -> Iterator[None]:
    """What is rendered inside is in the recipient's language, and its times are those of `time_zone`."""
    with translation.override(to.language), timezone.override(ZoneInfo(time_zone)):
        yield


def body_for(to: Recipient, name: str, context: Mapping[str, Any]) -> str:
    """The text `name` for this recipient: `name`.sms.txt by SMS, which is one line, else `name`.txt.

    Call it inside `in_the_words_of`. The template gets `context`, `to`, and `has_phone`: who has no telephone is
    not promised a call. A text message that would be longer than `TWO_SEGMENTS` is made again with `is_short`.
    """
    filled = {**context, "to": to, "has_phone": bool(to.phone)}
    if to.channel != Channel.SMS:
        return f"{render_to_string(f'{name}.txt', filled).strip()}\n"
    text = render_to_string(f"{name}.sms.txt", filled).strip()
    if len(text) > TWO_SEGMENTS:
        text = render_to_string(f"{name}.sms.txt", {**filled, "is_short": True}).strip()
    return f"{text}\n"


def foot_for(to: Recipient, organisation: Any) -> str:
    """Who writes, why, how to ask something, and where it stands what is known: under every message but an
    SMS, which has its sender and one link. Call it inside `in_the_words_of`."""
    if to.channel == Channel.SMS:
        return ""
    known = where_it_is_known(organisation)
    facts = {"organisation": organisation, "known": known, "is_guest": to.kind in GUESTS}
    words = render_to_string("post/messages/foot.txt", facts)
    return f"\n{words.strip()}\n"


def where_it_is_known(organisation: Any) -> str:
    """The address of the page on which it stands what this organisation knows about its guests."""
    return settings.BASE_URL + reverse(KNOWN, kwargs={"slug": organisation.slug})
