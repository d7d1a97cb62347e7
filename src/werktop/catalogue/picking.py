"""The vocabulary as a pick list of some three hundred words: in groups, with what is chosen most in front."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from werktop.audit.actors import Actor

from . import queries
from .choices import Group, TermKind

Choices = list[tuple[Any, Any]]


def pick_groups(viewer: Actor, *, can: str, likes: str) -> Choices:
    """Titles and options (key, label) for a field: what is often seen of competencies (under `can`) and of interests
    (under `likes`), the words of the own organisation, then all others in their groups. Each word stands once."""
    often: dict[str, Choices] = {TermKind.COMPETENCY: [], TermKind.INTEREST: []}
    own: Choices = []
    others: dict[str, Choices] = {group: [] for group in Group.values}
    for term in queries.terms(viewer):
        place = own if term.is_own else often[term.kind] if term.is_often else others[term.group]
        place.append((str(term.pk), term.label))
    groups = [
        (can, often[TermKind.COMPETENCY]),
        (likes, often[TermKind.INTEREST]),
        (_("Van onze organisatie"), own),
        *((str(Group(group).label), options) for group, options in others.items()),
    ]
    return [(title, options) for title, options in groups if options]
