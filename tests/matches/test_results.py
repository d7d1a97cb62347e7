"""The result of a gathering counts people as people and talks as talks."""

from __future__ import annotations

import re

import pytest
from tests.matches.making_talks import click, evening, propose, send

from werktop.matches import commands
from werktop.matches.models import FollowUp, Outcome
from werktop.matches.pages.results import FUNNEL
from werktop.matches.queries.results import results_of

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]


def test_what_came_to_nothing_is_not_drawn_as_a_good_outcome(cast, at, log_in):
    made = evening(cast, candidates=5, entrepreneurs=1)
    for guest, outcome in zip(made.guests, Outcome.values, strict=True):
        row = FollowUp.objects.create(
            gathering=made.gathering, region=made.gathering.region, organisation=made.gathering.organisation,
            candidate=guest.candidate, entrepreneur=made.partners[0], ground="mutual", made_at=at, sent_at=at, status="sent",
        )  # fmt: skip
        commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=row.pk, outcome=outcome)
    page = log_in(cast.own.account()).get(f"/gesprekken/{made.gathering.pk}/resultaat/").content.decode()
    picture = page.partition('aria-labelledby="outcomes"')[2].partition("</section>")[0]
    drawn = re.findall(r'bar__text"><span>([^<]+)</span>.*?<rect class="tone--(\w+)"', picture, re.S)
    assert drawn == [
        ("ze praten verder", "good"),
        ("meelopen of proefplaatsing", "good"),
        ("aan het werk", "good"),
        ("past niet", "no"),
        ("niet doorgegaan", "no"),
    ]


def test_a_candidate_with_two_talks_is_one_candidate_in_the_picture(cast, at, log_in):
    made = evening(cast, candidates=2, entrepreneurs=2)
    for firm in made.firms:
        click(made, made.guests[0], firm)
    click(made, made.guests[1], made.firms[0])
    propose(cast, at, made)
    send(cast, at, made)
    for row in FollowUp.objects.filter(candidate=made.people[0]):
        commands.note_outcome(actor=cast.own.actor(), at=at, follow_up_id=row.pk, outcome="talk_on")
    found = results_of(cast.own.actor(), made.gathering.pk)
    assert (found.talks_planned, found.with_talk) == (3, 2)
    assert (found.talks_held, found.talked_on) == (2, 1)
    page = log_in(cast.own.account()).get(f"/gesprekken/{made.gathering.pk}/resultaat/").content.decode()
    picture = page.partition('aria-labelledby="funnel"')[2].partition("</section>")[0]
    words = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", picture))
    assert len(FUNNEL) == 5
    assert "kandidaten kregen een vervolgafspraak" in words and "kandidaten praatten verder" in words
    assert "vervolgafspraken gemaakt" not in words and "vervolggesprekken geweest" not in words
