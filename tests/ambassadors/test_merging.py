"""Two rows of one candidate or entrepreneur: who coaches does so once, since the earlier day; undone it is twice again."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making

from werktop.ambassadors import commands
from werktop.ambassadors.models import Ambassador, Coaching, Introduction
from werktop.audit.models import Merge
from werktop.candidates import commands as candidates
from werktop.employers import commands as employers

pytestmark = pytest.mark.django_db


def coached(cast, at, candidate, person, days) -> Coaching:
    key = commands.start_coaching(
        actor=cast.own.actor(), at=at, candidate_id=candidate.pk, entrepreneur_id=person.pk, about=f"{days} dagen",
        agreed_how="talk", agreed_date=at.date(), since_date=at.date() - timedelta(days=days),
    )  # fmt: skip
    return Coaching.objects.get(pk=key)


@pytest.mark.parametrize(("kept_days", "lost_days"), [(5, 40), (40, 5)])
def test_two_files_of_one_candidate_are_coached_once_since_the_earlier_day(cast, at, kept_days, lost_days):
    kept, lost = (making.candidate(cast.own, email=f"{n}@post.example") for n in "ab")
    anna = making.entrepreneur(making.employer(cast.own, "Het Veer"), "Anna")
    before = {coached(cast, at, kept, anna, kept_days).pk, coached(cast, at, lost, anna, lost_days).pk}
    asked = {"actor": cast.own.actor(), "at": at, "candidate_id": kept.pk}
    candidates.merge_candidates(other_id=lost.pk, **asked)
    row = Coaching.objects.get()
    assert (row.candidate_id, row.about) == (kept.pk, "40 dagen")
    candidates.take_apart_candidates(merge_id=Merge.objects.get().pk, **asked)
    assert {each.pk for each in Coaching.objects.all()} == before


def test_two_rows_of_one_entrepreneur_coach_once_are_an_ambassador_once_and_talk_once(cast, at):
    firm = making.employer(cast.own, "Het Veer")
    kept, lost = (making.entrepreneur(firm, "Anna", email=f"{n}@post.example") for n in "ab")
    fatima, actor = making.candidate(cast.own), cast.own.actor()
    coached(cast, at, fatima, kept, 5)
    coached(cast, at, fatima, lost, 40)
    for person, days in ((kept, 9), (lost, 90)):
        since = at.date() - timedelta(days=days)
        commands.make_ambassador(actor=actor, at=at, entrepreneur_id=person.pk, since_date=since)
    piet = making.entrepreneur(making.employer(cast.own, "De Linde", postcode="4001 AC"), "Piet")
    key = commands.note_introduction(
        actor=actor, at=at, candidate_id=fatima.pk, entrepreneur_id=piet.pk, firm_name="Het Veer", agreed_how="talk",
        agreed_date=at.date(),
    )  # fmt: skip
    commands.plan_introduced_talk(
        actor=actor, at=at, introduction_id=key, starts_at=at + timedelta(days=3), talk_with_id=lost.pk
    )
    employers.merge_entrepreneurs(actor=actor, at=at, entrepreneur_id=kept.pk, other_id=lost.pk)
    row = Coaching.objects.get()
    assert (row.entrepreneur_id, row.about) == (kept.pk, "40 dagen")
    assert Ambassador.objects.get().since_date == at.date() - timedelta(days=90)
    assert Introduction.objects.get().talk_with_id == kept.pk
