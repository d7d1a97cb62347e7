"""Hours that entrepreneurs give: their own, for a gathering where they are a guest."""

import re
from datetime import UTC, datetime, timedelta
from types import SimpleNamespace
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.day_making import running_day
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.audit.refusals import DayOutOfReach, NotVisible
from werktop.gatherings.commands.most_talks import say_most_talks
from werktop.gatherings.day_refusals import DayIsClosedForHosts
from werktop.gatherings.models import Gathering, Guest
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock
from werktop.post import links

pytestmark = pytest.mark.django_db


def test_a_colleague_of_another_organisation_gives_no_blocks_for_an_entrepreneur(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    start = at + timedelta(days=7)
    with pytest.raises(NotVisible):
        commands.give_free_blocks(
            actor=cast.other.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=told.firms[0].entrepreneur_id, blocks=[(start, start + timedelta(hours=1))],
        )  # fmt: skip
    assert not FreeBlock.objects.exists()


@pytest.mark.parametrize("far", [datetime(9999, 12, 31, 20, tzinfo=UTC), datetime(1, 1, 1, tzinfo=UTC)])
def test_blocks_years_from_now_are_refused(cast, at, far):
    told = evening(cast, candidates=1, entrepreneurs=1)
    with pytest.raises(DayOutOfReach):
        commands.give_free_blocks(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=told.firms[0].entrepreneur_id, blocks=[(far, far + timedelta(hours=1))],
        )  # fmt: skip
    assert not FreeBlock.objects.exists()


def test_blocks_are_for_an_entrepreneur_who_is_a_guest(cast, at):
    told = evening(cast, candidates=1, entrepreneurs=1)
    stranger = making.entrepreneur(making.employer(cast.own, "Bakkerij Linge"), "Henk")
    start = at + timedelta(days=7)
    with pytest.raises(NotVisible):
        commands.give_free_blocks(
            actor=cast.own.actor(), at=at, gathering_id=told.gathering.pk,
            entrepreneur_id=stranger.pk, blocks=[(start, start + timedelta(hours=1))],
        )  # fmt: skip


@pytest.mark.parametrize("how", ["finished", "a day later"])
def test_a_host_reads_and_notes_hours_no_longer_once_it_is_over(cast, log_in, at, clock, how):
    day = running_day(cast.own, at=at)
    joris = day.guests["Joris"].entrepreneur_id
    pages = [
        reverse("matches:hours_of_all", args=[day.gathering.pk]),
        reverse("matches:hours", args=[day.gathering.pk, joris]),
    ]
    host, lead = log_in(day.host_account()), log_in(cast.own.account())
    assert all("Joris" in host.get(each).content.decode() for each in pages)
    if how == "finished":
        Gathering.objects.update(status="finished")
    else:
        clock.set(at + timedelta(days=1))
    start = at + timedelta(days=7)
    hour = f"{start.isoformat()}/{(start + timedelta(hours=1)).isoformat()}"
    answers = [host.get(each) for each in pages]
    answers.append(
        host.post(pages[1], {"block": hour, "most_talks": "1", "request_key": uuid4()}),
    )
    for answer in answers:
        assert answer.status_code == 409 and "Joris" not in answer.content.decode()
        assert "Dit gesprek is voorbij" in answer.content.decode()
    assert not FreeBlock.objects.exists()
    assert all("Joris" in lead.get(each).content.decode() for each in pages)
    said = lead.post(pages[1], {"block": hour, "most_talks": "1", "request_key": uuid4()})
    assert said.status_code == 302 and FreeBlock.objects.count() == 1


def test_what_a_host_was_told_late_is_noted_by_who_leads(cast, at):
    day = running_day(cast.own, at=at)
    Gathering.objects.update(status="finished")
    told = {"at": at, "gathering_id": day.gathering.pk, **day.holder("Joris"), "most_talks": 1}
    with pytest.raises(DayIsClosedForHosts):
        say_most_talks(actor=day.host(), **told)
    with pytest.raises(DayIsClosedForHosts):
        commands.give_free_blocks(
            actor=day.host(), at=at, gathering_id=day.gathering.pk,
            entrepreneur_id=day.guests["Joris"].entrepreneur_id, blocks=[],
        )  # fmt: skip
    say_most_talks(actor=cast.own.actor(), **told)
    assert Guest.objects.get(pk=day.guests["Joris"].pk).most_talks == 1


@pytest.mark.parametrize("is_sent", [False, True])
@pytest.mark.parametrize("by", ["own link", "colleague"])
def test_an_hour_of_a_mere_proposal_can_be_taken_back_and_says_nothing_of_a_talk(
    cast, at, clock, client, log_in, is_sent, by
):
    day = running_day(cast.own, at=at)
    one, other = day.guests["Joris"], day.guests["Fatima"]
    told = SimpleNamespace(gathering=day.gathering, partners=[one.entrepreneur])
    blocks = give_hours(cast, at, told, one.entrepreneur, hours=2)
    click(told, other, one)
    propose(cast, at, told)
    if is_sent:
        send(cast, at, told)
    keys = {"gathering_id": day.gathering.pk, "entrepreneur_id": one.entrepreneur_id}
    path = reverse("matches:hours", kwargs=keys)
    if by == "own link":
        token = links.make_link(
            organisation_id=one.organisation_id, purpose="talk_on", holder_kind="entrepreneur",
            holder_id=one.entrepreneur_id, about_kind="gathering", about_id=day.gathering.pk,
            at=at, expires_at=at + timedelta(days=30),
        )  # fmt: skip
        path = reverse("portal:talk_on", kwargs={"token": token})
    else:
        client = log_in(cast.own.account())
    values = re.findall(r'value="(2026-12-01T[^"]+)" checked( disabled)?>', client.get(path).content.decode())
    assert [bool(disabled) for _value, disabled in values] == [is_sent, False]
    were = [value for value, disabled in values if not disabled]
    left = []
    for kept in (were[1:], []):
        client.post(path, {"block": kept, "blocks_were": " ".join(were), "request_key": str(uuid4())})
        left.append(FollowUp.objects.get().starts_at)
    first, second = (block.starts_at for block in blocks)
    assert left == ([first, first] if is_sent else [second, None])
    assert FreeBlock.objects.count() == is_sent
