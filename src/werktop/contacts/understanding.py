"""From a sentence to what it may become: the grammar reads it with the names that the database knows, and each name is
tied to whom it means. Where it may mean several people, that is asked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from werktop.audit.actors import Actor

from .queries.naming import Known, Named, known_in
from .reading import CompetencySeen, Contact, Names, Opening, Reminder, Unsure, read_note

MOST_LETTERS = 1000
"""As long as a note in one field may be."""


@dataclass(frozen=True)
class Ask:
    """Words that may mean several: `options` of (value, words); `is_cut_off`: there are more than these."""

    words: str
    options: list[tuple[str, str]]
    is_cut_off: bool = False


@dataclass(frozen=True)
class Understood:
    """What was read. `chips`: in order, (kind, the answers that it starts with); `asks`: who is meant; `people` and `firms`:
    options for whom it is about; `terms`: options for what was seen."""

    chips: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    firms: list[tuple[str, str]] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)


def understand(viewer: Actor, sentence: str, *, today: date, about: Named | None = None) -> Understood:
    """What a sentence says, for the viewer. `about`: whose page it was written on; that one is meant where nobody is
    named."""
    sentence = sentence[:MOST_LETTERS]
    if not sentence.strip():
        return Understood()
    known = known_in(viewer, sentence, always=[about] if about else [])
    names = Names(
        candidates=known.names("candidate"),
        employers=known.names("employer"),
        people=known.names("entrepreneur"),
        competencies=tuple(known.terms),
        ways=known.ways,
    )
    of_candidate = about.name if about and about.kind == "candidate" else ""
    reading = read_note(sentence, today=today, names=names, about=of_candidate)
    return _Tie(known, sentence, today, about).tied(reading)


class _Tie:
    """Ties names to people, and remembers whom it met and whom to ask about."""

    def __init__(self, known: Known, sentence: str, today: date, about: Named | None) -> None:
        self.known, self.sentence, self.today, self.about = known, sentence, today, about
        self.met: dict[str, Named] = {about.value: about} if about else {}
        self.asks: dict[str, Ask] = {}
        self.terms: dict[str, str] = {}

    def tied(self, reading: Any) -> Understood:
        for unsure in reading.unsure:
            self._ask(unsure)
        contact = next((chip for chip in reading.chips if isinstance(chip, Contact)), None)
        whom = self._of_contact(contact) if contact else self._about()
        chips = [made for chip in reading.chips for made in self._chip(chip, whom)]
        if contact is None and (self.about or self.asks):
            # on somebody's page each note is of contact with them, if only by talking
            chips.insert(0, ("contact", self._contact("talk", self.today, whom)))
        return Understood(
            chips=chips,
            asks=list(self.asks.values()),
            people=[(each.value, each.words) for each in self.met.values()],
            firms=[(each.value, each.words) for each in self.met.values() if each.kind == "employer"],
            terms=list(self.terms.items()),
        )

    def _chip(self, chip: Any, whom: list[str]) -> list[tuple[str, dict[str, Any]]]:
        if isinstance(chip, Contact):
            return [
                ("contact", self._contact(chip.channel, chip.date, self._of_contact(chip) or self._about()))
            ]
        if isinstance(chip, Opening):
            firm = self._meant(chip.employer, "employer") if chip.employer else None
            facts = {"what": chip.what, "places": chip.places, "from_date": chip.from_date}
            return [("opening", facts | {"employer": firm.value if firm else self._firm(whom)})]
        if isinstance(chip, Reminder):
            about = [*whom, *self._mentioned(chip.what, whom)]
            what = f"{chip.hour} {chip.what}".strip()
            return [("reminder", {"what": what, "due_date": chip.date, "people": about})]
        if isinstance(chip, CompetencySeen) and chip.name in self.known.terms:
            term = self._term(chip.name)
            candidate = self._meant(chip.candidate, "candidate")
            return [("competency", {"candidate": candidate.value if candidate else "", "term": term})]
        return []

    def _contact(self, channel: str, day: date, people: list[str]) -> dict[str, Any]:
        return {"channel": channel, "day": day, "people": people}

    def _of_contact(self, chip: Contact) -> list[str]:
        wanted = [(name, "candidate") for name in chip.candidates]
        wanted += [(name, "entrepreneur") for name in chip.people]
        wanted += [(chip.employer, "employer")] if chip.employer else []
        found = [self._meant(name, kind) for name, kind in wanted]
        return list(dict.fromkeys([*(each.value for each in found if each), *self._about()]))

    def _about(self) -> list[str]:
        return [self.about.value] if self.about else []

    def _meant(self, name: str, kind: str) -> Named | None:
        """The one who bears this name; where several do, or more than were looked at, None, and it is asked."""
        everybody = self.known.by_name.get(name, [])
        if self.about and self.about in everybody:
            return self.about
        bearers = everybody if kind != "employer" else [each for each in everybody if each.kind == kind]
        if len(bearers) == 1 and not bearers[0].is_one_of_more:
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
        options = [(each.value, each.words) for each in bearers]
        self.asks.setdefault(words, Ask(words, options, any(each.is_one_of_more for each in bearers)))

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

    def _mentioned(self, what: str, whom: list[str]) -> list[str]:
        """Who is named in what is to be done, where only one bears that name and nobody else was spoken with."""
        if whom:
            return []
        words = {word.casefold() for word in re.findall(r"[^\W_]+", what) if len(word) > 2}
        people = [
            each
            for bearers in self.known.by_name.values()
            for each in bearers
            if words & {part.casefold() for part in re.findall(r"[^\W_]+", each.name) if len(part) > 3}
        ]
        if len(people) != 1 or people[0].is_one_of_more:
            return []
        self.met[people[0].value] = people[0]
        return [people[0].value]
