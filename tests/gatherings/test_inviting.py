"""Guests are chosen, and invited once, by the way that reaches them."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from tests import making
from tests.gatherings.answering import told

from werktop.accounts.roles import Role
from werktop.audit.actors import system_for
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings import jobs
from werktop.gatherings.commands.cancelling import cancel_gathering
from werktop.gatherings.commands.guests import choose_guests
from werktop.gatherings.commands.inviting import invite_guests, remind_guests, remind_in_time
from werktop.gatherings.models import Guest
from werktop.gatherings.refusals import (
    GatheringIsCancelled,
    NobodyChosen,
    NobodyToInvite,
    NobodyToRemind,
)
from werktop.post.links import actor_of
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def gathering(cast):
    return making.gathering(cast.own, tables=2)


@pytest.fixture
def staff(cast):
    return cast.own.actor()


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

    def test_a_coordinator_of_another_organisation_does_not_choose(self, cast, at, gathering):
        with pytest.raises(NotAllowed):
            choose_guests(
                actor=cast.other.actor(Role.COORDINATOR),
                at=at,
                gathering_id=gathering.pk,
                candidate_ids=[making.candidate(cast.other).pk],
            )


class TestInviting:
    def test_by_what_way_another_organisation_reaches_its_candidate_is_not_told(
        self, cast, at, staff, gathering
    ):
        for way in ("call", "email"):
            making.guest(gathering, making.candidate(cast.other, way, preferred_channel=way), reply="chosen")
        outcome = invite_guests(actor=staff, at=at, gathering_id=gathering.pk)
        assert outcome.pop("elsewhere") == 2
        assert not any(outcome.values())

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
        assert invite_guests(actor=staff, at=at, gathering_id=gathering.pk) == {
            "sent": 2,
            "texts": 0,
            "letters": 1,
            "to_call": 1,
            "late": 0,
            "elsewhere": 0,
        }
        for way, guest in guests.items():
            guest.refresh_from_db()
            assert (guest.reply, guest.channel, guest.invited_at) == ("invited", way, at)
            assert told("invitation", guest).count() == (way != "call")
        mail = told("invitation", guests["email"]).get()
        assert "TZID=Europe/Amsterdam" in mail.calendar
        assert "vrijwillig" in mail.body and "kinderopvang" in mail.body
        assert "werk" not in mail.subject.lower() and "uitkering" not in mail.body
        assert "Bellen mag ook: 0344 000 000." in mail.body
        sms = told("invitation", guests["sms"]).get()
        assert sms.body.count("http") == 1 and not sms.calendar
        assert sms.body.startswith(f"{cast.own.organisation.name}: ") and "vrijwillig" in sms.body

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

    def test_everybody_first_has_time_to_answer(self, cast, at, staff, gathering):
        guest = making.guest(
            gathering, making.candidate(cast.own), reply="invited", channel="email", invited_at=at
        )
        asked = {"actor": staff, "gathering_id": gathering.pk}
        with pytest.raises(NobodyToRemind):
            remind_guests(**asked, at=at + timedelta(hours=47))
        assert remind_guests(**asked, at=at + timedelta(hours=47), guest_ids=[guest.pk]) == 1, "on purpose"
        assert remind_guests(**asked, at=at + timedelta(hours=96)) == 1

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
