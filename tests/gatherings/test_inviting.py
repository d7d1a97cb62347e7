"""Guests are invited once, by the way that reaches them; answers, chairs and the waiting list."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.actors import Actor, system_for
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings import jobs
from werktop.gatherings.commands.guests import choose_guests, remove_guest, reply_to_invitation
from werktop.gatherings.commands.inviting import invite_guests, remind_guests, remind_in_time
from werktop.gatherings.commands.planning import cancel_gathering, change_gathering, set_table_count
from werktop.gatherings.commands.waiting import let_waiting_in
from werktop.gatherings.models import Guest, Table
from werktop.gatherings.refusals import (
    GatheringIsCancelled,
    GatheringIsOver,
    GuestIsSeated,
    NobodyChosen,
    NobodyToInvite,
    NobodyToRemind,
    OnlyOwnPeople,
)
from werktop.post.links import actor_of
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathering(cast):
    return making.gathering(cast.own, tables=2)


@pytest.fixture
def staff(cast):
    return cast.own.actor()


def holder(guest: Guest) -> Actor:
    """The guest through the link in the message."""
    key = guest.candidate_id or guest.entrepreneur_id
    return Actor(
        kind=guest.kind,
        id=key,
        organisation_id=guest.organisation_id,
        region_id=guest.region_id,
        link_purpose="invitation",
        link_about_id=guest.gathering_id,
    )


def answers(guest: Guest, reply: str, at, actor: Actor | None = None, **other) -> str:
    outcome = reply_to_invitation(
        actor=actor or holder(guest),
        at=at,
        gathering_id=guest.gathering_id,
        holder_kind=guest.kind,
        holder_id=guest.candidate_id or guest.entrepreneur_id,
        reply=reply,
        **other,
    )
    guest.refresh_from_db()
    return outcome


def told(purpose: str, guest: Guest | None = None):
    found = Message.objects.filter(purpose=purpose)
    return found.filter(to_id=guest.candidate_id or guest.entrepreneur_id) if guest else found


class TestChoosing:
    def test_own_shared_and_regional_people_come_on_the_list_and_nobody_is_invited(
        self, cast, at, staff, gathering
    ):
        own, shared = making.candidate(cast.own), making.candidate(cast.other)
        firm = making.entrepreneur(making.employer(cast.other))
        outcome = choose_guests(
            actor=staff,
            at=at,
            gathering_id=gathering.pk,
            candidate_ids=[own.pk, shared.pk],
            entrepreneur_ids=[firm.pk],
        )
        assert outcome == {"added": 3, "already": 0}
        assert {g.organisation_id for g in Guest.objects.filter(kind="candidate")} == {
            cast.own.organisation.pk,
            cast.other.organisation.pk,
        }
        assert not Message.objects.exists()

    @pytest.mark.parametrize("whose", ["unshared", "far"])
    def test_who_is_not_shared_or_of_another_region_is_not_visible(self, cast, at, staff, gathering, whose):
        stranger = (
            making.candidate(cast.far) if whose == "far" else making.candidate(cast.other, is_shared=False)
        )
        own = making.candidate(cast.own)
        with pytest.raises(NotVisible):
            choose_guests(actor=staff, at=at, gathering_id=gathering.pk, candidate_ids=[own.pk, stranger.pk])
        assert not Guest.objects.exists()

    def test_choosing_somebody_twice_makes_one_guest(self, cast, at, staff, gathering):
        own = making.candidate(cast.own)
        asked = {"actor": staff, "at": at, "gathering_id": gathering.pk, "candidate_ids": [own.pk]}
        choose_guests(**asked)
        assert choose_guests(**asked) == {"added": 0, "already": 1}
        assert Guest.objects.count() == 1

    def test_choosing_nobody_is_said(self, at, staff, gathering):
        with pytest.raises(NobodyChosen):
            choose_guests(actor=staff, at=at, gathering_id=gathering.pk)

    def test_a_coordinator_has_no_files_to_choose_from(self, cast, at, gathering):
        own = making.candidate(cast.own)
        with pytest.raises(NotVisible):
            choose_guests(
                actor=cast.own.actor(Role.COORDINATOR),
                at=at,
                gathering_id=gathering.pk,
                candidate_ids=[own.pk],
            )

    def test_another_organisation_does_not_choose(self, cast, at, gathering):
        with pytest.raises(NotAllowed):
            choose_guests(
                actor=cast.other.actor(),
                at=at,
                gathering_id=gathering.pk,
                candidate_ids=[making.candidate(cast.other).pk],
            )


class TestInviting:
    def test_each_is_invited_by_the_way_that_reaches_them(self, cast, at, staff, gathering):
        ways = {
            "email": {"preferred_channel": "email"},
            "sms": {"preferred_channel": "sms"},
            "letter": {"preferred_channel": "letter", "address": "Lindestraat 4"},
            "call": {"preferred_channel": "call"},
        }
        guests = {
            way: making.guest(gathering, making.candidate(cast.own, way.title(), **fields), reply="chosen")
            for way, fields in ways.items()
        }
        assert invite_guests(actor=staff, at=at, gathering_id=gathering.pk) == {"sent": 3, "to_call": 1}
        for way, guest in guests.items():
            guest.refresh_from_db()
            assert (guest.reply, guest.channel, guest.invited_at) == ("invited", way, at)
            assert told("invitation", guest).count() == (way != "call")
        mail = told("invitation", guests["email"]).get()
        assert "TZID=Europe/Amsterdam" in mail.calendar
        assert "vrijwillig" in mail.body and "kinderopvang" in mail.body
        assert "werk" not in mail.subject.lower() and "uitkering" not in mail.body
        assert "Bellen mag ook: 0344 000 000." in told("invitation", guests["letter"]).get().body
        sms = told("invitation", guests["sms"]).get()
        assert sms.body.count("http") == 1 and not sms.calendar

    def test_the_link_in_the_message_is_the_guests_own(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        body = told("invitation", guest).get().body
        token = next(w for w in body.split() if w.startswith("http")).rstrip("/").rsplit("/", 1)[1]
        opened = actor_of(token, purpose="invitation", at=at)
        assert (opened.id, opened.link_about_id) == (guest.candidate_id, gathering.pk)

    def test_english_for_who_does_not_speak_dutch(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own, languages=["ar"]), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        mail = told("invitation", guest).get()
        assert (mail.language, mail.subject) == ("en", "Invitation")
        assert "voluntary" in mail.body and "Beste" not in mail.body

    def test_a_name_with_an_apostrophe_stays_itself(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.own, "D'Angelo"), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        assert "D'Angelo" in told("invitation", guest).get().body

    def test_another_organisations_candidate_hears_from_their_own(self, cast, at, staff, gathering):
        guest = making.guest(gathering, making.candidate(cast.other), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        mail = told("invitation", guest).get()
        assert mail.organisation_id == cast.other.organisation.pk
        assert gathering.contact.name not in mail.body
        assert cast.other.organisation.name in mail.body

    def test_nobody_is_invited_twice(self, cast, at, staff, gathering):
        making.guest(gathering, making.candidate(cast.own), reply="chosen")
        invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        with pytest.raises(NobodyToInvite):
            invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        assert told("invitation").count() == 1

    def test_a_repeated_request_changes_nothing(self, cast, at, staff, gathering):
        making.guest(gathering, making.candidate(cast.own), reply="chosen")
        key = uuid4()
        first = invite_guests(actor=staff, at=at, gathering_id=gathering.pk, key=key)
        assert invite_guests(actor=staff, at=at, gathering_id=gathering.pk, key=key) == first
        assert told("invitation").count() == 1

    def test_a_cancelled_gathering_invites_nobody(self, cast, at, staff, gathering):
        making.guest(gathering, making.candidate(cast.own), reply="chosen")
        cancel_gathering(actor=staff, at=at, gathering_id=gathering.pk)
        with pytest.raises(GatheringIsCancelled):
            invite_guests(actor=staff, at=at, gathering_id=gathering.pk)


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
        assert (guest.channel, guest.invited_at) == ("call", at)

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


class TestReminding:
    def test_only_who_is_silent_and_can_be_written_to(self, cast, at, staff, gathering):
        yesterday = at - timedelta(days=2)
        silent = making.guest(
            gathering, making.candidate(cast.own), reply="invited", channel="email", invited_at=yesterday
        )
        making.guest(
            gathering, making.candidate(cast.own), reply="invited", channel="call", invited_at=yesterday
        )
        making.guest(gathering, making.candidate(cast.own))
        assert remind_guests(actor=staff, at=at, gathering_id=gathering.pk) == 1
        assert told("reminder").get().to_id == silent.candidate_id
        with pytest.raises(NobodyToRemind):
            remind_guests(actor=staff, at=at, gathering_id=gathering.pk)

    def test_the_job_reminds_once_in_the_week_before(self, cast, at, gathering, clock):
        making.guest(gathering, making.candidate(cast.own), reply="invited", channel="email", invited_at=at)
        system = system_for(gathering.organisation_id, gathering.region_id)
        assert remind_in_time(actor=system, at=at, gathering_id=gathering.pk) == 0
        clock.set(gathering.starts_at - timedelta(days=5))
        assert jobs.remind(0) == 1
        assert jobs.remind(0) == 0
        assert told("reminder").count() == 1

    def test_the_job_gives_free_chairs_to_who_waits(self, cast, gathering, clock):
        making.guest(gathering, making.candidate(cast.own), reply="waiting", channel="email")
        assert jobs.let_in(0) == 1
        assert jobs.let_in(0) == 0


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
