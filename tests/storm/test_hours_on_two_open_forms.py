"""Hours and the most talks on a form that was open while somebody else changed them: only what was touched in it counts."""

import re
from datetime import timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests.gatherings.day_making import running_day

from werktop.audit.actors import Actor
from werktop.gatherings.commands.most_talks import say_most_talks
from werktop.matches import commands
from werktop.matches.hours import as_meant, hours_from
from werktop.matches.models import FreeBlock
from werktop.post import links

pytestmark = pytest.mark.django_db
WHERE = ["noted by a colleague", "answered by telephone", "on the own link"]


@pytest.fixture(params=WHERE)
def form(request, cast, at, clock, log_in, client):
    """A page with the hours of one entrepreneur: who asks for it, its address, and the guest."""
    day = running_day(cast.own, at=at)
    guest, keys = day.guests["Joris"], {"gathering_id": day.gathering.pk}
    if request.param == WHERE[0]:
        of = keys | {"entrepreneur_id": guest.entrepreneur_id}
        return log_in(cast.own.account()), reverse("matches:hours", kwargs=of), guest
    if request.param == WHERE[1]:
        of = keys | {"guest_id": guest.pk}
        return log_in(cast.own.account()), reverse("matches:answer_for", kwargs=of), guest
    token = links.make_link(
        organisation_id=guest.organisation_id, purpose="talk_on", holder_kind="entrepreneur",
        holder_id=guest.entrepreneur_id, about_kind="gathering", about_id=day.gathering.pk,
        at=at, expires_at=at + timedelta(days=30),
    )  # fmt: skip
    return client, reverse("portal:talk_on", kwargs={"token": token}), guest


@pytest.fixture
def own(at):
    """What the entrepreneur does meanwhile on the own link, by guest."""

    def give(guest, blocks, **more):
        who = Actor(
            kind="entrepreneur", id=guest.entrepreneur_id, organisation_id=guest.organisation_id,
            region_id=guest.region_id, link_purpose="talk_on", link_about_id=guest.gathering_id,
        )  # fmt: skip
        commands.give_free_blocks(
            actor=who, at=at, gathering_id=guest.gathering_id, entrepreneur_id=guest.entrepreneur_id,
            blocks=hours_from(blocks),
        )  # fmt: skip
        if more:
            say_most_talks(
                actor=who, at=at, gathering_id=guest.gathering_id,
                holder_kind="entrepreneur", holder_id=guest.entrepreneur_id, **more,
            )  # fmt: skip

    return give


def inputs(page: str) -> tuple[list[str], dict]:
    """The hours on a page, and what its form sends as it stands."""
    found = [
        dict(re.findall(r'(\w+)="([^"]*)"', tag)) | {"is_on": " checked" in tag}
        for tag in re.findall(r"<input[^>]*>", page)
    ]
    hours = [each for each in found if each.get("name") == "block"]
    sent = {
        each["name"]: each["value"]
        for each in found
        if each.get("name") in ("most_was", "blocks_were")
        or (each.get("name") == "most_talks" and each["is_on"])
    }
    ticked = [each["value"] for each in hours if each["is_on"]]
    return [each["value"] for each in hours], sent | {"block": ticked, "request_key": str(uuid4())}


def given(guest) -> set:
    return {block.starts_at for block in FreeBlock.objects.filter(entrepreneur=guest.entrepreneur_id)}


def starts(blocks) -> set:
    return {start for start, _end in hours_from(blocks)}


def test_hours_that_came_or_went_meanwhile_stay_so(form, own):
    asker, page, guest = form
    hours, _sent = inputs(asker.get(page).content.decode())
    own(guest, hours[:3])
    _hours, open_form = inputs(asker.get(page).content.decode())
    assert len(open_form["block"]) == 3
    own(guest, [hours[0], hours[1], hours[5], hours[6]])  # the third went, two came
    sent = open_form | {"block": [*open_form["block"][1:], hours[10]]}  # here the first goes and one comes
    assert asker.post(page, sent).status_code == 302
    assert given(guest) == starts([hours[1], hours[5], hours[6], hours[10]])


def test_the_most_talks_is_a_change_only_where_it_was_touched(form, own):
    asker, page, guest = form
    _hours, open_form = inputs(asker.get(page).content.decode())
    own(guest, [], most_talks=1)
    assert asker.post(page, open_form).status_code == 302
    guest.refresh_from_db()
    assert guest.most_talks == 1
    _hours, sent = inputs(asker.get(page).content.decode())
    assert asker.post(page, sent | {"most_talks": "4"}).status_code == 302
    guest.refresh_from_db()
    assert guest.most_talks == 4


def test_a_form_that_is_refused_shows_what_it_means_and_what_came_meanwhile(form, own):
    asker, page, guest = form
    hours, open_form = inputs(asker.get(page).content.decode())
    own(guest, hours[:1])
    refused = asker.post(page, open_form | {"block": [hours[3], "geen-uur"]})
    assert refused.status_code in (400, 409)
    _hours, shown = inputs(refused.content.decode())
    assert shown["block"] == [hours[0], hours[3]] and shown["blocks_were"].split() == [hours[0]]


def test_what_was_not_touched_is_no_new_answer(at):
    hour = [(at + timedelta(hours=n), at + timedelta(hours=n + 1)) for n in range(4)]
    assert as_meant([hour[0]], shown=[hour[0]], now=[hour[0], hour[1]]) == [hour[0], hour[1]]
    assert as_meant([hour[0]], shown=[hour[0]], now=[]) == []
    assert as_meant([hour[2]], shown=[hour[0]], now=[hour[0], hour[1]]) == [hour[1], hour[2]]
    assert as_meant([hour[3]], shown=None, now=[hour[0]]) == [hour[3]]
