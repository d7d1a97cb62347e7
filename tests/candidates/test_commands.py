"""Writes about candidates: bulk is safe to repeat, erasure leaves nothing but keys."""

from __future__ import annotations

import time
from uuid import uuid4

import pytest
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.models import Entry
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates import commands
from werktop.candidates.models import Candidate, CandidateTerm

pytestmark = pytest.mark.django_db


def test_fifteen_hundred_rows_take_seconds_and_one_audit_line(cast, at):
    rows = [
        {
            "first_name": f"Kim{n}", "email": f"kim{n}@post.example", "postcode": "4001ab",
            "languages": ["nl", "xx"], "term_codes": ["koken", "dieren", "no-such-term"], "identity": f"{n:064}",
        }
        for n in range(1500)
    ]  # fmt: skip
    began = time.process_time()
    keys = commands.add_candidates(actor=cast.own.actor(), at=at, rows=rows)
    assert time.process_time() - began < 10
    assert (len(set(keys)), Candidate.objects.count(), CandidateTerm.objects.count()) == (1500, 1500, 3000)
    assert Entry.objects.get(verb="candidates.add_candidates").detail == {
        "count": 1500,
        "already_there": 0,
        "no_longer_shared": 0,
    }
    first = Candidate.objects.get(pk=keys[0])
    assert (first.postcode, first.languages, first.preferred_channel) == ("4001 AB", ["nl"], "email")
    assert commands.add_candidates(actor=cast.own.actor(), at=at, rows=rows) == keys
    assert Candidate.objects.count() == 1500


def test_a_bulk_row_with_an_unknown_fact_is_a_fault_not_a_loss(cast, at):
    with pytest.raises(TypeError, match="hair_colour"):
        commands.add_candidates(
            actor=cast.own.actor(), at=at, rows=[{"first_name": "A", "hair_colour": "red"}]
        )


def test_another_organisation_cannot_be_written_to(cast, at):
    candidate = making.candidate(cast.other)
    with pytest.raises(NotVisible):
        commands.change_candidate(
            actor=cast.own.actor(), at=at, candidate_id=candidate.pk, first_name="X", phone="0612345678"
        )
    with pytest.raises(NotVisible):
        commands.add_candidates(
            actor=cast.own.actor(), at=at, rows=[], organisation_id=cast.other.organisation.pk
        )
    with pytest.raises(NotAllowed):
        commands.erase_candidate(
            actor=cast.own.actor(Role.TABLE_HOST), at=at, candidate_id=candidate.pk, reason="asked"
        )


def test_a_talent_seen_keeps_where_it_was_first_seen(cast, at):
    candidate = making.candidate(cast.own, term_codes=("koken",))
    koken, bouwen = (t.pk for t in making.terms("koken", "bouwen"))
    host = cast.other.actor(Role.TABLE_HOST)
    new = commands.note_talents_seen(
        actor=host, at=at, candidate_id=candidate.pk, term_ids=[koken, bouwen, uuid4()]
    )
    assert new == 1
    seen = dict(CandidateTerm.objects.values_list("term_id", "source"))
    assert seen == {koken: "own_words", bouwen: "table"}
    with pytest.raises(NotVisible):
        commands.note_talents_seen(
            actor=cast.far.actor(Role.TABLE_HOST), at=at, candidate_id=candidate.pk, term_ids=[koken]
        )
