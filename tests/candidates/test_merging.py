"""Two files of one person become one: nothing is lost, it is read on the kept page, and for thirty days it can be undone."""

from __future__ import annotations

from datetime import timedelta
from uuid import uuid4

import pytest
from django.db.models.expressions import RawSQL
from django.urls import reverse
from tests import making
from tests.contacts.noting import moment

from werktop.audit.actors import SYSTEM
from werktop.audit.forgetting import forget_how_to_take_apart
from werktop.audit.merging import CannotMerge, LaterMergeFirst, TimeToTakeApartIsOver
from werktop.audit.models import Likeness, Merge
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate, CandidateTerm, PlanStep, Wish
from werktop.contacts.models import MomentPerson
from werktop.gatherings.models import Click, Guest, Seat, SeatPlan, Table
from werktop.matches.models import NextStep
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


def message_to(person, gathering):
    return Message.objects.create(
        organisation=person.organisation, channel="email", to_kind="candidate", to_id=person.pk, to_name=person.name,
        to_address=person.email, subject="Uitnodiging", body="Beste", about_kind="gathering", about_id=gathering.pk,
        purpose="invitation", message_id=f"<{uuid4()}@werktop.example>", status="sent", created_at=making.MOMENT,
        sent_at=making.MOMENT,
    )  # fmt: skip


def test_all_that_pointed_at_the_lost_file_points_at_the_kept_one(two, merge, cast, at):
    kept, lost = two
    met = moment(cast.own, candidate_ids=[lost.pk])
    both = moment(cast.own, candidate_ids=[kept.pk, lost.pk])
    step = PlanStep.objects.create(candidate=lost, words="Bellen", noted_at=at)
    gathering = making.gathering(cast.own)
    guest, sent = making.guest(gathering, lost), message_to(lost, gathering)
    next_step = NextStep.objects.create(
        gathering=gathering, region=gathering.region, organisation=gathering.organisation, candidate=lost, made_at=at
    )  # fmt: skip
    merge(kept, lost)
    assert not Candidate.objects.filter(pk=lost.pk).exists()
    for row in (step, guest, next_step):
        row.refresh_from_db()
        assert row.candidate_id == kept.pk
    sent.refresh_from_db()
    assert sent.to_id == kept.pk
    assert [p.candidate_id for p in MomentPerson.objects.filter(moment=met)] == [kept.pk]
    assert [p.candidate_id for p in MomentPerson.objects.filter(moment=both)] == [kept.pk]
    assert {t.term.code for t in kept.terms.select_related("term")} == {"koken", "bouwen"}


def test_who_was_spoken_with_as_the_one_and_about_as_the_other_was_spoken_with(two, merge, cast):
    kept, lost = two
    met = moment(cast.own, candidate_ids=[lost.pk], about_ids=[kept.pk])
    heard = moment(cast.own, candidate_ids=[kept.pk], about_ids=[lost.pk])
    of_it = moment(cast.own, about_ids=[lost.pk])
    merge(kept, lost)
    found = {each.moment_id: (each.candidate_id, each.role) for each in MomentPerson.objects.all()}
    assert found == {met.pk: (kept.pk, "with"), heard.pk: (kept.pk, "with"), of_it.pk: (kept.pk, "about")}


def test_the_higher_level_of_a_talent_stays(two, merge):
    kept, lost = two
    CandidateTerm.objects.filter(candidate=lost, term__code="koken").update(level=3)
    merge(kept, lost)
    assert kept.terms.get(term__code="koken").level == 3


@pytest.mark.parametrize("of_lost", [None, 3])
def test_a_talent_keeps_every_place_where_it_was_seen(two, merge, of_lost):
    kept, lost = two
    for person, source, also, level in (
        (kept, "table", ["workplace"], 1), (lost, "course", ["own_words"], of_lost),
    ):  # fmt: skip
        terms = CandidateTerm.objects.filter(candidate=person, term__code="koken")
        terms.update(source=source, also_seen=also, level=level)
    merge(kept, lost)
    term = kept.terms.get(term__code="koken")
    seen = {"source": term.source, "also_seen": term.also_seen}
    assert seen == (
        {"source": "course", "also_seen": ["own_words", "table", "workplace"]}
        if of_lost
        else {"source": "table", "also_seen": ["workplace", "course"]}
    )


def test_what_differs_is_chosen_and_what_one_says_alone_comes_along(two, merge, at):
    kept, lost = two
    Candidate.objects.filter(pk=kept.pk).update(
        own_words="Ik bak", phone="", languages=["nl"], is_shared=True
    )
    Candidate.objects.filter(pk=lost.pk).update(own_words="Ik bouw", languages=["ar"], is_shared=False)
    for person, work in ((kept, "bakker"), (lost, "timmerman")):
        Wish.objects.create(candidate=person, work=work, noted_at=at)
    merge(kept, lost, choices={"name": "other", "email": "kept", "own_words": "both", "wish": "other"})
    kept.refresh_from_db()
    assert (kept.first_name, kept.email, kept.phone) == ("Fatma", "fatima@post.example", "+31612345678")
    assert (kept.own_words, kept.languages) == ("Ik bak\nIk bouw", ["nl", "ar"])
    assert kept.is_shared is False, "the strictest counts"
    assert kept.wish.work == "timmerman"


def test_undone_both_files_are_as_they_were(two, merge, take_apart, cast, at):
    kept, lost = two
    CandidateTerm.objects.filter(candidate=lost, term__code="koken").update(level=3, also_seen=["table"])
    CandidateTerm.objects.filter(candidate=kept).update(source="course", also_seen=["workplace"])
    Candidate.objects.filter(pk=lost.pk).update(created_at=at + timedelta(microseconds=7))
    met = moment(cast.own, candidate_ids=[kept.pk, lost.pk])
    gathering = making.gathering(cast.own)
    making.guest(gathering, lost)
    sent = message_to(lost, gathering)
    before = [
        list(rows.order_by("pk").values())
        for rows in (Candidate.objects, CandidateTerm.objects, MomentPerson.objects, Guest.objects)
    ]
    merge(kept, lost, choices={"name": "other"})
    assert take_apart(kept) == lost.pk
    after = [
        list(rows.order_by("pk").values())
        for rows in (Candidate.objects, CandidateTerm.objects, MomentPerson.objects, Guest.objects)
    ]
    for rows in (before[0], after[0]):
        for row in rows:
            row.pop("picture_at")
    assert after == before
    sent.refresh_from_db()
    assert sent.to_id == lost.pk
    assert not Merge.objects.exists()
    assert met.people.count() == 2


def test_undone_the_picture_of_each_is_as_old_as_it_was(two, merge, take_apart, at):
    kept, lost = two
    CandidateTerm.objects.all().delete()
    Candidate.objects.update(picture_at=RawSQL("'-infinity'::timestamptz", []))
    days = {kept.pk: at - timedelta(days=400), lost.pk: at - timedelta(days=1)}
    for key, day in days.items():
        PlanStep.objects.create(candidate_id=key, words="Cv maken", noted_at=day)
    merge(kept, lost)
    assert Candidate.objects.get().picture_at == days[lost.pk]
    take_apart(kept)
    assert dict(Candidate.objects.values_list("pk", "picture_at")) == days


def test_what_was_noted_since_stays_with_the_kept_file(two, merge, take_apart, cast, at):
    kept, lost = two
    merge(kept, lost)
    since = PlanStep.objects.create(candidate=kept, words="Nieuw", noted_at=at)
    Candidate.objects.filter(pk=kept.pk).update(email="fatima@nieuw.example", education="mbo")
    take_apart(kept)
    kept.refresh_from_db()
    since.refresh_from_db()
    assert (since.candidate_id, kept.email, kept.education) == (kept.pk, "fatima@nieuw.example", "mbo")


def test_after_thirty_days_it_cannot_be_undone_and_how_it_was_is_not_kept(two, merge, take_apart, at):
    kept, lost = two
    merge(kept, lost)
    with pytest.raises(TimeToTakeApartIsOver):
        take_apart(kept, at=at + timedelta(days=30))
    assert forget_how_to_take_apart(actor=SYSTEM, at=at + timedelta(days=29), most=9) == 0
    assert forget_how_to_take_apart(actor=SYSTEM, at=at + timedelta(days=30), most=9) == 1
    assert forget_how_to_take_apart(actor=SYSTEM, at=at + timedelta(days=30), most=9) == 0
    assert Merge.objects.get().undo == {}
    assert Merge.objects.get().lost_name == "Fatma El Amrani"


def test_a_chain_leads_to_the_last_and_is_undone_from_its_end(
    two, merge, take_apart, cast, at, log_in, clock
):
    kept, lost = two
    third = making.candidate(cast.own, "Fatimah")
    merge(kept, lost)
    merge(third, kept, at=at + timedelta(hours=1))
    client = log_in(cast.own.account())
    for old in (kept, lost):
        response = client.get(reverse("candidates:candidate", args=[old.pk]))
        assert (response.status_code, response["Location"]) == (
            307,
            reverse("candidates:candidate", args=[third.pk]),
        )
    first = Merge.objects.get(lost_id=lost.pk)
    with pytest.raises(LaterMergeFirst):
        commands.take_apart_candidates(
            actor=cast.own.actor(), at=at, candidate_id=third.pk, merge_id=first.pk
        )
    take_apart(third)
    assert Merge.objects.get().kept_id == kept.pk
    take_apart(kept)
    assert Candidate.objects.count() == 3


def test_an_old_address_tells_others_nothing(two, merge, cast, log_in, clock):
    merge(*two)
    for house in (cast.other, cast.far):
        response = log_in(house.account()).get(reverse("candidates:candidate", args=[two[1].pk]))
        assert response.status_code == 404
        assert "Location" not in response


def test_a_link_that_went_to_the_lost_file_opens_the_kept_one(two, merge, cast, at, client):
    from werktop.post.links import actor_of, make_link, reach_of

    kept, lost = two
    Candidate.objects.update(email="fatima@post.example")
    gathering = making.gathering(cast.own)
    tokens = [
        make_link(
            organisation_id=cast.own.organisation.pk, purpose="invitation", holder_kind="candidate", holder_id=person.pk,
            about_kind="gathering", about_id=gathering.pk, at=at, expires_at=at + timedelta(days=9),
            reach=reach_of("email", "fatima@post.example"),
        )
        for person in two
    ]  # fmt: skip
    merge(kept, lost)
    assert [actor_of(token, purpose="invitation", at=at).id for token in tokens] == [kept.pk, kept.pk]
    commands.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=kept.pk, reason="asked")
    assert not Link.objects.exists()


def test_two_who_both_came_to_one_gathering_are_two_people(two, merge, cast, at):
    gathering = making.gathering(cast.own, status="running")
    for person in two:
        making.guest(gathering, person, arrived_at=at)
    with pytest.raises(CannotMerge, match="twee mensen"):
        merge(*two)
    assert Candidate.objects.count() == 2


@pytest.mark.parametrize(
    ("kept_reply", "lost_reply", "stays"), [("invited", "yes", "yes"), ("yes", "no", "yes")]
)
def test_of_two_places_on_a_guest_list_the_one_that_says_most_stays(
    two, merge, take_apart, cast, kept_reply, lost_reply, stays
):
    kept, lost = two
    gathering = making.gathering(cast.own)
    guests = {making.guest(gathering, kept, kept_reply).pk, making.guest(gathering, lost, lost_reply).pk}
    merge(kept, lost)
    assert [(g.candidate_id, g.reply) for g in Guest.objects.all()] == [(kept.pk, stays)]
    take_apart(kept)
    assert {g.pk for g in Guest.objects.all()} == guests


def test_a_chair_at_an_open_gathering_is_for_a_colleague_to_look_at(two, merge, cast, at):
    gathering = making.gathering(cast.own, tables=1)
    guests = [making.guest(gathering, person) for person in two]
    plan = SeatPlan.objects.create(gathering=gathering, state="in_force", made_at=at)
    Seat.objects.create(plan=plan, round=1, table=Table.objects.get(), guest=guests[1])
    with pytest.raises(CannotMerge, match="gastenlijst"):
        merge(*two)
    Guest.objects.filter(pk=guests[0].pk).update(arrived_at=at)
    gathering.status = "finished"
    gathering.save()
    merge(*two)
    assert Guest.objects.get().pk == guests[0].pk
    assert not Seat.objects.exists(), "who did not come sat nowhere"


def test_what_others_said_of_a_guest_goes_with_nobody(two, merge, cast, at):
    gathering = making.gathering(cast.own, status="finished")
    guests = [making.guest(gathering, person) for person in two]
    joris = making.guest(gathering, making.entrepreneur(making.employer(cast.own)))
    Guest.objects.filter(pk=guests[0].pk).update(arrived_at=at)
    Click.objects.create(gathering=gathering, chooser=joris, chosen=guests[1], source="host", noted_at=at)
    with pytest.raises(CannotMerge):
        merge(*two)
    assert Click.objects.exists()


def test_only_the_own_organisation_merges_and_nobody_learns_of_another(two, merge, cast):
    theirs = making.candidate(cast.other, "Fatma")
    for kept, lost, house in ((two[0], theirs, cast.own), (theirs, two[0], cast.own), (*two, cast.other)):
        with pytest.raises(NotVisible):
            merge(kept, lost, house)
    with pytest.raises(NotVisible):
        merge(two[0], two[0])


def test_of_two_open_forms_the_last_does_not_win_in_silence(two, merge):
    version = queries.version_of_both(*two)
    Candidate.objects.filter(pk=two[1].pk).update(phone="+31688888888")
    with pytest.raises(ChangedMeanwhile):
        merge(*two, version=version)


def test_erasing_the_kept_file_leaves_nothing_of_the_other(two, merge, cast, at):
    kept, lost = two
    PlanStep.objects.create(candidate=lost, words="Zonnebloem", noted_at=at)
    merge(kept, lost)
    commands.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=kept.pk, reason="asked")
    assert not Merge.objects.exists() and not Likeness.objects.exists()
    assert not Candidate.pgh_event_model.objects.filter(pgh_obj_id__in=[kept.pk, lost.pk]).exists()
    assert not PlanStep.pgh_event_model.objects.exists()


def test_notes_for_the_day_that_are_too_long_together_are_cut_by_nobody(two, merge):
    kept, lost = two
    for person, letter in ((kept, "k"), (lost, "l")):
        Candidate.objects.filter(pk=person.pk).update(day_note=letter * 150)
    with pytest.raises(commands.NotesAreTooLong):
        merge(kept, lost)


def test_names_of_a_file_that_became_part_of_another_go_out_of_words_about_others(two, merge, cast, at):
    kept, lost = two
    Candidate.objects.filter(pk=lost.pk).update(first_name="Zonnebloem", last_name="Korenaar")
    other = making.candidate(cast.own, "Karel", last_name="Bos")
    met = moment(cast.own, candidate_ids=[other.pk], words="Zonnebloem Korenaar was er ook")
    step = NextStep.objects.create(
        gathering=(gathering := making.gathering(cast.own)), region=gathering.region, organisation=gathering.organisation,
        candidate=other, made_at=at, words="Samen met Zonnebloem Korenaar",
    )  # fmt: skip
    making.guest(gathering, lost)
    merge(kept, Candidate.objects.get(pk=lost.pk))
    commands.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=kept.pk, reason="asked")
    met.refresh_from_db()
    assert (met.words, NextStep.objects.get().words) == ("… was er ook", "Samen met …")
    assert not NextStep.pgh_event_model.objects.filter(words__contains="Korenaar").exists()
    assert step.pk


def test_a_list_that_brought_the_lost_one_in_brings_nobody_in_again(two, merge, cast, at):
    kept, lost = two
    Candidate.objects.filter(pk=lost.pk).update(identity="sleutel", is_shared=True)
    lost.refresh_from_db()
    merge(kept, lost)
    row = {"first_name": "Fatma", "email": "f@post.example", "identity": "sleutel", "is_shared": False}
    asked = {"actor": cast.own.actor(), "at": at, "organisation_id": cast.own.organisation.pk}
    assert commands.add_candidates(rows=[row], **asked) == [kept.pk]
    kept.refresh_from_db()
    assert (Candidate.objects.count(), kept.is_shared) == (1, False)
