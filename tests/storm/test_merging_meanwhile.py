"""Files are brought together while others work with them: one comes after the other, nobody waits for ever, nothing is half."""

from __future__ import annotations

from datetime import timedelta
from functools import partial

import pytest
from django.db import transaction
from tests import making
from tests.storm.side_by_side import Beside

from werktop.accounts.commands import people_of_login
from werktop.accounts.commands.own_sessions import as_person
from werktop.accounts.commands.pairing import tie_strong_login
from werktop.accounts.models import OwnSession, Pairing
from werktop.audit.models import Merge
from werktop.audit.refusals import NotVisible, Refusal
from werktop.candidates.commands import (
    MergedAlready,
    add_candidates,
    erase_candidate,
    know_again,
    merge_candidates,
)
from werktop.candidates.models import Candidate
from werktop.contacts.models import MomentPerson
from werktop.gatherings.commands.guests import choose_guests
from werktop.gatherings.models import Guest
from werktop.gatherings.queries.gatherings import lock_gathering

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def merge(cast, at):
    def do(kept, lost):
        return partial(
            merge_candidates, actor=cast.own.actor(), at=at, candidate_id=kept.pk, other_id=lost.pk
        )

    return do


def test_three_merges_in_a_circle_leave_one_chain_and_nobody_waits_for_ever(cast, merge):
    people = [making.candidate(cast.own, name) for name in ("Aisha", "Aysha", "Aischa")]
    acts = [Beside(merge(people[n], people[(n + 1) % 3])) for n in range(3)]
    for act in acts:
        act.start()
    came = [act.end() for act in acts]
    assert {type(each) for each in came if isinstance(each, Exception)} <= {NotVisible, MergedAlready}
    left = Candidate.objects.count()
    assert 1 <= left < 3 and Merge.objects.count() == 3 - left
    assert set(Merge.objects.values_list("kept_id", flat=True)) <= set(
        Candidate.objects.values_list("pk", flat=True)
    )


def test_two_who_turn_it_round_at_once_merge_once(cast, merge):
    one, two = making.candidate(cast.own, "Aisha"), making.candidate(cast.own, "Aysha")
    acts = [Beside(merge(one, two)), Beside(merge(two, one))]
    for act in acts:
        act.start()
    came = [act.end() for act in acts]
    assert sum(isinstance(each, MergedAlready | NotVisible) for each in came) == 1
    assert Candidate.objects.count() == 1


def test_a_merge_waits_for_who_works_with_the_guest_list(cast, at, merge, beside):
    kept, lost = making.candidate(cast.own, "Aisha"), making.candidate(cast.own, "Aysha")
    gathering = making.gathering(cast.own)
    making.guest(gathering, lost)
    with transaction.atomic():
        lock_gathering(gathering.pk)
        beside(merge(kept, lost))
        assert Guest.objects.get().candidate_id == lost.pk
        Guest.objects.update(reply="no")
    assert not [each for each in beside.end() if isinstance(each, Exception)]
    assert [(g.candidate_id, g.reply) for g in Guest.objects.all()] == [(kept.pk, "no")]


def test_somebody_is_invited_while_the_file_becomes_part_of_another(cast, at, merge):
    kept, lost = making.candidate(cast.own, "Aisha"), making.candidate(cast.own, "Aysha")
    gathering = making.gathering(cast.own)
    invite = partial(
        choose_guests, actor=cast.own.actor(), at=at, gathering_id=gathering.pk, candidate_ids=[lost.pk]
    )
    acts = [Beside(invite), Beside(merge(kept, lost))]
    for act in acts:
        act.start()
    came = [act.end() for act in acts]
    assert all(not isinstance(each, Exception) or isinstance(each, Refusal) for each in came), came
    assert not Candidate.objects.filter(pk=lost.pk).exists()
    invited, merged = came
    assert not isinstance(merged, Exception)
    # invited first, the place went over; merged first, the invitation was refused or led to the kept file
    guests = list(Guest.objects.values_list("candidate_id", flat=True))
    assert guests == ([] if isinstance(invited, Refusal) else [kept.pk])


@pytest.mark.parametrize("is_told_who", [False, True])
def test_a_list_that_says_no_while_files_are_brought_together_is_heard(cast, at, merge, is_told_who):
    kept = making.candidate(cast.own, "Fatima")
    lost = making.candidate(cast.own, "Fatma", identity="" if is_told_who else "sleutel")
    row = {"identity": "sleutel", "is_shared": False}
    if is_told_who:
        reads = partial(know_again, rows=[row | {"candidate_id": str(lost.pk)}])
    else:
        rows = [row | {"first_name": "Fatma", "email": "f@post.example"}]
        reads = partial(add_candidates, organisation_id=cast.own.organisation.pk, rows=rows)
    comes_in = Beside(partial(reads, actor=cast.own.actor(), at=at))
    with transaction.atomic():
        merge(kept, lost)()
        comes_in.start()
        comes_in.until_it_waits_or_is_done()
    assert not isinstance(comes_in.end(), Exception)
    kept.refresh_from_db()
    assert (Candidate.objects.count(), kept.is_shared) == (1, False)


def test_a_login_that_is_tied_while_files_are_brought_together_opens_neither(cast, at, merge, beside):
    kept, lost = making.candidate(cast.own, "Aisha"), making.candidate(cast.own, "Aysha")
    code = Pairing.objects.create(
        holder_kind="candidate", holder_id=lost.pk, code_mark="code", made_at=at, expires_at=at + timedelta(days=1)
    )  # fmt: skip
    with transaction.atomic():
        tie_strong_login(
            actor=as_person("candidate", lost), at=at, pairing_id=code.pk, subject_mark="inlog", own_page_id=lost.pk
        )  # fmt: skip
        beside(merge(kept, lost))
    assert not [each for each in beside.end() if isinstance(each, Exception)]
    assert people_of_login("inlog") == []
    assert not OwnSession.objects.filter(ended_at=None).exists()


def test_merged_and_erased_at_once_one_comes_after_the_other(cast, at, merge):
    kept, lost = making.candidate(cast.own, "Aisha"), making.candidate(cast.own, "Aysha")
    erase = partial(erase_candidate, actor=cast.own.actor(), at=at, candidate_id=kept.pk, reason="asked")
    acts = [Beside(merge(kept, lost)), Beside(erase)]
    for act in acts:
        act.start()
    came = [act.end() for act in acts]
    assert all(not isinstance(each, Exception) or isinstance(each, NotVisible) for each in came), came
    assert not Candidate.objects.filter(pk=kept.pk).exists()
    assert not Merge.objects.exists() and not MomentPerson.objects.exists()
