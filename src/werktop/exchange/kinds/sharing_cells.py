"""The cells of a list of people that say whether other organisations may see somebody. Only a clear yes shares a candidate; an
entrepreneur, who belongs to the region, is kept out by a clear no."""

from django.utils.translation import gettext_lazy as _

from werktop.exchange import cells
from werktop.exchange.columns import Column
from werktop.exchange.reading import RowReader

_SPELLINGS = (
    "Mag gedeeld worden", "Mag worden gedeeld", "Mag delen", "Mogen we delen", "Delen", "Gedeeld", "Delen in de regio",
    "Delen met partners", "Delen ja/nee", "Akkoord", "Akkoord met delen", "Akkoord delen", "AVG-toestemming", "AVG akkoord",
    "Geeft toestemming", "Heeft toestemming gegeven", "Consent", "Gegevens delen", "Profiel delen",
)  # fmt: skip
_OPENINGS = (
    "toestemming", "maggedeeld", "magwordengedeeld", "magdelen", "magprofiel", "maggegevens", "gegevensdelen", "delenmet",
    "gedeeldmet", "akkoordmetdelen", "akkoorddelen", "avgtoestemming", "geefttoestemming", "heefttoestemming",
)  # fmt: skip

IS_SHARED = Column("is_shared", "Toestemming", _SPELLINGS, openings=_OPENINGS)
IS_KEPT_IN = Column(
    "is_kept_in", "Niet delen", ("Niet gedeeld", "Afgeschermd"),
    openings=(
        "nietdelen", "bezwaartegendelen", "magnietgedeeld", "magnietworden", "magnietdelen", "wilnietgedeeld", "wilnietdelen",
        "geentoestemming", "toestemmingingetrokken", "toestemminggeweigerd", "geenakkoord",
    ),
)  # fmt: skip
SHARING = (IS_SHARED, IS_KEPT_IN)
"""Of a list in which we did not ask for it: "Mag gedeeld worden", "Toestemming delen met partners (J/N)", "Niet delen"."""
SAYS_SHARING = frozenset(column.key for column in SHARING)


def may_be_shared(reader: RowReader) -> bool | None:
    """What the row says of it: yes, no, or (None) neither, under a column that asks. A list without these columns says nothing
    about it, and that is no "no". Under "Niet delen" anything but a no is."""
    kept_in = reader.line("is_kept_in")
    if kept_in and cells.is_yes(kept_in) is not False:
        return False
    return cells.is_yes(reader.line("is_shared")) if reader.has("is_shared") else True


def is_shared(reader: RowReader) -> bool:
    """Whether this candidate is shared: not where an empty cell under "Toestemming" says neither yes nor no, which is remarked."""
    answer = may_be_shared(reader)
    if answer is None:
        reader.doubt(
            "is_shared",
            "sharing_unclear",
            _("Bij Toestemming staat geen Ja of Nee. We delen deze persoon niet met andere organisaties."),
            _("Vul Ja of Nee in. Ook met Nee helpen we deze persoon."),
        )
    return answer is True
