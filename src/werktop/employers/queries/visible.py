"""Who sees which employers and entrepreneurs: everyone in the region who works with them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from werktop.audit.actors import Actor
from werktop.audit.refusals import NotVisible, TakesPartNoMore
from werktop.catalogue import queries as catalogue
from werktop.employers.models import Employer, EmployerTerm, Entrepreneur, KnownFirm
from werktop.regions.alike import OF_A_FIRM, names_alike, words_of

MOST_ALIKE = 5
"""So many firms of the very same name are shown at most."""


def employers_in_region(viewer: Actor) -> QuerySet[Employer]:
    """The employers of the viewer's region, by name."""
    if not viewer.can("see_employers"):
        return Employer.objects.none()
    return Employer.objects.filter(region_id=viewer.region_id).order_by("name", "id")


def employer_for(viewer: Actor, employer_id: UUID) -> Employer:
    """One employer of the viewer's region, with its organisation; else `NotVisible`."""
    found = employers_in_region(viewer).select_related("organisation").filter(pk=employer_id).first()
    if found is None:
        raise NotVisible()
    return found


def can_edit(viewer: Actor, employer: Employer) -> bool:
    """Whether the viewer may change this employer: a colleague of the responsible organisation."""
    return viewer.can("edit_employers") and viewer.organisation_id == employer.organisation_id


def entrepreneurs_in_region(viewer: Actor) -> QuerySet[Entrepreneur]:
    """The entrepreneurs of the region who take part, with their employer, by first name."""
    if not viewer.can("see_employers"):
        return Entrepreneur.objects.none()
    return (
        Entrepreneur.objects.filter(employer__region_id=viewer.region_id, is_active=True)
        .select_related("employer")
        .order_by("first_name", "last_name", "id")
    )


def people_of_firm(viewer: Actor, employer_id: UUID) -> list[Entrepreneur]:
    """The people of one firm of the region who take part, by first name. One query."""
    return list(entrepreneurs_in_region(viewer).filter(employer_id=employer_id))


def entrepreneur_for(viewer: Actor, entrepreneur_id: UUID) -> Entrepreneur:
    """One entrepreneur of the viewer's region, also one who no longer takes part; else `NotVisible`."""
    found = (
        Entrepreneur.objects.filter(pk=entrepreneur_id, employer__region_id=viewer.region_id)
        .select_related("employer")
        .first()
    )
    if found is None or not viewer.can("see_employers"):
        raise NotVisible()
    return found


def others_with_email(viewer: Actor, email: str, *, other_than: UUID | None = None) -> QuerySet[Entrepreneur]:
    """Entrepreneurs of the region with this e-mail address, also who no longer takes part: messages hold a personal
    link. Some firms share an address, so it is said and never blocks."""
    if not email.strip() or not viewer.can("see_employers"):
        return Entrepreneur.objects.none()
    found = Entrepreneur.objects.filter(
        employer__region_id=viewer.region_id, email__iexact=email.strip()
    ).select_related("employer")
    return (found.exclude(pk=other_than) if other_than else found).order_by("first_name", "last_name", "id")


def hold_entrepreneurs(ids: Iterable[UUID]) -> None:
    """Wait for who stops or erases these people, and keep them as they are until the transaction ends. For commands of
    rooms above: what they read about the people after this stays true."""
    held = Entrepreneur.objects.select_for_update(of=("self",), no_key=True)
    list(held.filter(pk__in=list(ids)).order_by("id"))


def hold_who_is_here(ids: Iterable[UUID]) -> None:
    """As `hold_entrepreneurs`, for a command by which something begins or goes on with these people, also where it takes something
    back: `TakesPartNoMore` for who stopped, `NotVisible` for who is no more."""
    asked = set(ids)
    hold_entrepreneurs(asked)
    people = Entrepreneur.objects.in_bulk(asked)
    if len(people) != len(asked):
        raise NotVisible()
    for person in people.values():
        if not person.is_active:
            raise TakesPartNoMore(person.first_name)


def held_employer(viewer: Actor, employer_id: UUID) -> Employer:
    """An employer of the viewer's region, kept as it is until the transaction ends: for commands of rooms above that hang
    something on it; else `NotVisible`."""
    employer = Employer.objects.select_for_update(no_key=True).filter(pk=employer_id).first()
    if employer is None or (viewer.kind != "system" and employer.region_id != viewer.region_id):
        raise NotVisible()
    return employer


def entrepreneurs_by_id(ids: Iterable[UUID]) -> dict[UUID, Entrepreneur]:
    """Entrepreneurs by key with their employer, for rooms above that have decided who may see them."""
    return {e.pk: e for e in Entrepreneur.objects.filter(pk__in=list(ids)).select_related("employer")}


def employers_by_id(ids: Iterable[UUID]) -> dict[UUID, Employer]:
    """Employers by key, for rooms above that have decided who may see them."""
    return Employer.objects.in_bulk(list(ids))


def terms_sought(employer_ids: Iterable[UUID]) -> QuerySet[Any, tuple[UUID, UUID]]:
    """Pairs of an employer's key and the key of what it looks for, as it is matched on: an organisation's own term stands for the
    shared one that it counts as. For rooms above that join it with what they know."""
    noted = EmployerTerm.objects.filter(employer_id__in=list(employer_ids)).order_by()
    return catalogue.what_counts(noted).values_list("employer_id", "counted_id")


def term_uses(viewer: Actor, term_ids: Iterable[UUID]) -> dict[UUID, int]:
    """With how many of the employers that the viewer sees each word of the catalogue is noted; 0 is left out."""
    noted = EmployerTerm.objects.filter(
        term_id__in=list(term_ids), employer__in=employers_in_region(viewer).order_by()
    )
    return dict(noted.values_list("term_id").annotate(number=Count("id")).order_by())


def noted_term_ids(employer_id: UUID) -> set[UUID]:
    """The keys of what one employer looks for as they were noted, own terms of the organisation too."""
    return set(EmployerTerm.objects.filter(employer_id=employer_id).values_list("term_id", flat=True))


def known_firms_of(entrepreneur_ids: Iterable[UUID]) -> dict[UUID, list[KnownFirm]]:
    """The firms each entrepreneur would introduce someone to, by name; with `employer` where we know it."""
    found: dict[UUID, list[KnownFirm]] = defaultdict(list)
    for firm in (
        KnownFirm.objects.filter(entrepreneur_id__in=list(entrepreneur_ids))
        .select_related("employer")
        .order_by("firm_name", "id")
    ):
        found[firm.entrepreneur_id].append(firm)
    return dict(found)


def likely_duplicates(
    viewer: Actor, *, name: str, postcode: str = "", place: str = "", other_than: UUID | None = None
) -> list[Employer]:
    """Employers of the region with the same name, in whatever capitals, then those whose name resembles it in the same place, or
    begins like it at this postcode. Two queries."""
    if not name.strip():
        return []
    found = employers_in_region(viewer).exclude(pk=other_than) if other_than else employers_in_region(viewer)
    same = list(found.filter(name__iexact=name.strip())[:MOST_ALIKE])
    near = Q(pk=None)
    if postcode:
        near |= Q(postcode__startswith=postcode[:4])
    if place.strip():
        near |= Q(place__iexact=place.strip())
    typed = words_of(name, without=OF_A_FIRM)
    first = name.split()[0].casefold()
    return same + [
        each
        for each in found.filter(near).exclude(pk__in=[each.pk for each in same])
        if names_alike(typed, words_of(each.name, without=OF_A_FIRM))
        or (postcode and each.postcode == postcode and each.name.casefold().startswith(first))
    ]


def people_alike(viewer: Actor, employer: Employer, name: str) -> list[Entrepreneur]:
    """People of this firm, also who no longer takes part, whose name resembles this one, by name."""
    typed = words_of(name)
    if not viewer.can("see_employers") or not typed:
        return []
    people = Entrepreneur.objects.filter(employer=employer, employer__region_id=viewer.region_id)
    found = people.order_by("first_name", "last_name", "id")
    return [each for each in found if names_alike(typed, words_of(each.name))]
