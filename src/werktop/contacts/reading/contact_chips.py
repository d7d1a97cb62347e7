"""Contact chips: of whom a contact is, and when words of contact belong to one that is known."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werktop.contacts.reading.attempts import reached_nobody, tried_in
from werktop.contacts.reading.chips import Contact
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.contacts import Took, day_back
from werktop.contacts.reading.memory import Memory
from werktop.contacts.reading.naming import CANDIDATE, PERSON
from werktop.contacts.reading.reminders import task_in
from werktop.contacts.reading.vocabulary import FILLERS, FINITE, SAID

ALONG = frozenset({"mee", "erbij", "aanwezig", "bij", "meegegaan", "meegeweest", "aangeschoven"})
LITTLE = (
    FILLERS | FINITE | ALONG | frozenset({"en", "ook", "de", "sloot", "schoof", "aan", "gekomen", "geweest"})
)


def _went_along(clause: Clause) -> bool:
    """'Thijs was mee', 'met Kees erbij'."""
    is_along = (
        clause.has(ALONG) or {"sloot", "aan"} <= set(clause.words) or {"schoof", "aan"} <= set(clause.words)
    )
    rest = [p for p in clause.pieces if not (p.mention or p.is_mark)]
    return (
        is_along
        and bool(clause.mentions)
        and not clause.days
        and all(p.low in LITTLE | {"met", "samen"} for p in rest)
    )


def _with_those(clauses: list[Clause], channel: str, day: date | None) -> Contact:
    """Contact with all whom these clauses name."""
    return Contact(
        channel,
        day,
        tuple(dict.fromkeys(n for c in clauses for n in c.named(CANDIDATE))),
        next((c.employer for c in reversed(clauses) if c.employer), None),
        tuple(dict.fromkeys(n for c in clauses for n in c.named(PERSON))),
    )


class ContactReader(Memory):
    """Makes and completes contact chips."""

    def complete(self, contact: Contact, clause: Clause) -> None:
        """Names that belong to a contact that is known."""
        assert self.contact_at is not None  # noqa: S101
        self.chips[self.contact_at] = replace(
            contact,
            candidates=tuple(dict.fromkeys((*contact.candidates, *clause.named(CANDIDATE)))),
            employer=contact.employer or clause.employer,
            people=tuple(dict.fromkeys((*contact.people, *clause.named(PERSON)))),
        )

    def read_attempt(self, i: int, clause: Clause) -> bool:
        """'geen gehoor' behind a call, and 'was mee' behind a visit: they say more of the contact before them. True where it is an
        attempt of its own: 'Daan niet bereikt'."""
        before = self.last_contact()
        is_apart = before is None or not (i in self.told or self._is_of(before, clause))
        if is_apart and tried_in(clause):
            self._add_attempt(i, clause)
            return True
        if before is None or self.contact_at is None:
            return False
        is_behind = i in self.told or self.contact_at == len(self.chips) - 1
        is_same = not clause.mentions or i in self.told or self._is_of(before, clause)
        if is_behind and is_same and before.channel != "message" and reached_nobody(" ".join(clause.words)):
            self.chips[self.contact_at] = replace(before, is_missed=True)
            self.told.add(i)
        elif is_behind and i not in self.told and _went_along(clause):
            self.complete(before, clause)
            self.told.add(i)
        return False

    def _add_attempt(self, i: int, clause: Clause) -> None:
        """'Daan bgg', 'Daan drie keer geprobeerd, geen gehoor': who was tried is named here, or in the clause before."""
        named = (
            [clause]
            if clause.mentions
            else [c for c in (*self.heading, *self.clauses[max(0, i - 1) : i]) if c.mentions]
        )
        if not named and self.only_candidate and not self.about:
            named = [c for c in self.clauses if self.only_candidate in c.named(CANDIDATE)][:1]
        attempt = replace(_with_those(named, "call", day_back(clause, self.today)), is_missed=True)
        attempt = self._with_its_day(attempt, clause)
        self.heading = []
        self.contact_at = len(self.chips)
        self.add(i, attempt)
        if i and (not clause.mentions or self.clauses[i - 1].has(("geprobeerd",))):
            self.told.add(i - 1)

    def _is_of(self, contact: Contact, clause: Clause) -> bool:
        """Whether a clause names only those whom a contact was with."""
        named = {*clause.named(CANDIDATE), *clause.named(PERSON)} | (
            {clause.employer} if clause.employer else set()
        )
        return named <= {*contact.candidates, *contact.people, contact.employer}

    def read_contact(self, i: int, clause: Clause, took: Took) -> None:
        before = self.last_contact()
        if before and self._belongs_to(before, clause, took):
            self.complete(replace(before, is_missed=before.is_missed and not took.is_verb), clause)
            self.told.add(i)
            return
        spoken_of = [*self.heading, clause.before_what_was_said()]
        if before and took.is_verb and not clause.mentions and not self.heading:
            contact = Contact(took.channel, took.day, before.candidates, before.employer, before.people)
        else:
            if not any(c.mentions for c in spoken_of):
                before_it = self.clauses[i - 1 : i] if i and self.contact_at is None else []
                spoken_of = [c for c in before_it if c.mentions] or self._next_named(i)
            contact = _with_those(spoken_of, took.channel, took.day)
        if (
            clause.words[:1]
            and clause.words[0] in SAID | {"zo", "hoorde", "gehoord"}
            and not (contact.employer or contact.candidates)
        ):
            contact = replace(contact, employer=self.employer)  # 'Jansen zoekt 2 koks, zo vertelde Petra'
        if "zag" in clause.words and not contact.candidates:
            contact = replace(contact, candidates=self.candidates)
        if contact.date == self.today and not clause.days:
            contact = replace(contact, date=self._day_before(i))
        contact = self._with_its_day(contact, clause)
        self.heading = []
        self.contact_at = len(self.chips)
        self.add(i, contact)

    def _with_its_day(self, contact: Contact, clause: Clause) -> Contact:
        """The same, with whether its day was said: 'vandaag gebeld' against 'gebeld'."""
        is_said = contact.date != self.today or any(day.back == self.today for day in clause.days)
        return replace(contact, is_day_said=is_said)

    def _day_before(self, i: int) -> date:
        """The day that stands before a colon: 'gisteravond borrel: Ton gesproken'."""
        before = self.clauses[i - 1] if i else None
        if before is None or before.ends_with != ":" or i - 1 in self.told:
            return self.today
        return next((day.back for day in before.days if day.back), self.today)

    def _belongs_to(self, contact: Contact, clause: Clause, took: Took) -> bool:
        """A word like 'gesproken' after a visit, or 'vertelde' after a call, is the same contact."""
        if took.is_weak and not clause.named(CANDIDATE):
            return True
        if took.channel != "talk" and took.channel != contact.channel:
            return False
        if took.day not in (contact.date, self.today):
            return False
        if took.channel == "talk" and contact.channel == "visit":
            return clause.employer in (None, contact.employer) and not (
                contact.candidates and clause.named(CANDIDATE)
            )
        return not clause.mentions or (
            took.is_weak and set(clause.named(CANDIDATE)) <= set(contact.candidates)
        )

    def _next_named(self, i: int) -> list[Clause]:
        """The clause with names that follows a contact without any: 'Gebeld: Garage Smit heeft plek'."""
        for clause in self.clauses[i + 1 : i + 3]:
            if clause.mentions:
                return [] if task_in(clause, self.today, is_led=False) else [clause]
        return []
