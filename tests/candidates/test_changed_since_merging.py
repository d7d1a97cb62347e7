"""What was said while two files were one, and what an undo makes of it: no guess, and nothing of one is left with the other."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making

from werktop.accounts.lookers import days_of_looking
from werktop.accounts.queries import actor_of
from werktop.audit.merging import ChangedSince, SaysOtherwise
from werktop.audit.models import PersonalView
from werktop.candidates import commands, queries
from werktop.candidates.models import Adjustment, Candidate, CandidateTerm, Look, Need, Objection, Wish
from werktop.gatherings.models import Click, Guest
from werktop.post.links import LinkIsOver, make_link, reach_of
from werktop.post.links import actor_of as actor_of_link
from werktop.post.recipients import recipient_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def two(two, cast):
    """The colleague who merges works with both."""
    Candidate.objects.update(assigned_to=cast.own.account())
    for person in two:
        person.refresh_from_db()
    return two


def says(person, **facts):
    Candidate.objects.filter(pk=person.pk).update(**facts)
    person.refresh_from_db()


@pytest.mark.parametrize(
    ("of_kept", "of_lost", "since", "what"),
    [
        ({"own_words": "Ik bak"}, {"own_words": "Zonnebloem"}, {"own_words": "Ik bak, en Zonnebloem"}, "In eigen woorden"),
        ({"own_words": ""}, {"own_words": "Zonnebloem"}, {"own_words": "Zonnebloemen"}, "In eigen woorden"),
        ({"languages": ["nl"]}, {"languages": ["ar"]}, {"languages": ["nl", "ar", "pl"]}, "Talen"),
        ({"phone": ""}, {"phone": "+31612345678"}, {"phone": "+31612345679"}, "Telefoon"),
        ({"address": ""}, {"address": "Waal 1", "postcode": "4001 AB"}, {"postcode": "4001 AC"}, "Adres"),
        ({"day_note": "Kussen"}, {"day_note": "Korenaar"}, {"day_note": "Kussen; korenaren"}, "iets wat alleen leest wie"),
    ],
)  # fmt: skip
def test_what_was_put_together_and_changed_since_is_for_a_colleague_to_look_at(
    two, merge, take_apart, of_kept, of_lost, since, what
):
    kept, lost = two
    says(kept, **{"phone": "+31600000000", "postcode": "", **of_kept})
    says(lost, **of_lost)
    merge(kept, lost)
    says(kept, **since)
    with pytest.raises(SaysOtherwise, match=what):
        take_apart(kept)
    assert not Candidate.objects.filter(pk=lost.pk).exists()
    taken_away = {name: [] if isinstance(value, list) else "" for name, value in of_lost.items()}
    says(kept, **taken_away)
    take_apart(kept)
    for person, before in ((kept, of_kept), (lost, of_lost)):
        person.refresh_from_db()
        assert {name: getattr(person, name) for name in before} == before


def test_a_name_that_is_read_the_same_was_not_changed(two, merge, take_apart):
    kept, lost = two
    says(lost, first_name="Fatma van", last_name="Dijk")
    merge(kept, lost, choices={"name": "other"})
    says(kept, first_name="Fatma", last_name="van Dijk")
    take_apart(kept)
    assert dict(Candidate.objects.values_list("first_name", "last_name")) == {
        "Fatima": "El Amrani", "Fatma van": "Dijk",
    }  # fmt: skip


def test_what_holds_nothing_of_the_other_stays_as_it_was_said(two, merge, take_apart):
    kept, lost = two
    says(kept, languages=["nl"], email="fatima@post.example", phone="")
    says(lost, languages=["ar"], is_childcare_needed=True)
    merge(kept, lost)
    says(
        kept,
        languages=["nl", "pl"],
        email="fatima@nieuw.example",
        is_travel_paid=True,
        preferred_channel="sms",
    )
    take_apart(kept)
    kept.refresh_from_db()
    assert (kept.languages, kept.email, kept.phone) == (["nl", "pl"], "fatima@nieuw.example", "")
    assert kept.preferred_channel == "email", "the number for a short message was the other's"
    assert (kept.is_travel_paid, kept.is_childcare_needed) == (True, False)


def test_a_part_that_was_changed_since_is_taken_away_first_and_comes_back_with_whose_it_was(
    two, merge, take_apart, asked
):
    kept, lost = two
    for person, work in ((kept, "kok"), (lost, "timmerman")):
        commands.note_part(part="wish", work=work, most_km=10, **asked, candidate_id=person.pk)
    need = commands.note_part(part="need", kind="debts", words="Rust", **asked, candidate_id=lost.pk)
    merge(kept, lost, choices={"wish": "other"})
    asked["candidate_id"] = kept.pk
    commands.note_part(part="wish", work="bakker", **asked)
    commands.finish_part(part="need", row_id=need, **asked)
    with pytest.raises(
        SaysOtherwise, match="veranderd: iets wat alleen leest wie met deze mensen werkt, wens"
    ):
        take_apart(kept)
    commands.remove_part(part="need", row_id=need, **asked)
    commands.remove_part(part="wish", row_id=Wish.objects.get().pk, **asked)
    take_apart(kept)
    assert dict(Wish.objects.values_list("candidate_id", "work")) == {kept.pk: "kok", lost.pk: "timmerman"}
    assert list(Need.objects.values_list("candidate_id", "done_date")) == [(lost.pk, None)]


def test_a_text_that_was_written_anew_since_is_for_a_colleague_to_look_at(two, merge, take_apart, asked):
    kept, lost = two
    commands.write_presentation(candidate_id=lost.pk, words="Van de ander", **asked)
    merge(kept, lost)
    commands.write_presentation(candidate_id=kept.pk, words="Ik ben Fatima", **asked)
    with pytest.raises(SaysOtherwise, match="de tekst voor werkgevers"):
        take_apart(kept)
    commands.write_presentation(candidate_id=kept.pk, words="Van de ander", **asked)
    assert take_apart(kept) == lost.pk


def test_a_place_on_a_guest_list_on_which_others_said_something_since_stays(two, merge, take_apart, cast, at):
    kept, lost = two
    gathering = making.gathering(cast.own, status="finished")
    guest = making.guest(gathering, lost, arrived_at=at)
    joris = making.guest(gathering, making.entrepreneur(making.employer(cast.own)), arrived_at=at)
    click = {"gathering": gathering, "chooser": joris, "chosen": guest, "noted_at": at}
    Click.objects.create(**click)
    merge(kept, lost)
    Click.objects.all().delete()
    Click.objects.create(**click)
    with pytest.raises(ChangedSince, match="een naam op een gastenlijst"):
        take_apart(kept)
    Click.objects.all().delete()
    take_apart(kept)
    assert Guest.objects.get(pk=guest.pk).candidate_id == lost.pk


def test_a_no_in_a_list_outlives_objections_that_come_back(two, merge, take_apart, cast, asked, at):
    kept, lost = two
    says(lost, identity="sleutel")
    for person in two:
        commands.make_objection(
            candidate_id=person.pk, kind="region", **asked | {"at": at - timedelta(days=1)}
        )
    merge(kept, lost)
    commands.end_objection(candidate_id=kept.pk, kind="region", **asked)
    row = {"first_name": "Fatma", "email": "f@post.example", "identity": "sleutel", "is_shared": False}
    commands.add_candidates(organisation_id=cast.own.organisation.pk, rows=[row], **asked)
    take_apart(kept)
    assert Objection.objects.filter(ended_at=None).count() == 2, "they stand again with who made them"
    for person in two:
        commands.end_objection(candidate_id=person.pk, kind="region", **asked)
    assert not Candidate.objects.filter(is_shared=True).exists()


def test_who_was_not_shared_before_is_not_by_taking_back_what_both_objected_to(two, merge, take_apart, asked):
    kept, lost = two
    says(kept, is_shared=False)
    merge(kept, lost)
    commands.change_candidate(candidate_id=kept.pk, is_shared=True, **asked)
    commands.make_objection(candidate_id=kept.pk, kind="region", **asked)
    take_apart(kept)
    for person in two:
        commands.end_objection(candidate_id=person.pk, kind="region", **asked)
    assert set(Candidate.objects.filter(is_shared=True).values_list("pk", flat=True)) == {lost.pk}


def test_a_way_of_being_in_touch_that_was_taken_away_since_holds_on(two, merge, take_apart, asked):
    kept, lost = two
    way = commands.note_part(part="adjustment", way="call", words="De zoon", candidate_id=kept.pk, **asked)
    merge(kept, lost)
    commands.remove_part(part="adjustment", row_id=way, candidate_id=kept.pk, **asked)
    take_apart(kept)
    kept.refresh_from_db()
    assert kept.adjusted_ways == ["call"]
    assert list(Adjustment.objects.values_list("candidate_id", "words")) == [(kept.pk, "")]


def test_who_looked_at_the_one_in_between_is_told_to_both(two, merge, take_apart, cast, at):
    kept, lost = two
    house, beside = cast.own.organisation, making.colleague_beside(cast.own)
    merge(kept, lost)
    PersonalView.objects.create(
        at=at + timedelta(hours=1), page="candidates:candidate", about_kind="candidate", about_ids=[str(kept.pk)],
        about_organisation_id=house.pk, actor_kind="staff", actor_id=beside.pk, organisation_id=house.pk,
    )  # fmt: skip
    looked = {"reason": "Fatima belde over opvang", "of": cast.own.account(), "by": beside, "opened_at": at}
    Look.objects.create(candidate=kept, until_at=at + timedelta(days=9), **looked)
    take_apart(kept)
    for person in two:
        person.refresh_from_db()
        ((_day, who),) = days_of_looking(house.pk, house.region_id, person.pk)
        assert len(who) == 1
        assert Look.objects.get(candidate=person).of_id == person.assigned_to_id
        viewer = actor_of(beside, house.pk)
        assert not queries.can_see_needs(viewer, person, at + timedelta(days=1, hours=1)), "opened no longer"
    assert "Fatima" not in Look.objects.get(candidate=lost).reason


def test_who_had_opened_the_one_has_not_opened_both(two, merge, cast, at):
    kept, lost = two
    look = Look.objects.create(
        candidate=lost, by=making.colleague_beside(cast.own), of=cast.own.account(), reason="Belde over opvang",
        opened_at=at - timedelta(hours=1), until_at=at + timedelta(hours=9),
    )  # fmt: skip
    merge(kept, lost)
    look.refresh_from_db()
    assert (look.candidate_id, look.until_at) == (kept.pk, at)


def test_by_which_row_of_a_list_somebody_was_known_since_is_asked_anew(two, merge, take_apart, asked):
    kept, lost = two
    merge(kept, lost)
    row = {"candidate_id": str(lost.pk), "identity": "rij", "is_shared": True}
    commands.know_again(rows=[row], **asked)
    assert Candidate.objects.get(pk=kept.pk).identity == "rij"
    take_apart(kept)
    assert set(Candidate.objects.values_list("identity", flat=True)) == {""}


def test_places_that_came_along_go_again_and_those_seen_since_stay(two, merge, take_apart):
    kept, lost = two
    terms = CandidateTerm.objects.filter(term__code="koken")
    terms.filter(candidate=lost).update(source="table")
    merge(kept, lost)
    terms.update(also_seen=["table", "course"])
    take_apart(kept)
    assert terms.get(candidate=kept).also_seen == ["course"]
    history = CandidateTerm.pgh_event_model.objects.filter(candidate=kept, term=terms[0].term_id)
    assert not history.filter(also_seen__contains=["table"]).exists(), (
        "nor does its history tell of the other"
    )


def test_a_letter_that_went_to_the_other_opens_nothing_of_the_kept_one(two, merge, take_apart, cast, at):
    kept, lost = two
    says(kept, address="", postcode="")
    says(lost, address="Waal 1", postcode="4001 AB")
    merge(kept, lost)
    kept.refresh_from_db()
    to = recipient_of("candidate", kept, channel="letter")
    asks = {
        "organisation_id": cast.own.organisation.pk, "purpose": "own_page", "holder_kind": "candidate", "holder_id": kept.pk,
        "about_kind": "own_page", "about_id": kept.pk, "at": at, "expires_at": at + timedelta(days=9),
    }  # fmt: skip
    letter, mail = (
        make_link(**asks, reach=reach_of(way, address))
        for way, address in ((to.channel, to.address), ("email", kept.email))
    )
    take_apart(kept)
    assert to.channel == "letter"
    assert actor_of_link(mail, purpose="own_page", at=at).id == kept.pk
    with pytest.raises(LinkIsOver):
        actor_of_link(letter, purpose="own_page", at=at)
