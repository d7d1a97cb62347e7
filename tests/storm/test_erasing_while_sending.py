"""A person is erased while talks are proposed or sent: one waits for the other, nobody waits for ever."""

from __future__ import annotations

import pytest
from tests.matches.making_talks import click, evening, give_hours, propose, send

from werktop.audit.erasure import ErasureReason
from werktop.candidates.commands import erase_candidate
from werktop.candidates.models import Candidate
from werktop.employers.commands import erase_entrepreneur
from werktop.employers.models import Entrepreneur
from werktop.matches.commands import arranging, proposing, waiting
from werktop.matches.models import FollowUp, FreeBlock

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def told(cast, at):
    made = evening(cast, candidates=1, entrepreneurs=1)
    give_hours(cast, at, made, made.partners[0])
    click(made, made.guests[0], made.firms[0])
    return made


@pytest.fixture(params=["candidate", "entrepreneur"])
def erase(request, told, cast, at):
    """Erases one side of the talk."""
    asked = {"actor": cast.own.actor(), "at": at, "reason": ErasureReason.ASKED}
    if request.param == "candidate":
        return lambda: erase_candidate(candidate_id=told.people[0].pk, **asked)
    return lambda: erase_entrepreneur(entrepreneur_id=told.partners[0].pk, **asked)


def both_came(act, beside) -> None:
    act()
    assert beside.end() == [None]
    assert 0 in (Candidate.objects.count(), Entrepreneur.objects.count())
    assert not FollowUp.objects.exists()


def test_who_is_erased_while_talks_are_sent_goes_after_them(told, erase, cast, at, beside, monkeypatch):
    propose(cast, at, told)
    assert FreeBlock.objects.exclude(taken_by=None).exists()

    def slowly(gathering_id, *, talk_ids=()):
        """The order of `lock_hours`, and a person is erased half-way."""
        waiting.lock_gathering(gathering_id)
        list(FollowUp.objects.select_for_update().filter(pk__in=talk_ids).order_by("id"))
        beside(erase)
        waiting.lock_hours(gathering_id, talk_ids=talk_ids)

    monkeypatch.setattr(arranging, "lock_hours", slowly)
    both_came(lambda: send(cast, at, told), beside)


def test_who_is_erased_while_talks_are_proposed_goes_after_them(told, erase, cast, at, beside, monkeypatch):
    def slowly(gathering_id, *, talk_ids=()):
        waiting.lock_hours(gathering_id, talk_ids=talk_ids)
        beside(erase)

    monkeypatch.setattr(proposing, "lock_hours", slowly)
    both_came(lambda: propose(cast, at, told), beside)
