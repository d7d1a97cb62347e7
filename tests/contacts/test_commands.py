"""Contact moments, reminders and quick notes: what is noted, what is refused, and that it can be taken back."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.db import IntegrityError, connection, transaction
from tests import making
from tests.contacts.noting import TODAY, moment, reminder

from werktop.accounts.queries import actor_of
from werktop.accounts.roles import Role
from werktop.audit.models import Entry
from werktop.audit.refusals import DayOutOfReach, NotAllowed, NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates.commands import hand_over_candidates, note_part, take_back_hand_over
from werktop.candidates.models import Candidate
from werktop.contacts import commands, queries
from werktop.contacts.models import ContactMoment, Reminder
from werktop.contacts.refusals import (
    ColleagueIsElsewhere,
    IsStillToCome,
    NothingToSave,
    WhatIsMissing,
    WithNobody,
)
from werktop.work_profiles import commands as work_profiles
from werktop.work_profiles.models import WorkProfile

pytestmark = pytest.mark.django_db


@pytest.fixture
def people(cast):
    firm = making.employer(cast.own, "Bakkerij Jansen")
    return making.candidate(cast.own), firm, making.entrepreneur(firm, "Henk")


class TestAMoment:
    def test_keeps_who_was_there_and_what_was_said(self, cast, people, at):
        candidate, firm, henk = people
        made = moment(
            cast.own, channel="visit", words=" Twee inpakkers. ", candidate_ids=[candidate.pk, candidate.pk],
            entrepreneur_ids=[henk.pk],
        )  # fmt: skip
        assert (made.channel, made.words, made.happened_at) == ("visit", "Twee inpakkers.", at)
        assert (made.by, made.employer, made.organisation) == (
            cast.own.account(), firm, cast.own.organisation,
        )  # fmt: skip
        assert {(p.candidate, p.entrepreneur) for p in made.people.all()} == {(candidate, None), (None, henk)}
        assert Entry.objects.get(verb="contacts.note_contact").about_id == made.pk

    def test_counts_as_contact_so_that_who_is_spoken_to_is_kept(self, cast, people, at):
        candidate, *_rest = people
        Candidate.objects.update(erase_date=TODAY, contact_at=at - timedelta(days=800))
        made = moment(cast.own, day=TODAY - timedelta(days=3), candidate_ids=[candidate.pk])
        candidate.refresh_from_db()
        assert (candidate.contact_at, candidate.erase_date) == (made.happened_at, None)
        assert made.happened_at.date() == TODAY - timedelta(days=3)
        assert queries.latest_contact_of([candidate.pk]) == {candidate.pk: made.happened_at}

    def test_of_long_ago_says_nothing_of_a_later_one(self, cast, people, at):
        candidate, *_rest = people
        moment(cast.own, candidate_ids=[candidate.pk])
        moment(cast.own, candidate_ids=[candidate.pk], day=TODAY - timedelta(days=30))
        candidate.refresh_from_db()
        assert candidate.contact_at == at

    def test_taken_back_leaves_nothing_and_the_contact_before_counts_again(self, cast, people, at):
        candidate, *_rest = people
        first = moment(cast.own, candidate_ids=[candidate.pk], day=TODAY - timedelta(days=9))
        wrong = moment(cast.own, candidate_ids=[candidate.pk], words="Verkeerde Fatima")
        commands.take_back_contact(actor=cast.own.actor(), at=at, contact_moment_id=wrong.pk)
        candidate.refresh_from_db()
        assert candidate.contact_at == first.happened_at
        assert list(ContactMoment.objects.all()) == [first]
        assert not ContactMoment.pgh_event_model.objects.filter(pgh_obj_id=wrong.pk).exists()

    def test_is_put_right(self, cast, people, at):
        candidate, firm, _henk = people
        made, other = moment(cast.own, candidate_ids=[candidate.pk]), making.candidate(cast.own, "Kees")
        seen = queries.moment_version(queries.moment_for(cast.own.actor(), made.pk, at))
        commands.change_contact(
            actor=cast.own.actor(), at=at, contact_moment_id=made.pk, channel="talk", day=TODAY, words="Met Kees.",
            candidate_ids=[other.pk], employer_id=firm.pk, version=seen,
        )  # fmt: skip
        made.refresh_from_db()
        assert (made.channel, made.words, made.employer) == ("talk", "Met Kees.", firm)
        assert [p.candidate for p in made.people.all()] == [other]
        candidate.refresh_from_db()
        other.refresh_from_db()
        assert (candidate.contact_at, other.contact_at) == (None, at)
        with pytest.raises(ChangedMeanwhile):
            commands.change_contact(
                actor=cast.own.actor(), at=at, contact_moment_id=made.pk, channel="call", day=TODAY,
                candidate_ids=[other.pk], version=seen,
            )  # fmt: skip

    def test_stands_in_the_trail_when_it_is_changed_and_taken_back(self, cast, people, at):
        made = moment(cast.own, candidate_ids=[people[0].pk])
        asked = {"actor": cast.own.actor(), "at": at, "contact_moment_id": made.pk}
        commands.change_contact(**asked, channel="talk", day=TODAY, candidate_ids=[people[0].pk])
        commands.take_back_contact(**asked)
        for verb in ("contacts.change_contact", "contacts.take_back_contact"):
            assert Entry.objects.get(verb=verb).about_id == made.pk

    def test_of_the_same_day_counts_when_the_other_is_taken_back(self, cast, people, at):
        candidate, day = people[0], TODAY - timedelta(days=3)
        one, two = (moment(cast.own, candidate_ids=[candidate.pk], day=day) for _time in range(2))
        commands.take_back_contact(actor=cast.own.actor(), at=at, contact_moment_id=two.pk)
        candidate.refresh_from_db()
        assert candidate.contact_at == one.happened_at

    def test_noted_later_of_an_earlier_day_counts_when_the_other_is_taken_back(self, cast, people, at):
        candidate = people[0]
        wrong = moment(cast.own, candidate_ids=[candidate.pk])
        real = moment(cast.own, candidate_ids=[candidate.pk], day=TODAY - timedelta(days=3))
        commands.take_back_contact(actor=cast.own.actor(), at=at, contact_moment_id=wrong.pk)
        candidate.refresh_from_db()
        assert candidate.contact_at == real.happened_at

    def test_that_was_taken_back_never_counts_again(self, cast, people, at):
        candidate = people[0]
        for days in (3, 0):
            wrong = moment(cast.own, candidate_ids=[candidate.pk], day=TODAY - timedelta(days=days))
            commands.take_back_contact(actor=cast.own.actor(), at=at, contact_moment_id=wrong.pk)
        candidate.refresh_from_db()
        assert candidate.contact_at is None

    def test_taken_back_leaves_no_contact_behind_for_what_was_only_written_down(self, cast, people, at):
        candidate, earlier = people[0], at - timedelta(days=2)
        note_part(
            actor=cast.own.actor(), at=earlier, candidate_id=candidate.pk, part="step", words="Rondkijken"
        )
        Candidate.objects.update(erase_date=TODAY)
        wrong = moment(cast.own, candidate_ids=[candidate.pk])
        commands.take_back_contact(actor=cast.own.actor(), at=at, contact_moment_id=wrong.pk)
        candidate.refresh_from_db()
        # what was announced is announced anew by the nightly job, a whole month ahead
        assert (candidate.contact_at, candidate.erase_date) == (None, None)

    def test_twice_the_same_request_is_one(self, cast, people, at):
        key = uuid4()
        for _time in range(2):
            commands.note_contact(
                actor=cast.own.actor(), at=at, key=key, channel="call", day=TODAY, employer_id=people[1].pk
            )
        assert ContactMoment.objects.count() == 1

    @pytest.mark.parametrize(
        ("facts", "refusal"),
        [
            ({}, WithNobody),
            ({"day": TODAY + timedelta(days=1)}, IsStillToCome),
            ({"day": date(1999, 1, 1)}, DayOutOfReach),
        ],
    )
    def test_that_cannot_be_is_refused_in_words(self, cast, people, facts, refusal):
        with pytest.raises(refusal):
            moment(cast.own, **({"employer_id": people[1].pk} if facts else {}), **facts)

    def test_with_nobody_is_refused_by_the_database_too(self, cast, at):
        with pytest.raises(IntegrityError), transaction.atomic():
            ContactMoment.objects.create(
                organisation=cast.own.organisation, region=cast.region, channel="call", happened_at=at, noted_at=at
            )  # fmt: skip
            with connection.cursor() as cursor:
                cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    def test_is_with_people_whom_one_may_know(self, cast, people, at):
        theirs = making.candidate(cast.other)
        far = making.entrepreneur(making.employer(cast.far))
        for facts in (
            {"candidate_ids": [theirs.pk]},
            {"entrepreneur_ids": [far.pk]},
            {"employer_id": far.employer_id},
            {"candidate_ids": [uuid4()]},
        ):
            with pytest.raises(NotVisible):
                moment(cast.own, **facts)
        made = moment(cast.own, candidate_ids=[people[0].pk])
        with pytest.raises(NotVisible):
            commands.take_back_contact(actor=cast.other.actor(), at=at, contact_moment_id=made.pk)
        for role in (Role.COORDINATOR, Role.TEAM_LEAD, Role.TABLE_HOST):
            with pytest.raises(NotAllowed):
                commands.take_back_contact(actor=cast.own.actor(role), at=at, contact_moment_id=made.pk)


class TestAReminder:
    def test_is_done_by_somebody_and_open_again(self, cast, people, at):
        made = reminder(cast.own, candidate_ids=[people[0].pk])
        assert (made.owner, made.done_at) == (cast.own.account(), None)
        commands.do_reminder(actor=cast.own.actor(), at=at, reminder_id=made.pk)
        made.refresh_from_db()
        assert (made.done_at, made.done_by) == (at, cast.own.account())
        commands.reopen_reminder(actor=cast.own.actor(), at=at, reminder_id=made.pk)
        made.refresh_from_db()
        assert (made.done_at, made.done_by) == (None, None)
        commands.take_back_reminder(actor=cast.own.actor(), at=at, reminder_id=made.pk)
        assert not Reminder.objects.exists()

    def test_goes_to_a_colleague_who_works_with_people_here(self, cast, at):
        made, here = reminder(cast.own), making.colleague_beside(cast.own)
        commands.hand_reminder_to(actor=cast.own.actor(), at=at, reminder_id=made.pk, account_id=here.pk)
        made.refresh_from_db()
        assert made.owner == here
        for stranger in (cast.other.account(), cast.own.account(Role.TABLE_HOST)):
            with pytest.raises(ColleagueIsElsewhere):
                commands.hand_reminder_to(
                    actor=cast.own.actor(), at=at, reminder_id=made.pk, account_id=stranger.pk
                )

    def test_goes_along_with_the_candidate_to_another_colleague_and_back(self, cast, people, at):
        me, bas, candidate = cast.own.account(), making.colleague_beside(cast.own), people[0]
        Candidate.objects.update(assigned_to=me)
        mine, done, given, of_the_firm = (
            reminder(cast.own, candidate_ids=[candidate.pk]),
            reminder(cast.own, candidate_ids=[candidate.pk]),
            reminder(cast.own, candidate_ids=[candidate.pk]),
            reminder(cast.own, employer_id=people[1].pk),
        )
        his = reminder(cast.own, candidate_ids=[candidate.pk], owner_id=bas.pk)
        commands.do_reminder(actor=cast.own.actor(), at=at, reminder_id=done.pk)
        commands.hand_reminder_to(actor=cast.own.actor(), at=at, reminder_id=given.pk, account_id=bas.pk)

        def owners():
            found = dict(Reminder.objects.values_list("pk", "owner"))
            return [found[row.pk] for row in (mine, done, of_the_firm, his, given)]

        asked = {"actor": cast.own.actor(), "at": at, "candidate_ids": [candidate.pk]}
        hand_over_candidates(**asked, from_id=me.pk, to_id=bas.pk)
        assert owners() == [bas.pk, me.pk, me.pk, bas.pk, bas.pk]
        take_back_hand_over(**asked, from_id=bas.pk, to_id=me.pk)
        assert owners() == [me.pk, me.pk, me.pk, bas.pk, bas.pk]

    def test_says_what_and_a_day_within_reach(self, cast, at):
        with pytest.raises(WhatIsMissing):
            reminder(cast.own, what="  ")
        with pytest.raises(DayOutOfReach):
            reminder(cast.own, due_date=date(2099, 1, 1))
        with pytest.raises(NotVisible):
            commands.do_reminder(actor=cast.other.actor(), at=at, reminder_id=reminder(cast.own).pk)


class TestAQuickNote:
    def chips(self, people):
        candidate, firm, henk = people
        (term,) = making.terms("bouwen")
        return [
            {
                "kind": "contact", "channel": "visit", "day": TODAY, "words": "Twee inpakkers.",
                "candidate_ids": [candidate.pk], "entrepreneur_ids": [henk.pk],
            },
            {"kind": "opening", "employer_id": firm.pk, "what": "inpakkers", "places": 2, "from_date": date(2027, 3, 1)},
            {"kind": "reminder", "what": "terugbellen", "due_date": date(2026, 11, 27), "employer_id": firm.pk},
            {"kind": "competency", "candidate_id": candidate.pk, "term_id": term.pk},
        ]  # fmt: skip

    def test_saves_all_in_one_go_once(self, cast, people, at):
        key = uuid4()
        asked = {"actor": cast.own.actor(), "at": at, "key": key, "chips": self.chips(people)}
        first, again = commands.save_quick_note(**asked), commands.save_quick_note(**asked)
        assert first == again
        assert (first["contacts"], first["openings"], first["reminders"]) == (1, 1, 1)
        assert ContactMoment.objects.get().note_id == Reminder.objects.get().note_id == first["note_id"]
        opening = WorkProfile.objects.get()
        assert (opening.what, opening.places, opening.from_date) == ("inpakkers", 2, date(2027, 3, 1))
        assert people[0].terms.get().source == "colleague"

    def test_saves_nothing_where_one_of_it_cannot_be(self, cast, people, at):
        wrong = [*self.chips(people), {"kind": "reminder", "what": "", "due_date": TODAY}]
        with pytest.raises(WhatIsMissing), transaction.atomic():
            commands.save_quick_note(actor=cast.own.actor(), at=at, chips=wrong)
        assert not ContactMoment.objects.exists() and not WorkProfile.objects.exists()
        with pytest.raises(NothingToSave):
            commands.save_quick_note(actor=cast.own.actor(), at=at, chips=[])

    def test_taken_back_leaves_what_was_there_before(self, cast, people, at):
        candidate, _firm, henk = people
        before = moment(cast.own, entrepreneur_ids=[henk.pk])
        saved = commands.save_quick_note(actor=cast.own.actor(), at=at, chips=self.chips(people))
        asked = {"at": at, "quick_note_id": saved["note_id"], "talents": saved["talents"]}
        with pytest.raises(NotVisible):
            commands.take_back_quick_note(actor=cast.other.actor(), **asked)
        assert ContactMoment.objects.count() == 2
        for _time in range(2):
            commands.take_back_quick_note(actor=cast.own.actor(), **asked)
        assert list(ContactMoment.objects.all()) == [before]
        assert (
            not WorkProfile.objects.exists()
            and not Reminder.objects.exists()
            and not candidate.terms.exists()
        )

    def test_taken_back_spares_what_a_colleague_made_of_it(self, cast, people, at):
        candidate = people[0]
        saved = commands.save_quick_note(actor=cast.own.actor(), at=at, chips=self.chips(people))
        bas = actor_of(making.colleague_beside(cast.own), cast.own.organisation.pk)
        Candidate.objects.update(assigned_to=bas.id)
        asked = {"actor": bas, "at": at + timedelta(days=3)}
        commands.change_contact(
            **asked, contact_moment_id=ContactMoment.objects.get().pk, channel="talk", day=TODAY,
            words="Lang gesproken", candidate_ids=[candidate.pk],
        )  # fmt: skip
        commands.do_reminder(**asked, reminder_id=Reminder.objects.get().pk)
        work_profiles.close_work_profile(
            **asked, work_profile_id=WorkProfile.objects.get().pk, status="filled"
        )
        note_part(
            **asked, candidate_id=candidate.pk, part="term", row_id=candidate.terms.get().pk, level=2, source="colleague"
        )  # fmt: skip
        stays = commands.take_back_quick_note(
            actor=cast.own.actor(), at=at, quick_note_id=saved["note_id"], talents=saved["talents"]
        )
        assert stays == {"contacts": 1, "openings": 1, "chances": 0, "reminders": 1, "talents": 1, "parts": 0}
        assert ContactMoment.objects.get().words == "Lang gesproken" and candidate.terms.exists()
        assert WorkProfile.objects.exists() and Reminder.objects.exists()

    def test_taken_back_spares_a_moment_with_somebody_more_and_nothing_else(self, cast, people, at):
        candidate, _firm, henk = people
        saved = commands.save_quick_note(actor=cast.own.actor(), at=at, chips=self.chips(people))
        made = ContactMoment.objects.get()
        commands.change_contact(
            actor=cast.own.actor(), at=at, contact_moment_id=made.pk, channel=made.channel, day=TODAY, words=made.words,
            candidate_ids=[candidate.pk, making.candidate(cast.own, "Kees").pk], entrepreneur_ids=[henk.pk],
        )  # fmt: skip
        stays = commands.take_back_quick_note(
            actor=cast.own.actor(), at=at, quick_note_id=saved["note_id"], talents=saved["talents"]
        )
        assert stays == {"contacts": 1, "openings": 0, "chances": 0, "reminders": 0, "talents": 0, "parts": 0}
        assert made.people.count() == 3 and not Reminder.objects.exists() and not WorkProfile.objects.exists()
