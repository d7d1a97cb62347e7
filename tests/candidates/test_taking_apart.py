"""Two files that were one for a while: each is its own again, nothing of the one is read with the other, and who said meanwhile
that something may not be, is heard for both."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import DatabaseError, connection, transaction
from tests import making
from tests.own_pages import own_client

from werktop.accounts.commands import open_with_strong_login, people_of_login
from werktop.accounts.models import OwnSession, Pairing
from werktop.audit.actors import Actor
from werktop.audit.erasure import erase, forget_history
from werktop.audit.kept import all_kept_of
from werktop.audit.merging import CannotMerge, ChangedSince
from werktop.audit.models import Merge
from werktop.candidates import commands, queries
from werktop.candidates.models import Adjustment, Candidate, Objection, PlanStep, Presentation, Wish
from werktop.gatherings.models import Guest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


@pytest.fixture
def works_with(cast):
    """The colleague who merges works with everybody."""
    return lambda: Candidate.objects.update(assigned_to=cast.own.account())


def oneself(person):
    return Actor(
        "candidate", id=person.pk, organisation_id=person.organisation_id, region_id=person.region_id,
        capabilities=frozenset({"own", "own_strong"}),
    )  # fmt: skip


def text_of(person, at, words):
    return Presentation.objects.create(
        candidate=person, words=words, written_at=at, approved_words=words, approved_at=at
    )


def is_found(cast):
    return {each.id for each in queries.search_profiles_in_region(cast.other.actor())}


def tied(person, at, mark, **facts):
    return Pairing.objects.create(
        holder_kind="candidate", holder_id=person.pk, made_at=at, expires_at=at, subject_mark=mark, tied_at=at, **facts
    )  # fmt: skip


def test_an_objection_made_meanwhile_stands_with_both_and_its_words_with_one(
    two, merge, take_apart, cast, asked
):
    kept, lost = two
    Candidate.objects.filter(pk=lost.pk).update(is_shared=False)
    merge(kept, lost)
    for kind in ("region", "employers"):
        commands.make_objection(candidate_id=kept.pk, kind=kind, words="Zonnebloem", **asked)
    take_apart(kept)
    assert not is_found(cast) & {kept.pk, lost.pk}
    standing = Objection.objects.filter(ended_at=None).order_by("kind", "words")
    assert [(o.candidate_id, o.kind, o.words) for o in standing] == [
        (lost.pk, "employers", ""),
        (kept.pk, "employers", "Zonnebloem"),
        (lost.pk, "region", ""),
        (kept.pk, "region", "Zonnebloem"),
    ]


def test_an_objection_taken_back_meanwhile_stands_again_with_who_had_made_it(
    two, merge, take_apart, cast, asked, at
):
    kept, lost = two
    before = {**asked, "at": at - timedelta(days=2)}
    commands.make_objection(candidate_id=lost.pk, kind="region", words="Bij mij niet", **before)
    commands.make_objection(candidate_id=kept.pk, kind="employers", **before)
    merge(kept, lost)
    for kind in ("region", "employers"):
        commands.end_objection(candidate_id=kept.pk, kind=kind, **asked)
    take_apart(kept)
    standing = Objection.objects.filter(ended_at=None).order_by("kind")
    assert [(o.candidate_id, o.kind) for o in standing] == [(kept.pk, "employers"), (lost.pk, "region")]
    assert lost.pk not in is_found(cast)


@pytest.mark.parametrize("is_named_by_a_list", [False, True])
def test_nobody_is_shared_who_was_not_before_or_is_not_now(
    two, merge, take_apart, cast, asked, is_named_by_a_list
):
    kept, lost = two
    Candidate.objects.filter(pk=lost.pk).update(identity="sleutel")
    lost.refresh_from_db()
    merge(kept, lost)
    if is_named_by_a_list:
        row = {"first_name": "Fatma", "email": "f@post.example", "identity": "sleutel", "is_shared": False}
        commands.add_candidates(organisation_id=cast.own.organisation.pk, rows=[row], **asked)
    take_apart(kept)
    shared = Candidate.objects.filter(is_shared=True).values_list("pk", flat=True)
    assert set(shared) == (set() if is_named_by_a_list else {kept.pk, lost.pk})


def test_taking_an_objection_back_shares_nobody_whom_a_list_had_unshared(two, merge, asked):
    kept, lost = two
    Candidate.objects.filter(pk=kept.pk).update(is_shared=False)
    commands.make_objection(candidate_id=lost.pk, kind="region", **asked)
    merge(kept, lost)
    commands.end_objection(candidate_id=kept.pk, kind="region", **asked)
    kept.refresh_from_db()
    assert kept.is_shared is False


def test_ways_of_being_in_touch_follow_from_what_stands_with_each(two, merge, take_apart, works_with, asked):
    kept, lost = two
    works_with()
    commands.note_part(candidate_id=lost.pk, part="adjustment", way="call", **asked)
    merge(kept, lost)
    commands.note_part(candidate_id=kept.pk, part="adjustment", way="sms", **asked)
    take_apart(kept)
    noted = set(Adjustment.objects.values_list("candidate_id", "way"))
    assert noted == {(kept.pk, "sms"), (lost.pk, "call"), (lost.pk, "sms")}, (
        "who asked it since may be either"
    )
    ways = dict(Candidate.objects.values_list("pk", "adjusted_ways"))
    assert ways == {kept.pk: ["sms"], lost.pk: ["call", "sms"]}


def test_a_text_that_went_comes_back_for_the_candidate_to_approve(two, merge, take_apart, at):
    kept, lost = two
    text_of(kept, at, "Van de een")
    text_of(lost, at + timedelta(hours=1), "Van de ander")
    merge(kept, lost)
    assert queries.read_by_employers([kept.pk]) == {kept.pk: "Van de ander"}
    take_apart(kept)
    assert queries.read_by_employers([kept.pk, lost.pk]) == {lost.pk: "Van de ander"}
    assert Presentation.objects.get(candidate=kept).words == "Van de een"


@pytest.mark.parametrize("said", ["taken back", "objected"])
def test_what_was_said_meanwhile_about_a_text_leaves_none_approved(two, merge, take_apart, asked, said):
    kept, lost = two
    text_of(lost, asked["at"], "Van de ander")
    merge(kept, lost)
    as_oneself = {**asked, "actor": oneself(kept), "candidate_id": kept.pk}
    if said == "taken back":
        commands.take_back_approval(**as_oneself)
    else:
        commands.make_objection(kind="employers", **as_oneself)
    take_apart(kept)
    assert queries.read_by_employers([kept.pk, lost.pk]) == {}
    assert dict(Presentation.objects.values_list("candidate_id", "words")) == {lost.pk: "Van de ander"}


def test_what_was_erased_meanwhile_comes_back_with_nobody(two, merge, take_apart, works_with, asked):
    kept, lost = two
    works_with()
    for person, work in ((kept, "kok"), (lost, "timmerman")):
        commands.note_part(part="wish", work=work, candidate_id=person.pk, **asked)
    gone = Wish.objects.get(candidate=lost).pk
    merge(kept, lost)
    assert "timmerman" not in str(Merge.objects.get().undo), "its history says it, and nothing else does"
    forget_history(Wish, [gone])
    take_apart(kept)
    assert dict(Wish.objects.values_list("candidate_id", "work")) == {kept.pk: "kok"}


def test_neither_the_paper_nor_the_own_page_nor_the_history_tells_of_the_other(
    two, merge, take_apart, works_with, asked, at
):
    kept, lost = two
    works_with()
    Candidate.objects.filter(pk=kept.pk).update(phone="", own_words="")
    Candidate.objects.filter(pk=lost.pk).update(own_words="Zonnebloem", day_note="Korenaar")
    commands.note_part(part="wish", work="Kornoelje", **asked, candidate_id=lost.pk)
    merge(kept, lost)
    commands.note_part(part="goal", words="Vlasblauw", **asked, candidate_id=kept.pk)
    take_apart(kept)
    paper = {}
    for person in (kept, lost):
        person.refresh_from_db()
        paper[person] = str(
            [part.rows for part in all_kept_of(asked["actor"], person, at + timedelta(days=2))]
        )
    own = own_client(kept, at, "strong").get("/mijn/bewaard/").content.decode()
    for words in ("Zonnebloem", "Korenaar", "Kornoelje", "31612345678"):
        assert words not in paper[kept] and words not in own
    assert "Zonnebloem" in paper[lost] and "Kornoelje" in paper[lost]
    assert "Vlasblauw" in paper[kept] and "Vlasblauw" not in paper[lost]
    commands.erase_candidate(candidate_id=lost.pk, reason="asked", **asked)
    assert not Candidate.pgh_event_model.objects.filter(own_words="Zonnebloem").exists()
    assert not Wish.pgh_event_model.objects.exists()


def test_a_place_on_a_guest_list_that_was_changed_is_for_a_colleague_to_look_at(two, merge, take_apart, cast):
    kept, lost = two
    guest = making.guest(making.gathering(cast.own), lost, "yes")
    merge(kept, lost)
    Guest.objects.update(reply="no")
    with pytest.raises(ChangedSince, match="Fatma El Amrani kwam: een naam op een gastenlijst"):
        take_apart(kept)
    assert Guest.objects.get().candidate_id == kept.pk and not Candidate.objects.filter(pk=lost.pk).exists()
    Guest.objects.filter(pk=guest.pk).delete()
    take_apart(kept)
    assert not Guest.objects.exists()


def test_a_strong_login_opens_no_other_file_and_whoever_was_in_is_out(two, merge, take_apart, asked, at):
    kept, lost = two
    tied(kept, at - timedelta(days=9), "een")
    tied(lost, at - timedelta(days=9), "een")
    token = {
        "way": "strong",
        "organisation_id": kept.organisation_id,
        "begun_at": at,
        "expires_at": at + timedelta(days=2),
    }
    for number, person in enumerate(two):
        OwnSession.objects.create(holder_kind="candidate", holder_id=person.pk, mark=str(number), **token)
    merge(kept, lost)
    assert not OwnSession.objects.filter(ended_at=None).exists()
    assert [person.pk for _kind, person in people_of_login("een")] == [kept.pk]
    Pairing.objects.filter(holder_id=kept.pk, ended_at=None).update(ended_at=at)
    tied(kept, at + timedelta(hours=1), "ander")
    open_with_strong_login(actor=oneself(kept), at=at, subject_mark="ander", own_page_id=kept.pk)
    take_apart(kept)
    assert not OwnSession.objects.filter(ended_at=None).exists()
    assert not people_of_login("een") and not people_of_login("ander")
    commands.erase_candidate(candidate_id=lost.pk, reason="asked", **asked)
    commands.erase_candidate(candidate_id=kept.pk, reason="asked", **asked)
    assert not Pairing.objects.exists()


def test_two_who_each_have_a_strong_login_are_two_people(two, merge, at):
    for number, person in enumerate(two):
        tied(person, at, str(number))
    with pytest.raises(CannotMerge, match="twee mensen"):
        merge(*two)


def test_what_went_with_a_colleague_who_was_erased_is_let_go_of(two, merge, take_apart, cast, at):
    kept, lost = two
    gone = making.colleague_beside(cast.own)
    Candidate.objects.filter(pk=lost.pk).update(assigned_to=gone)
    Candidate.objects.filter(pk=kept.pk).update(assigned_to=cast.own.account())
    step = PlanStep.objects.create(candidate=lost, words="Bellen", noted_at=at, noted_by=gone)
    merge(kept, lost)
    erase(gone)
    take_apart(kept)
    lost.refresh_from_db()
    step.refresh_from_db()
    assert (lost.assigned_to_id, step.candidate_id, step.noted_by_id) == (None, lost.pk, None)
    assert PlanStep.objects.count() == 1


def test_the_database_forgets_no_history_of_a_merge_that_stands(two, merge):
    kept, lost = two
    Candidate.objects.filter(pk=lost.pk).update(own_words="Zonnebloem")
    merge(kept, Candidate.objects.get(pk=lost.pk), choices={"own_words": "other"})
    asked = ["candidates_candidateevent", [kept.pk], "candidates_candidate", lost.pk]
    with (
        pytest.raises(DatabaseError, match="does not come back"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute("SELECT audit_forget_since_merge(%s, %s, %s, %s)", asked)
    assert Candidate.pgh_event_model.objects.filter(
        pgh_obj_id=kept.pk, own_words__contains="Zonnebloem"
    ).exists()


def test_what_waits_to_be_read_goes_over_and_comes_back_unless_it_was_read(
    two, merge, take_apart, at, asked, works_with
):
    kept, lost = two
    works_with()
    mine = {"actor": oneself(lost), "at": at - timedelta(days=1), "candidate_id": lost.pk}
    commands.write_own_step(**mine, words="Bel de cursus")
    commands.write_own_goal(**mine, words="Met de kassa werken")
    merge(kept, lost)
    step, goal = queries.unread_of(kept)
    assert (step.row.words, goal.row.words) == ("Bel de cursus", "Met de kassa werken")
    commands.note_own_read(candidate_id=kept.pk, writing_ids=[step.id], **asked)
    take_apart(kept)
    assert queries.unread_of(kept) == []
    assert [each.row.words for each in queries.unread_of(lost)] == ["Met de kassa werken"]
