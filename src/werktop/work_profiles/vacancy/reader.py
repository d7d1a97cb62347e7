"""From a vacancy text to what may stand in a work profile, each with the words that led to it."""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass, field
from datetime import date

from .clauses import Clause, Part, clauses_of
from .questions import LIFTS, questions_in
from .softened import all_is_taught, comes_later, is_not_asked, tells_of_the_firm
from .terms_of_work import Wage, form_in, place_in, wage_in
from .times import days_in, hours_in, start_in, times_in
from .titles import title_in
from .words import Found, Words, found_in

EARLY, LATE, NIGHT = "07:00", "18:00", "22:30"
MOST_OF_WORDS = 80
"""Letters of the words of the text that are shown with a suggestion."""


@dataclass(frozen=True)
class Suggested:
    """A competency, an interest or a requirement that a text seems to ask: `words` are those of the text, `is_must` is False for
    what is welcome or learned at the place."""

    kind: str
    code: str
    words: str
    is_must: bool = True


@dataclass(frozen=True)
class Question:
    """What a text asks that is no competency (`questions.KINDS`), in its own words."""

    kind: str
    words: str


@dataclass(frozen=True)
class Vacancy:
    """What was found; `said` holds the words of the text for hours, days, start, place and form."""

    suggested: tuple[Suggested, ...] = ()
    questions: tuple[Question, ...] = ()
    hours: tuple[int, int] | None = None
    days: tuple[str, ...] = ()
    times: tuple[tuple[str, str], ...] = ()
    place: str = ""
    start: date | None = None
    wage: Wage | None = None
    form: str = ""
    title: str = ""
    said: dict[str, str] = field(default_factory=dict)

    def of(self, kind: str, *, is_must: bool | None = None) -> list[str]:
        """The codes of one kind; those that are a must, or are not, where that is asked for."""
        return [s.code for s in self.suggested if s.kind == kind and is_must in (None, s.is_must)]


def read_vacancy(text: str, *, words: Words, today: date, places: Collection[str] = ()) -> Vacancy:
    """Reads a Dutch vacancy text, in whatever form it was pasted. `words`: what is looked for (`words_of`); `places`: names of
    known places. Of more than 20,000 characters the rest is not read."""
    clauses = clauses_of(text)
    days, said_days = days_in(clauses)
    times = tuple(times_in(clauses))
    hours, start, place = hours_in(clauses), start_in(clauses, today), place_in(clauses, places)
    wage, form = wage_in(clauses), form_in(clauses)
    said = {
        "hours": hours[1] if hours else "",
        "days": said_days,
        "start": start[1] if start else "",
        "place": place[1] if place else "",
        "form": form[1] if form else "",
    }
    return Vacancy(
        suggested=tuple(_suggested(clauses, words, times)),
        questions=tuple(Question(kind, words) for kind, words in questions_in(clauses)),
        hours=hours[0] if hours else None,
        days=days,
        times=times,
        place=place[0] if place else "",
        start=start[0] if start else None,
        wage=wage,
        form=form[0] if form else "",
        title=title_in(clauses),
        said={name: words for name, words in said.items() if words},
    )


def _suggested(clauses: list[Clause], ways: Words, times: tuple[tuple[str, str], ...]) -> list[Suggested]:
    is_taught = all_is_taught(clauses)
    kept: dict[tuple[str, str], Suggested] = {}
    for clause in clauses:
        for found in sorted(found_in(clause, ways), key=lambda one: min(one.places)):
            if not _is_meant(clause, found):
                continue
            word = found.word
            is_later = word.kind != "interest" and (
                comes_later(clause, _begins(clause, found))
                or (is_taught and word.layer == "vocational" and clause.part is not Part.ASKED)
            )
            here = (word.kind, word.code)
            before = kept.get(here)
            if before is None:
                kept[here] = Suggested(word.kind, word.code, _shown(clause, found), not is_later)
            elif before.is_must and is_later:
                kept[here] = Suggested(word.kind, word.code, before.words, False)
    for code, said in _of_the_clock(clauses, times):
        kept.setdefault(("requirement", code), Suggested("requirement", code, said))
    return list(kept.values())


def _is_meant(clause: Clause, found: Found) -> bool:
    if found.word.kind == "interest":
        return not is_not_asked(clause)
    if found.word.kind == "competency" and tells_of_the_firm(clause):
        return False
    return not is_not_asked(clause, _begins(clause, found))


def _begins(clause: Clause, found: Found) -> int:
    """The letter at which the words of the text begin."""
    return clause.tokens[min(found.places)].start


def _shown(clause: Clause, found: Found) -> str:
    """The words of the text around what was found."""
    tokens = clause.tokens
    first, last = tokens[min(found.places)], tokens[max(found.places)]
    return (
        clause.text[first.start : last.end]
        if last.end - first.start <= MOST_OF_WORDS
        else clause.text[:MOST_OF_WORDS]
    )


def _of_the_clock(clauses: list[Clause], times: tuple[tuple[str, str], ...]) -> list[tuple[str, str]]:
    """(requirement, the words that say so) of early, late and night shifts and of weekends."""
    found: list[tuple[str, str]] = []
    for begins, ends in times:
        words = f"{begins}-{ends}".strip("-")
        if begins < EARLY:
            found.append(("vroege-dienst", words))
        if ends > LATE or begins >= LATE or (ends and ends < begins):
            found.append(("late-dienst", words))
        if begins >= NIGHT or (ends and ends < begins):
            found.append(("nachtdienst", words))
    for clause in clauses:
        low = clause.said
        if is_not_asked(clause) or "vrij" in clause.lows:
            continue
        for code, marks in _SHIFTS.items():
            said = next((mark for mark in marks if mark in f" {low} "), "")
            if said:
                found.append((code, said.strip()))
        found += _of_numbers(low)
    if any(code in ("late-dienst", "nachtdienst") for code, _ in found):
        # "in ploegen" says no more than the shifts that are named
        found = [each for each in found if each[0] != "wisselende-tijden"]
    if any(code == "weekend" for code, _ in found):
        found = [each for each in found if each[0] != "zaterdag"]
    return found


def _of_numbers(low: str) -> list[tuple[str, str]]:
    """How many kilos are lifted, and the level of Dutch. What is heavier than the catalogue knows is a question."""
    found = []
    kilos = max(_KILOS.finditer(low), key=lambda hit: int(hit[1]), default=None)
    if kilos and LIFTS.search(low) and int(kilos[1]) <= HEAVY:
        found.append(("tillen-10" if int(kilos[1]) <= LIGHT else "tillen-23", kilos.group()))
    if level := _LEVEL.search(low):
        ways = [way for way, verbs in _LANGUAGE.items() if re.search(verbs, low)] or ["praten"]
        found += [(f"nederlands-{way}-{level[1]}{level[2]}", level.group()) for way in ways]
    return found


LIGHT, HEAVY = 10, 23
_KILOS = re.compile(r"(?<!\d)(\d{1,3}) (?:kilo|kg)")
_LEVEL = re.compile(r"nederlands.*\b([ab]) ?([12])\b")
_LANGUAGE = {
    "verstaan": r"begrijp|verstaa|versta\b|uitleg",
    "praten": r"spre|praa|praat",
    "lezen": r"lees|lezen",
}


_SHIFTS = {
    "vroege-dienst": (
        " vroege dienst",
        " vroeg op",
        " vroege ochtend",
        " vroeg beginnen",
        " vroeg ,",
        " vroege en late",
        " ochtenddienst",
    ),
    "late-dienst": (
        " late dienst",
        "avond ",
        "avonden ",
        " s avonds",
        "avonddienst",
        " laat en ",
        " avonden en",
    ),
    "nachtdienst": (" nachtdienst", " nacht ", " nachten "),
    "weekend": ("weekend", "zondag"),
    "zaterdag": ("zaterdag",),
    "wisselende-tijden": (" in ploegen ", " in 2 ploegen ", " in twee ploegen ", " in drie ploegen "),
}
