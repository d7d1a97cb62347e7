"""What becomes of this room's rows where two firms, or two rows of one person, are brought together, and are two again."""

from __future__ import annotations

from typing import Any

from werktop.audit.merging import WHOLE, Apart, Book, goes_over, settled_by

from .models import KINDS, PEOPLE, ContactPerson, Joining


def settle_joinings(kept: Any, lost: Any, book: Book) -> None:
    """A firm joins once: the earlier day stays."""
    there = Joining.objects.filter(employer=kept).first()
    other = Joining.objects.filter(employer=lost).first()
    if there is not None and other is not None:
        book.drop(there if other.joined_date < there.joined_date else other)


def settle_people_apart(kept: Any, back: Any, apart: Apart) -> None:
    """Who wants to be invited no more since the two were one, may be either."""
    for person, was in ((kept, apart.before.is_active), (back, back.is_active)):
        person.is_active = was and apart.now.is_active
        person.save(update_fields=["is_active"])


def settle_contact_people(kept: Any, lost: Any, book: Book) -> None:
    """Each side has one who speaks: where both firms have one, the kept firm's goes on."""
    turns = ContactPerson.objects.filter(employer__in=(kept, lost), until_date=None)
    there = {bool(each.account_id) for each in turns if each.employer_id == kept.pk}
    for turn in turns:
        if turn.employer_id == lost.pk and bool(turn.account_id) in there:
            book.drop(turn)


def relation_goes_over(firm: str, person: str) -> None:
    """All that is known of the lost firm is known of the kept one, and so of the people whom it names."""
    for kind, model in KINDS.items():
        goes_over(firm, model._meta.label, "employer")
        if kind in PEOPLE:
            goes_over(person, model._meta.label, PEOPLE[kind], since=WHOLE)
    goes_over(firm, "employers.ContactPerson", "employer")
    goes_over(person, "employers.ContactPerson", "person", since=WHOLE)
    settled_by(firm, settle_contact_people)
