"""Names of days, months and times of the year, and the dates that they stand for."""

from calendar import monthrange
from datetime import MAXYEAR, MINYEAR, date, timedelta

from dateutil.easter import easter

DAYS = {
    "maandag": 0, "dinsdag": 1, "woensdag": 2, "donderdag": 3, "vrijdag": 4, "zaterdag": 5, "zondag": 6,
    "ma": 0, "di": 1, "wo": 2, "do": 3, "vr": 4, "za": 5, "zo": 6, "woe": 2, "woens": 2, "dins": 1, "dond": 3, "don": 3,
    "vrijd": 4, "wonesdag": 2,
}  # fmt: skip
MONTHS = {
    "januari": 1, "februari": 2, "maart": 3, "april": 4, "mei": 5, "juni": 6, "juli": 7, "augustus": 8,
    "september": 9, "oktober": 10, "november": 11, "december": 12, "jan": 1, "feb": 2, "febr": 2, "mrt": 3, "apr": 4,
    "jun": 6, "jul": 7, "aug": 8, "sep": 9, "sept": 9, "okt": 10, "nov": 11, "dec": 12, "october": 10, "mart": 3,
}  # fmt: skip
PARTS_OF_DAY = ("ochtend", "morgen", "middag", "avond", "nacht", "s")
SEASONS = {"voorjaar": 3, "lente": 3, "zomer": 6, "najaar": 9, "herfst": 9, "winter": 12}  # first month
# Feasts and holidays: (month, day) of the last day before, the first day, and the first day after.
FEASTS = {
    "sinterklaas": ((12, 4), (12, 5), (12, 6)),
    "kerst": ((12, 24), (12, 25), (12, 27)),
    "kerstmis": ((12, 24), (12, 25), (12, 27)),
    "feestdagen": ((12, 24), (12, 25), (1, 2)),
    "jaarwisseling": ((12, 31), (1, 1), (1, 2)),
    "nieuwjaar": ((12, 31), (1, 1), (1, 2)),
    "zomer": ((5, 31), (6, 1), (9, 1)),
    "zomervakantie": ((6, 30), (7, 1), (9, 1)),
    "bouwvak": ((7, 15), (7, 16), (9, 1)),
    "winter": ((11, 30), (12, 1), (3, 1)),
    "voorjaar": ((2, 28), (3, 1), (6, 1)),
    "najaar": ((8, 31), (9, 1), (12, 1)),
    "koningsdag": ((4, 26), (4, 27), (4, 28)),
}
# Feasts that move: days from Easter of the last day before, the first day, and the first day after.
AROUND_EASTER = {
    "carnaval": (-50, -49, -46),
    "pasen": (-1, 0, 2),
    "paasdagen": (-1, 0, 2),
    "hemelvaart": (38, 39, 40),
    "pinksteren": (48, 49, 51),
}
PART_OF_MONTH = {
    "begin": 1,
    "half": 15,
    "medio": 15,
    "midden": 15,
    "halverwege": 15,
    "eind": 0,
    "einde": 0,
    "eindje": 0,
}


def moved(day: date, days: int) -> date:
    """So many days later or earlier; at the ends of the calendar, its last or first day."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return date.max if days > 0 else date.min


def months_later(day: date, months: int) -> date:
    """The same day so many months on, or the last of a shorter month."""
    count = day.year * 12 + day.month - 1 + months
    year, month = divmod(count, 12)
    if not MINYEAR <= year <= MAXYEAR:
        return date.max if months > 0 else date.min
    return date(year, month + 1, min(day.day, monthrange(year, month + 1)[1]))


def next_weekday(today: date, weekday: int) -> date:
    """The next such day after today."""
    return moved(today, (weekday - today.weekday() - 1) % 7 + 1)


def last_weekday(today: date, weekday: int) -> date:
    """The last such day before today."""
    return moved(today, -((today.weekday() - weekday - 1) % 7 + 1))


def monday_of(day: date) -> date:
    return moved(day, -day.weekday())


def is_a_date(year: int, month: int, day: int) -> bool:
    return MINYEAR <= year <= MAXYEAR and 1 <= month <= 12 and 1 <= day <= monthrange(year, month)[1]


def next_date(today: date, month: int, day: int) -> date:
    """The next such day, today included; day 0 is the month's last; 29 February waits for a leap year."""
    for year in range(today.year, min(today.year + 9, MAXYEAR + 1)):
        there = day or monthrange(year, month)[1]
        if is_a_date(year, month, there) and date(year, month, there) >= today:
            return date(year, month, there)
    return date.max


def last_date(today: date, month: int, day: int) -> date:
    """The last such day, today included."""
    for year in range(today.year, max(today.year - 9, MINYEAR - 1), -1):
        there = day or monthrange(year, month)[1]
        if is_a_date(year, month, there) and date(year, month, there) <= today:
            return date(year, month, there)
    return date.min


def near_easter(today: date, days: int) -> date:
    """The next day that lies so many days from an Easter, today included; from 1900 to 2999."""
    for year in range(max(today.year, 1900), min(today.year + 2, 2999) + 1):
        if (there := moved(easter(year), days)) >= today:
            return there
    return today


def day_of_a_month(today: date, number: int, weekday: int) -> date | None:
    """The first day after today that is this weekday and has this number in its month, within a year."""
    for ahead in range(1, 366):
        there = moved(today, ahead)
        if (there.day, there.weekday()) == (number, weekday):
            return there
    return None


def next_working_day(today: date) -> date:
    """The first day after today from Monday to Friday."""
    return moved(today, {4: 3, 5: 2}.get(today.weekday(), 1))


def week_monday(today: date, week: int) -> date | None:
    """The Monday of an ISO week that is not over yet, this year or the next that has such a week."""
    for year in range(today.year, min(today.year + 8, MAXYEAR)):
        try:
            monday = date.fromisocalendar(year, week, 1)
        except ValueError:
            continue
        if moved(monday, 6) >= today:
            return monday
    return None
