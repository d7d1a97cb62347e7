"""Cells with words of the catalogue, for whoever has talents and for whoever looks for them."""

from django.utils.translation import gettext_lazy as _

from werktop.catalogue.folding import telling
from werktop.exchange.problems import said
from werktop.exchange.reading import Lookups, RowReader


def competencies_of(
    reader: RowReader, lookups: Lookups, *, keys: tuple[str, ...]
) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Codes of the catalogue and the words it does not know, from one or more columns together. Another way to say one of its
    words is that word, and is told."""
    codes: dict[str, None] = {}
    words: dict[str, None] = {}
    for key in keys:
        known, others = reader.choices(key, lookups.competencies)
        codes |= dict.fromkeys(known)
        meant = {each: lookups.ways[telling(each)] for each in others if telling(each) in lookups.ways}
        unknown = [each for each in others if each not in meant]
        for each, (code, label) in meant.items():
            codes[code] = None
            reader.doubt(
                key,
                "competency_by_way",
                said(_("“{words}” heet bij ons “{label}”."), words=each, label=label),
                _("We zetten het erbij als dat talent. Klopt het niet, verander het dan in het bestand."),
            )
        words |= dict.fromkeys(unknown)
        if unknown:
            reader.doubt(
                key,
                "competency_unknown",
                said(_("Dit staat niet in onze lijst van talenten: {words}."), words="; ".join(unknown)),
                _("We bewaren het in eigen woorden. Kies een woord uit de lijst als je erop wilt zoeken."),
            )
    return tuple(codes), tuple(words)
