"""How the network of the demo grew: who brought in whom, ambassadors, a club, a park, fellows who were named, and ideas."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from random import Random
from typing import Any
from uuid import UUID

from werktop.ambassadors import commands
from werktop.audit.actors import SYSTEM, Actor
from werktop.employers import commands as employers
from werktop.employers.queries import employers_in_region, entrepreneurs_in_region
from werktop.employers.queries.joined import joined_in_region

SHARE = 0.34
"""As many of the firms were brought in by another, of which most by a few."""
BRINGERS = 22


def grow_network(*, chance: Random, at: datetime, marieke: Actor) -> None:
    """A third of the firms was brought in by an entrepreneur who joined before."""
    first: dict[UUID, Any] = {}
    for person in entrepreneurs_in_region(marieke).order_by("employer__name_key", "first_name", "last_name"):
        first.setdefault(person.employer_id, person)
    rows = [row for row in joined_in_region(marieke) if row.joined_date and row.employer_id in first]
    rows.sort(key=lambda row: (row.joined_date or date.min, row.name))
    bringing = [row.employer_id for row in rows[:BRINGERS]]
    for place, row in enumerate(rows):
        if place < 6 or chance.random() > SHARE:
            continue
        known = bringing[: max(3, place // 6)]
        by = known[int(len(known) * chance.random() ** 1.8)]
        if by == row.employer_id:
            continue
        employers.note_bringer(actor=SYSTEM, at=at, employer_id=row.employer_id, brought_by_id=first[by].pk)
        if chance.random() < 0.3:
            bringing.append(row.employer_id)
    own = [
        each.pk for each in employers_in_region(marieke) if each.organisation_id == marieke.organisation_id
    ]
    people = [first[key] for key in own if key in first]
    _ambassadors(people, at, marieke)
    _clubs(own, at, marieke)


def _ambassadors(people: list[Any], at: datetime, marieke: Actor) -> None:
    offered = (
        (["brings_in", "story"], "Ik vertel het graag op de borrel."),
        (["coaches", "tips"], "Een uur in de week meedenken met iemand, dat lukt wel."),
        (["network"], ""),
    )
    for place, (offers, words) in enumerate(offered):
        commands.make_ambassador(
            actor=marieke, at=at, entrepreneur_id=people[place].pk, offers=offers, words=words,
            since_date=(at - timedelta(days=300 - 70 * place)).date(),
        )  # fmt: skip
    named = (
        (people[0], "Hoveniersbedrijf De Kromme Kamp", "0612345601", ""),
        (people[0], "Theehuis De Steenoven", "info@theehuis-desteenoven.example", "called"),
        (people[1], "Smederij Bloesem", "0612345602", "not_now"),
    )
    for days, (person, name, reach, then) in zip((9, 23, 60), named, strict=True):
        was = at - timedelta(days=days)
        key = commands.name_fellow(actor=marieke, at=was, entrepreneur_id=person.pk, name=name, reach=reach)
        if then == "called":
            commands.note_fellow_called(
                actor=marieke, at=was + timedelta(days=2), fellow_id=key, words="Komt een keer kijken."
            )
        elif then:
            commands.note_fellow_not_now(
                actor=marieke, at=was + timedelta(days=3), fellow_id=key, words="Na de verhuizing graag."
            )
    commands.propose_idea(
        actor=marieke, at=at - timedelta(days=4), entrepreneur_id=people[2].pk, kind="hall",
        words="Onze kantine is op vrijdagmiddag leeg.", people_count=60, is_step_free=True,
    )  # fmt: skip
    idea = commands.propose_idea(
        actor=marieke, at=at - timedelta(days=40), entrepreneur_id=people[0].pk, kind="gathering",
        words="Een middag over werken in de techniek, voor wie iets met de handen wil.", when_words="in het voorjaar",
    )  # fmt: skip
    commands.answer_idea(
        actor=marieke, at=at - timedelta(days=31), idea_id=idea, state="looking",
        answer="Mooi idee. Wij zoeken er twee bedrijven bij.",
    )  # fmt: skip


def _clubs(own: list[UUID], at: datetime, marieke: Actor) -> None:
    for name, kind, count, firms in (
        ("Ondernemersclub De Waard", "club", 60, own[:9]),
        ("Bedrijventerrein De Uiterwaard", "park", 45, own[6:14]),
    ):
        club = commands.add_club(
            actor=marieke, at=at, name=name, kind=kind, place="Waalsteen", firm_count=count,
            contact_name="Ria Oeverland", contact_email=f"{kind}@deuiterwaard.example",
            words="Eerste dinsdag van de maand, om acht uur.",
        )  # fmt: skip
        for firm in firms:
            commands.add_club_member(actor=marieke, at=at, club_id=club, employer_id=firm)
