"""What this room keeps of an entrepreneur, in words for the entrepreneur."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier, rows_of
from werktop.audit.merging import merges_into
from werktop.employers.models import (
    ContactPerson,
    EmployerQuestion,
    Entrepreneur,
    Expectation,
    InclusionStep,
    Joining,
    Story,
    Training,
)

REACH = {
    "first_name": gettext_lazy("Voornaam"),
    "last_name": gettext_lazy("Achternaam"),
    "email": gettext_lazy("E-mailadres"),
    "phone": gettext_lazy("Telefoon"),
    "languages": gettext_lazy("Talen"),
    "roles": gettext_lazy("Wat u doet bij het bedrijf"),
}


def all_kept_of_entrepreneur(viewer: Actor, person: Entrepreneur, at: datetime) -> list[Part]:
    """How to reach somebody, the firm, whom they know and brought in, and what stood there before."""
    brought = (
        Joining.objects.filter(brought_by=person).select_related("employer").order_by("joined_date", "id")
    )
    merged = merges_into("entrepreneur", [person.pk])
    before = earlier(Entrepreneur, [person.pk, *(each.lost_id for each in merged)], REACH)
    asked = EmployerQuestion.objects.filter(entrepreneur=person).order_by("received_at", "id")
    known = person.known_firms.order_by("firm_name", "id")
    return [
        Part(
            _("Wie u bent en hoe wij u bereiken"),
            [
                *rows_of(person, REACH),
                (_("Bedrijf"), person.employer.name),
                (
                    _("Wij nodigen u uit"),
                    _("ja") if person.is_active and person.comes_to_tables else _("nee"),
                ),
            ],
            ("firm",),
        ),
        Part(
            _("Uw netwerk"),
            [
                (_("U stelt iemand graag voor bij"), ", ".join(each.firm_name for each in known)),
                *((_("U bracht mee"), f"{each.employer.name}, {day(each.joined_date)}") for each in brought),
            ],
            ("firm",),
        ),
        Part(_("Wat wij met u afspraken"), _relation_with(person), ("firm",), is_read_first=True),
        Part(
            _("Wat u ons vroeg"),
            [
                (
                    _("Vraag van %(day)s") % {"day": day(each.received_at)},
                    "\n".join(filter(None, (each.words, each.passed_to, each.said))),
                )
                for each in asked
            ],
            ("firm", "asked"),
            is_read_first=True,
        ),
        Part(_("Wat er eerder stond"), [row for rows in before.values() for row in rows], ("firm",)),
        Part(
            _("U stond er dubbel in"),
            [(_("Samengevoegd op %(day)s") % {"day": day(each.at)}, each.lost_name) for each in merged],
            ("firm", "merge"),
        ),
    ]


def _relation_with(person: Entrepreneur) -> list[tuple[str, str]]:
    """Where the relation with the firm names somebody: as contact person, in a training, an agreement, a step or a yes."""
    rows = [
        (_("U was onze contactpersoon"), f"{day(each.since_date)} - {day(each.until_date)}")
        for each in ContactPerson.objects.filter(person=person).order_by("since_date", "id")
    ]
    rows += [
        (
            _("Uw training"),
            ", ".join(filter(None, (each.get_what_display(), each.words, day(each.trained_date)))),
        )
        for each in Training.objects.filter(person=person).order_by("noted_at", "id")
    ]
    for title, found in (
        (_("Met u afgesproken"), Expectation.objects.filter(agreed_with=person)),
        (_("U pakt dit op"), InclusionStep.objects.filter(who=person)),
        (_("U zei ja tegen dit verhaal"), Story.objects.filter(yes_by=person)),
    ):
        rows += [(title, each.words) for each in found.order_by("noted_at", "id")]
    return rows
