"""What a part of the picture says, in words: of a row as it is, and of a line of its history alike. `to_person`: said to the
candidate, in the words for that; else about the candidate, to a colleague."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.candidates.domain_words import score_in_words
from werktop.candidates.models import DayPart, Doer, Outcome, Travel
from werktop.candidates.models.candidate import dutch_in_words
from werktop.catalogue.choices import Language, TermKind, WorkForm

from .to_person import DOERS_TO_PERSON, DOMAINS_TO_PERSON, LEVELS_TO_PERSON

Words = tuple[str, str]
"""What it is, and what belongs with it."""

HEADINGS: dict[str, Any] = {
    "term": gettext_lazy("Talenten en interesses"),
    "words": gettext_lazy("Eigen woorden"),
    "motivation": gettext_lazy("Motivatie"),
    "wish": gettext_lazy("Wensen voor werk"),
    "occupation": gettext_lazy("Gewenste beroepen"),
    "perspective": gettext_lazy("Perspectief"),
    "step": gettext_lazy("Stappen"),
    "goal": gettext_lazy("Leerdoelen"),
    "languages": gettext_lazy("Talen"),
    "certificate": gettext_lazy("Bewijzen"),
    "requirement": gettext_lazy("Kan of mag"),
    "instrument": gettext_lazy("Cursussen en hulp"),
    "firm": gettext_lazy("Eigen netwerk"),
    "need": gettext_lazy("Wat nodig is om te kunnen werken"),
    "adjustment": gettext_lazy("Zo gaat contact goed"),
    "income": gettext_lazy("Uitkering of ander inkomen"),
    "standing": gettext_lazy("Registers en indicaties"),
    "domain": gettext_lazy("Leefgebieden"),
}
"""Each part by its name, as the heading over it."""
NAMES: dict[str, Any] = {
    "term": gettext_lazy("talent of interesse"),
    "words": gettext_lazy("in eigen woorden"),
    "motivation": gettext_lazy("motivatie"),
    "wish": gettext_lazy("wens"),
    "occupation": gettext_lazy("gewenst beroep"),
    "perspective": gettext_lazy("perspectief"),
    "step": gettext_lazy("stap"),
    "goal": gettext_lazy("leerdoel"),
    "languages": gettext_lazy("talen"),
    "certificate": gettext_lazy("bewijs"),
    "requirement": gettext_lazy("kan of mag"),
    "instrument": gettext_lazy("cursus of hulp"),
    "firm": gettext_lazy("bedrijf uit het eigen netwerk"),
    "need": gettext_lazy("wat nodig is"),
    "adjustment": gettext_lazy("zo gaat contact goed"),
    "income": gettext_lazy("inkomen"),
    "standing": gettext_lazy("register of indicatie"),
    "domain": gettext_lazy("leefgebied"),
}
"""One of each part."""
DAYS = (
    gettext_lazy("ma"),
    gettext_lazy("di"),
    gettext_lazy("wo"),
    gettext_lazy("do"),
    gettext_lazy("vr"),
    gettext_lazy("za"),
    gettext_lazy("zo"),
)


def names_of_part(part: str) -> str:
    """What one of this part is called."""
    return str(NAMES[part])


def kind_of_part(part: str, row: Any) -> str:
    """What this row of a part is called: a talent and an interest apart."""
    if part == "term":
        return _("interesse") if row.term.kind == TermKind.INTEREST else _("talent")
    return names_of_part(part)


def words_of(part: str, row: Any, *, to_person: bool = False) -> Words:
    """What this row of a part says."""
    return SAID[part](row, to_person)


def hours_in_words(fewest: int | None, most: int | None) -> str:
    """ "16 tot 24 uur per week", or with one of the two; "" without any."""
    if fewest and most and fewest != most:
        return _("%(fewest)s tot %(most)s uur per week") % {"fewest": fewest, "most": most}
    if most:
        return _("%(hours)s uur per week") % {"hours": most}
    return _("vanaf %(hours)s uur per week") % {"hours": fewest} if fewest else ""


def travel_in_words(most_km: int | None, travels_by: list[str]) -> str:
    """ "tot 12 km, fiets", or one of the two."""
    far = _("tot %(km)s km") % {"km": most_km} if most_km else ""
    return ", ".join(filter(None, (far, *(str(Travel(means).label) for means in travels_by))))


def days_in_words(days: list[int]) -> str:
    """ "ma, di, wo"; Monday is 1."""
    return ", ".join(str(DAYS[day - 1]) for day in sorted(days))


def when_of_week(row: Any) -> str:
    """ "ma, di; ochtend", or one of the two."""
    parts = ", ".join(str(DayPart(part).label) for part in row.day_parts)
    return "; ".join(filter(None, (days_in_words(row.days), parts)))


def wish_in_words(row: Any) -> list[str]:
    """What a wish says, one thing each."""
    since = (
        _("vanaf %(day)s") % {"day": date_format(row.available_date, "j F Y")} if row.available_date else ""
    )
    return [
        said
        for said in (
            row.work,
            hours_in_words(row.hours_min, row.hours_max),
            when_of_week(row),
            travel_in_words(row.most_km, row.travels_by),
            ", ".join(str(WorkForm(form).label) for form in row.work_forms),
            since,
        )
        if said
    ]


def doer_in_words(row: Any, *, to_person: bool = False) -> str:
    """Who does what was agreed; "" where nobody does yet."""
    if row.doer != Doer.COLLEAGUE:
        labels = DOERS_TO_PERSON if to_person else dict(Doer.choices)
        return str(labels[row.doer]) if row.doer else str(row.who)
    if row.owner is None:
        return _("een collega die hier niet meer werkt")
    here = _("%(name)s (werkt hier niet meer)") if row.owner.left_at else "%(name)s"
    return here % {"name": row.owner.name}


def when_in_words(row: Any, *, to_person: bool = False) -> str:
    """Who does it and by when, or that it is done."""
    if row.done_date:
        return _("gedaan op %(day)s") % {"day": _day(row.done_date)}
    by = _("voor %(day)s") % {"day": _day(row.due_date)} if row.due_date else ""
    return ", ".join(filter(None, (doer_in_words(row, to_person=to_person), by)))


def _day(day: date) -> str:
    return date_format(day, "j F Y")


def _term(row: Any, to_person: bool) -> Words:
    if row.level is None:
        return capfirst(row.term.label), ""
    return capfirst(row.term.label), str(
        LEVELS_TO_PERSON[row.level] if to_person else row.get_level_display()
    )


def _wish(row: Any, to_person: bool) -> Words:
    said = wish_in_words(row)
    return (capfirst(said[0]), "; ".join(said[1:])) if said else (_("Geen wensen"), "")


def _step(row: Any, to_person: bool) -> Words:
    said = _("u schreef: %(words)s") if to_person else _("opmerking: %(words)s")
    remark = said % {"words": row.remark} if row.remark else ""
    return row.words, "; ".join(filter(None, (when_in_words(row, to_person=to_person), remark)))


def _goal(row: Any, to_person: bool) -> Words:
    return row.words, _("gehaald op %(day)s") % {"day": _day(row.done_date)} if row.done_date else ""


def _need(row: Any, to_person: bool) -> Words:
    done = ": ".join(filter(None, (row.action, when_in_words(row, to_person=to_person))))
    return row.words, "; ".join(filter(None, (row.get_kind_display(), done)))


def _income(row: Any, to_person: bool) -> Words:
    since = _("sinds %(from)s") % {"from": _day(row.since_date)} if row.since_date else ""
    until = _("gestopt op %(day)s") % {"day": _day(row.until_date)} if row.until_date else ""
    return capfirst(row.get_law_display()), ", ".join(filter(None, (since, until)))


def _standing(row: Any, to_person: bool) -> Words:
    on = _("op %(day)s") % {"day": _day(row.on_date)} if row.on_date else ""
    return str(row.get_kind_display()), ", ".join(filter(None, (row.get_answer_display(), on)))


def _domain(row: Any, to_person: bool) -> Words:
    said = {"score": row.score, "words": score_in_words(row.domain, row.score)}
    called = (to_person and DOMAINS_TO_PERSON.get(row.domain)) or row.get_domain_display()
    return capfirst(str(called)), _("%(score)s van 5: %(words)s") % said


def _adjustment(row: Any, to_person: bool) -> Words:
    way = "" if row.way == "other" else capfirst(row.get_way_display())
    return way or capfirst(row.words), row.words if way else ""


def _certificate(row: Any, to_person: bool) -> Words:
    on = _day(row.got_date) if row.got_date else ""
    valid = ""
    if row.valid_until:
        words = _("verlopen op %(day)s") if row.is_lapsed else _("geldig tot en met %(day)s")
        valid = words % {"day": _day(row.valid_until)}
    # what work asks says by its name what it is
    what = "" if row.requirement_id else row.get_kind_display()
    return row.name, ", ".join(filter(None, (what, on, valid)))


def _instrument(row: Any, to_person: bool) -> Words:
    spans = {"from": _day(row.from_date), "until": _day(row.until_date) if row.until_date else ""}
    when = _("%(from)s tot %(until)s") % spans if row.until_date else _("sinds %(from)s") % spans
    return row.name, "; ".join(filter(None, (when, outcome_in_words(row, to_person=to_person))))


def outcome_in_words(row: Any, *, to_person: bool = False) -> str:
    """What a course or other help did, for each of the two, and when that was looked at together; "" where it was not."""
    seen, own, ours = (
        (_("wij bekeken dit samen op %(day)s"), _("u zei: %(words)s"), _("onze collega zei: %(words)s"))
        if to_person
        else (_("samen bekeken op %(day)s"), _("kandidaat: %(words)s"), _("collega: %(words)s"))
    )
    also = row.colleague_outcome
    said = (
        own % {"words": Outcome(row.outcome).label} if row.outcome else "",
        ours % {"words": Outcome(also).label} if also else "",
        seen % {"day": _day(row.seen_date)} if row.seen_date else "",
    )
    return ", ".join(filter(None, said))


def _languages(row: Any, to_person: bool) -> Words:
    spoken = ", ".join(str(Language(code).label) for code in row.languages)
    levels = (
        (row.dutch_spoken, _("Nederlands spreken: %(level)s")),
        (row.dutch_written, _("Nederlands schrijven: %(level)s")),
    )
    return spoken, ", ".join(words % {"level": dutch_in_words(level)} for level, words in levels if level)


SAID: dict[str, Callable[[Any, bool], Words]] = {
    "term": _term,
    "words": lambda row, to_person: (row.own_words, ""),
    "motivation": lambda row, to_person: (row.words, ""),
    "wish": _wish,
    "occupation": lambda row, to_person: (capfirst(row.occupation.label), ""),
    "perspective": lambda row, to_person: (row.words, ""),
    "step": _step,
    "goal": _goal,
    "languages": _languages,
    "certificate": _certificate,
    "requirement": lambda row, to_person: (capfirst(row.requirement.label), row.get_answer_display()),
    "instrument": _instrument,
    "firm": lambda row, to_person: (row.firm_name, row.words),
    "need": _need,
    "adjustment": _adjustment,
    "income": _income,
    "standing": _standing,
    "domain": _domain,
}
