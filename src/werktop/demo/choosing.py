"""What candidates of the demo say and choose themselves: a text about them that they approved, steps and firms of their own, and
objections that hold, or are over."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from werktop.accounts.own_pages import OWN, OWN_STRONG
from werktop.audit.actors import Actor
from werktop.candidates import commands, queries

ABOUT_ME = (
    "Ik werk graag met mijn handen en maak af waar ik aan begin. Eerst liep ik mee in een werkplaats. Daar stond ik elke dag "
    "op tijd. Ik zoek een plek waar ik rustig kan leren.",
    "Ik ben graag onder de mensen. Ik onthoud namen en maak snel een praatje. Het liefst werk ik in de ochtend, dan zijn mijn "
    "kinderen op school.",
    "Buiten werken past bij mij. Ik help graag een collega en vraag het als ik iets niet weet.",
    "Ik kan goed koken voor veel mensen. In mijn land deed ik dat elke dag. Nu leer ik de woorden van de keuken hier.",
)
CORRECTED = " En ik rijd graag."
APPROVED = (True, True, False, True)
"""The third text waits for who it is about."""


def choose(*, at: datetime, marieke: Actor) -> None:
    """Some of her people wrote on their own page, approved, and objected."""
    people = list(queries.found_candidates(marieke, queries.Filters(is_mine=True)).order_by("id")[10:18])
    for person, words, is_approved in zip(people, ABOUT_ME, APPROVED, strict=False):
        key = person.pk
        commands.write_presentation(actor=marieke, at=at - timedelta(days=12), candidate_id=key, words=words)
        if is_approved:
            commands.approve_presentation(
                actor=_self(person), at=at - timedelta(days=10), candidate_id=key, words=words + CORRECTED
            )
    first, second, third, fourth = people[4:8]
    then = at - timedelta(days=5)
    step = commands.write_own_step(
        actor=_self(first), at=then, candidate_id=first.pk, words="Mijn buurman vragen of ik een dag mee mag"
    )
    commands.remark_on_step(
        actor=_self(first), at=then, candidate_id=first.pk, row_id=step, remark="Hij vindt het goed, na de vakantie"
    )  # fmt: skip
    commands.write_own_perspective(
        actor=_self(first), at=then, candidate_id=first.pk, words="Een vaste baan waarbij ik veel buiten kom"
    )
    commands.name_firm(
        actor=_self(first), at=then, candidate_id=first.pk, firm_name="Fietsenmaker Tandwiel", words="mijn buurman"
    )  # fmt: skip
    commands.make_objection(
        actor=_self(second), at=then, candidate_id=second.pk, kind="region", words="Alleen Marieke hoeft dit te weten"
    )  # fmt: skip
    commands.make_objection(
        actor=marieke, at=then, candidate_id=third.pk, kind="employers", words="Vertelde het aan de telefoon"
    )
    commands.make_objection(actor=_self(fourth), at=then, candidate_id=fourth.pk, kind="region")
    commands.end_objection(
        actor=_self(fourth), at=then + timedelta(days=1), candidate_id=fourth.pk, kind="region"
    )


def _self(person: Any) -> Actor:
    """The person on the own page, after a strong login."""
    return Actor(
        "candidate", id=person.pk, organisation_id=person.organisation_id, region_id=person.region_id,
        capabilities=frozenset([OWN, OWN_STRONG]), link_purpose="own_strong",
    )  # fmt: skip
