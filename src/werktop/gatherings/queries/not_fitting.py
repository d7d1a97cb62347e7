"""Candidates who find no place at any plan: seen before anybody plans, with what to do about it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.candidates import queries as candidates

from ..models import Gathering, GatheringFormat, Guest, Table
from .seating import Hall, languages_of, sits
from .shortages import Remedy, Shortage


@dataclass(frozen=True)
class Asked:
    """What the seats must give: `step_free` guests need a step-free table; `languages` of each candidate, none where
    none was noted. `tables` are the open ones."""

    gathering: Gathering
    tables: Sequence[Table]
    step_free: int
    languages: Sequence[frozenset[str]]


def asked_in(hall: Hall) -> Asked:
    """What is asked of a hall that was read already."""
    languages = [hall.languages[g.id] for g in hall.candidates]
    return Asked(hall.gathering, hall.tables, len(hall.step_free_needed), languages)


def asked_of(gathering: Gathering, tables: Sequence[Table], guests: Sequence[Guest]) -> Asked:
    """The same from the gathering's open tables and all its guests, without reading what only a plan needs: one query."""
    people = candidates.candidates_by_id(
        [g.candidate_id for g in guests if g.candidate_id and sits(g, gathering)]
    )
    languages = [frozenset(person.languages) for person in people.values()]
    return Asked(gathering, tables, sum(p.is_step_free_needed for p in people.values()), languages)


def not_fitting(asked: Asked) -> list[Shortage]:
    """Too few chairs at step-free tables, or nobody at a table who speaks a language, for who comes.

    In numbers and languages without names, so that everybody who plans may read it.
    """
    found = [_step_free(asked), _language(asked)] if asked.tables else []
    return [each for each in found if each is not None]


def _step_free(said: Asked) -> Shortage | None:
    asked, gathering = said.step_free, said.gathering
    tables = [t for t in said.tables if t.is_step_free]
    # one to one everybody changes tables: one chair serves as many as there are rounds
    is_speed_dates = gathering.format == GatheringFormat.SPEED_DATES
    chairs = len(tables) * (gathering.rounds if is_speed_dates else gathering.table_size)
    if asked <= chairs:
        return None
    text = ngettext(
        "%(count)s stoel te weinig aan drempelvrije tafels",
        "%(count)s stoelen te weinig aan drempelvrije tafels",
        asked - chairs,
    ) % {"count": asked - chairs}
    detail = ngettext(
        "%(count)s gast heeft een drempelvrije tafel nodig, daar zijn %(chairs)s stoelen.",
        "%(count)s gasten hebben een drempelvrije tafel nodig, daar zijn %(chairs)s stoelen.",
        asked,
    ) % {"count": asked, "chairs": chairs}
    return Shortage("step_free", text, detail, [Remedy(_("Maak een tafel drempelvrij"), calls="step_free")])


def _language(said: Asked) -> Shortage | None:
    spoken = frozenset().union(*(languages_of(t) for t in said.tables))
    # where no language was noted, none is asked of the table
    alone = [languages for languages in said.languages if languages and not languages & spoken]
    if not alone:
        return None
    text = ngettext(
        "%(count)s gast spreekt geen taal van een tafel",
        "%(count)s gasten spreken geen taal van een tafel",
        len(alone),
    ) % {"count": len(alone)}
    detail = _("Geen tafel en geen tafelhost spreekt de taal van deze gasten.")
    return Shortage(
        "language", text, detail, [Remedy(_("Kies een taal of tafelhost bij een tafel"), calls="language")]
    )
