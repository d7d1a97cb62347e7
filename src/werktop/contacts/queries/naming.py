"""Whom a sentence may name, found in the database by its words: of each name some bearers, and whether there are more."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field, replace
from uuid import UUID

from werktop.accounts import queries as accounts
from werktop.audit.actors import Actor
from werktop.candidates import queries as candidates
from werktop.catalogue import queries as catalogue
from werktop.catalogue.folding import folded
from werktop.employers import queries as employers
from werktop.regions.naming import bearers, marks_in

WORD = re.compile(r"[^\W_]+")
MOST = 60
"""As many bearers of one name as are looked at: a first name alone may be that of hundreds."""


@dataclass(frozen=True)
class Named:
    """Somebody or something that bears a name. `kind`: candidate, entrepreneur or employer; `words` tell two of one name
    apart; `employer_id` is the firm of an entrepreneur; `is_one_of_more`: more than were looked at are named like this."""

    kind: str
    key: UUID
    name: str
    words: str
    employer_id: UUID | None = None
    is_one_of_more: bool = field(default=False, compare=False)

    @property
    def value(self) -> str:
        """How a form writes it."""
        return f"{self.kind}:{self.key}"


@dataclass(frozen=True)
class Known:
    """All that a sentence may name. `by_name`: who bears a name; `terms`: competencies by the words for them; `labels`: how
    these are shown; `ways`: pairs of such a word and one way to say that somebody has it; `shared`: names that several
    bear."""

    by_name: dict[str, list[Named]] = field(default_factory=dict)
    terms: dict[str, UUID] = field(default_factory=dict)
    labels: dict[UUID, str] = field(default_factory=dict)
    ways: tuple[tuple[str, str], ...] = ()
    shared: frozenset[str] = frozenset()

    def names(self, kind: str) -> tuple[str, ...]:
        """The names that somebody of this kind bears."""
        return tuple(name for name, people in self.by_name.items() if any(p.kind == kind for p in people))

    def without(self, others: Collection[str], *, sure: Collection[str]) -> Known:
        """The same without these `others`, and with no doubt about who is `sure`."""
        by_name = {
            name: [
                replace(p, is_one_of_more=False) if p.value in sure else p
                for p in people
                if p.value not in others
            ]
            for name, people in self.by_name.items()
        }
        return replace(self, by_name={name: people for name, people in by_name.items() if people})


def known_in(viewer: Actor, sentence: str, *, always: list[Named] | None = None) -> Known:
    """Candidates whom the viewer may see, employers and entrepreneurs of the region whom the words of this sentence may
    name, and all competencies. `always` are named anyhow: whose page it is. Of those whom the same words name `MOST` are
    looked at; of candidates who stopped, those whose whole name is said. Colleagues are known where nobody else bears their
    name. Five queries, however many people there are."""
    marks = marks_in(sentence)
    found: list[Named] = list(always or ())
    if marks:
        people = bearers(candidates.candidates_marked(viewer, marks, MOST), MOST)
        whole = said_whole((row.name for row, _more in people if row.left_at), sentence)
        found += [
            Named("candidate", row.pk, row.name, _told_apart(row.name, row.postcode), None, more)
            for row, more in people
            if row.left_at is None or row.name in whole
        ]
        found += [
            Named("employer", row.pk, row.name, _told_apart(row.name, row.place), None, more)
            for row, more in bearers(employers.employers_marked(viewer, marks, MOST), MOST)
        ]
        found += [
            Named("entrepreneur", row.pk, row.name, f"{row.name}, {row.employer.name}", row.employer_id, more)
            for row, more in bearers(employers.entrepreneurs_marked(viewer, marks, MOST), MOST)
        ]
    found += _colleagues(viewer, sentence, found) if marks else []
    by_name: dict[str, list[Named]] = defaultdict(list)
    for each in found:
        if each.key not in {other.key for other in by_name[each.name]}:
            by_name[each.name].append(each)
    terms: dict[str, UUID] = {}
    labels: dict[UUID, str] = {}
    ways: list[tuple[str, str]] = []
    for term in catalogue.terms(viewer, catalogue.TermKind.COMPETENCY):
        labels[term.pk] = term.label
        # not the other words by which people look for it: "gesprek" is one of those
        if terms.setdefault(term.label_nl, term.pk) == term.pk:
            ways += [(term.label_nl, way) for way in term.said.split("|") if way]
    shared = {name for name, people in by_name.items() if len(people) > 1 or people[0].is_one_of_more}
    return Known(dict(by_name), terms, labels, tuple(ways), frozenset(shared))


def _colleagues(viewer: Actor, sentence: str, found: list[Named]) -> list[Named]:
    """Colleagues of whom the sentence has a whole word of the name that is nobody else's: who does what was promised."""
    words = _whole_words(sentence) - {word for each in found for word in _whole_words(each.name)}
    return [
        Named("colleague", account.pk, account.name, account.name)
        for account in accounts.colleagues_of(viewer, accounts.Role.RELATIONSHIP_MANAGER)
        if words & _whole_words(account.name)
    ]


def said_whole(names: Iterable[str], words: str) -> set[str]:
    """Those of these names that are said whole; of who is known by one name alone it may be somebody else's, or a word."""
    said = _in_a_row(words)
    return {name for name in names if " " in (row := _in_a_row(name)).strip() and row in said}


def _in_a_row(words: str) -> str:
    return f" {' '.join(WORD.findall(folded(words)))} "


def _whole_words(words: str) -> set[str]:
    return {mark for mark in marks_in(words) if not mark.startswith("^")}


def _told_apart(*words: str) -> str:
    return ", ".join(filter(None, words))
