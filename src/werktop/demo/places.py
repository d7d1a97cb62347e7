"""Ten invented municipalities, UWV and a sociaal ontwikkelbedrijf, on real postcodes of the river area."""

from __future__ import annotations

from dataclasses import dataclass

REGION_CODE, REGION_NAME = "FX36", "Stroomland (fictief)"


@dataclass(frozen=True)
class Town:
    """An invented municipality, with real four-digit postcodes that stand for it."""

    slug: str
    name: str
    pc4: tuple[str, ...]


TOWNS = (
    Town("waalsteen", "Waalsteen", ("4001", "4002", "4003", "4004", "4005", "4006", "4007")),
    Town("lingeveld", "Lingeveld", ("4101", "4102", "4103", "4104", "4105")),
    Town("boomgaarden", "Boomgaarden", ("4011", "4012", "4021", "4116")),
    Town("uiterwaard", "Uiterwaard", ("4041", "4043", "4051", "4053")),
    Town("maasoever", "Maasoever", ("5331", "5321", "5324")),
    Town("bommelhoek", "Bommelhoek", ("5301", "5302", "5311", "5306")),
    Town("kersenland", "Kersenland", ("4031", "4032", "4033")),
    Town("steenovens", "Steenovens", ("6657", "6658")),
    Town("tweestromen", "Tweestromen", ("6626", "6627", "6628", "6629")),
    Town("griendpolder", "Griendpolder", ("6621", "6624", "6669")),
)

STREETS = (
    "Kersenlaan", "Steenweg", "Veerstraat", "Dijkpad", "Havenkade", "Appelhof", "Lingestraat", "Molenweg",
    "Smidsplein", "Wilgenkade", "Perenlaan", "Griendweg",
)  # fmt: skip
BUSINESS_STREETS = (
    "Industrieweg",
    "Ambachtshof",
    "Handelskade",
    "Nijverheidsweg",
    "Loswal",
    "Vlasserij",
    "Kruiwagen",
)
