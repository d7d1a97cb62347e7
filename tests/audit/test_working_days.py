"""Working days: Monday to Friday, without the public holidays of the Netherlands."""

from datetime import date

import pytest

from werktop.audit.working_days import holidays, is_working_day, last_working_day, working_day_after


@pytest.mark.parametrize(
    "day",
    [
        "2026-01-01", "2026-04-03", "2026-04-06", "2026-04-27", "2026-05-05", "2026-05-14", "2026-05-25", "2026-12-25",
        "2025-04-26", "2027-03-26", "2027-03-29", "2027-05-06", "2027-05-17",
    ],
)  # fmt: skip
def test_on_a_public_holiday_no_office_works(day):
    assert date.fromisoformat(day) in holidays(int(day[:4]))
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize(
    "day", ["2026-11-21", "2026-11-22", "2025-04-27"]
)  # a weekend; the Sunday on which the King's birthday is not kept
def test_in_a_weekend_no_office_works(day):
    assert not is_working_day(date.fromisoformat(day))


@pytest.mark.parametrize("day", ["2026-11-20", "2026-12-24", "2026-12-31", "2026-04-07", "2026-04-02"])
def test_on_other_days_offices_work(day):
    assert is_working_day(date.fromisoformat(day))


def test_days_are_counted_over_weekends_and_holidays():
    thursday = date(2026, 12, 24)
    assert working_day_after(thursday) == date(2026, 12, 28)
    assert working_day_after(thursday, 5) == date(2027, 1, 4)
    assert last_working_day(date(2026, 12, 27)) == thursday
    assert last_working_day(thursday) == thursday
