"""What is said to the candidate in other words than about the candidate, to a colleague."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.candidates.models import Doer, Domain, Level, Source

WRITTEN = frozenset(
    "motivation wish occupation firm perspective step goal instrument requirement need income standing adjustment domain".split()
)
"""What a colleague does not see but writes down: a talent is seen, and a paper."""
SOURCES_TO_PERSON: dict[str, Any] = {
    Source.OWN_WORDS: gettext_lazy("u vertelde dit zelf"),
    Source.TOGETHER: gettext_lazy("wij bekeken dit samen"),
    Source.COLLEAGUE: gettext_lazy("onze collega zag dit"),
    Source.FILE: gettext_lazy("uit een lijst die wij inlazen"),
}
LEVELS_TO_PERSON: dict[int, Any] = {
    Level.WITH_HELP: gettext_lazy("u kunt het met hulp"),
    Level.BEGINS: gettext_lazy("u begint ermee"),
    Level.CAN: gettext_lazy("u kunt het zelf"),
    Level.TEACHES: gettext_lazy("u kunt het anderen leren"),
}
DOERS_TO_PERSON: dict[str, Any] = {
    Doer.CANDIDATE: gettext_lazy("dit doet u zelf"),
    Doer.ASSIGNED: gettext_lazy("dit doet uw vaste collega bij ons"),
}
DOMAINS_TO_PERSON: dict[str, Any] = {
    Domain.DAYS: gettext_lazy("wat u overdag doet"),
    Domain.MIND: gettext_lazy("hoe u zich voelt"),
    Domain.CARE: gettext_lazy("voor uzelf zorgen"),
}


def source_in_words(part: str, source: str, also: Iterable[str] = (), *, to_person: bool = False) -> str:
    """Where it was seen or said; "" where nobody noted that."""
    return ", ".join(_source(part, each, to_person) for each in ([source, *also] if source else ()))


def _source(part: str, source: str, to_person: bool) -> str:
    if source == Source.TOGETHER and part in ("need", "motivation", "domain"):
        return _("wij bespraken dit samen") if to_person else _("samen besproken")
    if to_person and source == Source.COLLEAGUE and part in WRITTEN:
        return _("onze collega schreef dit op")
    return str((to_person and SOURCES_TO_PERSON.get(source)) or Source(source).label)


def told_of_course(row: Any, *, to_person: bool = True) -> list[str]:
    """What both expected of a course or other help, and saw change, in their own words; said to the candidate, or to a
    colleague."""
    expected, own, ours = (
        (
            _("Dit verwachtten we: %(words)s"),
            _("Dit veranderde er voor u: %(words)s"),
            _("Dit zag onze collega veranderen: %(words)s"),
        )
        if to_person
        else (_("verwacht: %(words)s"), _("kandidaat zei: “%(words)s”"), _("collega zag: “%(words)s”"))
    )
    said = ((row.expectation, expected), (row.candidate_words, own), (row.colleague_words, ours))
    return [how % {"words": words} for words, how in said if words]
