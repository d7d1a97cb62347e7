"""Answers, chairs and the waiting list; guests who are taken off the list, and gatherings that do not go on."""

from __future__ import annotations

from datetime import timedelta
from zoneinfo import ZoneInfo

import pytest
from django.utils.formats import date_format
from tests import making
from tests.gatherings.answering import answers, holder, told

from werktop.accounts.roles import Role
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.changing import change_gathering
from werktop.gatherings.commands.guests import remove_guest
from werktop.gatherings.commands.inviting import invite_guests
from werktop.gatherings.commands.table_count import set_table_count
from werktop.gatherings.commands.waiting import let_waiting_in
from werktop.gatherings.models import Guest, Table
from werktop.gatherings.queries.calls import hearing_before
from werktop.gatherings.queries.guests import guest_rows
from werktop.gatherings.refusals import (
    GatheringIsCancelled,
    GatheringIsOver,
    GuestIsSeated,
    OnlyOwnPeople,
)
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathering(cast):
    return making.gathering(cast.own, tables=2)


@pytest.fixture
def staff(cast):
    return cast.own.actor()


class TestReplies:
    def test_yes_is_confirmed_and_the_day_before_is_laid_down(self, cast, at, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited", channel="email")
        assert answers(guest, "yes", at, wants_childcare=True) == "yes"
        assert guest.wants_childcare and guest.replied_at == at
        assert told("confirmed", guest).count() == 1
        assert told("day_before", guest).get().not_before_at == gathering.starts_at - timedelta(days=1)

    def test_the_day_before_is_not_laid_down_as_a_letter(self, cast, at, gathering):
        by_post = making.candidate(cast.own, preferred_channel="letter", address="Lindestraat 4")
        guest = making.guest(gathering, by_post, reply="invited", channel="letter")
        answers(guest, "yes", at)
        assert told("confirmed", guest).count() == 1
        assert not told("day_before", guest).exists()

    def test_a_text_message_of_the_day_before_names_the_day(self, cast, at, gathering):
        person = making.candidate(cast.own, preferred_channel="sms", phone="+31612345678")
        guest = making.guest(gathering, person, reply="invited", channel="sms")
        answers(guest, "yes", at)
        day = date_format(gathering.starts_at.astimezone(ZoneInfo(gathering.time_zone)), "j F")
        assert f"Tot morgen: {day}, " in told("day_before", guest).get().body

    def test_the_same_answer_again_changes_nothing(self, cast, at, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited", channel="email")
        answers(guest, "yes", at)
        assert answers(guest, "yes", at + timedelta(hours=1)) == "yes"
        assert guest.replied_at == at
        assert told("confirmed", guest).count() == 1

    def test_no_takes_the_message_of_the_day_before_back(self, cast, at, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited", channel="email")
        answers(guest, "yes", at, wants_interpreter=True)
        assert answers(guest, "no", at) == "no"
        assert told("day_before", guest).get().status == "withdrawn"
        assert not guest.wants_interpreter

    def test_what_a_guest_wishes_outlives_a_no_that_a_colleague_noted_by_mistake(
        self, cast, at, staff, gathering
    ):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited", channel="email")
        answers(guest, "yes", at, wants_interpreter=True, brings_somebody=True)
        answers(guest, "no", at, actor=staff)
        assert guest_rows(staff, gathering)[0].wants == []
        answers(guest, "yes", at, actor=staff)
        assert guest.wants_interpreter and guest.brings_somebody and not guest.wants_childcare

    def test_past_the_last_chair_people_wait_and_the_longest_moves_up(self, cast, at, gathering):
        Table.objects.filter(gathering=gathering, number=2).update(is_closed=True)
        seated = [making.guest(gathering, making.candidate(cast.own)) for _ in range(8)]
        first, second = (
            making.guest(gathering, making.candidate(cast.own), reply="invited", channel="email")
            for _ in range(2)
        )
        assert answers(first, "yes", at) == "waiting"
        assert answers(second, "yes", at + timedelta(minutes=1)) == "waiting"
        assert told("waiting").count() == 2
        answers(seated[0], "no", at + timedelta(hours=1))
        first.refresh_from_db(), second.refresh_from_db()
        assert (first.reply, second.reply) == ("yes", "waiting")
        assert told("moved_up").get().to_id == first.candidate_id

    def test_one_more_table_lets_who_waits_in(self, cast, at, staff):
        gathering = making.gathering(cast.own, tables=1)
        for _ in range(8):
            making.guest(gathering, making.candidate(cast.own))
        waiting = making.guest(gathering, making.candidate(cast.own), reply="waiting")
        set_table_count(actor=staff, at=at, gathering_id=gathering.pk, count=2)
        waiting.refresh_from_db()
        assert waiting.reply == "yes"
        assert let_waiting_in(actor=staff, at=at, gathering_id=gathering.pk) == 0

    def test_who_answers_now_does_not_overtake_who_waits(self, cast, at, gathering):
        making.guest(gathering, making.candidate(cast.own), reply="waiting")
        late = making.guest(gathering, making.candidate(cast.own), reply="invited")
        assert answers(late, "yes", at) == "waiting"

    def test_entrepreneurs_have_chairs_of_their_own(self, cast, at, gathering):
        for _ in range(4):
            making.guest(gathering, making.entrepreneur(making.employer(cast.own)))
        fifth = making.guest(gathering, making.entrepreneur(making.employer(cast.own)), reply="invited")
        assert answers(fifth, "yes", at) == "waiting"

    def test_a_link_answers_only_for_its_holder_and_only_when_invited(self, cast, at, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited")
        other = making.guest(gathering, making.candidate(cast.own), reply="invited")
        chosen = making.guest(gathering, making.candidate(cast.own), reply="chosen")
        with pytest.raises(NotVisible):
            answers(guest, "yes", at, actor=holder(other))
        with pytest.raises(NotVisible):
            answers(chosen, "yes", at)

    def test_a_cancelled_or_past_gathering_takes_no_answer(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited")
        with pytest.raises(GatheringIsOver):
            answers(guest, "yes", gathering.ends_at)
        cancel_gathering(actor=staff, at=at, gathering_id=gathering.pk)
        with pytest.raises(GatheringIsCancelled):
            answers(guest, "yes", at)

    def test_a_colleague_notes_called_yes_for_who_was_only_chosen(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="chosen")
        assert answers(guest, "yes", at, actor=staff) == "yes"
        assert (guest.channel, guest.invited_at) == ("email", at)

    def test_who_said_yes_by_telephone_has_it_in_writing_and_hears_on_paper_when_it_is_off(
        self, cast, at, staff, gathering
    ):
        ewa = making.guest(gathering, making.candidate(cast.own, "Ewa"), reply="chosen")
        rita = making.guest(
            gathering, making.candidate(cast.own, "Rita", preferred_channel="call"), reply="chosen"
        )
        answers(ewa, "yes", at, actor=staff), answers(rita, "yes", at, actor=staff)
        confirmed = told("confirmed").get()
        assert (confirmed.to_id, confirmed.channel) == (ewa.candidate_id, "email")
        assert "BEGIN:VEVENT" in confirmed.calendar and "/u/" in confirmed.body
        assert (ewa.channel, rita.channel) == ("email", "call")
        cancelling = hearing_before(staff, gathering, at)
        assert cancelling.mails == 1 and [call.guest.id for call in cancelling.calls] == [rita.pk]

    def test_a_yes_by_telephone_lays_no_letter_that_comes_too_late(self, cast, at, staff):
        soon = making.gathering(cast.own, tables=1, starts_at=at + timedelta(days=2))
        by_post = making.candidate(cast.own, preferred_channel="letter", address="Lindestraat 4")
        guest = making.guest(soon, by_post, reply="chosen")
        assert answers(guest, "yes", at, actor=staff) == "yes"
        assert guest.channel == "letter" and not Message.objects.exists()

    def test_only_their_own_organisation_calls_a_nameless_candidate(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.other), reply="invited")
        with pytest.raises(OnlyOwnPeople):
            answers(guest, "yes", at, actor=staff)
        assert answers(guest, "yes", at, actor=cast.other.actor()) == "yes"

    def test_another_organisation_notes_nothing_about_our_guests(self, cast, at, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited")
        with pytest.raises(NotAllowed):
            answers(guest, "yes", at, actor=cast.other.actor())
        with pytest.raises(NotAllowed):
            answers(guest, "yes", at, actor=cast.own.actor(Role.TEAM_LEAD))


class TestRemovingAndCancelling:
    def test_who_was_invited_hears_it_and_the_link_stops(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        Message.objects.update(status="sent", sent_at=at)
        remove_guest(actor=staff, at=at, gathering_id=gathering.pk, guest_id=guest.pk)
        assert "METHOD:CANCEL" in told("removed").get().calendar
        assert Link.objects.get(holder_id=guest.candidate_id).withdrawn_at == at
        assert not Guest.objects.exists()

    def test_who_had_not_heard_yet_never_hears(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        remove_guest(actor=staff, at=at, gathering_id=gathering.pk, guest_id=guest.pk)
        assert not told("removed").exists()
        assert told("invitation").get().status == "withdrawn"

    def test_who_is_in_the_hall_stays_on_the_list(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), arrived_at=at)
        with pytest.raises(GuestIsSeated):
            remove_guest(actor=staff, at=at, gathering_id=gathering.pk, guest_id=guest.pk)

    def test_who_did_not_come_stays_in_the_list_of_a_gathering_that_is_over(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="no")
        gathering.status = "finished"
        gathering.save()
        with pytest.raises(GatheringIsOver):
            remove_guest(actor=staff, at=at, gathering_id=gathering.pk, guest_id=guest.pk)
        assert Guest.objects.filter(pk=guest.pk).exists()

    def test_cancelling_withdraws_what_waits_and_tells_who_heard(self, cast, at, staff, gathering):
        heard = making.guest(gathering, making.candidate(cast.own), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        Message.objects.update(status="sent", sent_at=at)
        answers(heard, "yes", at)
        unheard = making.guest(gathering, making.candidate(cast.own), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        preparation = making.gathering(
            cast.own, prepares_for=gathering, host_employer=gathering.host_employer
        )
        assert cancel_gathering(actor=staff, at=at, gathering_id=gathering.pk, reason="brand") == 1
        assert told("invitation", unheard).get().status == "withdrawn"
        assert told("day_before", heard).get().status == "withdrawn"
        assert "brand" not in told("cancelled", heard).get().body
        preparation.refresh_from_db()
        assert preparation.status == "cancelled"

    def test_another_time_replaces_the_message_of_the_day_before(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="invited", channel="email")
        answers(guest, "yes", at)
        later = gathering.starts_at + timedelta(days=7)
        change_gathering(
            actor=staff,
            at=at,
            gathering_id=gathering.pk,
            starts_at=later,
            ends_at=later + timedelta(hours=2),
        )
        old, new = told("day_before", guest).order_by("id")
        assert (old.status, new.not_before_at) == ("withdrawn", later - timedelta(days=1))
