"""Hours a week, days and hours of the day, and when work begins, as a vacancy text says them."""

from __future__ import annotations

import re
from datetime import date

from .clauses import Clause

DAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
NAMES = dict(zip("maandag dinsdag woensdag donderdag vrijdag zaterdag zondag".split(), DAYS, strict=True))
CUT_SHORT = dict(zip("ma di wo do vr za zo".split(), DAYS, strict=True))
MONTHS = {
    name: number
    for number, names in enumerate(
        "januari jan|februari feb|maart mrt|april apr|mei|juni jun|juli jul|augustus aug|september sep sept|oktober okt"
        "|november nov|december dec".split("|"),
        1,
    )
    for name in names.split()
}
MOST_HOURS = 60
FULL_TIME = (36, 40)
HOURS_OF_A_FULL_WEEK = 40
_TO = r"\s*(?:-|–|tot(?: en met)?|t/m|à|a|of|/)\s*"
_HOURS = re.compile(
    rf"(?<![\d.:,€])(\d{{1,2}})(?:,(\d+))?(?:{_TO}(\d{{1,2}})(?:,(\d+))?)?\s*(?:uur|uren|u)\b(?!\s*(?:per|p/)\s*dag)"
)
_LABELLED = re.compile(rf"\b(?:uur|uren|aantal uren)\s*:?\s*(\d{{1,2}}){_TO}(\d{{1,2}})\b")
_A_DAY = re.compile(r"(\d|een|twee|drie|vier|vijf) dagen van (\d{1,2})(?:,(\d))? uur")
_SHARE = re.compile(r"\b(0[,.]\d+|1(?:[,.]0)?) ?fte\b")
_FULL_TIME = re.compile(r"\b(?:fulltime|full-time|voltijd|volledige werkweek)\b")
_NOT_OF_A_WEEK = re.compile(
    r"(?:\bom|\brond|\bvanaf|\bhalf|\bkwart (?:voor|over)|\btegen|\bna|o\.b\.v\.|op basis van|\bbij|[\d.:]\d)\s*$"
)
_TIME = re.compile(
    r"(?<![\d€,.])(\d{1,2})[.:](\d{2})(?!\d|[.,]\d)"
    r"|\b(?:om|rond|vanaf|tegen)\s+(\d{1,2})\s*(?:uur|u)\b"
    r"|\bhalf (een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b"
    r"|\btot (een|twee|drie|vier|vijf|zes|zeven|acht|negen|tien|elf|twaalf)\b"
)
_HOUR_WORDS = {
    word: n
    for n, word in enumerate("een twee drie vier vijf zes zeven acht negen tien elf twaalf".split(), 1)
}
_DAY = "|".join([*NAMES, *(name + "en" for name in NAMES)])
_SPAN = re.compile(rf"\b({_DAY})(?:\s*(?:-|–|t/m|tot en met|tot)\s*)({_DAY})\b")
_ONE = re.compile(rf"\b({_DAY})(?:s|ochtend|morgen|middag|avond)?\b")
_SHORT_DAY = "|".join(CUT_SHORT)
_SHORT_SPAN = re.compile(rf"\b({_SHORT_DAY})\s*(?:-|–|t/m|tot en met)\s*({_SHORT_DAY})\b")
_SHORT_LIST = re.compile(rf"\b(?:{_SHORT_DAY})(?:(?:,\s*|\s+en\s+|,?\s*/\s*)(?:{_SHORT_DAY})\b)+")
_AT_ONCE = re.compile(
    r"\b(?:per direct|direct (?:beginnen|starten|aan de slag)|zo (?:snel|spoedig) mogelijk|zsm|z\.s\.m|per omgaande)\b"
)
_MONTH = "|".join(MONTHS)
_DATED = re.compile(
    rf"\b(?:per|vanaf|start\w*|begin\w*|ingang(?: van)?|seizoen)\b[^.\n\d]{{0,20}}?"
    rf"(?:(\d{{1,2}})\s+)?({_MONTH})\b\.?(?:\s+(\d{{4}}))?"
)


def hours_in(clauses: list[Clause]) -> tuple[tuple[int, int], str] | None:
    """(least, most) hours a week in whole hours, with the words that say so; of "22,5 uur" what is behind the comma is left out."""
    for pattern in (_week, _days, _share, _full):
        for clause in clauses:
            if found := pattern(clause.text.casefold()):
                return found
    return None


def _week(low: str) -> tuple[tuple[int, int], str] | None:
    for hit in (*_LABELLED.finditer(low), *_HOURS.finditer(low)):
        if _NOT_OF_A_WEEK.search(low[: hit.start()]) or "per dag" in low[hit.end() : hit.end() + 8]:
            continue
        if re.search(r"dagen van\s*$", low[: hit.start()]):
            continue
        numbers = [int(n) for n in (hit[1], hit[3] if hit.re is _HOURS else hit[2]) if n]
        least, most = min(numbers), max(numbers)
        if least >= 1 and most <= MOST_HOURS:
            return (least, most), hit.group().strip()
    return None


def _days(low: str) -> tuple[tuple[int, int], str] | None:
    if not (hit := _A_DAY.search(low)):
        return None
    days = int(hit[1]) if hit[1].isdigit() else _HOUR_WORDS[hit[1]]
    hours = days * int(hit[2])
    return ((hours, hours), hit.group()) if hours <= MOST_HOURS else None


def _share(low: str) -> tuple[tuple[int, int], str] | None:
    if not (hit := _SHARE.search(low)):
        return None
    hours = round(float(hit[1].replace(",", ".")) * HOURS_OF_A_FULL_WEEK)
    return (hours, hours), hit.group()


def _full(low: str) -> tuple[tuple[int, int], str] | None:
    hit = _FULL_TIME.search(low)
    return (FULL_TIME, hit.group()) if hit and "bij een" not in low else None


def times_in(clauses: list[Clause]) -> list[tuple[str, str]]:
    """("07:00", "15:30") for each pair of hours that one sentence names; ("05:00", "") for one alone."""
    found: list[tuple[str, str]] = []
    for clause in clauses:
        low = clause.text.casefold()
        hours = [
            _hour(hit, is_second=bool(n % 2))
            for n, hit in enumerate(_TIME.finditer(low))
            if _is_hour(hit, low)
        ]
        pairs = [(hours[n], hours[n + 1] if n + 1 < len(hours) else "") for n in range(0, len(hours), 2)]
        found += [pair for pair in pairs if pair not in found]
    return found


def _is_hour(hit: re.Match[str], low: str) -> bool:
    if hit[1] and (int(hit[1]) > 24 or int(hit[2]) > 59):
        return False
    return not (hit[5] and "half" not in low and ":" not in low and "uur" not in low)


def _hour(hit: re.Match[str], *, is_second: bool) -> str:
    if hit[1]:
        return f"{int(hit[1]) % 24:02}:{hit[2]}"
    if hit[3]:
        return f"{int(hit[3]) % 24:02}:00"
    word = _HOUR_WORDS[hit[4] or hit[5]]
    minutes = (word - (1 if hit[4] else 0)) * 60 + (30 if hit[4] else 0)
    if is_second and minutes < 8 * 60:
        minutes += 12 * 60
    return f"{minutes // 60 % 24:02}:{minutes % 60:02}"


def days_in(clauses: list[Clause]) -> tuple[tuple[str, ...], str]:
    """The days of the week that a text names, in their order, and the words that name them."""
    days: set[str] = set()
    words: list[str] = []
    for clause in clauses:
        low = clause.text.casefold()
        for hit in (*_SPAN.finditer(low), *_SHORT_SPAN.finditer(low)):
            first, last = (DAYS.index(_day(name)) for name in (hit[1], hit[2]))
            days |= set(DAYS[first : last + 1] if first <= last else (*DAYS[first:], *DAYS[: last + 1]))
            words.append(hit.group())
        for hit in (*_ONE.finditer(low), *_SHORT_LIST.finditer(low)):
            named = [_day(name) for name in re.findall(rf"\b(?:{_DAY}|{_SHORT_DAY})", hit.group())]
            if not set(named) <= days:
                days |= set(named)
                words.append(hit.group())
    return tuple(day for day in DAYS if day in days), ", ".join(dict.fromkeys(words))


def _day(name: str) -> str:
    return NAMES.get(name.removesuffix("en"), "") or CUT_SHORT[name]


def start_in(clauses: list[Clause], today: date) -> tuple[date, str] | None:
    """When work begins, with the words that say so: `today` for "per direct", the first of a month that is named alone."""
    for clause in clauses:
        low = clause.text.casefold()
        if hit := _AT_ONCE.search(low):
            return today, hit.group()
        if (hit := _DATED.search(low)) and (day := _date(hit, today)):
            return day, hit.group()
    return None


def _date(hit: re.Match[str], today: date) -> date | None:
    day, month = int(hit[1] or 1), MONTHS[hit[2]]
    year = int(hit[3]) if hit[3] else today.year
    try:
        found = date(year, month, day)
        return found if hit[3] or found >= today else date(year + 1, month, day)
    except ValueError:
        return None
