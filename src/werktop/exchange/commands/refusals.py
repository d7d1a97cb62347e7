"""What is refused about a list, in words for who was not the first."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class ListMovedOn(Refusal):
    """A colleague was first: the list is not any more as the page showed it."""


class UploadIsPutAway(ListMovedOn):
    text = _(
        "Deze lijst is intussen weggelegd. Er is niets overgenomen. Lees haar opnieuw in als je haar toch wilt."
    )


class UploadIsTakenOver(ListMovedOn):
    text = _("Deze lijst was al overgenomen. Er is niets dubbel gekomen: hieronder staat wat erbij kwam.")


class UploadIsBeingTaken(ListMovedOn):
    text = _("Deze lijst wordt al overgenomen. Hieronder staat hoe ver het is. Er komt niets dubbel.")


class UploadIsNotBeingTaken(ListMovedOn):
    text = _("Er was niets te stoppen. Hieronder staat hoe het met de lijst is.")


class TooMuchFails(ListMovedOn):
    """So many rows fail that it is not the rows: nothing of these is taken over, and nothing is lost."""

    text = _(
        "Het overnemen lukt nu niet, en dat ligt niet aan je lijst. De rijen blijven bewaard. Probeer het later opnieuw; "
        "blijft het misgaan, meld het dan bij je beheerder."
    )
