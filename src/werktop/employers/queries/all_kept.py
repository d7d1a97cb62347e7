"""What this room keeps of an entrepreneur, in words for the entrepreneur."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from werktop.audit.actors import Actor
from werktop.audit.kept import Part, day, earlier, rows_of
from werktop.audit.merging import merges_into
from werktop.employers.models import Entrepreneur, Joining

REACH = {
    "first_name": gettext_lazy("Voornaam"),
    "last_name": gettext_lazy("Achternaam"),
    "email": gettext_lazy("E-mailadres"),
    "phone": gettext_lazy("Telefoon"),
    "languages": gettext_lazy("Talen"),
}


def all_kept_of_entrepreneur(viewer: Actor, person: Entrepreneur, at: datetime) -> list[Part]:
    """How to reach somebody, the firm, whom they know and brought in, and what stood there before."""
    brought = (
        Joining.objects.filter(brought_by=person).select_related("employer").order_by("joined_date", "id")
    )
    merged = merges_into("entrepreneur", [person.pk])
    before = earlier(Entrepreneur, [person.pk, *(each.lost_id for each in merged)], REACH)
    known = person.known_firms.order_by("firm_name", "id")
    return [
        Part(
            _("Wie u bent en hoe wij u bereiken"),
            [
                *rows_of(person, REACH),
                (_("Bedrijf"), person.employer.name),
                (_("Wij nodigen u uit"), _("ja") if person.is_active else _("nee")),
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
        Part(_("Wat er eerder stond"), [row for rows in before.values() for row in rows], ("firm",)),
        Part(
            _("U stond er dubbel in"),
            [(_("Samengevoegd op %(day)s") % {"day": day(each.at)}, each.lost_name) for each in merged],
            ("firm", "merge"),
        ),
    ]
