"""The grammar reads a sentence with the names that the database knows, and each name is tied to whom it means."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from werktop.employers.spans import code_of

from .queries.naming import Known, Named
from .reading import (
    CompetencySeen,
    Contact,
    Names,
    Opening,
    Reminder,
    Told,
    Unsure,
    came_in,
    names_said,
    only_spoken_of,
    read_note,
    was_missed,
)
from .reading.changes import changes_in
from .understood import Ask, Understood, Visited

WORKSHOP = re.compile(r"workshop\b", re.IGNORECASE)
"""A channel of its own, which the grammar reads as a talk."""


class Tie:
    """Ties names to people, and remembers whom it met and whom to ask about. `bearers`: of each name in the sentence those who bear
    it; `alone`: those whom it names without a doubt."""

    def __init__(
        self, known: Known, sentence: str, today: date, about: Named | None, visited: Visited | None = None
    ) -> None:
        self.known, self.sentence, self.today, self.about = known, sentence, today, about
        self.visited = visited
        self.met: dict[str, Named] = {about.value: about} if about else {}
        self.asks: dict[str, Ask] = {}
        self.contacts: list[Contact] = []
        self.told: list[tuple[Told, Named]] = []
        self.terms: dict[str, str] = {}
        self.names = Names(
            candidates=known.names("candidate"),
            employers=known.names("employer"),
            people=(*known.names("entrepreneur"), *known.names("colleague")),
            competencies=tuple(known.terms),
            ways=known.ways,
        )
        self.bearers = self._bearers(sentence)
        self.alone = [each[0] for each in self.bearers if _is_one(each)]
        self.is_missed = was_missed(sentence)
        self.spoken_of = only_spoken_of(sentence, self.names)

    def tied(self) -> Understood:
        """What the sentence says, with whom it means."""
        of_candidate = self.about.name if self.about and self.about.kind == "candidate" else ""
        reading = read_note(self.sentence, today=self.today, names=self.names, about=of_candidate)
        for unsure in reading.unsure:
            self._ask(unsure)
        self.contacts = [chip for chip in reading.chips if isinstance(chip, Contact)]
        contact = next(iter(self.contacts), None)
        whom = self._of_contact(contact) if contact else self._about()
        chips = [made for chip in reading.chips for made in self._chip(chip, whom)]
        if contact is None and self.about:
            # nobody said that they spoke: only offered
            how = "call" if self.is_missed else "talk"
            day = self.visited.day if self.visited and how == "talk" else None
            offered = self._contact(how, day or self.today, whom, self.is_missed)
            chips.insert(0, ("contact", offered | {"is_on": False}))
        chances = self._chances(whom)
        changing = [facts["what"].lower() for _kind, facts in chances]
        # "verhuizen in 2027" is not ours to do
        chips = [
            (kind, facts)
            for kind, facts in chips
            if kind != "reminder" or not any(facts["what"].lower() in words for words in changing)
        ]
        chips += chances
        self._ask_who_of_one_name()
        meant = [(told, self._meant(told.candidate, "candidate")) for told in reading.told]
        self.told = [(told, named) for told, named in meant if named]
        for each in self.alone:
            if each.kind != "colleague":
                self.met.setdefault(each.value, each)
        self._say_whom_it_is_about(chips)
        return Understood(
            self.today,
            chips=chips,
            asks=list(self.asks.values()),
            people=[(each.value, self._in_words(each)) for each in self.met.values()],
            firms=[(each.value, each.words) for each in self.met.values() if each.kind == "employer"],
            terms=list(self.terms.items()),
            colleagues=[(each.value, each.words) for each in self.alone if each.kind == "colleague"],
            firm=self.about.value if self.about and self.about.kind == "employer" else "",
            no_days=reading.no_days,
        )

    def _chances(self, whom: list[str]) -> list[tuple[str, dict[str, Any]]]:
        """What changes at the firm that the sentence means; nothing where it means none."""
        found = changes_in(self.sentence, self.today, self.known.names("candidate"))
        firm = self._firm(whom or self._about_whom_alone()) if found else ""
        if not firm:
            return []
        facts = {"employer": firm}
        return [
            (
                "chance",
                facts | {"change": each.kind, "what": each.words, "when": code_of(each.day, each.span)},
            )
            for each in found
        ]

    def _in_words(self, each: Named) -> str:
        """Of a candidate the name, with the postcode where others bear it too; of a firm where it is, of its people which it is,
        but on the page of that firm."""
        if self.about and each.employer_id == self.about.key:
            return each.name
        is_alone = each.kind == "candidate" and each.name and each.name not in self.known.shared
        return each.name if is_alone else each.words

    def sure(self) -> set[str]:
        """Who is named surely."""
        return {each.value for each in self.alone}

    def firms(self) -> set[Any]:
        """The firms that are named, or whose page it is."""
        return {each.key for each in (*self.alone, *self.met.values()) if each.kind == "employer"}

    def _chip(self, chip: Any, whom: list[str]) -> list[tuple[str, dict[str, Any]]]:
        if isinstance(chip, Contact):
            people = self._spoken_with(chip)
            return [("contact", self._contact(chip.channel, self._day(chip), people, self._is_missed(chip)))]
        if isinstance(chip, Opening):
            firm = self._meant(chip.employer, "employer") if chip.employer else None
            facts = {"what": chip.what, "places": chip.places, "from_date": chip.from_date}
            return [
                (
                    "opening",
                    facts
                    | {"employer": firm.value if firm else self._firm(whom or self._about_whom_alone())},
                )
            ]
        if isinstance(chip, Reminder):
            about = list(dict.fromkeys([*(whom or self._about_whom_alone()), *self._named_in(chip.what)]))
            what = f"{chip.hour} {chip.what}".strip()
            owner = self._owner(chip)
            return [("reminder", {"what": what, "due_date": chip.date, "people": about, "owner": owner})]
        if isinstance(chip, CompetencySeen) and chip.name in self.known.terms:
            term = self._term(chip.name)
            candidate = self._meant(chip.candidate, "candidate")
            return [("competency", {"candidate": candidate.value if candidate else "", "term": term})]
        return []

    def _day(self, chip: Contact) -> date | None:
        """When it was: talk at a planned visit on its day, where no other is said."""
        is_there = self.visited and self.visited.day and chip.channel in ("talk", "visit")
        return self.visited.day if self.visited and is_there and not chip.is_day_said else chip.date

    def _owner(self, chip: Reminder) -> str:
        """The colleague who does it; "" for the writer."""
        bearers = self.known.by_name.get(chip.owner, [])
        return next((each.value for each in bearers if each.kind == "colleague"), "")

    def _is_missed(self, chip: Contact) -> bool:
        """Of several contacts the one that was tried in vain, or else the last call."""
        if chip.is_missed:
            return True
        calls = [each for each in self.contacts if each.channel == "call"]
        missed = [each for each in self.contacts if each.is_missed] or calls[-1:] or self.contacts
        return self.is_missed and (len(self.contacts) == 1 or chip in missed)

    def _contact(self, channel: str, day: date | None, people: list[str], is_missed: bool) -> dict[str, Any]:
        if channel in ("talk", "visit") and WORKSHOP.search(self.sentence):
            channel = "workshop"
        channel = "call" if is_missed and channel == "talk" else channel
        # what we sent ourselves is no contact, whoever it went to
        is_missed = is_missed or (channel == "message" and not came_in(self.sentence))
        return {"channel": channel, "reached": "no" if is_missed else "", "day": day, "people": people}

    def _of_contact(self, chip: Contact) -> list[str]:
        wanted = [(name, "candidate") for name in chip.candidates]
        wanted += [(name, "entrepreneur") for name in chip.people]
        wanted += [(chip.employer, "employer")] if chip.employer else []
        found = [self._meant(name, kind) for name, kind in wanted]
        spoken_to = (each.value for each in found if each and each.kind != "colleague")
        return list(dict.fromkeys([*spoken_to, *self._about()]))

    def _spoken_with(self, chip: Contact) -> list[str]:
        """The same without candidates who are only spoken of; so is whose page it is, where a firm or somebody of one was called or
        written to, and nobody says that the candidate was there."""
        of = {each.value for name in self.spoken_of for each in self.known.by_name.get(name, [])}
        is_named = self.about is not None and self.about.name in chip.candidates
        if chip.channel in ("call", "message") and (chip.employer or chip.people) and not is_named:
            of |= {value for value in self._about() if value.startswith("candidate:")}
        return [value for value in self._of_contact(chip) if value not in of]

    def _about(self) -> list[str]:
        return [self.about.value] if self.about else []

    def _meant(self, name: str, kind: str) -> Named | None:
        """The one who bears this name; where several do, or more than were looked at, None, and it is asked."""
        everybody = self.known.by_name.get(name, [])
        if self.about and self.about in everybody:
            return self.about
        bearers = everybody if kind != "employer" else [each for each in everybody if each.kind == kind]
        if len(bearers) == 1 and not bearers[0].is_one_of_more:
            if bearers[0].kind != "colleague":
                self.met[bearers[0].value] = bearers[0]
            return bearers[0]
        if bearers:
            self._ask_about(name, bearers)
        return None

    def _ask(self, unsure: Unsure) -> None:
        for name in unsure.names:
            if name in self.known.terms:
                self._term(name)
        bearers = [each for name in unsure.names for each in self.known.by_name.get(name, [])]
        if self.about in bearers:
            return
        if bearers:
            self._ask_about(unsure.words, bearers)

    def _term(self, name: str) -> str:
        key = self.known.terms[name]
        self.terms[str(key)] = self.known.labels[key]
        return str(key)

    def _ask_about(self, words: str, bearers: list[Named]) -> None:
        cut_off = any(each.is_one_of_more for each in bearers)
        self.asks.setdefault(words, Ask(words, tuple(bearers), cut_off))

    def _firm(self, whom: list[str]) -> str:
        """The firm of those with whom it was, where there is one."""
        for value in whom:
            each = self.met.get(value)
            if each is None:
                continue
            if each.kind == "employer":
                return value
            if each.employer_id:
                firm = Named("employer", each.employer_id, "", each.words.partition(", ")[2])
                self.met.setdefault(firm.value, firm)
                return firm.value
        return ""

    def _bearers(self, words: str) -> list[list[Named]]:
        """Who bears each of the names in these words."""
        return [self.known.by_name.get(name, []) for name in names_said(words, self.names)]

    def _named_in(self, words: str) -> list[str]:
        """The candidates whom these words name without a doubt: a promise that names them is about them."""
        named = [each[0] for each in self._bearers(words) if _is_one(each) and each[0].kind == "candidate"]
        self.met |= {each.value: each for each in named}
        return [each.value for each in named]

    def _ask_who_of_one_name(self) -> None:
        """Of a whole name that several bear it is asked who is meant, also where no chip is of them: the words are about one."""
        for bearers in self.bearers:
            is_of_somebody = any(each.kind == "candidate" for each in bearers)
            if is_of_somebody and not _is_one(bearers) and self.about not in bearers:
                self._ask_about(bearers[0].name, bearers)

    def _say_whom_it_is_about(self, chips: list[tuple[str, dict[str, Any]]]) -> None:
        """The whole sentence is what was said: each contact is about every candidate whom it names (decision 42)."""
        for kind, facts in chips:
            if kind == "contact":
                facts["about_people"] = [
                    value for value, each in self.met.items() if each.kind == "candidate"
                ]

    def _about_whom_alone(self) -> list[str]:
        """Where nobody was spoken with: the one person whom the sentence names, or the one firm."""
        for kinds in ({"candidate", "entrepreneur"}, {"employer"}):
            named = {each.value: each for each in self.alone if each.kind in kinds}
            if len(named) > 1:
                return []
            if named:
                self.met |= named
                return list(named)
        return []


def _is_one(bearers: list[Named]) -> bool:
    return len(bearers) == 1 and not bearers[0].is_one_of_more
