"""In which sector the work is that an interest is about. Only interests that name a field: "bewegen" and "met anderen" are found in
every sector, and numbers, languages and boldness too."""

from __future__ import annotations

from .choices import Sector

SECTORS: dict[str, Sector] = {
    "groen": Sector.A,
    "dieren": Sector.A,
    "boerderij": Sector.A,
    "techniek": Sector.C,
    "maken": Sector.C,
    "hout": Sector.C,
    "metaal": Sector.C,
    "energie": Sector.D,
    "milieu": Sector.E,
    "bouw": Sector.F,
    "winkel": Sector.G,
    "mode": Sector.G,
    "auto": Sector.G,
    "fietsen": Sector.G,
    "vervoer": Sector.H,
    "magazijn": Sector.H,
    "water": Sector.H,
    "eten": Sector.I,
    "horeca": Sector.I,
    "ict": Sector.J,
    "games": Sector.J,
    "nieuws": Sector.J,
    "foto": Sector.J,
    "schoon": Sector.N,
    "veiligheid": Sector.N,
    "onderwijs": Sector.P,
    "zorg": Sector.Q,
    "kinderen": Sector.Q,
    "ouderen": Sector.Q,
    "jongeren": Sector.Q,
    "buurt": Sector.Q,
    "sport": Sector.R,
    "muziek": Sector.R,
    "kunst": Sector.R,
    "feesten": Sector.R,
    "uiterlijk": Sector.S,
}
"""The code of an interest to a section of the Standard Industrial Classification, as firms have one. Selling and repairing cars is
"G" there, cleaning and guarding "N", care for children "Q"."""
