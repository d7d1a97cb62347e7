"""What the commands of this room did, as sentences in the trail, said of who did it (`audit.telling`)."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

TITLE = _("Organisatie")
SENTENCES: dict[str, Any] = {
    "regions.load_reference_regions": _("werkte regio's en postcodes bij"),
    "regions.open_fictitious_region": _("opende een verzonnen regio"),
    "regions.register_municipality": _("voegde een gemeente toe"),
    "regions.merge_municipalities": _("voegde gemeenten samen"),
    "regions.register_organisation": _("voegde een organisatie toe"),
    "regions.set_organisation": _("wijzigde de organisatie"),
}
KINDS: dict[str, Any] = {
    "organisation": _("organisatie"),
    "region": _("regio"),
    "municipality": _("gemeente"),
}
