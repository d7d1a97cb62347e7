"""What a placement in some form of work asks for, and what cannot be: pay, an end, hours, and what is asked before the first day.

A trial placement and a work-experience place are without wages (Participatiewet, art. 8a, and `support/reference/instruments.csv`);
sheltered work and a job are a contract with wages. How long a trial placement lasts comes from the dated rules of `support`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta

from werktop.audit.refusals import Refusal
from werktop.catalogue.choices import WorkForm
from werktop.contacts.reading.calendar_words import months_later

from .models import PAID, UNPAID, Footing
from .refusals import (
    EndIsMissing,
    FootingCannotBe,
    HoursAreMissing,
    LeaveIsMissing,
    MayTakePaidWork,
    TrialIsTooLong,
)

FOR_A_TIME = (WorkForm.TRIAL, WorkForm.WORK_EXPERIENCE, WorkForm.INTERNSHIP)
"""With an end that is known, and hours, from the first day on."""


@dataclass(frozen=True)
class Terms:
    """What was said of a placement, as far as its form of work asks for it."""

    work_form: str
    footing: str = ""
    week_minutes: int | None = None
    started_date: date | None = None
    expected_end_date: date | None = None
    leave_given: bool = False
    takes_no_paid_work: bool = False


def footings_of(work_form: str) -> tuple[str, ...]:
    """How somebody can be paid in this form of work. A trial placement is for who keeps a benefit alone."""
    if work_form == WorkForm.TRIAL:
        return (Footing.KEEPS_BENEFIT,)
    if work_form in UNPAID:
        return (Footing.KEEPS_BENEFIT, Footing.NOT_APPLICABLE)
    return (Footing.REGULAR,) if work_form in PAID else tuple(Footing.values)


def footing_that_follows(work_form: str, said: str) -> str:
    """What was said, or what the form leaves no choice in."""
    able = footings_of(work_form)
    return able[0] if not said and len(able) == 1 else said


def asks_leave(work_form: str, footing: str) -> bool:
    """Whether who pays the benefit has to agree before the first day."""
    return work_form == WorkForm.TRIAL or work_form in UNPAID and footing == Footing.KEEPS_BENEFIT


def last_day_of_trial(started: date, months: int) -> date:
    """The last day on which a trial placement of so many months can run."""
    return months_later(started, months) - timedelta(days=1)


def refused(terms: Terms, months: Callable[[], int | None]) -> Iterator[Refusal]:
    """Everything that cannot be or is still to be said, in the order of the form. `months`: the most that a trial placement
    lasts, asked where it is one alone; None: no rule says."""
    form = terms.work_form
    if terms.footing and terms.footing not in footings_of(form):
        yield FootingCannotBe(form, footings_of(form))
    if form in FOR_A_TIME:
        if terms.week_minutes is None:
            yield HoursAreMissing(form)
        if terms.expected_end_date is None:
            yield EndIsMissing(form)
    if form == WorkForm.TRIAL and terms.started_date and terms.expected_end_date and (most := months()):
        last = last_day_of_trial(terms.started_date, most)
        if terms.expected_end_date > last:
            yield TrialIsTooLong(most, last)
    if form in UNPAID and not terms.takes_no_paid_work:
        yield MayTakePaidWork()
    if asks_leave(form, terms.footing) and not terms.leave_given:
        yield LeaveIsMissing()
