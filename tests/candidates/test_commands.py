"""Writes about candidates: bulk is safe to repeat, erasure leaves nothing but keys."""

from __future__ import annotations

import time
from datetime import timedelta
from uuid import uuid4

import pytest
from django.db import connection
from tests import making

from werktop.accounts.roles import Role
from werktop.audit.models import Entry
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.candidates import commands
from werktop.candidates.models import Candidate, CandidateTerm
from werktop.gatherings.models import Guest
from werktop.matches.models import FollowUp
from werktop.post.links import make_link
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


def test_fifteen_hundred_rows_take_seconds_and_one_audit_line(cast, at):
    rows = [
        {
            "first_name": f"Kim{n}", "email": f"kim{n}@post.example", "postcode": "4001ab",
            "languages": ["nl", "xx"], "term_codes": ["koken", "dieren", "no-such-term"], "identity": f"{n:064}",
        }
        for n in range(1500)
    ]  # fmt: skip
    began = time.monotonic()
    keys = commands.add_candidates(actor=cast.own.actor(), at=at, rows=rows)
    assert time.monotonic() - began < 10
    assert (len(set(keys)), Candidate.objects.count(), CandidateTerm.objects.count()) == (1500, 1500, 3000)
    assert Entry.objects.get(verb="candidates.add_candidates").detail == {"count": 1500, "already_there": 0}
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
    seen = dict(CandidateTerm.objects.values_list("term_id", "seen"))
    assert seen == {koken: "own_words", bouwen: "table"}
    with pytest.raises(NotVisible):
        commands.note_talents_seen(
            actor=cast.far.actor(Role.TABLE_HOST), at=at, candidate_id=candidate.pk, term_ids=[koken]
        )


def test_erasure_leaves_no_name_in_any_table(cast, at):
    candidate = making.candidate(cast.own, "Quirinella", last_name="Xylofanter", term_codes=("koken",))
    firm = making.employer(cast.own)
    person = making.entrepreneur(firm)
    gathering = making.gathering(cast.own, tables=1, host_employer=firm)
    guest = making.guest(gathering, candidate)
    guest.reply = "no"
    guest.save()
    follow_up = FollowUp.objects.create(
        gathering=gathering, region=gathering.region, organisation=gathering.organisation, candidate=candidate,
        entrepreneur=person, ground="mutual", words="Quirinella wil graag bakken", made_at=at,
    )  # fmt: skip
    for kind, key, about in (
        ("candidate", candidate.pk, gathering.pk),
        ("entrepreneur", person.pk, follow_up.pk),
    ):
        Message.objects.create(
            organisation=cast.own.organisation, channel="email", to_kind=kind, to_id=key, to_name="Quirinella",
            to_address="q@post.example", body="Quirinella", about_kind="x", about_id=about, purpose="x",
            message_id=f"<{key}@x.example>", created_at=at,
        )  # fmt: skip
    make_link(
        organisation_id=cast.own.organisation.pk, purpose="invitation", holder_kind="candidate",
        holder_id=candidate.pk, about_kind="gathering", about_id=gathering.pk, at=at,
        expires_at=at + timedelta(days=9),
    )  # fmt: skip
    commands.change_candidate(
        actor=cast.own.actor(), at=at, candidate_id=candidate.pk, last_name="Xylofanter-Kraai"
    )
    commands.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=candidate.pk, reason="asked")

    assert [t for t in _tables() if _holds(t, "Quirinella") or _holds(t, "Xylofanter")] == []
    assert not Guest.objects.filter(pk=guest.pk).exists()
    assert not Guest.pgh_event_model.objects.filter(pgh_obj_id=guest.pk).exists()
    assert not FollowUp.pgh_event_model.objects.filter(pgh_obj_id=follow_up.pk).exists()
    assert not Message.objects.exists() and not Link.objects.exists()
    line = Entry.objects.get(verb="candidates.erase_candidate")
    assert (line.about_id, line.detail) == (candidate.pk, {"reason": "asked"})


def _tables():
    return connection.introspection.table_names()


def _holds(table, word):
    with connection.cursor() as cursor:
        cursor.execute(f'SELECT EXISTS (SELECT 1 FROM "{table}" AS r WHERE r::text LIKE %s)', [f"%{word}%"])
        return cursor.fetchone()[0]
