"""A moment that the two agreed by telephone: any hour to come, told to both at once, and never two talks at one hour."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from tests import making
from tests.matches.making_talks import click, evening, give_hours, propose, send
from tests.matches.test_calendars import files_to

from werktop.accounts.roles import Role
from werktop.matches import commands
from werktop.matches.models import FollowUp, FreeBlock
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
HALF_PAST_ONE = {"day": "2026-12-03", "begins": "13:30", "length_minutes": "60", "place": ""}


@pytest.fixture
def told(cast, at):
    """Fatima and Joris, Yonas and Ineke talk on; nobody gave hours, so both talks go out without a time."""
    made = evening(cast, candidates=2)
    made.gathering.status = "finished"
    made.gathering.save()
    for number in range(2):
        click(made, made.guests[number], made.firms[number])
    propose(cast, at, made)
    send(cast, at, made)
    made.fatima, made.yonas = (FollowUp.objects.get(candidate=person) for person in made.people)
    return made


def note(client, row, **typed):
    form = HALF_PAST_ONE | typed | {"request_key": str(uuid4())}
    return client.post(f"/gesprekken/vervolg/{row.pk}/moment/", form)


@pytest.mark.parametrize("day", ["2029-12-03", "9999-12-31"])
def test_a_moment_years_from_now_is_refused_at_the_day_and_what_was_typed_stays(cast, log_in, told, day):
    answer = note(log_in(cast.own.account()), told.fatima, day=day, begins="23:30")
    words = answer.content.decode()
    assert (
        answer.status_code == 200 and "meer dan twee jaar van vandaag" in words and f'value="{day}"' in words
    )
    told.fatima.refresh_from_db()
    assert told.fatima.starts_at is None


def test_a_talk_without_a_time_gets_any_time_both_are_told_and_today_is_done(cast, log_in, told):
    client, row = log_in(cast.own.account()), told.fatima
    address = f"/gesprekken/vervolg/{row.pk}/"
    today = client.get("/").content.decode()
    assert f'href="{address}"' in today and "Bel en noteer" in today
    assert "Afgesproken op" in client.get(address).content.decode()
    Message.objects.all().delete()
    answer = note(client, row)
    assert (answer.status_code, answer["Location"]) == (302, address)
    page = client.get(address).content.decode()
    assert "Afgesproken: donderdag 3 december, 13.30. Beiden krijgen bericht" in page
    assert f'href="{address}"' not in client.get("/").content.decode()
    for kind in ("candidate", "entrepreneur"):
        ((method, made),) = files_to(kind)
        assert (method, made["uid"]) == ("PUBLISH", f"{row.pk}@werktop")
        assert made["dtstart"].dt.isoformat() == "2026-12-03T13:30:00+01:00"
        assert made["dtend"].dt - made["dtstart"].dt == timedelta(hours=1)
        assert told.partners[0].employer.name in made["location"]


def test_another_moment_is_a_later_version_of_the_same_event_and_says_so(cast, log_in, clock, at, told):
    client, row = log_in(cast.own.account()), told.fatima
    note(client, row)
    Message.objects.update(status="sent", sent_at=at)
    clock.set(at + timedelta(hours=1))
    note(client, row, day="2026-12-04", begins="16:15", length_minutes="45", place="Bibliotheek Waalsteen")
    row.refresh_from_db()
    assert (row.ends_at - row.starts_at, row.place) == (timedelta(minutes=45), "Bibliotheek Waalsteen")
    for kind in ("candidate", "entrepreneur"):
        (_first, was), (_again, now) = files_to(kind)
        assert was["uid"] == now["uid"] and was["sequence"] < now["sequence"]
        assert str(now["location"]) == "Bibliotheek Waalsteen"
        texts = [each.body for each in Message.objects.filter(to_kind=kind, about_id=row.pk).order_by("id")]
        assert ["ander moment" in text for text in texts[-2:]] == [False, True]


def test_the_same_moment_again_tells_nobody(cast, log_in, told):
    client = log_in(cast.own.account())
    note(client, told.fatima)
    count = Message.objects.count()
    note(client, told.fatima)
    assert Message.objects.count() == count
    page = client.get(f"/gesprekken/vervolg/{told.fatima.pk}/").content.decode()
    assert "Er gaat geen bericht uit" in page


@pytest.mark.parametrize("who", ["candidate", "entrepreneur"])
def test_who_has_another_talk_then_is_named_and_what_was_typed_stays(cast, log_in, told, who):
    client, other = log_in(cast.own.account()), told.yonas
    note(client, other)
    FollowUp.objects.filter(pk=other.pk).update(**{f"{who}_id": getattr(told.fatima, f"{who}_id")})
    count = Message.objects.count()
    answer = note(client, told.fatima, begins="14:00", place="Bij de koffie")
    page, name = (
        answer.content.decode(),
        getattr(told, {"candidate": "people", "entrepreneur": "partners"}[who])[0].name,
    )
    assert f"{name} heeft dan al een ander gesprek: donderdag 3 december, 13.30." in page
    assert 'value="14:00"' in page and "Bij de koffie" in page and 'value="2026-12-03"' in page
    assert Message.objects.count() == count
    told.fatima.refresh_from_db()
    assert told.fatima.starts_at is None
    assert note(client, told.fatima, begins="14:30").status_code == 302


def test_a_proposal_at_that_hour_is_said_to_be_one(cast, log_in, told):
    starts_at = making.MOMENT + timedelta(days=9)
    FollowUp.objects.filter(pk=told.yonas.pk).update(
        candidate=told.fatima.candidate,
        status="proposed",
        starts_at=starts_at,
        ends_at=starts_at + timedelta(hours=1),
    )
    page = note(log_in(cast.own.account()), told.fatima, begins="09:45").content.decode()
    assert f"Voor {told.people[0].name} staat dan een voorstel klaar" in page


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ({"day": "2026-11-24", "begins": "09:59"}, "Dit moment is al geweest."),
        ({"day": ""}, "Dag"),
        ({"begins": "half twee"}, "Begint om"),
        ({"length_minutes": "5"}, "15"),
        ({"length_minutes": "9999"}, "480"),
    ],
)
def test_what_is_no_moment_to_come_is_refused_and_kept(cast, log_in, told, typed, words):
    answer = note(log_in(cast.own.account()), told.fatima, **typed, place="Bij de koffie")
    page = answer.content.decode()
    assert words in page and "Bij de koffie" in page
    told.fatima.refresh_from_db()
    assert told.fatima.starts_at is None


def test_the_hour_of_the_talk_is_taken_and_the_typed_one_that_it_had_is_gone(cast, log_in, at, told):
    given = give_hours(cast, at, told, told.partners[0], hours=2)
    client, row = log_in(cast.own.account()), told.fatima
    note(client, row, day="2026-12-01", begins="10:30")
    assert [(b.starts_at - at, b.taken_by_id) for b in FreeBlock.objects.order_by("starts_at")] == [
        (timedelta(days=7, minutes=30), row.pk),
        (timedelta(days=7, hours=2), None),
    ]
    note(client, row, day="2026-12-01", begins="12:00")
    block = FreeBlock.objects.get()
    assert (block.pk, block.taken_by_id) == (given[1].pk, row.pk)


def test_a_talk_that_was_called_off_gets_a_moment_and_stands_again(cast, log_in, at, told):
    note(log_in(cast.own.account()), told.fatima)
    commands.say_it_does_not_suit(
        actor=cast.own.actor(), at=at, follow_up_id=told.fatima.pk, said_by="candidate"
    )
    note(log_in(cast.own.account()), told.fatima, begins="15:00")
    told.fatima.refresh_from_db()
    assert (told.fatima.status, told.fatima.unsuitable_by, told.fatima.called_off_at) == ("sent", "", None)


@pytest.mark.parametrize(
    ("state", "words"),
    [
        ({"status": "declined"}, "gaat niet door"),
        ({"status": "proposed"}, "nog een voorstel"),
        ({"status": "held", "outcome": "work", "outcome_at": making.MOMENT}, "al genoteerd wat eruit kwam"),
    ],
)
def test_a_talk_that_is_no_appointment_gets_no_moment(cast, log_in, told, state, words):
    FollowUp.objects.filter(pk=told.fatima.pk).update(**state)
    client = log_in(cast.own.account())
    assert "Afgesproken op" not in client.get(f"/gesprekken/vervolg/{told.fatima.pk}/").content.decode()
    assert words in note(client, told.fatima).content.decode()


def test_another_organisation_and_another_role_note_nothing(cast, log_in, told):
    assert note(log_in(cast.other.account()), told.fatima).status_code == 404
    assert note(log_in(cast.own.account(Role.TABLE_HOST)), told.fatima).status_code in (403, 404)
    told.fatima.refresh_from_db()
    assert told.fatima.starts_at is None


def test_the_page_asks_as_much_whatever_hours_there_are(cast, log_in, at, told):
    client, counts = log_in(cast.own.account()), []
    for hours in (1, 5):
        give_hours(cast, at, told, told.partners[0], hours=hours)
        with CaptureQueriesContext(connection) as queries:
            client.get(f"/gesprekken/vervolg/{told.fatima.pk}/")
        counts.append(len(queries))
    assert counts[0] == counts[1] <= 20


@pytest.mark.parametrize("leaves", ["moves", "ends", "is erased"])
def test_an_hour_that_only_a_colleague_typed_goes_with_its_talk(cast, at, told, leaves):
    row, typed = told.fatima, {"actor": cast.own.actor(), "at": at, "follow_up_id": told.fatima.pk}
    start = at + timedelta(days=8)
    commands.agree_on_moment(**typed, starts_at=start)
    assert FreeBlock.objects.get().taken_by_id == row.pk
    if leaves == "moves":
        commands.agree_on_moment(**typed, starts_at=start + timedelta(hours=3))
        assert [b.starts_at - start for b in FreeBlock.objects.all()] == [timedelta(hours=3)]
    elif leaves == "ends":
        commands.decline_talk(**typed, said_by="candidate")
        assert not FreeBlock.objects.exists()
        commands.take_back_calling_off(**typed)
        block = FreeBlock.objects.get()
        assert (block.starts_at, block.taken_by_id, block.is_offered) == (start, row.pk, False)
    else:
        row.delete()
        assert not FreeBlock.objects.exists()


def test_an_hour_that_was_given_is_free_again_unless_more_was_typed_than_given(cast, at, told):
    given = give_hours(cast, at, told, told.partners[0])[0]
    typed = {"actor": cast.own.actor(), "at": at, "follow_up_id": told.fatima.pk}
    commands.agree_on_moment(**typed, starts_at=given.starts_at)
    commands.decline_talk(**typed, said_by="candidate")
    assert FreeBlock.objects.get().taken_by is None
    commands.take_back_calling_off(**typed)
    commands.agree_on_moment(**typed, starts_at=given.starts_at, length_minutes=90)
    commands.decline_talk(**typed, said_by="candidate")
    assert not FreeBlock.objects.exists(), "nobody gave an hour and a half"


@pytest.mark.parametrize("way", ["email", "sms"])
@pytest.mark.parametrize("is_by_telephone", [True, False])
def test_what_was_agreed_by_telephone_is_no_proposal_of_ours(cast, at, told, way, is_by_telephone):
    row, person = told.fatima, told.fatima.candidate
    person.phone, person.preferred_channel = "+31612345678", way
    person.save()
    FollowUp.objects.filter(pk=row.pk).update(
        ground="by_hand", status="sent" if is_by_telephone else "proposed"
    )
    Message.objects.all().delete()
    if is_by_telephone:
        commands.agree_on_moment(
            actor=cast.own.actor(), at=at, follow_up_id=row.pk, starts_at=at + timedelta(days=8)
        )
    else:
        give_hours(cast, at, told, told.partners[0])
        send(cast, at, told, rows=[row.pk])
    bodies = [m.body for m in Message.objects.filter(about_id=row.pk)]
    assert len(bodies) == 2
    for body in bodies:
        assert ("U sprak met ons af: een gesprek met" in body) is is_by_telephone
        assert ("Voorstel: een" in body or "Wij stellen u een gesprek voor" in body) is not is_by_telephone
