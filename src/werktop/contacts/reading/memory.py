"""What a reader of clauses remembers: the chips so far, of whom it last spoke, and what is left."""

from __future__ import annotations

from datetime import date

from werktop.catalogue.dutch.tokens import Token
from werktop.contacts.reading.chips import Chip, Contact, Names, Told, Unsure
from werktop.contacts.reading.clauses import Clause
from werktop.contacts.reading.dates import When
from werktop.contacts.reading.naming import CANDIDATE, EMPLOYER
from werktop.contacts.reading.vocabulary import FILLERS


class Memory:
    """Goes with the clauses of one sentence; what is unsure is asked, and what no chip used is left."""

    def __init__(self, clauses: list[Clause], today: date, names: Names, about: str) -> None:
        self.clauses, self.today, self.names, self.about = clauses, today, names, about
        self.chips: list[Chip] = []
        self.picture: list[Told] = []
        self.told: set[int] = set()  # clauses that a chip used
        self.heading: list[Clause] = []  # names alone, of whom the next clauses speak
        self.candidates: tuple[str, ...] = ()
        self.employer: str | None = None
        self.contact_at: int | None = None  # place of the last contact among the chips
        self.is_led = False
        self.led_on: When | None = None  # the day of the lead: 'herinnering vrijdag: …'
        self.work_at: int | None = None  # the clause of the last work
        self.has_early_day = False  # whether its day stood before it
        self.is_of_another = False  # whether the last clause spoke of somebody around the candidate
        self.several_names: list[tuple[str, tuple[str, ...], Clause]] = []
        firms = {name for clause in clauses for name in clause.named(EMPLOYER)}
        people = {name for clause in clauses for name in clause.named(CANDIDATE)}
        self.only_firm = next(iter(firms)) if len(firms) == 1 else None
        self.only_candidate = next(iter(people)) if len(people) == 1 else None

    def remember(self, clause: Clause) -> None:
        candidates = clause.named(CANDIDATE)
        if candidates or any(len(m.names) > 1 for m in clause.mentions):
            self.candidates = candidates
        self.employer = clause.employer or self.employer

    def add(self, i: int, chip: Chip) -> None:
        self.chips.append(chip)
        self.told.add(i)

    def last_contact(self) -> Contact | None:
        chip = self.chips[self.contact_at] if self.contact_at is not None else None
        return chip if isinstance(chip, Contact) else None

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
