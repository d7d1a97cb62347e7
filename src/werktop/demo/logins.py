"""Who can log in to the demo. Printed by the command line and shown on the demo's log-in page."""

from __future__ import annotations

from dataclasses import dataclass

PASSWORD = "samen-aan-tafel"  # noqa: S105 - the demo's own, for made-up colleagues


@dataclass(frozen=True)
class Login:
    """An account of the demo and what it is for."""

    email: str
    name: str
    role: str
    organisation: str
    languages: tuple[str, ...] = ("nl",)

    @property
    def password(self) -> str:
        """The same for all of the demo."""
        return PASSWORD


ENTREPRENEUR = "ondernemer@werktop.example"
"""An entrepreneur of the demo, who gets in by a code that the demo's mailbox shows."""
LOGINS = (
    Login("marieke@waalsteen.example", "Marieke Vonk", "relationship_manager", "waalsteen"),
    Login("karim@waalsteen.example", "Karim Bensaid", "relationship_manager", "waalsteen", ("nl", "ar")),
    Login("fleur@waalsteen.example", "Fleur Achterberg", "table_host", "waalsteen", ("nl", "ar")),
    Login("ben@waalsteen.example", "Ben Terlouw", "table_host", "waalsteen"),
    Login("noortje@waalsteen.example", "Noortje Zand", "coordinator", "waalsteen"),
    Login("jolanda@waalsteen.example", "Jolanda Kievit", "team_lead", "waalsteen"),
    Login("wouter@waalsteen.example", "Wouter Elzinga", "functional_admin", "waalsteen"),
    Login("ria@lingeveld.example", "Ria Hoogakker", "relationship_manager", "lingeveld"),
    Login("imke@uwv-stroomland.example", "Imke Dorrestein", "relationship_manager", "uwv-stroomland"),
)
