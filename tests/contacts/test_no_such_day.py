"""A date that does not exist is said to be none; no other day is made up for it."""

from __future__ import annotations

from datetime import date

import pytest

from werktop.contacts.pages.chips import Chips
from werktop.contacts.reading import Contact, Names, Reminder, read_note
from werktop.contacts.understood import Understood

TODAY = date(2026, 11, 23)
NAMES = Names(people=("Arjan van Waalsteen",))


@pytest.mark.parametrize(
    ("sentence", "no_days"),
    [
        ("bel Arjan 31 februari", ("31 februari",)),
        ("bel Arjan op 31 februari", ("31 februari",)),
        ("bel Arjan 31-02", ("31-02",)),
        ("bel Arjan 31/4/2027", ("31/4/2027",)),
        ("bel Arjan 29 februari 2027", ("29 februari 2027",)),
        ("bel Arjan dinsdag 31 november", ("dinsdag 31 november",)),
        ("bel Arjan 29 februari", ()),
        ("bel Arjan 31 januari", ()),
    ],
)
def test_a_reminder_for_no_such_day_has_no_day_and_does_not_repeat_it(sentence, no_days):
    read = read_note(sentence, today=TODAY, names=NAMES)
    (task,) = (chip for chip in read.chips if isinstance(chip, Reminder))
    said = tuple(each.replace(" / ", "/").replace(" - ", "-") for each in read.no_days)
    assert (said, task.date is None) == (no_days, bool(no_days))
    assert not any(sign.isdigit() for sign in task.what)


def test_contact_on_no_such_day_has_no_day_and_a_number_before_a_month_may_count_something():
    (spoken,) = read_note("31 september Arjan gebeld", today=TODAY, names=NAMES).chips
    assert isinstance(spoken, Contact) and spoken.date is None
    assert not read_note("week 40 maart vol", today=TODAY, names=NAMES).no_days


def test_the_chip_says_so_and_is_not_saved_without_a_day():
    facts = {"what": "Arjan bellen", "due_date": None, "people": [], "owner": ""}
    found = Understood(TODAY, chips=[("reminder", facts)], no_days=("31 februari",))
    (chip,) = Chips(found, "bel Arjan 31 februari").chips
    assert chip.head() == "Herinnering voor jou, deze dag bestaat niet"
    final = Chips(found, "bel Arjan 31 februari", is_final=True)
    assert not final.is_valid() and "due_date" in final.chips[0].errors
