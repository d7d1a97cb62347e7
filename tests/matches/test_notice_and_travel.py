"""The hour that is proposed leaves time to plan and to travel; what two people agree by telephone keeps to neither."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.urls import reverse
from tests import making
from tests.matches.making_talks import click, evening, propose, send

from werktop.matches import commands
from werktop.matches.hours import hours_to_tick
from werktop.matches.models import FollowUp, FreeBlock
from werktop.matches.notice import TRAVEL, first_day_from
from werktop.matches.queries.talks import talks_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
ZONE = ZoneInfo("Europe/Amsterdam")
HOUR = timedelta(hours=1)


def local(text):
    return datetime.fromisoformat(text).replace(tzinfo=ZONE)


def gives(told, partner, *starts):
    for start in starts:
        FreeBlock.objects.create(
            gathering=told.gathering, entrepreneur=partner, starts_at=start, ends_at=start + HOUR
        )


@pytest.fixture
def told(cast):
    """Fatima came, and Joris and Ineke; she and Joris chose each other."""
    made = evening(cast, candidates=1)
    click(made, made.guests[0], made.firms[0])
    return made


@pytest.mark.parametrize(
    ("at", "first"),
    [
        ("2026-11-24T10:00", "2026-11-27"),  # Tuesday: Wednesday and Thursday lie between
        ("2026-11-25T23:30", "2026-11-30"),  # Wednesday, late in the evening
        ("2026-11-27T10:00", "2026-12-02"),  # Friday: the weekend counts for nothing
        ("2026-12-23T10:00", "2026-12-29"),  # Christmas Eve and the Monday after
        ("2026-12-24T10:00", "2026-12-30"),
    ],
)
def test_two_whole_working_days_lie_between_the_message_and_the_talk(at, first):
    assert first_day_from(local(at), "Europe/Amsterdam") == local(first)


def test_the_first_hour_with_enough_notice_is_proposed(cast, at, told):
    soon, early, late = (local(f"2026-11-{day}T09:00") for day in (26, 27, 30))
    gives(told, told.partners[0], soon, early, late)  # it is Tuesday the 24th
    propose(cast, at, told)
    assert FollowUp.objects.get().starts_at == early


def test_where_all_hours_are_too_soon_somebody_calls(cast, at, told):
    gives(told, told.partners[0], local("2026-11-25T09:00"), local("2026-11-26T09:00"))
    propose(cast, at, told)
    assert FollowUp.objects.get().starts_at is None


def test_another_hour_after_a_call_off_has_notice_too(cast, at, told):
    first, soon, late = (local(f"2026-11-{day}T09:00") for day in (27, 28, 30))
    gives(told, told.partners[0], first, soon, late)
    propose(cast, at, told)
    send(cast, at, told)
    row = FollowUp.objects.get()
    later = local("2026-11-25T09:00")
    commands.say_it_does_not_suit(actor=cast.own.actor(), at=later, follow_up_id=row.pk, said_by="candidate")
    row.refresh_from_db()
    assert row.starts_at == late


@pytest.mark.parametrize(("minutes", "is_proposed"), [(60, True), (59, False)])
@pytest.mark.parametrize("is_before", [True, False])
def test_between_two_talks_at_two_firms_there_is_time_to_travel(
    cast, at, told, minutes, is_proposed, is_before
):
    start = local("2026-12-01T13:00")
    gives(told, told.partners[0], start)
    apart = HOUR + timedelta(minutes=minutes)
    gives(told, told.partners[1], start - apart if is_before else start + apart)
    click(told, told.guests[0], told.firms[1])
    propose(cast, at, told)
    assert FollowUp.objects.exclude(starts_at=None).count() == (2 if is_proposed else 1)


def test_at_one_firm_one_talk_follows_another(cast, at, told):
    told.partners[1].employer = told.partners[0].employer
    told.partners[1].save()
    click(told, told.guests[0], told.firms[1])
    start = local("2026-12-01T13:00")
    gives(told, told.partners[0], start)
    gives(told, told.partners[1], start + HOUR)
    propose(cast, at, told)
    assert set(FollowUp.objects.values_list("starts_at", flat=True)) == {start, start + HOUR}


def test_an_entrepreneur_travels_too(cast, at, told):
    start = local("2026-12-01T13:00")
    FollowUp.objects.create(
        gathering=told.gathering, region=told.gathering.region, organisation=cast.own.organisation,
        candidate=making.candidate(cast.own, "Yonas"), entrepreneur=told.partners[0], ground="by_hand", status="sent",
        starts_at=start - HOUR - TRAVEL / 2, ends_at=start - TRAVEL / 2, place="Bibliotheek, Tiel", made_at=at,
        sent_at=at,
    )  # fmt: skip
    gives(told, told.partners[0], start, start + 2 * HOUR)
    propose(cast, at, told)
    assert FollowUp.objects.get(ground="mutual").starts_at == start + 2 * HOUR


def test_what_was_agreed_by_telephone_may_be_soon_and_near(cast, at, told):
    propose(cast, at, told)
    send(cast, at, told)
    tomorrow = local("2026-11-25T09:00")
    commands.agree_on_moment(
        actor=cast.own.actor(), at=at, follow_up_id=FollowUp.objects.get().pk, starts_at=tomorrow
    )
    assert FollowUp.objects.get().starts_at == tomorrow


def test_a_proposal_that_waited_until_it_was_soon_is_warned_of_and_not_refused(cast, at, told, log_in, clock):
    gives(told, told.partners[0], local("2026-11-27T09:00"))
    propose(cast, at, told)
    client, path = log_in(cast.own.account()), reverse("matches:after", args=[told.gathering.pk])
    assert "Dit is al gauw" not in client.get(path).content.decode()
    clock.set(at + timedelta(days=1))
    assert "Dit is al gauw" in client.get(path).content.decode()
    send(cast, clock.moment, told)
    assert FollowUp.objects.get().status == "sent"


def test_no_hour_is_offered_on_a_holiday_nor_before_the_notice():
    days = {
        h.starts_at.date().isoformat()
        for h in hours_to_tick([], after=local("2026-12-18T17:00"), time_zone=ZONE.key)
    }
    assert len(days) == 10
    assert not days & {"2026-12-25", "2026-12-26", "2027-01-01"}
    assert (min(days), max(days)) == ("2026-12-23", "2027-01-07"), "an earlier one would never be proposed"


def test_the_promised_day_of_a_call_is_a_working_day(cast, at, told):
    propose(cast, at, told)
    send(cast, local("2026-12-18T10:00"), told)
    (talk,) = talks_of(list(FollowUp.objects.all()))
    assert talk.call_by.isoformat() == "2026-12-24"
