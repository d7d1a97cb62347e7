"""From a sentence to chips: tokens, names, days, clauses, and what each clause says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werktop.contacts.reading.chips import (
    Chip,
    CompetencySeen,
    Contact,
    Names,
    Opening,
    Reading,
    Reminder,
    Unsure,
)  # fmt: skip
from werktop.contacts.reading.clauses import Clause, clauses_of, joined
from werktop.contacts.reading.competencies import PLURAL, seen_in
from werktop.contacts.reading.contacts import Took, contact_in
from werktop.contacts.reading.mentions import mentions_in
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER, PERSON, name_list
from werktop.contacts.reading.openings import work_in
from werktop.contacts.reading.pieces import pieces_of
from werktop.contacts.reading.reminders import is_lead, plan_in, task_in
from werktop.contacts.reading.tokens import Token, composed, tokenize
from werktop.contacts.reading.vocabulary import FILLERS, PERSONAL_WISHES

SINGULAR = frozenset("ze hij zij kan is heeft werkt".split())


def read_note(sentence: str, *, today: date, names: Names, about: str = "") -> Reading:
    """What one sentence of a relationship manager says, as chips to accept or change.

    The same sentence, day and names always give the same reading, in whatever order the names are listed. Any text
    can be read; what is not understood is in `rest`. `about`: the candidate on whose page it was written; who is
    named like them is them, and what is said of nobody is said of them.
    """
    sentence = composed(sentence)
    tokens = tokenize(sentence)
    reader = _reader(tokens, today, names, about)
    namesakes = {
        n for unsure in reader.unsure(tokens, sentence) if about in unsure.names for n in unsure.names
    }
    if namesakes:
        reader = _reader(tokens, today, names.without(namesakes - {about}), about)
    return Reading(
        tuple(dict.fromkeys(reader.chips)),
        tuple(dict.fromkeys(reader.unsure(tokens, sentence))),
        reader.rest(tokens, sentence),
    )


def _reader(tokens: list[Token], today: date, names: Names, about: str) -> _Reader:
    reader = _Reader(joined(clauses_of(pieces_of(tokens, name_list(names), today))), today, names, about)
    reader.read()
    return reader


def names_said(sentence: str, names: Names) -> tuple[str, ...]:
    """The names that a sentence mentions without a doubt, in its order, whatever it says of them."""
    found = mentions_in(tokenize(composed(sentence)), name_list(names))
    return tuple(dict.fromkeys(mention.name.shown for mention in found if mention.name))


class _Reader:
    """Goes through the clauses once and remembers of whom the last one spoke."""

    def __init__(self, clauses: list[Clause], today: date, names: Names, about: str) -> None:
        self.clauses, self.today, self.names, self.about = clauses, today, names, about
        self.chips: list[Chip] = []
        self.told: set[int] = set()  # clauses that a chip used
        self.heading: list[Clause] = []  # names alone, of whom the next clauses speak
        self.candidates: tuple[str, ...] = ()
        self.employer: str | None = None
        self.contact_at: int | None = None  # place of the last contact among the chips
        self.is_led = False
        self.several_names: list[tuple[str, tuple[str, ...], Clause]] = []
        firms = {name for clause in clauses for name in clause.named(EMPLOYER)}
        people = {name for clause in clauses for name in clause.named(CANDIDATE)}
        self.only_firm = next(iter(firms)) if len(firms) == 1 else None
        self.only_candidate = next(iter(people)) if len(people) == 1 else None

    def read(self) -> None:
        after_work = False
        for i, clause in enumerate(self.clauses):
            if is_lead(clause):
                self.is_led = True
                self.told.add(i)
                continue
            if clause.is_only_names and not self._is_at_a_firm(clause):
                self._names_alone(i, clause)
                continue
            after_work = self._clause(i, clause, after_work=after_work)
            if clause.ends_with != ",":
                self.is_led = False
            self._remember(clause)

    def _is_at_a_firm(self, clause: Clause) -> bool:
        """'Bij Hotel De Kroon.' as the first thing that is said: a visit."""
        return not self.chips and clause.pieces[0].low == "bij" and clause.employer is not None

    def _names_alone(self, i: int, clause: Clause) -> None:
        """Names alone complete the contact before them, or say of whom the next clauses speak."""
        before = self._last_contact()
        follows = i > 0 and (i - 1) in self.told and self.clauses[i - 1].ends_with in (",", ":", "(")
        if before and follows and self.contact_at == len(self.chips) - 1:
            self._complete(before, clause)
            self.told.add(i)
        else:
            self.heading = [*self.heading[-3:], clause]
            if i + 1 < len(self.clauses):
                self.told.add(i)
        self._remember(clause)

    def _remember(self, clause: Clause) -> None:
        candidates = clause.named(CANDIDATE)
        if candidates or any(len(m.names) > 1 for m in clause.mentions):
            self.candidates = candidates
        self.employer = clause.employer or self.employer

    def _clause(self, i: int, clause: Clause, *, after_work: bool) -> bool:
        """Reads one clause; True when it spoke of work."""
        task = task_in(clause, self.today, is_led=self.is_led)
        took = None if task else contact_in(clause, self.today, is_first=not self.chips)
        if task:
            self._add(i, task)
            return False
        if took:
            self._contact(i, clause, took)
        work = self._work(i, clause, after_work=after_work)
        if not (took or work):
            plan = plan_in(clause, self.today)
            if plan:
                self._add(i, plan)
                return False
        if not work:
            self._competencies(i, clause, is_contact=took is not None)
        return work

    def _add(self, i: int, chip: Chip) -> None:
        self.chips.append(chip)
        self.told.add(i)

    # contact

    def _last_contact(self) -> Contact | None:
        chip = self.chips[self.contact_at] if self.contact_at is not None else None
        return chip if isinstance(chip, Contact) else None

    def _complete(self, contact: Contact, clause: Clause) -> None:
        """Names that belong to a contact that is known."""
        assert self.contact_at is not None  # noqa: S101
        self.chips[self.contact_at] = Contact(
            contact.channel,
            contact.date,
            tuple(dict.fromkeys((*contact.candidates, *clause.named(CANDIDATE)))),
            contact.employer or clause.employer,
            tuple(dict.fromkeys((*contact.people, *clause.named(PERSON)))),
        )

    def _contact(self, i: int, clause: Clause, took: Took) -> None:
        before = self._last_contact()
        if before and self._belongs_to(before, clause, took):
            self._complete(before, clause)
            self.told.add(i)
            return
        spoken_of = [*self.heading, clause.before_what_was_said()]
        if before and took.is_verb and not clause.mentions and not self.heading:
            contact = Contact(took.channel, took.day, before.candidates, before.employer, before.people)
        else:
            if not any(c.mentions for c in spoken_of):
                before_it = self.clauses[i - 1 : i] if i and self.contact_at is None else []
                spoken_of = [c for c in before_it if c.mentions] or self._next_named(i)
            contact = Contact(
                took.channel,
                took.day,
                tuple(dict.fromkeys(n for c in spoken_of for n in c.named(CANDIDATE))),
                next((c.employer for c in reversed(spoken_of) if c.employer), None),
                tuple(dict.fromkeys(n for c in spoken_of for n in c.named(PERSON))),
            )
        if contact.date == self.today and not clause.days:
            contact = replace(contact, date=self._day_before(i))
        self.heading = []
        self.contact_at = len(self.chips)
        self._add(i, contact)

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

    # work

    def _work(self, i: int, clause: Clause, *, after_work: bool) -> bool:
        heading_firm = next((c.employer for c in self.heading if c.employer), None)
        employer = clause.employer or heading_firm or self.employer
        about = self.candidates or tuple(n for c in self.heading for n in c.named(CANDIDATE))
        if not employer and about:
            return False
        employer = employer or self.only_firm
        stuks = [p.number for p in clause.pieces if p.number is not None]
        if after_work and stuks and "stuks" in clause.words and isinstance(self.chips[-1], Opening):
            last = self.chips[-1]
            self.chips[-1] = Opening(last.employer, last.places or stuks[0], last.what, last.from_date)
            self.told.add(i)
            return True
        found = work_in(clause, has_firm=employer is not None, is_after_work=after_work)
        for work in found:
            if about and not clause.employer and work.what.split(" ")[0] in PERSONAL_WISHES:
                continue
            self._add(i, Opening(employer, work.places, work.what, work.from_date))
        if after_work and i and any(work.from_date for work in found):
            self._day_to_before(i)
        return bool(found)

    def _day_to_before(self, i: int) -> None:
        """'2 lassers, 1 draaier gezocht vanaf maart': the day holds for the whole list."""
        before = self.clauses[i - 1]
        last = self.chips[-1]
        if before.ends_with != "," or before.days or not isinstance(last, Opening):
            return
        if before.has(("nodig", "gezocht")):
            return
        for k in range(len(self.chips) - 2, -1, -1):
            chip = self.chips[k]
            if not isinstance(chip, Opening) or chip.from_date or chip.employer != last.employer:
                return
            self.chips[k] = Opening(chip.employer, chip.places, chip.what, last.from_date)

    # competencies

    def _competencies(self, i: int, clause: Clause, *, is_contact: bool) -> None:
        candidates = clause.named(CANDIDATE) or tuple(n for c in self.heading for n in c.named(CANDIDATE))
        if not candidates and any(len(m.names) > 1 for m in clause.mentions):
            return
        candidates = candidates or self.candidates
        if not candidates and self.only_candidate:
            candidates = (self.only_candidate,)
        if not candidates and self.about:
            candidates = (self.about,)
        if not candidates:
            return
        seen = seen_in(clause, self.names.competencies, self.names.ways, is_contact=is_contact)
        words = set(clause.words)
        if (
            seen
            and len(candidates) > 1
            and not clause.named(CANDIDATE)
            and words & SINGULAR
            and not words & PLURAL
        ):
            return
        for one in seen:
            if len(one.names) == 1:
                for candidate in candidates:
                    self._add(i, CompetencySeen(candidate, one.names[0]))
            else:
                first, last = min(one.pieces), max(one.pieces)
                self.several_names.append(
                    (" ".join(p.text for p in clause.pieces[first : last + 1]), one.names, clause)
                )

    # what is asked, and what is left

    def unsure(self, tokens: list[Token], sentence: str) -> list[Unsure]:
        """Words that fit several names, in the order of the sentence."""
        asked: list[tuple[int, Unsure]] = []
        for clause in self.clauses:
            for mention in clause.mentions:
                if len(mention.names) > 1:
                    words = sentence[tokens[mention.first].start : tokens[mention.end - 1].end].lstrip("@")
                    asked.append(
                        (mention.first, Unsure(words, tuple(sorted(n.shown for n in mention.names))))
                    )
        for words, names, clause in self.several_names:
            asked.append((clause.pieces[0].first, Unsure(words, names)))
        return [unsure for _, unsure in sorted(asked, key=lambda pair: pair[0])]

    def rest(self, tokens: list[Token], sentence: str) -> str:
        """The clauses that no chip used, as they were written."""
        left: list[str] = []
        for i, clause in enumerate(self.clauses):
            if i in self.told or not any(
                p.is_word and p.low not in FILLERS or p.mention or p.number for p in clause.pieces
            ):
                continue
            first, last = min(p.first for p in clause.pieces), max(p.end for p in clause.pieces)
            left.append(sentence[tokens[first].start : tokens[last - 1].end].strip(" ,;:-"))
        return "; ".join(text for text in left if text)


__all__ = ["Reminder", "read_note"]
