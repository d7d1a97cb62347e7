"""What this room keeps of a candidate, in words for the candidate."""

from __future__ import annotations

from datetime import datetime

from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier, rows_of
from werktop.candidates.models import Candidate, CandidateTerm
from werktop.regions import queries as regions
from werktop.ui.components.phones import phone

from .kept import kept_until

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
    "sought_work": gettext_lazy("Werk dat u zoekt"),
    "hours_per_week": gettext_lazy("Uren per week"),
    "education": gettext_lazy("Opleiding"),
    "dutch_spoken": gettext_lazy("Nederlands spreken, niveau"),
    "dutch_written": gettext_lazy("Nederlands schrijven, niveau"),
    "driving_licences": gettext_lazy("Rijbewijs"),
    "transport": gettext_lazy("Zo reist u"),
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
ACCOUNT = {
    "legal_ground": gettext_lazy("Grondslag in de wet"),
    "legal_purpose": gettext_lazy("Doel"),
    "informed_date": gettext_lazy("Wij vertelden u dit op"),
    "colleague_name": gettext_lazy("Collega die in het bestand stond"),
}
SOURCES = {
    "form": gettext_lazy("Een collega vulde het in"),
    "sonar": gettext_lazy("Een lijst van UWV (Sonar)"),
}


def all_kept_of_candidate(viewer: Actor, candidate: Candidate, at: datetime) -> list[Part]:
    """The file: how to reach somebody, talents and wishes, needs, why it is kept, and what stood there before."""
    place = regions.place_of(candidate.postcode)
    before = earlier(Candidate, [candidate.pk], REACH | PICTURE | NEEDS).get(candidate.pk, [])
    reach = [
        (what, phone(said) if said == candidate.phone else said) for what, said in rows_of(candidate, REACH)
    ]
    if place:
        reach.append((_("Woonplaats"), place.name))
    return [
        Part(_("Wie u bent en hoe wij u bereiken"), reach, ("contact",)),
        Part(_("Wat u kunt en wilt"), _talents(candidate) + rows_of(candidate, PICTURE), ("contact",)),
        Part(_("Wat u nodig hebt op de dag"), rows_of(candidate, NEEDS), ("contact",)),
        Part(_("Waarom wij dit bewaren"), rows_of(candidate, ACCOUNT) + _account_of(candidate), ("contact",)),
        Part(_("Wat er eerder stond"), before + _talents_before(candidate), ("contact",)),
    ]


def _talents(candidate: Candidate) -> list[tuple[str, str]]:
    terms = candidate.terms.select_related("term").order_by("term__position", "id")
    return [
        (
            capfirst(each.term.label),
            _("%(seen)s, genoteerd op %(day)s")
            % {"seen": each.get_seen_display(), "day": day(each.noted_at)},
        )
        for each in terms
    ]


def _talents_before(candidate: Candidate) -> list[tuple[str, str]]:
    """Talents that were noted once, and are no more."""
    kept = candidate.terms.values("pk")
    gone = (
        CandidateTerm.pgh_event_model.objects.filter(candidate_id=candidate.pk)  # type: ignore[attr-defined]
        .exclude(pgh_obj_id__in=kept)
        .select_related("term")
        .order_by("pgh_id")
    )
    said = {line.pgh_obj_id: (capfirst(line.term.label), day(line.noted_at)) for line in gone}
    return [
        (_("%(what)s, eerder") % {"what": what}, _("genoteerd op %(day)s") % {"day": on})
        for what, on in said.values()
    ]


def _account_of(candidate: Candidate) -> list[tuple[str, str]]:
    return [
        (_("Organisaties in de regio vinden u zonder naam"), _("ja") if candidate.is_shared else _("nee")),
        (_("Uw vaste collega"), candidate.assigned_to.first_name if candidate.assigned_to else ""),
        (_("Zo kwam dit binnen"), str(SOURCES.get(candidate.source, _("Een lijst die wij inlazen")))),
        (_("Bij ons sinds"), day(candidate.created_at)),
        (_("Laatste contact"), day(candidate.contact_at)),
        (_("Gestopt op"), day(candidate.left_at)),
        (_("Wij bewaren dit tot"), day(kept_until(candidate))),
    ]
