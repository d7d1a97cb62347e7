"""What the mechanism refuses, told in words: which rules are in the way, and what to do."""

from __future__ import annotations

from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from werktop.mechanisms.refusals import Rule

from .guest_names import GuestNames
from .seating import Hall

MOST_NAMES = 4


NEEDS = ("language", "step_free", "apart", "together")


def refusal_in_words(rules: list[Rule], hall: Hall, *, tells_needs: bool = True) -> str:
    """One text for the rules in conflict: each a sentence, then what to do. Without `tells_needs` nobody reads what a
    guest needs or with whom one does not sit: for who sees no files."""
    about_people = [rule for rule in rules if rule.kind in NEEDS and not tells_needs]
    told = [_told(rule, hall.names) for rule in rules if rule not in about_people]
    if about_people:
        told.insert(0, _("Niet voor iedere gast is er een tafel die past."))
    if len(rules) > 1:
        told.append(_("Samen kan dit niet. Haal een van deze afspraken weg, of open een tafel erbij."))
    return " ".join(told)


def _told(rule: Rule, names: GuestNames) -> str:
    who = _listed([names.first_name(UUID(i)) for i in rule.ids if names.knows(i)])
    number = rule.numbers
    if rule.kind == "too_few_entrepreneurs":
        missing = number["needed"] - number["present"]
        close = number["close_tables"]
        text = ngettext(
            "Er is %(missing)s ondernemer te weinig.", "Er zijn %(missing)s ondernemers te weinig.", missing
        ) % {"missing": missing}
        text += " " + ngettext(
            "Sluit %(close)s tafel, of bel iemand.", "Sluit %(close)s tafels, of bel iemand.", close
        ) % {"close": close}
        if number["candidates_present"] > number["chairs_after_closing"]:
            text += " " + _("Zet na het sluiten ook een stoel per tafel bij.")
        return text
    if rule.kind == "too_few_chairs":
        return _(
            "Er komen %(present)s kandidaten en er zijn %(chairs)s stoelen. "
            "Open tafels erbij (%(more)s), of zet %(each)s stoelen aan elke tafel."
        ) % {
            "present": number["present"],
            "chairs": number["chairs"],
            "more": number["more_tables"],
            "each": number["chairs_per_table"],
        }
    sentences = {
        "language": _("Voor %(who)s is er te weinig plaats aan tafels met dezelfde taal."),
        "step_free": _("Voor %(who)s is er te weinig plaats aan drempelvrije tafels."),
        "apart": _("Liever niet aan één tafel: %(who)s."),
        "together": _("Samen aan één tafel: %(who)s."),
        "fixed": _("Op een vaste stoel: %(who)s."),
        "own_table": _("Aan dezelfde vaste tafel: %(who)s. Zet er een los."),
        "fixed_and_absent": _("Op een vaste stoel, maar niet aanwezig: %(who)s. Zet los."),
    }
    if rule.kind in sentences and who:
        return sentences[rule.kind] % {"who": who}
    if rule.kind == "even_sizes":
        return _("Aan elke tafel zitten even veel kandidaten: %(least)s of %(most)s.") % {
            "least": number["smallest"],
            "most": number["largest"],
        }
    if rule.kind == "max_table_size":
        return _("Aan een tafel zijn %(chairs)s stoelen voor kandidaten.") % {"chairs": number["chairs"]}
    return _("De stoelen passen niet. Kijk naar de tafels, de talen en de afspraken.")


def _listed(names: list[str]) -> str:
    if len(names) > MOST_NAMES:
        return _("%(names)s en nog %(more)s") % {
            "names": ", ".join(names[:MOST_NAMES]),
            "more": len(names) - MOST_NAMES,
        }
    if len(names) > 1:
        return _("%(names)s en %(last)s") % {"names": ", ".join(names[:-1]), "last": names[-1]}
    return names[0] if names else ""
