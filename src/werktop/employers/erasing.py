"""Letting go of a name in the words of chances and of what is known of a firm. The room above, where such words are noted,
knows who is erased; of a firm's own words, and of what somebody asked, this room does."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any
from uuid import UUID

from django.db.models import Q

from werktop.audit.erasure import (
    Unnamed,
    blot_history,
    blot_names,
    erase,
    names_of,
    rows_that_name,
    write_anew,
    write_unnamed,
)

from .models import (
    KINDS,
    Chance,
    ContactPerson,
    Employer,
    EmployerQuestion,
    Entrepreneur,
    Fulfilment,
    SocialReturn,
)
from .traces import Traces

OWN_WORDS = ("what_we_do", "looks_for", "process", "mission", "culture", "how_it_is")
"""What a firm says of itself. The database lets go of names in the history of these alone (`audit_blot_history`)."""


def forget_in_firms(person: Any) -> Callable[[], None] | None:
    """The whole names of a candidate or entrepreneur become "…" in what firms of the organisation, or of the region, say of
    themselves. Gives back what does it: called when the person is gone, while the person's own history is still there."""
    of_firm = person._meta.label == "employers.Entrepreneur"
    rows = Q(region_id=person.region_id) if of_firm else Q(organisation_id=person.organisation_id)
    others = Entrepreneur.objects.filter(employer__region_id=person.region_id).exclude(pk=person.pk)
    carried = {f"{first} {last}".casefold() for first, last in others.values_list("first_name", "last_name")}
    names = sorted(
        (each for each in names_of(person) if each.casefold() not in carried), key=len, reverse=True
    )
    if not names:
        return None

    def blot() -> None:
        history: Any = Employer.pgh_event_model.objects  # type: ignore[attr-defined]
        for field in OWN_WORDS:
            said = Q()
            for name in names:
                # a name may stand over two lines
                said |= Q(**{f"{field}__contains": name.split()[0]})
            blot_names(Employer.objects.filter(rows & said), field, names)
            keys = set(history.filter(rows & said).values_list("pgh_obj_id", flat=True))
            blot_history(Employer, field, keys, names, person)

    return blot


def erase_questions_of(person: Entrepreneur) -> list[UUID]:
    """What this person asked goes, also where nobody tied it to the person: by the address or number, or by the name of who asks.
    Returns the keys, for the messages about them. Called in the command that erases."""
    traces = Traces(person)
    found = EmployerQuestion.objects.filter(
        Q(entrepreneur=None) | Q(entrepreneur=person), region_id=person.region_id
    )
    return erase_traced(found.filter(traces.likely("who")), traces, "who")


def erase_traced(rows: Any, traces: Traces, name: str) -> list[UUID]:
    """Those of `rows` that are about who is erased go, with their history; `name` is the field that says who it is about."""
    keys = [each.pk for each in rows if traces.are_in(each, getattr(each, name))]
    for row in rows.model.objects.select_for_update().filter(pk__in=keys).order_by("id"):
        erase(row)
    return keys


def forget_in_turns(rows: Q, likely: str, unnamed: Unnamed) -> None:
    """Why somebody speaks for a firm stays without the name (`rows_that_name`)."""
    of_firms, house = Q(employer__in=Employer.objects.filter(rows)), "employer__organisation_id"
    for row in rows_that_name(ContactPerson, of_firms, ("why",), likely, unnamed, house=house):
        write_anew(row, why=unnamed(row.why, Employer.objects.get(pk=row.employer_id).organisation_id))


def forget_in_chances(rows: Q, likely: str, unnamed: Unnamed) -> None:
    """The same of the words of chances, and of what came of them."""
    words = ("words", "outcome")
    for row in rows_that_name(Chance, rows, words, likely, unnamed):
        write_unnamed(row, words, unnamed)


def forget_in_relation(rows: Q, likely: str, unnamed: Unnamed) -> None:
    """The same of the words of what is agreed with firms and what they do. What was done of a social return stays with it."""
    for model in KINDS.values():
        if "words" not in model.SAYS:
            continue
        for row in rows_that_name(model, rows, ("words",), likely, unnamed):
            done = list(Fulfilment.objects.filter(social_return=row)) if model is SocialReturn else []
            write_unnamed(row, ("words",), unnamed)
            for each in done:
                each.save(force_insert=True)


def forget_in_questions(rows: Q, likely: str, unnamed: Unnamed) -> None:
    """The same of what employers asked, who asked it, and what was answered."""
    words = ("words", "who", "said", "passed_to")
    for row in rows_that_name(EmployerQuestion, rows, words, likely, unnamed):
        write_unnamed(row, words, unnamed)
