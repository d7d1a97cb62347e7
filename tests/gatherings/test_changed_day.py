"""A gathering that changes: each guest reads what it means for the own answer, and a yes is to one day alone."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of

from werktop.audit.actors import SYSTEM, system_for
from werktop.gatherings.commands.answering import reply_to_invitation
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.inviting import remind_guests, remind_in_time
from werktop.gatherings.commands.table_count import set_table_count
from werktop.gatherings.models import Guest
from werktop.gatherings.queries.answers import answers_of
from werktop.gatherings.queries.cockpit import expected_attendance
from werktop.gatherings.refusals import NobodyToRemind
from werktop.post import links
from werktop.post.commands import deliver_message
from werktop.post.models import Message

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def evening(cast, at):
    """Ja, Stil and Wachter, each with an e-mail address, and no chair free."""
    made = making.gathering(cast.own, tables=0, starts_at=at + timedelta(days=9))
    for name, reply in (("Ja", "yes"), ("Stil", "invited"), ("Wachter", "waiting")):
        person = making.candidate(cast.own, name, email=f"{name}@x.example", preferred_channel="email")
        making.guest(made, person, reply, channel="email", invited_at=at)
    return made


def moved(cast, at, gathering, **by):
    change_gathering(
        actor=cast.own.actor(), at=at, gathering_id=gathering.pk,
        starts_at=gathering.starts_at + timedelta(**by), ends_at=gathering.ends_at + timedelta(**by),
    )  # fmt: skip


def read_by(name: str) -> str:
    return " ".join(Message.objects.get(purpose="changed", to_name__startswith=name).body.split())


def guest(name: str) -> Guest:
    return Guest.objects.get(candidate__first_name=name)


def test_each_reads_what_the_change_means_for_the_own_answer(cast, at, evening):
    moved(cast, at, evening, hours=1)
    assert "U zei ja. Dat blijft staan." in read_by("Ja")
    assert "U hebt nog niet geantwoord" in read_by("Stil") and "blijft staan" not in read_by("Stil")
    assert "U staat nog op de wachtlijst" in read_by("Wachter") and "welkom" not in read_by("Wachter")
    assert all("Meedoen is vrijwillig" in read_by(name) for name in ("Ja", "Stil", "Wachter"))


def test_the_old_moment_and_the_new_are_named(cast, at, evening):
    moved(cast, at, evening, days=7)
    told = read_by("Ja")
    old, new = told.split("Dit is nu goed:")
    assert "3 december" in old and "10 december" in new and "10 december" not in old


def test_after_two_changes_in_a_row_what_was_is_what_a_guest_knew_and_the_question_stays(cast, at, evening):
    moved(cast, at, evening, days=7)
    change_gathering(
        actor=cast.own.actor(), at=at + timedelta(minutes=1), gathering_id=evening.pk, place_name="De Werf"
    )
    message = Message.objects.get(purpose="changed", status="waiting", to_name__startswith="Ja")
    old, new = message.body.split("Dit is nu goed:")
    assert "3 december" in old and evening.place_name in old
    assert "10 december" in new and "De Werf" in new and "Komt u ook op de nieuwe dag?" in new


@pytest.mark.parametrize(
    ("reply", "words"), [("waiting", "wachtlijst"), ("invited", "Komt u?"), ("yes", "Komt u ook dan?")]
)
def test_a_text_message_says_it_too(cast, at, reply, words):
    made = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=9))
    person = making.candidate(cast.own, "Sam", preferred_channel="sms")
    making.guest(made, person, reply, channel="sms", invited_at=at)
    moved(cast, at, made, days=7)
    told = read_by("Sam")
    assert words in told and "vrijwillig" in told and "welkom" not in told
    assert "3 december" in told and "10 december" in told


def test_a_yes_to_one_day_is_asked_again_for_another_and_stays_expected(cast, at, evening, log_in):
    moved(cast, at, evening, days=7)
    assert "Komt u ook op de nieuwe dag?" in read_by("Ja")
    assert (guest("Ja").reply, guest("Ja").asked_again_at) == ("yes", at)
    told = answers_of(evening)
    assert (told["candidate"].yes, told["candidate"].unconfirmed) == (1, 1)
    assert expected_attendance(evening, told)["candidate"].of_yes == 1
    staff = log_in(cast.own.account())
    words = "1 kandidaat zei ja tegen de oude dag en heeft de nieuwe dag nog niet bevestigd."
    assert words in text_of(staff.get(at_page("gathering", evening)))
    assert "nieuwe dag nog niet bevestigd" in text_of(staff.get(at_page("guests", evening)))


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_an_answer_about_the_new_day_ends_the_question(cast, at, evening, answer):
    moved(cast, at, evening, days=7)
    later = at + timedelta(hours=1)
    reply_to_invitation(
        actor=cast.own.actor(), at=later, gathering_id=evening.pk, holder_kind="candidate",
        holder_id=guest("Ja").candidate_id, reply=answer,
    )  # fmt: skip
    assert (guest("Ja").reply, guest("Ja").asked_again_at, guest("Ja").replied_at) == (answer, None, later)


@pytest.fixture
def new_day(cast, at, evening):
    """The gathering of the evening a week later, with guests who said yes to the old day: Sms, whom a text message reaches,
    and Bel, who is only called; and Net, who confirmed the new day."""
    for name, channel in (("Sms", "sms"), ("Bel", "call"), ("Net", "email")):
        person = making.candidate(cast.own, name, preferred_channel=channel)
        making.guest(evening, person, "yes", channel=channel, invited_at=at - timedelta(days=3))
    moved(cast, at, evening, days=7)
    answered(cast, at, evening, "Net", "yes")
    return evening


def answered(cast, at, gathering, name, reply):
    reply_to_invitation(
        actor=cast.own.actor(), at=at, gathering_id=gathering.pk, holder_kind="candidate",
        holder_id=guest(name).candidate_id, reply=reply,
    )  # fmt: skip


def reminded() -> list[str]:
    return sorted(m.to_name.split()[0] for m in Message.objects.filter(purpose="reminder"))


def test_a_reminder_asks_about_the_new_day_too_and_nobody_twice(cast, at, new_day):
    asked = {"actor": cast.own.actor(), "gathering_id": new_day.pk}
    with pytest.raises(NobodyToRemind):
        remind_guests(**asked, at=at + timedelta(hours=47))
    later = at + timedelta(days=2)
    # Stil has not answered at all; Wachter has no chair, Bel is called, and Net confirmed
    assert remind_guests(**asked, at=later) == 3 and reminded() == ["Ja", "Sms", "Stil"]
    with pytest.raises(NobodyToRemind):
        remind_guests(**asked, at=later)
    told = {
        m.to_name.split()[0]: " ".join(m.body.split()) for m in Message.objects.filter(purpose="reminder")
    }
    assert "10 december" in told["Ja"] and "Komt u ook op de nieuwe dag?" in told["Ja"]
    assert "nog niet geantwoord" in told["Stil"] and "nog niet geantwoord" not in told["Ja"]
    assert "De dag is veranderd." in told["Sms"] and "vrijwillig" in told["Ja"]


def test_who_takes_the_guest_off_the_list_or_calls_about_the_day_sends_no_reminder(cast, at, new_day):
    Guest.objects.filter(pk=guest("Ja").pk).update(hears_by="late")
    Guest.objects.filter(pk=guest("Sms").pk).update(hears_by="off")
    asked = {"actor": cast.own.actor(), "at": at + timedelta(days=2), "gathering_id": new_day.pk}
    assert remind_guests(**asked) == 1 and reminded() == ["Stil"]


def test_a_reminder_of_before_the_move_is_no_reminder_of_the_new_day(cast, at, new_day):
    Guest.objects.filter(pk=guest("Ja").pk).update(reminded_at=at - timedelta(days=1))
    system = system_for(new_day.organisation_id, new_day.region_id)
    in_the_week_before = at + timedelta(days=12)
    asked = {"actor": system, "at": in_the_week_before, "gathering_id": new_day.pk}
    assert remind_in_time(**asked) == 3 and reminded() == ["Ja", "Sms", "Stil"]
    assert remind_in_time(**asked) == 0


@pytest.mark.parametrize("answer", ["yes", "no"])
def test_a_reminder_that_still_waits_goes_when_the_answer_is_in(cast, at, new_day, answer):
    later = at + timedelta(days=2)
    remind_guests(actor=cast.own.actor(), at=later, gathering_id=new_day.pk)
    answered(cast, later, new_day, "Ja", answer)
    status = {m.to_name.split()[0]: m.status for m in Message.objects.filter(purpose="reminder")}
    assert status["Ja"] != "waiting" and status["Sms"] == "waiting"


def test_the_list_shows_who_has_not_confirmed_the_new_day(cast, at, clock, new_day, log_in):
    staff = log_in(cast.own.account())
    cockpit = staff.get(at_page("gathering", new_day)).content.decode()
    assert at_page("guests", new_day) + "?moved=on&amp;kind=candidate" in cockpit
    page = staff.get(at_page("guests", new_day) + "?moved=on")
    assert {row["guest"].first_name for row in page.context["rows"]} == {"Ja", "Sms", "Bel"}
    assert "nog niet bevestigd na verzetten" in text_of(page)
    # what a tap on an answer shows is what it counts
    told = [(state["label"], staff.get(state["url"]).context["count"]) for state in page.context["states"]]
    assert told == [("alles 3", 3), ("komt 3", 3)]
    can = {row["guest"].first_name: row["can_remind"] for row in page.context["rows"]}
    assert can == {"Ja": True, "Sms": True, "Bel": False}
    answer = post(staff, at_page("download_guests", new_day) + "?moved=on")
    file = b"".join(answer.streaming_content).decode()
    assert "Ja El Amrani" in file and "Net" not in file and "Stil" not in file
    clock.set(at + timedelta(days=2))
    page = text_of(staff.get(at_page("gathering", new_day)))
    assert "Herinner 3" in page and "Daarbij zijn 2 gasten die ja zeiden tegen de oude dag." in page


def test_a_gathering_that_was_not_moved_has_no_such_filter(cast, evening, log_in):
    page = text_of(log_in(cast.own.account()).get(at_page("guests", evening)))
    assert "nog niet bevestigd na verzetten" not in page


def test_another_hour_on_the_same_day_asks_no_yes_again(cast, at, evening):
    moved(cast, at, evening, hours=1)
    assert not Guest.objects.filter(asked_again_at__isnull=False).exclude(reply="invited").exists()


@pytest.mark.parametrize("by", [{"hours": 1}, {"days": 2}])
def test_who_was_just_asked_by_a_change_is_reminded_two_days_after_that(cast, at, clock, evening, log_in, by):
    Guest.objects.update(invited_at=at - timedelta(days=8), reminded_at=at - timedelta(days=4))
    moved(cast, at, evening, **by)
    clock.set(at + timedelta(minutes=1))
    page = text_of(log_in(cast.own.account()).get(at_page("gathering", evening)))
    assert "Herinner " not in page and "Herinneren kan vanaf" in page
    asked = {"actor": cast.own.actor(), "gathering_id": evening.pk}
    with pytest.raises(NobodyToRemind):
        remind_guests(**asked, at=at + timedelta(hours=47))
    # three days for the job
    assert remind_in_time(**asked, at=at + timedelta(days=2, hours=23)) == 0
    assert remind_in_time(**asked, at=at + timedelta(days=4)) == (2 if "days" in by else 1)
    assert "Stil" in reminded()


def test_who_waited_for_the_old_day_and_gets_a_chair_is_asked_about_the_new_one(cast, at):
    made = making.gathering(cast.own, tables=0, starts_at=at + timedelta(days=9))
    making.guest(made, making.candidate(cast.own, "Wachter"), "waiting", channel="email", invited_at=at)
    moved(cast, at, made, days=7)
    set_table_count(actor=cast.own.actor(), at=at, gathering_id=made.pk, count=1)
    assert (guest("Wachter").reply, guest("Wachter").asked_again_at) == ("yes", at)


def test_the_own_page_asks_about_the_new_day(cast, at, evening, client):
    moved(cast, at, evening, days=7)
    token = links.make_link(
        organisation_id=cast.own.organisation.pk, purpose="invitation", holder_kind="candidate",
        holder_id=guest("Ja").candidate_id, about_kind="gathering", about_id=evening.pk, at=at,
        expires_at=at + timedelta(days=30),
    )  # fmt: skip
    page = text_of(client.get(reverse("portal:invitation", kwargs={"token": token})))
    assert "De dag is veranderd, Ja." in page and "houden wij uw stoel vrij" in page
    assert "Ja, ik kom" in page and "Nee, ik kan niet" in page


def test_who_waits_reads_for_which_day_and_place(cast, at):
    made = making.gathering(cast.own, tables=0, starts_at=at + timedelta(days=9), place_name="Houtbouw")
    for name, channel in (("Mail", "email"), ("Sms", "sms")):
        person = making.candidate(cast.own, name, preferred_channel=channel)
        making.guest(made, person, "invited", channel=channel, invited_at=at)
        reply_to_invitation(
            actor=cast.own.actor(), at=at, gathering_id=made.pk, holder_kind="candidate",
            holder_id=person.pk, reply="yes",
        )  # fmt: skip
    told = [m.body for m in Message.objects.filter(purpose="waiting")]
    assert len(told) == 2 and all("3 december" in body and "Houtbouw" in body for body in told)


@pytest.fixture
def to_and_fro(cast, at, evening):
    """Moved by a week, read by who is on the `way` of a message, and moved back; gives who is written to then, and what."""

    def do(*, ends_later=timedelta(0), way=()):
        moved(cast, at + timedelta(minutes=1), evening, days=7)
        for name in way:
            deliver_message(
                actor=SYSTEM, at=at + timedelta(minutes=2),
                message_id=Message.objects.get(purpose="changed", to_name__startswith=name).pk,
            )  # fmt: skip
        change_gathering(
            actor=cast.own.actor(), at=at + timedelta(minutes=3), gathering_id=evening.pk,
            starts_at=evening.starts_at, ends_at=evening.ends_at + ends_later,
        )  # fmt: skip
        waiting = Message.objects.filter(status="waiting").exclude(purpose="day_before")
        return sorted((m.purpose, m.to_name.split()[0]) for m in waiting)

    return do


def test_what_is_moved_back_before_anybody_heard_is_told_to_nobody(to_and_fro):
    assert to_and_fro() == []
    assert {guest(name).asked_again_at for name in ("Ja", "Stil", "Wachter")} == {None}
    assert Message.objects.get(purpose="day_before", status="waiting").to_name.startswith("Ja")


def test_who_read_that_it_moved_reads_that_it_moved_back(to_and_fro):
    assert to_and_fro(way=["Ja"]) == [("changed", "Ja")]
    assert [guest(name).asked_again_at is not None for name in ("Ja", "Stil", "Wachter")] == [
        True,
        False,
        False,
    ]


def test_who_did_not_hear_that_it_moved_hears_of_another_end(to_and_fro):
    told = to_and_fro(ends_later=timedelta(minutes=30))
    assert {name for purpose, name in told if purpose == "changed"} >= {"Ja", "Stil", "Wachter"}


def test_of_a_change_that_failed_nobody_knows_whether_it_was_read(cast, at, evening):
    moved(cast, at + timedelta(minutes=1), evening, days=7)
    Message.objects.filter(purpose="changed").update(status="failed")
    change_gathering(
        actor=cast.own.actor(), at=at + timedelta(minutes=3), gathering_id=evening.pk,
        starts_at=evening.starts_at, ends_at=evening.ends_at,
    )  # fmt: skip
    assert Message.objects.filter(purpose="changed", status="waiting").count() == 3
