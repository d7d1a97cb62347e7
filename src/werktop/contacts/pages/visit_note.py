"""A quick note that is written on a planned visit: that one was there needs no words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.utils import timezone

from werktop.contacts.models import Channel
from werktop.contacts.understood import Understood, Visited

from .who import value_of

TALKED = (Channel.TALK, Channel.VISIT)


def at_visit(found: Understood, visit: Any, today: date) -> Understood:
    """What was read with `visited_on`, with the visit as its contact: talk with somebody of the firm was this visit, and where no
    such contact was read it stands in front. Of a visit that is still to come, or was called off, only what was read counts."""
    firm = value_of("employer", visit.employer_id)
    whom = [value_of("entrepreneur", visit.entrepreneur_id)] if visit.entrepreneur_id else []
    if (day := visited_on(visit, today).day) is None:
        return found
    people = dict(choices_for_visit(visit)) | dict(found.people)
    chips = list(found.chips)
    for at, (kind, facts) in enumerate(chips):
        if kind == "contact" and facts["channel"] in TALKED and firm in facts["people"]:
            # where nobody else is named it was with whom one was to see
            with_whom = [firm, *whom] if facts["people"] == [firm] else facts["people"]
            chips[at] = (kind, facts | {"channel": Channel.VISIT, "is_on": True, "people": with_whom})
            return replace(found, chips=chips, people=list(people.items()))
    if any(kind == "contact" and facts.get("is_on", True) for kind, facts in chips):
        # something else was noted here, or it did not take place
        return found
    chips = [each for each in chips if each[0] != "contact"]
    about = [value for value, _words in found.people if value.startswith("candidate:")]
    made = {
        "channel": Channel.VISIT,
        "reached": "",
        "day": day,
        "people": [firm, *whom],
        "about_people": about,
    }
    return replace(found, chips=[("contact", made), *chips], people=list(people.items()))


def visited_on(visit: Any, today: date) -> Visited:
    """The visit as a sentence is read with it."""
    day = timezone.localdate(visit.starts_at)
    whom = value_of("entrepreneur", visit.entrepreneur_id) if visit.entrepreneur_id else ""
    return Visited(None if visit.done_at or visit.cancelled_at or day > today else day, whom)


def choices_for_visit(visit: Any) -> list[tuple[str, str]]:
    """The firm, and whom one was to see there, as a form may choose them."""
    firm = visit.employer
    found = [(value_of("employer", firm.pk), ", ".join(filter(None, (firm.name, firm.place))))]
    if visit.entrepreneur:
        person = visit.entrepreneur
        found.append((value_of("entrepreneur", person.pk), person.name))
    return found
