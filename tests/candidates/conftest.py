"""Two files of one person, for tests of merging."""

from __future__ import annotations

from datetime import timedelta

import pytest
from tests import making

from werktop.audit.models import Merge
from werktop.candidates import commands


@pytest.fixture
def two(cast):
    kept = making.candidate(cast.own, "Fatima", term_codes=("koken",), email="fatima@post.example")
    lost = making.candidate(
        cast.own, "Fatma", term_codes=("koken", "bouwen"), email="f.amrani@post.example", phone="+31612345678"
    )
    return kept, lost


@pytest.fixture
def asked(cast, at):
    """Who merges, and when: what every command asks."""
    return {"actor": cast.own.actor(), "at": at}


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
