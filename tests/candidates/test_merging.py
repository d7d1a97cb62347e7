"""Two files of one person become one: nothing is lost, it is read on the kept page, and for thirty days it can be undone."""

from __future__ import annotations

from datetime import date, timedelta
from uuid import uuid4

import pytest
from django.urls import reverse
from tests import making
from tests.contacts.noting import moment
from tests.gatherings.page_asking import text_of

from werktop.audit import likeness
from werktop.audit.actors import SYSTEM
from werktop.audit.forgetting import forget_how_to_take_apart
from werktop.audit.merging import CannotMerge, LaterMergeFirst, TimeToTakeApartIsOver
from werktop.audit.models import Likeness, Merge, PersonalView
from werktop.audit.refusals import NotVisible
from werktop.audit.versions import ChangedMeanwhile
from werktop.candidates import commands, queries
from werktop.candidates.models import Candidate, CandidateTerm, Look, PlanStep, Wish
from werktop.contacts.models import MomentPerson
from werktop.gatherings.models import Click, Guest, Seat, SeatPlan, Table
from werktop.matches.models import NextStep
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def two(cast):
    kept = making.candidate(cast.own, "Fatima", term_codes=("koken",), email="fatima@post.example")
    lost = making.candidate(
        cast.own, "Fatma", term_codes=("koken", "bouwen"), email="f.amrani@post.example", phone="+31612345678"
    )
    return kept, lost


@pytest.fixture
def merge(cast, at):
    def do(kept, lost, house=None, at=at, **asked):
        actor = (house or cast.own).actor()
        return commands.merge_candidates(actor=actor, at=at, candidate_id=kept.pk, other_id=lost.pk, **asked)

    return do


@pytest.fixture
def take_apart(cast, at):
    def do(kept, at=at + timedelta(days=1)):
        merge_id = Merge.objects.order_by("-at").values_list("pk", flat=True)[0]
        return commands.take_apart_candidates(
            actor=cast.own.actor(), at=at, candidate_id=kept.pk, merge_id=merge_id
        )

    return do


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


def test_the_higher_level_of_a_talent_stays(two, merge):
    kept, lost = two
    CandidateTerm.objects.filter(candidate=lost, term__code="koken").update(level=3)
    merge(kept, lost)
    assert kept.terms.get(term__code="koken").level == 3


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
    CandidateTerm.objects.filter(candidate=lost, term__code="koken").update(level=3)
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


def test_what_was_noted_since_stays_with_the_kept_file(two, merge, take_apart, cast, at):
    kept, lost = two
    merge(kept, lost)
    since = PlanStep.objects.create(candidate=kept, words="Nieuw", noted_at=at)
    Candidate.objects.filter(pk=kept.pk).update(phone="+31699999999")
    take_apart(kept)
    kept.refresh_from_db()
    since.refresh_from_db()
    assert (since.candidate_id, kept.phone) == (kept.pk, "+31699999999")


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


def test_the_kept_page_tells_both_stories_and_by_whom(two, merge, take_apart, cast, log_in, clock, at):
    kept, lost = two
    asked = {"actor": cast.own.actor(), "at": at - timedelta(days=3)}
    goal = commands.note_part(candidate_id=lost.pk, part="goal", words="Heftruck rijden", **asked)
    commands.remove_part(candidate_id=lost.pk, part="goal", row_id=goal, **asked)
    client = log_in(cast.own.account())
    merge(kept, lost)
    page = text_of(client.get(reverse("candidates:candidate", args=[kept.pk])))
    assert (
        "Samengevoegd met het dossier van Fatma El Amrani op 24 november 2026, door Relationship van Gemeente Waalsteen"
        in page
    )
    assert "leerdoel: Heftruck rijden" in page.replace("Leerdoel", "leerdoel")
    assert "Maak ongedaan" in page
    assert "Weg: Koken" not in page, "both could cook: nothing went"
    commands.put_back_part(candidate_id=kept.pk, part="goal", row_id=goal, actor=cast.own.actor(), at=at)
    merge_id = Merge.objects.get().pk
    url = reverse("candidates:take_apart", args=[kept.pk, merge_id])
    shown = client.post(url, {"request_key": str(uuid4())}, follow=True)
    assert "Het zijn weer twee dossiers" in text_of(shown)
    assert "Samengevoegd met" not in text_of(client.get(reverse("candidates:candidate", args=[kept.pk])))


def test_after_an_undo_each_page_tells_its_own_story(two, merge, take_apart, cast, at):
    kept, lost = two
    asked = {"actor": cast.own.actor(), "at": at - timedelta(days=3)}
    commands.note_part(candidate_id=lost.pk, part="step", words="Heftruck rijden", **asked)
    merge(kept, lost)
    actor = cast.own.actor()
    assert [line.words[0] for line in queries.picture_on(actor, kept.pk, date(2026, 12, 1))["step"]] == [
        "Heftruck rijden"
    ]
    take_apart(kept)
    assert "step" not in queries.picture_on(actor, kept.pk, date(2026, 12, 1))
    assert [line.words[0] for line in queries.picture_on(actor, lost.pk, date(2026, 12, 1))["step"]] == [
        "Heftruck rijden"
    ]


def test_what_is_kept_of_somebody_tells_of_the_other_file_too(two, merge, cast, at, log_in, clock):
    kept, lost = two
    PersonalView.objects.create(
        at=at - timedelta(days=1), page="candidates:candidate", about_kind="candidate", about_ids=[str(lost.pk)],
        about_organisation_id=cast.own.organisation.pk, actor_kind="staff", actor_id=cast.own.account().pk,
        organisation_id=cast.own.organisation.pk,
    )  # fmt: skip
    Candidate.objects.update(assigned_to=cast.own.account())
    merge(kept, lost)
    page = text_of(log_in(cast.own.account()).get(reverse("privacy:kept_of_candidate", args=[kept.pk])))
    assert "U stond er dubbel in" in page
    assert "f.amrani@post.example" in page
    assert "23 november 2026" in page


def test_what_the_day_needs_is_not_read_by_laying_files_side_by_side(two, merge, cast, at, log_in, clock):
    kept, lost = two
    colleague = making.colleague_beside(cast.own)
    Candidate.objects.filter(pk=lost.pk).update(day_note="Kornoelje", assigned_to=colleague)
    Candidate.objects.filter(pk=kept.pk).update(day_note="Zonnebloem", assigned_to=colleague)
    url = reverse("candidates:merge_candidates", args=[kept.pk, lost.pk])
    assert "Kornoelje" not in (page := log_in(cast.own.account()).get(url).content.decode())
    assert "Zonnebloem" not in page
    assert "Kornoelje" in log_in(colleague).get(url).content.decode()
    merge(kept, lost, choices={"needs": "other"})
    kept.refresh_from_db()
    assert kept.day_note == "Zonnebloem; Kornoelje", "what was not on the screen is kept as a whole"


def test_who_goes_to_work_with_somebody_by_merging_is_seen_by_the_colleague(two, merge, cast):
    kept, lost = two
    colleague = making.colleague_beside(cast.own)
    Candidate.objects.filter(pk=kept.pk).update(assigned_to=colleague)
    Candidate.objects.filter(pk=lost.pk).update(assigned_to=cast.own.account())
    merge(*Candidate.objects.order_by("pk"), choices={"assigned_to": "other"})
    look = Look.objects.get()
    assert (look.candidate_id, look.kind, look.of_id) == (kept.pk, "taken_over", colleague.pk)


def test_told_apart_nobody_asks_again(two, cast, at, log_in, clock):
    Candidate.objects.update(phone="+31612345678")
    actor, house = cast.own.actor(), cast.own.organisation.pk
    assert commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=house) == 1
    client = log_in(cast.own.account())
    page = text_of(client.get(reverse("candidates:doubles")))
    assert "zelfde telefoonnummer, naam lijkt erop, zelfde plaats" in page
    url = reverse("candidates:tell_apart", args=[pair.pk for pair in two])
    client.post(url, {"request_key": str(uuid4())})
    assert commands.look_for_doubles(actor=SYSTEM, at=at, organisation_id=house) == 0
    assert "Niemand lijkt er dubbel in te staan" in text_of(client.get(reverse("candidates:doubles")))
    client.post(url, {"request_key": str(uuid4()), "look_again": "1"})
    assert likeness.open_pairs("candidate", house).count() == 1
    assert queries.pairs_to_look_at(cast.other.actor()).count() == 0
    assert actor.organisation_id == house


def test_side_by_side_each_difference_is_a_choice_and_a_refusal_keeps_it(two, cast, at, log_in, clock):
    kept, lost = two
    client = log_in(cast.own.account())
    url = reverse("candidates:merge_candidates", args=[kept.pk, lost.pk])
    page = client.get(url).content.decode()
    for words in ("fatima@post.example", "f.amrani@post.example", "Fatima El Amrani", "Fatma El Amrani"):
        assert words in page
    gathering = making.gathering(cast.own, status="running")
    for person in two:
        making.guest(gathering, person, arrived_at=at)
    typed = {"request_key": str(uuid4()), "keep_name": "other", "keep_email": "other", "keep_phone": "kept"}
    response = client.post(url, typed)
    assert response.status_code == 409
    assert "Dan zijn het twee mensen" in text_of(response)
    assert (
        response.content.decode().count('value="other" checked') == 2
        or "checked" in response.content.decode()
    )
    Guest.objects.all().delete()
    assert client.post(url, typed | {"request_key": str(uuid4())}).url == reverse(
        "candidates:candidate", args=[kept.pk]
    )
    kept.refresh_from_db()
    assert (kept.first_name, kept.email) == ("Fatma", "f.amrani@post.example")
    assert "al samengevoegd" in text_of(client.get(url, follow=True))
