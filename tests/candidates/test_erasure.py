"""Erasing a candidate leaves nothing but keys."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making
from tests.whole.erasing import tables_that_hold

from werktop.audit.models import Entry
from werktop.candidates import commands
from werktop.candidates.models import CandidateTerm
from werktop.gatherings.models import Guest, Pin
from werktop.matches.models import FollowUp
from werktop.post.links import make_link
from werktop.post.models import Link, Message

pytestmark = pytest.mark.django_db


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

    assert tables_that_hold("Quirinella", "Xylofanter") == []
    assert not Guest.objects.filter(pk=guest.pk).exists()
    assert not Guest.pgh_event_model.objects.filter(pgh_obj_id=guest.pk).exists()
    assert not FollowUp.pgh_event_model.objects.filter(pgh_obj_id=follow_up.pk).exists()
    assert not Message.objects.exists() and not Link.objects.exists()
    line = Entry.objects.get(verb="candidates.erase_candidate")
    assert (line.about_id, line.detail) == (candidate.pk, {"reason": "asked"})


def test_what_was_deleted_before_leaves_no_history_behind(cast, at):
    person, other = making.candidate(cast.own, "Fatima", term_codes=("koken",)), making.candidate(cast.own)
    gathering = making.gathering(cast.own, tables=1)
    guests = [making.guest(gathering, each, "chosen") for each in (person, other)]
    for guest in guests:
        Pin.objects.create(gathering=gathering, guest=guest, table=gathering.tables.get())
        guest.delete()
    person.terms.all().delete()
    tables = (CandidateTerm, Guest, Pin)
    history = [table.pgh_event_model.objects for table in tables]
    assert all(lines.exists() for lines in history)
    commands.erase_candidate(actor=cast.own.actor(), at=at, candidate_id=person.pk, reason="asked")
    assert [lines.filter(**{f"{name}_id": key}).count() for lines, name, key in (
        (history[0], "candidate", person.pk), (history[1], "candidate", person.pk), (history[2], "guest", guests[0].pk),
    )] == [0, 0, 0]  # fmt: skip
    # of somebody else who was taken off the list too, it stays
    assert history[1].filter(candidate_id=other.pk).exists()
