"""Cells with words of the catalogue, for whoever has talents and for whoever looks for them."""

from django.utils.translation import gettext_lazy as _

from werktop.exchange.problems import said
from werktop.exchange.reading import Lookups, RowReader


def competencies_of(
    reader: RowReader, lookups: Lookups, *, keys: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the catalogue and the words it does not know, from one or more columns together."""
    codes: dict[str, None] = {}
    words: dict[str, None] = {}
    for key in keys:
        known, unknown = reader.choices(key, lookups.competencies)
        codes |= dict.fromkeys(known)
        words |= dict.fromkeys(unknown)
        if unknown:
            reader.doubt(
                key,
                "competency_unknown",
                said(_("Dit staat niet in onze lijst van talenten: {words}."), words="; ".join(unknown)),
                _("We bewaren het in eigen woorden. Kies een woord uit de lijst als je erop wilt zoeken."),
            )
    return tuple(codes), tuple(words)
