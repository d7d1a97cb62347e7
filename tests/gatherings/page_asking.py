"""How tests ask the pages of a gathering."""

from __future__ import annotations

import re
from uuid import uuid4

from django.urls import reverse

from werktop.gatherings.models import Gathering, SeatPlan


def at_page(name: str, gathering: Gathering, **more) -> str:
    return reverse(f"gatherings:{name}", kwargs={"gathering_id": gathering.pk, **more})


def text_of(response) -> str:
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", response.content.decode()))


def post(client, url: str, **data):
    return client.post(url, {"request_key": str(uuid4())} | data)


def apply_proposal(client, gathering: Gathering, plan=None):
    """Tap "Zo doen we het" under the proposal that lies there, or under `plan`, which was shown before."""
    shown = plan or SeatPlan.objects.get(gathering=gathering, state="proposed").pk
    return post(client, at_page("replan", gathering), what="apply", plan=str(shown))
