"""A message in the words of who gets it: the own language, the times of the place, long or in one line."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any
from zoneinfo import ZoneInfo

from django.template.loader import render_to_string
from django.utils import timezone, translation

from .models import Channel
from .recipients import Recipient


@contextmanager
def in_the_words_of(to: Recipient, *, time_zone: str) -> Iterator[None]:
    """What is rendered inside is in the recipient's language, and its times are those of `time_zone`."""
    with translation.override(to.language), timezone.override(ZoneInfo(time_zone)):
        yield


def body_for(to: Recipient, name: str, context: Mapping[str, Any]) -> str:
    """The text `name` for this recipient: `name`.sms.txt by SMS, which is one line, else `name`.txt.

    Call it inside `in_the_words_of`. The template gets `context`, `to`, and `has_phone`: who has no telephone is
    not promised a call.
    """
    ending = "sms.txt" if to.channel == Channel.SMS else "txt"
    text = render_to_string(f"{name}.{ending}", {**context, "to": to, "has_phone": bool(to.phone)})
    return f"{text.strip()}\n"
