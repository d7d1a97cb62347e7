"""What else may be about an entrepreneur who is erased: rows that do not point at the person."""

from __future__ import annotations

import re
from typing import Any

from django.db.models import Q

from werktop.audit.erasure import called_ever, names_of, said_ever

from .models import Entrepreneur


class Traces:
    """The addresses and numbers that this person has or had and nobody else of the region has, and what the person was called.

    A row with such an address is about the person; so is one that says the whole name, and at the own firm one that says any of
    the names that neither a colleague there nor the firm has.
    """

    def __init__(self, person: Entrepreneur) -> None:
        self.firm_id = person.employer_id
        others = Entrepreneur.objects.filter(employer__region_id=person.region_id).exclude(pk=person.pk)
        said = said_ever(person, "email", "phone")
        emails = {email.casefold() for email, _phone in said if email}
        phones = {phone for _email, phone in said if phone}
        shared = others.filter(_reached(emails, phones)).values_list("email", "phone")
        self.emails = emails - {email.casefold() for email, _phone in shared}
        self.phones = phones - {phone for _email, phone in shared}
        self.whole = [each.casefold() for each in names_of(person)]
        own = {each.strip().casefold() for pair in called_ever(person) for each in pair}
        beside = others.filter(employer=person.employer).values_list("first_name", "last_name")
        spared = {each.strip().casefold() for pair in beside for each in pair}
        self.parts = sorted(own - spared - set(person.employer.name.casefold().split()) - {""})

    def likely(self, name: str) -> Q:
        """Rows of which `are_in` may be true; `name` is the field that says who it is about."""
        found = _reached(self.emails, self.phones)
        for each in self.parts:
            found |= Q(**{f"{name}__icontains": each})
        return found

    def are_in(self, row: Any, name: str) -> bool:
        """Whether this row, with `email`, `phone` and `employer_id`, is about the person."""
        if row.email.casefold() in self.emails or row.phone in self.phones:
            return True
        names = [*self.whole, *(self.parts if row.employer_id == self.firm_id else ())]
        said = " ".join(name.casefold().split())
        return any(re.search(rf"(?<!\w){re.escape(each)}(?!\w)", said) for each in names)


def _reached(emails: set[str], phones: set[str]) -> Q:
    found = Q(phone__in=phones)
    for email in emails:
        found |= Q(email__iexact=email)
    return found
