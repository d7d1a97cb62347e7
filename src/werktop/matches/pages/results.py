"""The results of one gathering: totals with their definitions, as a page and as a download."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.gatherings.over import has_ended
from werktop.gatherings.phases import phases_of
from werktop.gatherings.queries import gatherings
from werktop.ui.downloads import csv_response

from ..models import Outcome
from ..queries.results import Results, results_of


def page(request: HttpRequest, gathering_id: UUID) -> HttpResponse:
    """From invited to work, pictures first, each with its table; beside every number how it is counted."""
    results = results_of(request.actor, gathering_id)
    gathering = gatherings.gathering_for(request.actor, gathering_id)
    rows = {code: (words, value, note) for code, words, value, note in _rows(results)}
    return render(
        request,
        "matches/results.html",
        {
            "gathering": gathering,
            "is_to_come": gathering.status == "preparing" and not has_ended(gathering, request.at),
            "is_running": gathering.status == "running",
            "results": results,
            "phases": phases_of(request.actor, gathering, "results", request.at),
            "lead": _lead(results),
            "numbers": [
                ("–" if rows[code][1] is None else rows[code][1], words, rows[code][2])
                for code, words in _counted_words(results).items()
            ],
            "funnel": _bars(rows, dict.fromkeys(FUNNEL, "yes")),
            "outcomes": _bars(rows, TONES),
            "impressions": _impressions(results),
            "groups": [(title, [rows[code] for code in codes]) for title, codes in _groups(results)],
        },
    )


def download(request: HttpRequest, gathering_id: UUID) -> StreamingHttpResponse:
    """The same figures as a spreadsheet."""
    rows = _rows(results_of(request.actor, gathering_id))
    return csv_response(
        filename="resultaat.csv",
        header=[_("Wat"), _("Aantal"), _("Zo geteld")],
        rows=[(words, "" if value is None else value, note) for _code, words, value, note in rows],
    )


def _bars(
    rows: dict[str, tuple[str, Any, str]], tones: Mapping[str, str]
) -> list[tuple[str, int, None, str]]:
    """The rows of a picture, each with its tone; what is not shown is not drawn."""
    return [
        (rows[code][0], rows[code][1], None, tone)
        for code, tone in tones.items()
        if rows[code][1] is not None
    ]


FUNNEL = ("invited", "yes", "came", "with_talk", "talked_on")
"""From invited candidates to who talked on: candidates all, so that they can stand in one picture."""

TONES = {str(code): "no" if code in (Outcome.NO_FIT, Outcome.NOT_HELD) else "good" for code in Outcome}
"""What came to nothing is neither good nor bad: it may be why somebody finds another place. Every bar has its words."""


def _groups(results: Results) -> list[tuple[str, tuple[str, ...]]]:
    """All figures by what they are about, in the order of the page."""
    asked = tuple(f"{total.kind}-{total.moment}" for total in results.day.impressions)
    return [
        (_("De dag"), ("invited", "yes", "came", "firms", "tables", "meetings")),
        (_("Aan tafel"), ("clicks", "seen", "agreements", "talents")),
        (_("Daarna"), ("with_talk", "planned", "talked_on", "held", *Outcome.values, "steps", "steps_done")),
        (_("De vraag vooraf en na afloop"), asked),
    ]


def _impressions(results: Results) -> list[tuple[str, float, float, str]]:
    """Who answered the question before and after, as one picture; nobody whose answers are too few to show."""
    means = {(each.kind, each.moment): each.mean for each in results.day.impressions}
    found = []
    for kind, words in (
        ("candidate", _("kandidaten: hoe zeker voelt u zich")),
        ("entrepreneur", _("ondernemers: hoe kijkt u naar mensen die nu geen werk hebben")),
    ):
        before, after = means.get((kind, "before")), means.get((kind, "after"))
        if before is not None and after is not None:
            found.append((words, round(after, 1), round(before, 1), "yes"))
    return found


def _lead(results: Results) -> str:
    """Who met whom and what followed, in two sentences; nothing where one of these counts is not shown."""
    if results.hidden & {"came", "firms", "planned"}:
        return ""
    came, firms, talks = results.day.candidates.came, results.day.entrepreneurs.came, results.talks_planned
    met = _("%(candidates)s %(spoke)s met %(entrepreneurs)s.") % {
        "candidates": ngettext("%(count)s kandidaat", "%(count)s kandidaten", came) % {"count": came},
        "spoke": ngettext("sprak", "spraken", came),
        "entrepreneurs": ngettext("%(count)s ondernemer", "%(count)s ondernemers", firms) % {"count": firms},
    }
    followed = ngettext(
        "Er kwam %(count)s vervolgafspraak uit.", "Er kwamen %(count)s vervolgafspraken uit.", talks
    ) % {"count": talks}
    return f"{met} {followed}"


def _counted_words(results: Results) -> dict[str, str]:
    """The words that stand under the three great numbers."""
    day = results.day
    return {
        "came": ngettext("kandidaat kwam", "kandidaten kwamen", day.candidates.came),
        "meetings": ngettext("ontmoeting", "ontmoetingen", day.meetings),
        "planned": ngettext("vervolgafspraak gemaakt", "vervolgafspraken gemaakt", results.talks_planned),
    }


def _rows(results: Results) -> list[tuple[str, str, Any, str]]:
    """Every figure with the words beside it and its definition; None and why for one that is not shown."""
    small = _("minder dan tien, of daaruit af te leiden: niet getoond")
    return [
        (code, words, None, small) if code in results.hidden else (code, words, value, note)
        for code, words, value, note in _all_rows(results)
    ]


def _all_rows(results: Results) -> list[tuple[str, str, Any, str]]:
    day = results.day
    hidden = _("getoond vanaf 10 antwoorden")
    rows: list[tuple[str, str, Any, str]] = [
        (
            "invited",
            _("kandidaten uitgenodigd"),
            day.candidates.invited,
            _("kreeg een uitnodiging, hoe dan ook"),
        ),
        ("yes", _("kandidaten zeiden ja"), day.candidates.yes, _("laatste antwoord is ja")),
        ("came", _("kandidaten kwamen"), day.candidates.came, _("ingecheckt bij de deur")),
        ("firms", _("ondernemers kwamen"), day.entrepreneurs.came, _("ingecheckt bij de deur")),
        ("tables", _("tafels"), day.tables, _("tafels die gebruikt zijn")),
        (
            "meetings",
            _("ontmoetingen"),
            day.meetings,
            _("verschillende paren van een kandidaat en een ondernemer, beiden aanwezig, aan één tafel"),
        ),
        (
            "clicks",
            _("kliks van beide kanten"),
            day.talks.mutual,
            _("paren die allebei zeiden dat ze verder willen praten"),
        ),
        (
            "seen",
            _("kliks die een tafelhost zag"),
            day.talks.seen_by_host,
            _("paren van wie nog niet beiden zelf zeiden dat ze verder willen praten"),
        ),
        (
            "planned",
            _("vervolgafspraken gemaakt"),
            results.talks_planned,
            _("verstuurd aan beiden, ook als het later niet uitkwam"),
        ),
        (
            "held",
            _("vervolggesprekken geweest"),
            results.talks_held,
            _("de uitkomst is genoteerd en het gesprek ging door"),
        ),
        (
            "with_talk",
            _("kandidaten kregen een vervolgafspraak"),
            results.with_talk,
            _("een of meer, ook als het later niet uitkwam"),
        ),
        (
            "talked_on",
            _("kandidaten praatten verder"),
            results.talked_on,
            _("hadden een of meer vervolggesprekken"),
        ),
        ("agreements", _("afspraken aan tafel"), day.talks.agreements, _("hardop afgesproken en genoteerd")),
        ("talents", _("talenten gezien"), day.talks.talents, _("genoteerd door een tafelhost")),
        (
            "steps",
            _("andere volgende stappen"),
            results.steps,
            _("door een collega toegezegd of gedaan; soms ging er een vervolggesprek aan vooraf"),
        ),
        ("steps_done", _("waarvan gedaan"), results.steps_done, _("door de collega als gedaan genoteerd")),
    ]
    for code in Outcome.values:
        # a job that was promised is no placement yet: that one is counted from the first worked day
        note = (
            _("zo genoteerd door een collega; een plaatsing telt pas vanaf de eerste gewerkte dag")
            if code == Outcome.WORK
            else _("gesprekken met deze uitkomst, genoteerd door een collega")
        )
        rows.append((code, str(Outcome(code).label), results.outcomes[code], note))
    questions = {
        "candidate": _("kandidaten: hoe zeker voelt u zich (1-5)"),
        "entrepreneur": _("ondernemers: hoe kijkt u naar mensen die nu geen werk hebben (1-5)"),
    }
    moments = {"before": _("vooraf"), "after": _("na afloop")}
    for total in day.impressions:
        is_shown = total.mean is not None
        note = (
            ngettext(
                "gemiddelde van %(count)s antwoord", "gemiddelde van %(count)s antwoorden", total.answers or 0
            )
            % {"count": total.answers}
            if is_shown
            else hidden
        )
        value = round(total.mean, 1) if total.mean is not None else None
        rows.append(
            (f"{total.kind}-{total.moment}", f"{questions[total.kind]}, {moments[total.moment]}", value, note)
        )
    return rows
