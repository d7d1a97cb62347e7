"""From a sentence to what it may become: the grammar reads it with the names that the database knows, and each name is
tied to whom it means. Where it may mean several people, that is asked, and with the answer it is read again."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from werktop.audit.actors import Actor

from .queries.naming import Known, Named, known_in
from .reading import (
    CompetencySeen,
    Contact,
    Names,
    Opening,
    Reminder,
    Unsure,
    names_said,
    read_note,
    was_missed,
)
from .telling import Place, told_chips

MOST_LETTERS = 1000
"""As long as a note in one field may be."""
MOST_ASKED = 12
"""As many answers as one sentence is read again for."""
WORKSHOP = re.compile(r"workshop\b", re.IGNORECASE)
"""A channel of its own, which the grammar reads as a talk."""
NOBODY = "nobody:"
"""Before the words that mean none of those who were asked about."""


@dataclass(frozen=True)
class Ask:
    """Words that may mean several `bearers`; `is_cut_off`: there are more than these. `answer`: who is meant, as far as was
    chosen or follows from the firm."""

    words: str
    bearers: tuple[Named, ...]
    is_cut_off: bool = False
    answer: str = ""

    @property
    def options(self) -> list[tuple[str, str]]:
        """Whom to choose from, as (value, words)."""
        return [(each.value, each.words) for each in self.bearers]


@dataclass(frozen=True)
class Understood:
    """What was read. `chips`: in order, (kind, the answers that it starts with); `asks`: who is meant; `people` and `firms`:
    options for whom it is about; `terms`: options for what was seen; `colleagues`: options for who does it; `papers`: keys of
    requirements by the words for a paper; `beside`: what stands in the picture already, by the place of a chip that would note it;
    `loose`: those who were chosen and stand on no chip."""

    today: date
    chips: list[tuple[str, dict[str, Any]]] = field(default_factory=list)
    asks: list[Ask] = field(default_factory=list)
    people: list[tuple[str, str]] = field(default_factory=list)
    firms: list[tuple[str, str]] = field(default_factory=list)
    terms: list[tuple[str, str]] = field(default_factory=list)
    colleagues: list[tuple[str, str]] = field(default_factory=list)
    papers: dict[str, str] = field(default_factory=dict)
    beside: dict[Place, str] = field(default_factory=dict)
    loose: list[str] = field(default_factory=list)

    @property
    def lacks_firm(self) -> bool:
        """Whether it speaks of a firm that is not known: work of no firm, or contact with nobody who is."""
        works = [not facts["employer"] for kind, facts in self.chips if kind == "opening"]
        spoke = [not facts["people"] for kind, facts in self.chips if kind == "contact"]
        return not self.firms and (any(works) or any(spoke))


def understand(
    viewer: Actor, sentence: str, *, today: date, about: Named | None = None, chosen: Collection[str] = ()
) -> Understood:
    """What a sentence says, for the viewer. `about`: whose page it was written on; that one is meant where nobody is
    named. `chosen`: the answers to what was asked."""
    sentence = sentence[:MOST_LETTERS]
    if not sentence.strip():
        return Understood(today)
    known = known_in(viewer, sentence, always=[about] if about else [])
    answered: dict[str, Ask] = {}
    used: set[str] = set()
    for _round in range(MOST_ASKED):
        tie = _Tie(viewer, known, sentence, today, about)
        found = tie.tied()
        ask, meant = _answered_now(found.asks, chosen, tie.firms(), answered, used)
        if ask is None:
            break
        used.add(ask.words)
        others = {each.value for each in ask.bearers} - {each.value for each in meant} - tie.sure()
        known = known.without(others, sure={each.value for each in meant})
    return _with_answers(found, answered, sentence)


def _answered_now(
    asks: list[Ask], chosen: Collection[str], firms: set[Any], answered: dict[str, Ask], used: set[str]
) -> tuple[Ask | None, tuple[Named, ...]]:
    """The first question that has an answer, and was not `used` before, and who is meant by it: who was chosen, else the people of
    the firm that is named or whose page it is. It is noted in `answered` where there was something to choose."""
    for ask in asks:
        if ask.words in used:
            continue
        theirs = tuple(each for each in ask.bearers if each.employer_id in firms)
        if NOBODY + ask.words in chosen:
            answered[ask.words] = _answer(ask, NOBODY + ask.words)
            return ask, ()
        for each in ask.bearers:
            if each.value in chosen:
                answered[ask.words] = _answer(ask, each.value)
                return ask, (each,)
        others = [each for each in ask.bearers if each not in theirs and each.kind != "entrepreneur"]
        if theirs and len(theirs) < len(ask.bearers):
            if len(theirs) == 1 and others:
                answered[ask.words] = _answer(ask, theirs[0].value)
            return ask, theirs
    return None, ()


def _answer(ask: Ask, answer: str) -> Ask:
    return Ask(ask.words, ask.bearers, ask.is_cut_off, answer)


def _with_answers(found: Understood, answered: dict[str, Ask], sentence: str) -> Understood:
    """The same with the questions that were answered, so that the answer can be changed, in the order of the sentence."""
    asks = {ask.words: ask for ask in found.asks} | answered
    met = {value for value, _words in found.people}
    answers = [ask.answer for ask in answered.values() if not ask.answer.startswith(NOBODY)]
    return replace(
        found,
        asks=sorted(asks.values(), key=lambda ask: sentence.find(ask.words)),
        loose=[value for value in answers if value not in met],
    )


class _Tie:
    """Ties names to people, and remembers whom it met and whom to ask about."""

    def __init__(self, viewer: Actor, known: Known, sentence: str, today: date, about: Named | None) -> None:
        self.viewer = viewer
        self.known, self.sentence, self.today, self.about = known, sentence, today, about
        self.met: dict[str, Named] = {about.value: about} if about else {}
        self.asks: dict[str, Ask] = {}
        self.contacts: list[Contact] = []
        self.terms: dict[str, str] = {}
        self.papers: dict[str, str] = {}
        self.beside: dict[Place, str] = {}
        self.names = Names(
            candidates=known.names("candidate"),
            employers=known.names("employer"),
            people=(*known.names("entrepreneur"), *known.names("colleague")),
            competencies=tuple(known.terms),
            ways=known.ways,
        )
        self.alone = self._alone()

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
            how = "call" if was_missed(self.sentence) else "talk"
            chips.insert(
                0,
                (
                    "contact",
                    self._contact(how, self.today, whom, was_missed(self.sentence)) | {"is_on": False},
                ),
            )
        chips += told_chips(self.viewer, reading.told, chips, self._meant, self.papers, self.beside)
        for each in self.alone:
            if each.kind != "colleague":
                self.met.setdefault(each.value, each)
        return Understood(
            self.today,
            chips=chips,
            asks=list(self.asks.values()),
            people=[(each.value, each.words) for each in self.met.values()],
            firms=[(each.value, each.words) for each in self.met.values() if each.kind == "employer"],
            terms=list(self.terms.items()),
            colleagues=[(each.value, each.words) for each in self.alone if each.kind == "colleague"],
            papers=self.papers,
            beside=self.beside,
        )

    def sure(self) -> set[str]:
        """Who is named surely."""
        return {each.value for each in self.alone}

    def firms(self) -> set[Any]:
        """The firms that are named, or whose page it is."""
        return {each.key for each in (*self.alone, *self.met.values()) if each.kind == "employer"}

    def _chip(self, chip: Any, whom: list[str]) -> list[tuple[str, dict[str, Any]]]:
        if isinstance(chip, Contact):
            return [
                (
                    "contact",
                    self._contact(
                        chip.channel,
                        chip.date,
                        self._of_contact(chip) or self._about(),
                        self._is_missed(chip),
                    ),
                )
            ]
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
            about = whom or self._about_whom_alone()
            what = f"{chip.hour} {chip.what}".strip()
            owner = self._owner(chip)
            return [("reminder", {"what": what, "due_date": chip.date, "people": about, "owner": owner})]
        if isinstance(chip, CompetencySeen) and chip.name in self.known.terms:
            term = self._term(chip.name)
            candidate = self._meant(chip.candidate, "candidate")
            return [("competency", {"candidate": candidate.value if candidate else "", "term": term})]
        return []

    def _owner(self, chip: Reminder) -> str:
        """The colleague who does it; "" for the writer."""
        bearers = self.known.by_name.get(chip.owner, [])
        return next((each.value for each in bearers if each.kind == "colleague"), "")

    def _is_missed(self, chip: Contact) -> bool:
        """Of several contacts the one that was tried in vain, or else the last call."""
        calls = [each for each in self.contacts if each.channel == "call"]
        missed = [each for each in self.contacts if each.is_missed] or calls[-1:] or self.contacts
        return was_missed(self.sentence) and (len(self.contacts) == 1 or chip in missed)

    def _contact(self, channel: str, day: date, people: list[str], is_missed: bool) -> dict[str, Any]:
        if channel in ("talk", "visit") and WORKSHOP.search(self.sentence):
            channel = "workshop"
        channel = "call" if is_missed and channel == "talk" else channel
        return {"channel": channel, "reached": "no" if is_missed else "", "day": day, "people": people}

    def _of_contact(self, chip: Contact) -> list[str]:
        wanted = [(name, "candidate") for name in chip.candidates]
        wanted += [(name, "entrepreneur") for name in chip.people]
        wanted += [(chip.employer, "employer")] if chip.employer else []
        found = [self._meant(name, kind) for name, kind in wanted]
        spoken_to = (each.value for each in found if each and each.kind != "colleague")
        return list(dict.fromkeys([*spoken_to, *self._about()]))

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

    def _alone(self) -> list[Named]:
        """Those whom the sentence names without a doubt."""
        said = [self.known.by_name.get(name, []) for name in names_said(self.sentence, self.names)]
        return [bearers[0] for bearers in said if len(bearers) == 1 and not bearers[0].is_one_of_more]

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
