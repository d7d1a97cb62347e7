"""From a sentence to chips: tokens, names, days, clauses, and what each clause says."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import dropwhile

from werktop.catalogue.dutch.stems import stem
from werktop.catalogue.dutch.tokens import Token, composed, tokenize
from werktop.contacts.reading.again import again_in, says_it_again
from werktop.contacts.reading.calendar_words import next_weekday
from werktop.contacts.reading.chips import CompetencySeen, Names, Reading, Reminder
from werktop.contacts.reading.clauses import Clause, clauses_of, joined
from werktop.contacts.reading.competencies import PLURAL, seen_in
from werktop.contacts.reading.competency_words import GENERAL, SUGGESTS
from werktop.contacts.reading.contact_chips import ContactReader
from werktop.contacts.reading.contacts import contact_in
from werktop.contacts.reading.day_phrases import LEADING
from werktop.contacts.reading.hours import UNIT
from werktop.contacts.reading.labels import is_only_a_label
from werktop.contacts.reading.leads import is_lead, must_do
from werktop.contacts.reading.mentions import mentions_in
from werktop.contacts.reading.naming import CANDIDATE, name_list
from werktop.contacts.reading.pieces import pieces_of, written
from werktop.contacts.reading.preferences import goes_with_preference, preference_in
from werktop.contacts.reading.reminders import own_deed, plan_in, task_in
from werktop.contacts.reading.roles import is_a_role
from werktop.contacts.reading.taken_back import put_right
from werktop.contacts.reading.told import SEVERAL, goes_on, speaks_of_another, told_in, withdraws
from werktop.contacts.reading.vocabulary import FILLERS, JOINING
from werktop.contacts.reading.when import weekday
from werktop.contacts.reading.work_chips import WorkReader, is_only_hours

MARKING_WORDS = SUGGESTS | FILLERS | JOINING
PARTS = frozenset("dag ochtend middag avond week".split())
ENDING = frozenset("loopt verloopt eindigt stopt vervalt".split())
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
        tuple(dict.fromkeys(reader.picture)),
        _no_days(reader.clauses),
    )


def _no_days(clauses: list[Clause]) -> tuple[str, ...]:
    """The dates that do not exist, without the words before them: '31 februari'."""
    said = (p.text.split(" ") for c in clauses for p in c.pieces if p.when and p.when.is_no_day)
    return tuple(dict.fromkeys(" ".join(dropwhile(lambda word: word in LEADING, words)) for words in said))


def _reader(tokens: list[Token], today: date, names: Names, about: str) -> _Reader:
    reader = _Reader(
        joined(clauses_of(put_right(pieces_of(tokens, name_list(names), today)))), today, names, about
    )
    reader.read()
    return reader


def names_said(sentence: str, names: Names) -> tuple[str, ...]:
    """The names that a sentence mentions without a doubt, in its order, whatever it says of them."""
    found = mentions_in(tokenize(composed(sentence)), name_list(names))
    return tuple(dict.fromkeys(mention.name.shown for mention in found if mention.name))


def _names_its_day(clause: Clause) -> bool:
    """'di 8 dec': a date with the name of its day."""
    return any(
        p.when and weekday(p.text.split(" ")[0]) is not None and not p.when.is_day_name for p in clause.pieces
    )


class _Reader(ContactReader, WorkReader):
    """Goes through the clauses once."""

    def read(self) -> None:
        after_work = False
        for i, clause in enumerate(self.clauses):
            if is_lead(clause):
                self._led_by(i, clause)
                after_work = False
                continue
            if clause.ends_with == ":" and is_only_a_label(clause.pieces):
                self.told.add(i)
                after_work = False
                continue
            if clause.is_only_days and after_work and self.read_day_of_work(i, clause):
                continue
            if after_work and is_only_hours(clause):
                self.work_at = i
                self.told.add(i)
                continue
            if clause.is_only_names and not self._is_at_a_firm(clause):
                self._names_alone(i, clause)
                continue
            after_work = self._clause(i, clause, after_work=after_work)
            self._read_told(i, clause)
            if clause.ends_with != ",":
                self.is_led, self.led_on = False, None
            self.remember(clause)

    def _led_by(self, i: int, clause: Clause) -> None:
        """'actie:', 'herinner me dinsdag:': what follows is to be done, on that day where it has none of its own."""
        self.is_led, self.led_on = True, next((day for day in clause.days if day.ahead), None)
        self.told.add(i)

    def _on_its_day(self, clause: Clause, task: Reminder) -> Reminder:
        if self.led_on is None or self.led_on.ahead is None or clause.days_ahead or task.date is None:
            return task
        return replace(task, date=self.led_on.ahead, hour=task.hour or self.led_on.hour)

    def _is_at_a_firm(self, clause: Clause) -> bool:
        """'Bij Hotel De Kroon.' as the first thing that is said: a visit."""
        return not self.chips and clause.pieces[0].low == "bij" and clause.employer is not None

    def _names_alone(self, i: int, clause: Clause) -> None:
        """Names alone complete the contact before them, or say of whom the next clauses speak."""
        before = self.last_contact()
        follows = i > 0 and (i - 1) in self.told and self.clauses[i - 1].ends_with in (",", ":", "(")
        if before and follows and self.contact_at == len(self.chips) - 1:
            self.complete(before, clause)
            self.told.add(i)
        else:
            self.heading = [*self.heading[-3:], clause]
            if i + 1 < len(self.clauses):
                self.told.add(i)
        self.remember(clause)

    def _clause(self, i: int, clause: Clause, *, after_work: bool) -> bool:
        """Reads one clause; True when it spoke of work."""
        if again := again_in(clause, self.clauses[:i], self.last_contact(), self.today):
            self.add(i, again)
            return False
        if self._says_no_more(i, clause):
            self.told.add(i)
            return False
        task = (
            None
            if self._says_what_was_seen(clause) or self._is_sought(clause)
            else task_in(clause, self.today, is_led=self.is_led or (not i and must_do(clause)))
        )
        task = task or self._same_day(i, clause)
        took = None if task else contact_in(clause, self.today, is_first=not self.chips)
        if task:
            self.add(i, self._after_that(i, clause, self._on_its_day(clause, task)))
            return False
        if took:
            self.read_contact(i, clause, took)
            if deed := own_deed(clause, self.today):
                self.add(i, deed)
        if self.read_attempt(i, clause):
            return False
        work = self.read_work(i, clause, after_work=after_work)
        if not (took or work):
            plan = plan_in(clause, self.today)
            if plan:
                self.add(i, plan)
                return False
        if not work:
            self._competencies(i, clause, is_contact=took is not None)
        return work

    def _says_no_more(self, i: int, clause: Clause) -> bool:
        """How contact goes well is nothing to be done; nor is '(proberen)' behind 'morgen opnieuw'."""
        before = self.chips[-1] if self.chips and (i - 1) in self.told else None
        if isinstance(before, Reminder) and says_it_again(clause, before):
            return True
        return preference_in(clause) is not None or (
            i > 0 and goes_with_preference(clause, self.clauses[i - 1])
        )

    def _after_that(self, i: int, clause: Clause, task: Reminder) -> Reminder:
        """What is to be done, not before the day that was said last: 'di 8 dec proefdag, woensdag evalueren',
        'de stage loopt tot 15 januari, daarna evalueren'."""
        if not i:
            return task
        before, words = self.clauses[i - 1], clause.words
        if clause.days:
            return self._after_its_day(before, clause, task)
        days = before.days_ahead
        if before.has(ENDING) and i - 1 not in self.told:
            return replace(task, date=days[0]) if len(days) == 1 else task
        if words[:1] == ["dan"] and any(day.is_end for day in before.days):
            until = max(days, default=task.date)  # 'met verlof tot april, dan pas bellen'
            return replace(task, date=until, what=task.what.removeprefix("pas "))
        is_that_day = words[:1] == ["die"] and words[1:2] and words[1] in PARTS
        if not (is_that_day or words[:1] == ["daarna"]):
            return task
        what = task.what.removeprefix(" ".join(words[:2])).strip() if is_that_day else task.what
        return replace(task, date=max(days), what=what.removeprefix("even ")) if days else task

    def _after_its_day(self, before: Clause, clause: Clause, task: Reminder) -> Reminder:
        """'di 8 dec proefdag, woensdag evalueren': the day of that name behind the one that was said with its date."""
        last = self.chips[-1] if self.chips else None
        is_dated = any(day.ahead and not day.is_day_name for day in before.days) and _names_its_day(before)
        is_day_name = [day.is_day_name for day in clause.days] == [True]
        if not (isinstance(last, Reminder) and last.date and task.date):
            return task
        if is_day_name and is_dated and last.date > task.date:
            return replace(task, date=next_weekday(last.date, task.date.weekday()))
        return task

    def _same_day(self, i: int, clause: Clause) -> Reminder | None:
        """'wo 9u Ewa, 11u Rosa': another hour of the day that was said."""
        before = self.chips[-1] if self.chips and (i - 1) in self.told else None
        if not isinstance(before, Reminder) or not before.hour or len(clause.pieces) < 2 or clause.days:
            return None
        hour, unit = clause.pieces[:2]
        if hour.when and hour.when.hour:
            return Reminder(before.date, written(list(clause.pieces[1:])), hour.when.hour)
        if hour.number is None or unit.low not in UNIT or not clause.mentions:
            return None
        return Reminder(before.date, written(list(clause.pieces[2:])), f"{hour.number}.00")

    def _says_what_was_seen(self, clause: Clause) -> bool:
        """'Serkan tempo maken goed', 'doorzetten ook': the verb is what somebody can, and nothing is to be done."""
        if clause.days or self.is_led or not (clause.named(CANDIDATE) or self.candidates or self.about):
            return False
        seen = seen_in(clause, self.names.competencies, (), is_contact=False)
        used = frozenset[int]().union(*(one.pieces for one in seen))
        rest = [p for i, p in enumerate(clause.pieces) if i not in used and not p.mention]
        return bool(seen) and all(p.is_mark or p.low in MARKING_WORDS or stem(p.low) in GENERAL for p in rest)

    def _is_sought(self, clause: Clause) -> bool:
        """'langs geweest bij Jansen, zoek 2 koks', 'Omar gesproken, zoek werk': what was heard, and no order to oneself."""
        contact = self.last_contact()
        after = clause.pieces[1:]
        if contact is None or self.is_led or clause.mentions or clause.words[:1] != ["zoek"] or not after:
            return False
        if contact.candidates:
            return after[0].low in ("werk", "baan", "baantje", "stage") and "voor" not in clause.words
        has_firm = bool(contact.employer or contact.people or self.employer)
        return has_firm and after[0].number is not None and is_a_role(list(after[1:]))

    def _read_told(self, i: int, clause: Clause) -> None:
        """What it tells of the one candidate of whom it speaks."""
        candidates = self._of_whom(clause)
        is_in_the_same = i > 0 and self.clauses[i - 1].ends_with in ("", ",")
        is_carried = is_in_the_same and self.is_of_another and goes_on(clause)
        # 'kinderen zijn op school, wil 20 uur': that is the candidate again
        self.is_of_another = is_carried or (speaks_of_another(clause) and not clause.has(SEVERAL))
        follows = self.clauses[i + 1 : i + 2]
        if len(candidates) == 1 and not (follows and withdraws(follows[0])):
            # what a firm likes is not of the candidate about whom it was
            contact = self.last_contact()
            has_firm = bool(self.employer or clause.employer or (contact and contact.people))
            told = told_in(clause, candidates[0], is_of_another=is_carried)
            self.picture += [each for each in told if each.kind != "adjustment" or not has_firm]

    def _of_whom(self, clause: Clause) -> tuple[str, ...]:
        """The candidates of whom a clause speaks; none where a name in it is unsure."""
        candidates = clause.named(CANDIDATE) or tuple(n for c in self.heading for n in c.named(CANDIDATE))
        if not candidates and any(len(m.names) > 1 for m in clause.mentions):
            return ()
        alone = self.only_candidate or self.about
        return candidates or self.candidates or ((alone,) if alone else ())

    def _competencies(self, i: int, clause: Clause, *, is_contact: bool) -> None:
        candidates = self._of_whom(clause)
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
                    self.add(i, CompetencySeen(candidate, one.names[0]))
            else:
                first, last = min(one.pieces), max(one.pieces)
                self.several_names.append(
                    (" ".join(p.text for p in clause.pieces[first : last + 1]), one.names, clause)
                )


__all__ = ["names_said", "read_note"]
