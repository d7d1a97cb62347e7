"""When we call after a first day, as the agreements with employers say it in words: "Wij bellen na twee weken, zes weken en drie
maanden".

These words are what an employer reads (`support.Practice.own_rule`); nothing is written down a second time for Today.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.utils.translation import ngettext

from werktop.catalogue.choices import WorkForm
from werktop.contacts.reading.calendar_words import months_later
from werktop.contacts.reading.numbers import WORDS

AFTERCARE = "step-aftercare"
ABOUT = {WorkForm.TRIAL: "trial-placement", WorkForm.WORK_EXPERIENCE: "work-experience",
         WorkForm.LEARN_WORK: "learn-work", WorkForm.SHELTERED: "sheltered-work", WorkForm.SECONDMENT: "secondment"}  # fmt: skip
"""The subject of the agreements that is about a form of work, beside aftercare in general."""
CALLS = re.compile(
    r"\b(we|wij|contactpersoon|begeleider|relatiemanager)\b[^.!?;]*\bbel(t|len)\b|\bbel(t|len) (we|wij)\b",
    re.IGNORECASE,
)
SPANS = re.compile(r"\b(dag|dagen|week|weken|maand|maanden)\b", re.IGNORECASE)
AFTER = re.compile(r"\bna\b(?P<spans>[^.!?;:]*)", re.IGNORECASE)
NUMBER = re.compile(r"\b(\d{1,3}|[a-zé]+)\b", re.IGNORECASE)
LONGEST = {"dag": 366, "week": 104, "maand": 24}
"""More than so many is no call after a start."""


@dataclass(frozen=True, order=True)
class Span:
    """So many days, weeks or months (`unit`: dag, week, maand) after the first day."""

    unit: str
    count: int

    def after(self, day: date) -> date:
        """The day on which it is so long after `day`."""
        if self.unit == "maand":
            return months_later(day, self.count)
        return day + timedelta(days=self.count * (7 if self.unit == "week" else 1))

    def __str__(self) -> str:
        words = {
            "dag": ngettext("%(count)d dag", "%(count)d dagen", self.count),
            "week": ngettext("%(count)d week", "%(count)d weken", self.count),
            "maand": ngettext("%(count)d maand", "%(count)d maanden", self.count),
        }
        return words[self.unit] % {"count": self.count}


def spans_in(words: str) -> Iterator[Span]:
    """After how long these words promise a call. Of a sentence without a call by us nothing; a number without its own word takes
    that of the next: "na twee, zes en tien weken"."""
    for sentence in re.split(r"[.!?;]", words):
        if not CALLS.search(sentence):
            continue
        for found in AFTER.finditer(sentence):
            waiting: list[int] = []
            for word in NUMBER.findall(found["spans"].casefold()):
                if word.isdigit() or word in WORDS or word == "één":
                    waiting.append(int(word) if word.isdigit() else WORDS.get(word, 1))
                elif SPANS.fullmatch(word):
                    unit = {"d": "dag", "w": "week", "m": "maand"}[word[0]]
                    yield from (Span(unit, each) for each in waiting if 0 < each <= LONGEST[unit])
                    waiting = []


def calls_after(
    practices: Mapping[str, Mapping[str, Any]], work_form: str, started: date
) -> list[tuple[date, Span]]:
    """On which days we call about work in this form that began on `started`, the first first: what is agreed about aftercare, and
    about the form. `practices`: how it goes at the organisation (`support.queries.practice_at`)."""
    found: dict[date, Span] = {}
    for about in (AFTERCARE, ABOUT.get(WorkForm(work_form))):
        if about is not None and about in practices:
            for span in spans_in(practices[about]["own_rule"]):
                found.setdefault(span.after(started), span)
    return sorted(found.items())
