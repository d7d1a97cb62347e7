"""What this room keeps of a candidate, in words for the candidate."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.accounts.lookers import functions_of
from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier, moment, rows_of
from werktop.audit.merging import merges_into
from werktop.candidates.models import Candidate, Look, Presentation
from werktop.regions import queries as regions

from .kept import kept_until
from .life_domains import switched_off
from .own import all_objections_of, presentation_of
from .picture import OF_THE_ROW, Line, Picture, picture_of
from .visible import is_found_in_region

REACH = {
    "first_name": gettext_lazy("Voornaam"),
    "last_name": gettext_lazy("Achternaam"),
    "email": gettext_lazy("E-mailadres"),
    "phone": gettext_lazy("Telefoon"),
    "address": gettext_lazy("Adres"),
    "postcode": gettext_lazy("Postcode"),
    "preferred_channel": gettext_lazy("Zo nodigen wij u uit"),
}
PICTURE = {
    "own_words": gettext_lazy("In uw eigen woorden"),
    "languages": gettext_lazy("Talen"),
    "education": gettext_lazy("Opleiding"),
    "dutch_spoken": gettext_lazy("Nederlands spreken"),
    "dutch_written": gettext_lazy("Nederlands schrijven"),
    "driving_licences": gettext_lazy("Rijbewijs"),
    "registered_date": gettext_lazy("Ingeschreven op"),
    "reported_date": gettext_lazy("Gemeld op"),
}
NEEDS = {
    "is_step_free_needed": gettext_lazy("Een drempelvrije tafel"),
    "is_interpreter_needed": gettext_lazy("Een tolk"),
    "is_childcare_needed": gettext_lazy("Kinderopvang"),
    "is_travel_paid": gettext_lazy("Reiskosten vergoed"),
    "has_companion": gettext_lazy("Een stoel extra, voor wie meekomt"),
    "day_note": gettext_lazy("Verder nodig"),
}
PRESENTATION = {
    "words": gettext_lazy("De tekst"),
    "written_at": gettext_lazy("Geschreven op"),
    "approved_words": gettext_lazy("De tekst die u goedkeurde"),
    "approved_at": gettext_lazy("Goedgekeurd op"),
}
ACCOUNT = {
    "legal_ground": gettext_lazy("Grondslag in de wet"),
    "legal_purpose": gettext_lazy("Doel"),
    "informed_date": gettext_lazy("Wij vertelden u dit op"),
    "colleague_name": gettext_lazy("Collega die in het bestand stond"),
}
ABLE, WANTS, PLAN = (
    ("term", "certificate", "requirement"),
    ("motivation", "wish", "occupation", "firm"),
    ("perspective", "step", "goal", "instrument"),
)
SOURCES = {
    "form": gettext_lazy("Een collega vulde het in"),
    "sonar": gettext_lazy("Een lijst van UWV (Sonar)"),
}


def all_kept_of_candidate(viewer: Actor, candidate: Candidate, at: datetime) -> list[Part]:
    """The file: how to reach somebody, talents and wishes, needs, why it is kept, and what stood there before."""
    place = regions.place_of(candidate.postcode)
    merged = merges_into("candidate", [candidate.pk])
    told = earlier(Candidate, [candidate.pk, *(m.lost_id for m in merged)], REACH | PICTURE | NEEDS)
    before = [row for rows in told.values() for row in rows]
    picture = picture_of(viewer, candidate, at, is_whole=True)
    off = switched_off(candidate)
    now = picture.on()
    reach = rows_of(candidate, REACH)
    if place:
        reach.append((_("Woonplaats"), place.name))
    return [
        Part(_("Wie u bent en hoe wij u bereiken"), reach, ("contact",)),
        Part(
            _("Wat u kunt en wilt"),
            _parts(now, ABLE) + rows_of(candidate, PICTURE) + _parts(now, WANTS),
            ("contact",),
        ),
        Part(_("Over mij: wat werkgevers mogen lezen"), *_presentation(candidate)),
        Part(_("Waartegen u bezwaar maakte"), _objections(candidate), ("contact",)),
        Part(_("Uw plan, en wat al hielp"), _parts(now, PLAN), ("contact",)),
        Part(_("Wat u nodig hebt om te kunnen werken"), _parts(now, ("need",)), ("contact", "settled")),
        Part(_("Inkomen, registers en indicaties"), _parts(now, ("income", "standing")), ("contact",)),
        *_domains(now, off),
        Part(_("Hoe contact met u goed gaat"), _parts(now, ("adjustment",)), ("contact",)),
        Part(_("Wat u nodig hebt op de dag"), rows_of(candidate, NEEDS), ("contact",)),
        Part(_("Waarom wij dit bewaren"), rows_of(candidate, ACCOUNT) + _account_of(candidate), ("contact",)),
        Part(_("Wat er eerder stond"), before + _parts_before(picture), ("contact",)),
        Part(
            _("Wie las wat u nodig hebt zonder met u te werken"),
            _looks(candidate),
            ("view",),
            is_read_first=True,
        ),
        Part(
            _("U stond er dubbel in"),
            [row for merge in merged for row in _merged(merge)],
            ("contact", "merge"),
        ),
    ]


def _domains(now: dict[str, list[Line]], off: dict[str, Any]) -> list[Part]:
    """How it went in domains of life; what is switched off is kept for a while yet, so it is told."""
    lines = now.get("domain", [])
    gone = [
        (
            line.said_to_person[0],
            _("%(said)s; wordt gewist op %(day)s") % {"said": _noted(line), "day": day(off[line.row.domain])},
        )
        for line in lines
        if line.row.domain in off
    ]
    used = {"domain": [line for line in lines if line.row.domain not in off]}
    return [
        Part(_("Hoe het met u ging, per leefgebied"), _parts(used, ("domain",)), ("contact",)),
        Part(_("Leefgebieden die wij niet meer bespreken"), gone, ("switched_off",)),
    ]


def _presentation(candidate: Candidate) -> tuple[list[tuple[str, str]], tuple[str, ...]]:
    row = presentation_of(candidate)
    if row is None:
        return [], ("contact",)
    before = earlier(Presentation, [row.pk], PRESENTATION).get(row.pk, [])
    return rows_of(row, PRESENTATION) + before, ("contact",)


def _merged(merge: Any) -> list[tuple[str, str]]:
    """What the file said that became part of this one, as it was last."""
    line = Candidate.pgh_event_model.objects.filter(pgh_obj_id=merge.lost_id).order_by("-pgh_id").first()  # type: ignore[attr-defined]
    said = rows_of(line, REACH | PICTURE | NEEDS) if line else []
    head = (_("Samengevoegd op"), _("%(day)s: %(name)s") % {"day": day(merge.at), "name": merge.lost_name})
    return [head, *((_("%(what)s, in het andere dossier") % {"what": what}, value) for what, value in said)]


def _objections(candidate: Candidate) -> list[tuple[str, str]]:
    rows = [
        (each, _("ingetrokken op %(day)s") % {"day": day(each.ended_at)} if each.ended_at else "")
        for each in all_objections_of(candidate)
    ]
    return [
        (day(each.made_at), ". ".join(filter(None, (str(each.get_kind_display()), each.words, ended))))
        for each, ended in rows
    ]


def _parts(now: dict[str, list[Line]], names: Iterable[str]) -> list[tuple[str, str]]:
    """What stands in the picture: what it is, to what belongs with it and where it was seen and when."""
    return [(line.said_to_person[0], _noted(line)) for name in names for line in now.get(name, ())]


def _noted(line: Line) -> str:
    """What belongs with it, whole sentences on lines of their own, and then where it was seen and when."""
    _what, said, source = line.said_to_person
    both = line.told_of_course(to_person=True)
    why = _("Onze collega schreef: %(words)s") % {"words": line.reason} if line.reason else ""
    # what was taken back says again what it said on an earlier day
    on = _("genoteerd op %(day)s") % {"day": day(getattr(line.row, "noted_at", line.at))}
    return "\n".join(filter(None, (said, *both, why, ", ".join(filter(None, (source, on))))))


def _parts_before(picture: Picture) -> list[tuple[str, str]]:
    """What was noted once, and is no more or otherwise now."""
    now = {(line.part, line.row_id): line.values for lines in picture.on().values() for line in lines}
    said = {
        (line.part, line.row_id, line.values): (
            _("%(what)s, eerder") % {"what": words[0]},
            "\n".join(
                [
                    ", ".join(filter(None, (_("genoteerd op %(day)s") % {"day": day(line.at)}, words[1]))),
                    *line.told_of_course(to_person=True),
                ]
            ),
        )
        for line in picture.lines
        if line.is_there and line.part not in OF_THE_ROW and now.get((line.part, line.row_id)) != line.values
        for words in [line.said_to_person]
    }
    return list(said.values())


def _looks(candidate: Candidate) -> list[tuple[str, str]]:
    """By function and never by name, as who looked is told everywhere (docs/decisions/0027)."""
    rows = Look.objects.filter(candidate=candidate).order_by("opened_at", "id")
    looks: list[dict[str, Any]] = [
        {
            "actor_kind": "staff",
            "actor_id": row.by_id,
            "organisation_id": candidate.organisation_id,
            "row": row,
        }
        for row in rows
    ]
    who = functions_of(looks, candidate.region_id)
    return [
        (
            moment(look["row"].opened_at),
            ": ".join((who(look), look["row"].reason or str(look["row"].get_kind_display()))),
        )
        for look in looks
    ]


def _account_of(candidate: Candidate) -> list[tuple[str, str]]:
    return [
        (
            _("Organisaties in de regio vinden u zonder naam"),
            _("ja") if is_found_in_region(candidate) else _("nee"),
        ),
        (_("Uw vaste collega"), candidate.assigned_to.first_name if candidate.assigned_to else ""),
        (_("Zo kwam dit binnen"), str(SOURCES.get(candidate.source, _("Een lijst die wij inlazen")))),
        (_("Bij ons sinds"), day(candidate.created_at)),
        (_("Laatste contact"), day(candidate.contact_at)),
        (_("Gestopt op"), day(candidate.left_at)),
        (_("Wij bewaren dit tot"), day(kept_until(candidate))),
    ]
