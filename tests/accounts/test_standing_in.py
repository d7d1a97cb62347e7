"""A colleague who is away is stood in for: by whom and how long was said, what was said, and not a minute longer."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.core import mail
from django.urls import reverse
from django.utils import timezone
from tests import making
from tests.contacts.noting import reminder
from tests.gatherings.page_asking import text_of
from tests.help_requests.asking import asked, handed

from werktop.accounts import commands
from werktop.accounts.commands.standing_in import (
    EndsBeforeItBegins,
    EndsBeforeToday,
    IsAwayToo,
    NobodyStandsIn,
    StandsInAlready,
    TooManyStandIn,
)
from werktop.accounts.models import Membership, StandIn
from werktop.accounts.queries import actor_of
from werktop.accounts.roles import Role
from werktop.accounts.standing_in import acting_for, as_the_absent
from werktop.audit.models import Entry, PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates.commands import note_looks_read, open_needs
from werktop.candidates.models import Candidate, Look
from werktop.candidates.queries import can_see_needs, looks_to_read, works_with
from werktop.contacts.models import Reminder
from werktop.contacts.queries import ReminderFilters, found_reminders, reminder_for
from werktop.help_requests.queries import help_request_for

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
TODAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 27)


def take_over(client, absent):
    return client.post(reverse("accounts:act_for"), {"account_id": absent.pk})


def test_one_sets_it_oneself_sees_it_and_stops_it(cast, log_in, yara):
    client, address = log_in(yara), reverse("accounts:stand_ins")
    assert address in client.get("/").content.decode()
    answers = {
        "account_id": yara.pk,
        "from_date": "2026-11-24",
        "until_date": "2026-11-27",
        "stand_in_ids": [cast.own.account().pk],
    }
    assert client.post(address, {"request_key": uuid4(), **answers}).status_code == 302
    page = text_of(client.get(address))
    assert f"{cast.own.account().name} neemt waar voor Yara Bos" in page
    assert "24 november tot en met 27 november" in page
    row = StandIn.objects.get()
    assert timezone.localtime(row.ends_at).isoformat() == "2026-11-28T00:00:00+01:00"
    assert "neemt voor je waar tot en met 27 november" in text_of(client.get("/"))
    stop = reverse("accounts:end_stand_in")
    assert client.post(stop, {"request_key": uuid4(), "row_id": row.pk}).status_code == 302
    assert "neemt waar voor" not in text_of(client.get(address))


def test_the_stand_in_sees_that_today_beside_the_own_one_and_does_what_is_there(
    cast, log_in, yara, stand, hers
):
    person, row, note = hers
    client = log_in(cast.own.account())
    help_address = reverse("help_requests:help_request", args=[row.pk])
    assert client.get(help_address).status_code == 404
    stand()
    own = text_of(client.get("/"))
    assert "Je neemt waar voor Yara Bos, tot en met vrijdag 27 november" in own and row.words not in own
    assert take_over(client, yara).status_code == 302
    hers_now = text_of(client.get("/"))
    assert "Je neemt nu waar voor Yara Bos" in hers_now
    assert row.words in hers_now and "Bel over de sleutel" in hers_now
    assert client.get(help_address).status_code == 200
    client.post(reverse("contacts:do_reminder", args=[note.pk]), {"request_key": uuid4()})
    entry = Entry.objects.get(verb="contacts.do_reminder")
    assert (entry.actor_id, entry.detail) == (cast.own.account().pk, {"stood_in_for": str(yara.pk)})
    admin = log_in(cast.own.account(Role.FUNCTIONAL_ADMIN))
    assert "waargenomen voor Yara Bos" in text_of(admin.get(reverse("accounts:trail")))
    client.post(reverse("accounts:act_as_self"))
    assert "Je neemt nu waar" not in text_of(client.get("/")) and client.get(help_address).status_code == 404


def test_what_a_stand_in_promises_is_the_colleague_s(cast, at, yara, stand, hers):
    stand()
    actor = acting_for(cast.own.actor(), yara.pk, at)
    key = asked(cast.own, hers[0], actor=actor, words="Nog een vraag").pk
    assert type(hers[1]).objects.get(pk=key).owner_id == yara.pk
    from werktop.contacts.commands import add_reminder

    key = add_reminder(actor=actor, at=at, what="terugbellen", due_date=TODAY)
    assert Reminder.objects.get(pk=key).owner_id == yara.pk


def test_it_ends_at_the_minute_also_for_who_is_in_the_middle_of_it(cast, clock, log_in, yara, stand, hers):
    stand()
    client = log_in(cast.own.account())
    take_over(client, yara)
    end = StandIn.objects.get().ends_at
    address = reverse("help_requests:help_request", args=[hers[1].pk])
    clock.set(end - timedelta(minutes=1))
    assert client.get(address).status_code == 200
    clock.set(end)
    move = reverse("help_requests:move_help_request", args=[hers[1].pk])
    assert client.post(move, {"request_key": uuid4(), "to": "done"}).status_code == 404
    assert client.get(address).status_code == 404
    assert "Je neemt nu waar" not in text_of(client.get("/"))
    assert take_over(client, yara).status_code == 302
    assert "Je neemt nu niet waar voor deze collega" in text_of(client.get("/"))


def test_before_the_first_day_nothing_opens(cast, at, log_in, yara, stand, hers):
    stand(from_date=TODAY + timedelta(days=1))
    assert acting_for(cast.own.actor(), yara.pk, at) is None
    assert acting_for(cast.own.actor(), yara.pk, at + timedelta(days=1)) is not None


def test_the_stand_in_of_a_stand_in_has_nothing_by_it(cast, at, log_in, yara, stand, hers):
    bas = making.colleague_beside(cast.own)
    stand()
    # the stand-in was put down first, and falls ill
    commands.set_stand_in(
        actor=cast.own.actor(Role.TEAM_LEAD), at=at, account_id=cast.own.account().pk, stand_in_ids=[bas.pk],
        from_date=TODAY, until_date=TODAY,
    )  # fmt: skip
    client = log_in(bas)
    take_over(client, cast.own.account())
    page = text_of(client.get("/"))
    assert "Je neemt nu waar voor" in page and hers[1].words not in page
    assert client.get(reverse("help_requests:help_request", args=[hers[1].pk])).status_code == 404
    take_over(client, yara)
    assert hers[1].words not in text_of(client.get("/"))


def test_another_organisation_finds_nobody(cast, at, log_in, yara, stand):
    stand()
    assert acting_for(cast.other.actor(), yara.pk, at) is None
    with pytest.raises(NobodyStandsIn):
        stand(
            stand_in_ids=[cast.other.account().pk],
            from_date=TODAY + timedelta(days=9),
            until_date=TODAY + timedelta(days=9),
        )
    with pytest.raises(NotVisible):
        commands.set_stand_in(
            actor=cast.other.actor(Role.TEAM_LEAD), at=at, account_id=yara.pk,
            stand_in_ids=[cast.other.account().pk], from_date=TODAY, until_date=TODAY,
        )  # fmt: skip
    client = log_in(cast.other.account(Role.TEAM_LEAD))
    row = StandIn.objects.get()
    gone = client.post(reverse("accounts:end_stand_in"), {"request_key": uuid4(), "row_id": row.pk})
    assert gone.status_code == 404
    back = client.post(reverse("accounts:put_back_stand_in"), {"request_key": uuid4(), "row_id": row.pk})
    assert back.status_code == 302 and StandIn.objects.get().ends_at == row.ends_at
    assert "Yara Bos" not in text_of(client.get(reverse("accounts:stand_ins")))


def test_a_team_lead_sets_it_for_who_is_ill_and_a_colleague_does_not(cast, at, log_in, yara, stand):
    mine = cast.own.account()
    with pytest.raises(NotVisible):
        stand(actor=cast.own.actor(), stand_in_ids=[mine.pk])
    with pytest.raises(NotAllowed):
        stand(actor=cast.own.actor(Role.COORDINATOR))
    client, address = log_in(cast.own.account(Role.TEAM_LEAD)), reverse("accounts:stand_ins")
    assert address in client.get("/").content.decode()
    answers = {
        "account_id": yara.pk,
        "from_date": "2026-11-24",
        "until_date": "2026-11-25",
        "stand_in_ids": [mine.pk],
    }
    client.post(address, {"request_key": uuid4(), **answers})
    page = text_of(client.get(address))
    assert "neemt waar voor Yara Bos" in page and "geregeld door" in page
    # the team lead sees no file by it
    assert take_over(client, yara).status_code == 403


@pytest.mark.parametrize(
    ("facts", "refusal"),
    [
        ({"stand_in_ids": []}, NobodyStandsIn),
        ({"from_date": TODAY - timedelta(days=3), "until_date": TODAY - timedelta(days=1)}, EndsBeforeToday),
        ({"from_date": FRIDAY + timedelta(days=1)}, EndsBeforeItBegins),
    ],
)
def test_what_cannot_be_is_refused_in_words(stand, facts, refusal):
    with pytest.raises(refusal):
        stand(**facts)
    assert not StandIn.objects.exists()


def test_at_most_two_not_twice_and_nobody_who_is_away_too(cast, at, yara, stand):
    others = [making.colleague_beside(cast.own, name=f"Collega {n}").pk for n in range(3)]
    with pytest.raises(TooManyStandIn):
        stand(stand_in_ids=others)
    stand(stand_in_ids=others[:2])
    with pytest.raises(StandsInAlready):
        stand(from_date=FRIDAY, until_date=FRIDAY + timedelta(days=3))
    with pytest.raises(IsAwayToo):
        commands.set_stand_in(
            actor=cast.own.actor(), at=at, account_id=cast.own.account().pk, stand_in_ids=[yara.pk],
            from_date=FRIDAY, until_date=FRIDAY + timedelta(days=3),
        )  # fmt: skip


def test_on_return_one_reads_what_was_done_meanwhile(cast, at, clock, log_in, yara, stand, hers):
    stand()
    client = log_in(cast.own.account())
    take_over(client, yara)
    client.post(reverse("contacts:do_reminder", args=[hers[2].pk]), {"request_key": uuid4()})
    client.post(reverse("accounts:act_as_self"))
    reminder(cast.own, what="van mezelf")
    clock.set(at + timedelta(days=5))
    back, address = log_in(yara), reverse("accounts:done_meanwhile")
    today = back.get("/").content.decode()
    assert "nam voor je waar tot en met 27 november" in text_of(back.get("/")) and address in today
    page = text_of(back.get(address))
    assert "deed wat in een herinnering stond" in page and "maakte een herinnering" not in page
    who = next(each.candidate for each in hers[2].people.all())
    assert f"{who.name}: {hers[2].what}" in page, "of whom, and what it was"
    assert reverse("contacts:reminder", args=[hers[2].pk]) in back.get(address).content.decode()
    assert PersonalView.objects.filter(page="accounts:done_meanwhile", about_ids=[str(who.pk)]).exists()
    assert "Er is niets voor je gedaan" in text_of(client.get(address)), "it is hers alone"
    clock.set(at + timedelta(days=30))
    assert address not in back.get("/").content.decode()


def test_wherever_a_colleague_is_picked_who_is_away_is_named_with_until_when(cast, log_in, yara, stand, hers):
    stand()
    client, until = log_in(cast.own.account()), "(is er niet t/m 27 november)"
    own = making.candidate(cast.own, "Bo", assigned_to=cast.own.account())
    row, note = asked(cast.own, own), reminder(cast.own, what="Bel", candidate_ids=[own.pk])
    for name, keys in {
        "candidates:new_candidate": [],
        "candidates:change_candidate": [hers[0].pk],
        "candidates:note_part": [own.pk, "step"],
        "help_requests:new_help_request": [own.pk],
        "help_requests:help_request": [row.pk],
        "help_requests:hand_over": [row.pk],
        "contacts:reminder": [note.pk],
        "contacts:new_moment": [],
    }.items():
        shown = client.get(reverse(name, args=keys)).content.decode()
        assert f"Yara Bos {until}" in shown or f"Yara Bos, Gemeente Waalsteen {until}" in shown, name
    step = reverse("candidates:note_part", args=[hers[0].pk, "step"])
    assert f"Yara Bos {until}, vaste collega" in text_of(client.get(step))
    read = client.post(reverse("contacts:read_note"), {"sentence": "Bo gebeld, Yara belt vrijdag terug"})
    assert f"Yara Bos {until}" in read.content.decode()


def test_a_mail_that_asks_for_an_answer_goes_to_who_stands_in(cast, at, yara, stand, carry_post):
    stand()
    sem = actor_of(making.colleague_beside(cast.own, name="Sem Vink"), cast.own.organisation.pk)
    row = asked(cast.own, making.candidate(cast.own, "Naima"), actor=sem)
    handed(cast.own, row, actor=sem, to_account_id=yara.pk)
    carry_post()
    (message,) = mail.outbox
    assert cast.own.account().email in message.to[0]
    assert "Je neemt waar voor Yara Bos" in message.body and "/hulp/" not in message.body


def test_a_team_lead_who_makes_oneself_the_stand_in_reads_needs_and_what_was_promised_with_a_reason_alone(
    cast, at, log_in, yara, stand, hers
):
    person, row, note = hers
    lead = making.colleague_beside(cast.own, name="Tea Leider")
    Membership.objects.create(account=lead, organisation=cast.own.organisation, role=Role.TEAM_LEAD)
    actor = actor_of(lead, cast.own.organisation.pk)
    stand(actor=actor, stand_in_ids=[lead.pk, cast.own.account().pk])
    acting = acting_for(actor, yara.pk, at)
    for viewer in (acting, as_the_absent(acting)):
        assert not can_see_needs(viewer, person, at) and not works_with_any(viewer)
        assert reminder_for(viewer, note.pk, at).is_hidden
    with pytest.raises(NotVisible):
        help_request_for(acting, row.pk, at)
    client = log_in(lead)
    take_over(client, yara)
    today = client.get("/").content.decode()
    assert reverse("contacts:reminder", args=[note.pk]) in today and note.what not in today
    assert reverse("contacts:do_reminder", args=[note.pk]) not in today, "it is read first"
    open_needs(actor=acting, at=at, candidate_id=person.pk, reason="Zij belt nu voor Yara")
    assert can_see_needs(acting, person, at) and reminder_for(acting, note.pk, at).said == note.what
    assert help_request_for(acting, row.pk, at) == row, "with the same reason"
    assert [look.by for look in looks_to_read(actor_of(yara, cast.own.organisation.pk))] == [lead]
    # somebody else said who stands in: that is enough
    by_another = acting_for(cast.own.actor(), yara.pk, at)
    assert can_see_needs(by_another, person, at) and reminder_for(by_another, note.pk).said == note.what


def works_with_any(viewer):
    return Candidate.objects.filter(works_with(viewer)).exists()


def test_a_stand_in_reads_no_line_about_looking_in_place_of_the_other(cast, at, yara, stand, hers):
    open_needs(actor=cast.own.actor(), at=at, candidate_id=hers[0].pk, reason="Zij stond aan de balie")
    stand()
    acting, look = acting_for(cast.own.actor(), yara.pk, at), Look.objects.get()
    assert not looks_to_read(acting).exists()
    assert note_looks_read(actor=acting, at=at, look_ids=[look.pk]) == 0
    look.refresh_from_db()
    assert look.seen_at is None


def test_the_own_list_of_reminders_of_a_stand_in_is_that_of_both(cast, at, yara, stand, hers):
    own = reminder(cast.own, what="Bel de bakker")
    stand()
    acting = acting_for(cast.own.actor(), yara.pk, at)
    assert set(found_reminders(acting, ReminderFilters(whose="mine"), at)) == {own, hers[2]}
