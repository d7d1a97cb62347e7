"""Opening chips: whose work it is, and the day that holds for a list of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from werktop.contacts.reading.chips import Opening
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.demand import LEAVE, NAMELY
from werktop.contacts.reading.memory import Memory
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER, PERSON
from werktop.contacts.reading.openings import work_in
from werktop.contacts.reading.pieces import written
from werktop.contacts.reading.roles import is_a_role
from werktop.contacts.reading.vocabulary import (
    FILLERS,
    FINITE,
    MODALS,
    PEOPLE_WORDS,
    PERSONAL_WISHES,
    PLACES,
    SEEKING,
    UNITS,
)

FOUND = frozenset("gevonden vervuld ingevuld vergeven".split())
OF_HOURS = UNITS | FILLERS | frozenset("p w / pw per week in de het - tot en a of max min wk".split())


def is_only_hours(clause: Clause) -> bool:
    """'24 u p/w', '3 dagen': how long, behind work."""
    counted = [i for i, p in enumerate(clause.pieces) if p.number is not None]
    rest = [p for p in clause.pieces if p.number is None and not (p.when and not p.when.ahead)]
    return (
        bool(counted)
        and "stuks" not in clause.words
        and clause.has(UNITS - {"x", "keer"})
        and all(p.low in OF_HOURS for p in rest)
    )


def _firms_alike(clause: Clause) -> tuple[str, ...]:
    """'zowel Ypma als Bouma zoekt een kok', 'Ypma en Bouma zoeken allebei een kok': each of them."""
    firms = [i for i, p in enumerate(clause.pieces) if p.mention and p.mention.is_a(EMPLOYER)]
    if len(firms) < 2 or not clause.has(SEEKING | FINITE):
        return ()
    between = clause.pieces[firms[0] : firms[-1] + 1]
    is_joined = all(p.mention or p.low in ("en", "als", "&", ",", "+") for p in between)
    return clause.named(EMPLOYER) if is_joined else ()


class WorkReader(Memory):
    """Makes opening chips."""

    def read_work(self, i: int, clause: Clause, *, after_work: bool) -> bool:
        heading_firm = next((c.employer for c in reversed(self.heading) if c.employer), None)
        employer = clause.employer or heading_firm or self.employer
        about = self.candidates or tuple(n for c in self.heading for n in c.named(CANDIDATE))
        contact = self.last_contact()
        if not employer and about and not (contact and contact.people):
            return False
        if (
            clause.has(FOUND)
            or "niemand" in clause.words
            or {"niet", "geen"} & set(clause.words)
            and clause.has(SEEKING, PLACES)
        ):
            self._take_back(i)
        employer = employer or self.only_firm
        stuks = [p.number for p in clause.pieces if p.number is not None]
        if after_work and stuks and "stuks" in clause.words and isinstance(self.chips[-1], Opening):
            last = self.chips[-1]
            self.chips[-1] = Opening(last.employer, last.places or stuks[0], last.what, last.from_date)
            self.told.add(i)
            self.work_at = i
            return True
        if after_work and (
            clause.words[:1] in (["liefst"], ["voorkeur"], ["waarvan"], ["daarvan"])
            or clause.words[:2] == ["bij", "voorkeur"]
        ):
            self.told.add(i)
            self.work_at = i
            return True  # 'waarvan 2 per direct': more of the same
        speaks = employer is not None or self._is_of_a_person(clause)
        if after_work and (more := self._more_of_it(clause)) is not None:
            self.add(i, more)
            self.work_at = i
            return True
        if after_work and len(clause.pieces) == 1 and stuks and self._counts_last(i, stuks[0]):
            return True
        if (more := self._of_what_there_is(i, clause, employer)) is not None:
            self.add(i, more)
            self.work_at = i
            return True
        found = work_in(
            clause, has_firm=speaks, is_after_work=after_work, is_headed=self._is_headed(i, heading_firm)
        )
        early = (self._early_day(i) if after_work else None) or self._day_said_before(i, clause)
        if found:
            self._gives_way(clause)
        for work in found:
            if about and not clause.employer and work.what.split(" ")[0] in PERSONAL_WISHES:
                continue
            for firm in _firms_alike(clause) or (employer,):
                self.add(i, Opening(firm, work.places, work.what, work.from_date or early))
        if after_work and i and any(work.from_date for work in found):
            self._day_to_before(i)
        if found:
            self.work_at, self.has_early_day = i, any(work.is_early and work.from_date for work in found)
        return bool(found)

    def _gives_way(self, clause: Clause) -> None:
        """'gaat iemand met pensioen, vervanging gezocht', 'kan extra handen gebruiken, te weten 6 plukkers': what was said
        of the work gives way to what says more of it."""
        last = self.chips[-1] if self.chips else None
        if not isinstance(last, Opening) or self.work_at is None:
            return
        words = clause.words
        says_which = words[:2] == ["te", "weten"] or bool(NAMELY & set(words[:1]))
        is_general = last.places is None and last.what.split(" ")[-1] in PEOPLE_WORDS
        if last.what in LEAVE or (says_which and is_general):
            self.chips.pop()

    def _more_of_it(self, clause: Clause) -> Opening | None:
        """'1 plek, in april nog 2': a number alone with a day is more of the same work."""
        last = self.chips[-1] if self.chips else None
        counted = [p.number for p in clause.pieces if p.number is not None]
        day = next((d.ahead for d in clause.days if d.ahead and not d.is_end), None)
        rest = [p for p in clause.pieces if p.number is None and not p.when and not p.is_mark]
        if (
            not isinstance(last, Opening)
            or len(counted) != 1
            or any(c.employer for c in self.heading)
            or day is None
            or clause.has(("een", "eentje", "waarvan", "daarvan"))
        ):
            return None
        small = FILLERS | {"en", "er", "bij", "dan", "weer", "erbij"}
        return replace(last, places=counted[0], from_date=day) if all(p.low in small for p in rest) else None

    def _counts_last(self, i: int, number: int) -> bool:
        """'schoonmakers (2)'."""
        last = self.chips[-1] if self.chips else None
        if not isinstance(last, Opening) or last.places is not None:
            return False
        self.chips[-1] = replace(last, places=number)
        self.told.add(i)
        self.work_at = i
        return True

    def _of_what_there_is(self, i: int, clause: Clause, employer: str | None) -> Opening | None:
        """'heeft 3 loodgieters en wil er 2 bij': two more of them."""
        lows = [p.low for p in clause.pieces if not (p.when or p.mention) and p.low not in FILLERS]
        at = lows.index("er") if "er" in lows else -1
        counted = [p.number for p in clause.pieces if p.number is not None]
        there = self.clauses[i - 1].pieces if i else ()
        first = next((k for k, p in enumerate(there) if p.number is not None), None)
        if at < 0 or len(counted) != 1 or first is None or employer is None or not clause.has(MODALS):
            return None
        if lows[at + 2 :] not in (["bij"], ["gebruiken"], ["hebben"], ["plaatsen"], ["bij", "hebben"], []):
            return None
        day = next((d.ahead for d in clause.days if d.ahead and not d.is_end), None)
        noun = list(there[first + 1 :])
        return Opening(employer, counted[0], written(noun[:3]), day) if is_a_role(noun) else None

    def _take_back(self, i: int) -> None:
        """'had in de zomer 2 hulpen nodig maar heeft nu niemand nodig': what there was is not offered."""
        was = self.clauses[i - 1] if i else None
        is_gone = self.clauses[i].has(FOUND)
        if was is not None and (is_gone or was.has(("had", "hadden"))) and self.work_at == i - 1:
            while self.chips and isinstance(self.chips[-1], Opening):
                self.chips.pop()

    def _is_of_a_person(self, clause: Clause) -> bool:
        """'Karin vraagt 1 strijker', 'Sander mailde: 2 man per april': whoever speaks for a firm that is not known."""
        if clause.named(PERSON):
            return not clause.named(CANDIDATE)
        contact = self.last_contact()
        return contact is not None and bool(contact.people) and not contact.candidates

    def _is_headed(self, i: int, heading_firm: str | None) -> bool:
        """Whether a firm stands above a list: 'Jansen: 2 koks', 'Jansen belt: 2 koks'."""
        before = self.clauses[i - 1] if i else None
        if heading_firm is not None:
            return True
        contact = self.last_contact()
        if contact and contact.employer and not contact.candidates and self.contact_at == len(self.chips) - 1:
            return i - 1 in self.told  # 'Tjitske (Poelman) gesproken; 1 kassamedewerker'
        return before is not None and before.employer is not None and not before.named(CANDIDATE)

    def _early_day(self, i: int) -> date | None:
        """The day that stood before the first of a list holds for what follows: 'vanaf mei 2 koks, 1 afwasser'."""
        last = self.chips[-1] if self.chips else None
        is_next = self.work_at == i - 1 and self.clauses[i - 1].ends_with == ","
        return last.from_date if is_next and self.has_early_day and isinstance(last, Opening) else None

    def _day_said_before(self, i: int, clause: Clause) -> date | None:
        """'draait vanaf Pasen weer, dan 6 schoonmakers nodig': the day of which the clause before spoke."""
        if not i or clause.days:
            return None
        before = self.clauses[i - 1]
        days = [d.ahead for d in before.days if d.ahead and not d.is_end]
        is_then = (
            clause.has(("vervanger", "vervanging", "opvolger"))
            or clause.words[:1] in (["dan"], ["daarna"], ["daarvoor"])
            or (
                before.words[:1] in (["omdat"], ["doordat"], ["aangezien"])
                and any(d.is_start for d in before.days)
            )
            or (before.ends_with == ":" and i - 1 not in self.told)
        )
        return days[0] if is_then and len(days) == 1 else None

    def read_day_of_work(self, i: int, clause: Clause) -> bool:
        """'2 koks, 1 afwasser, per 1 mei': a day alone behind work that has none."""
        day = next((d.ahead for d in clause.days if d.ahead and not (d.is_end or d.is_before)), None)
        last = self.chips[-1] if self.chips else None
        if day is None or self.work_at != i - 1 or not isinstance(last, Opening) or last.from_date:
            return False
        for k in range(len(self.chips) - 1, -1, -1):
            chip = self.chips[k]
            if not isinstance(chip, Opening) or chip.from_date or chip.employer != last.employer:
                break
            self.chips[k] = Opening(chip.employer, chip.places, chip.what, day)
        self.told.add(i)
        return True

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
