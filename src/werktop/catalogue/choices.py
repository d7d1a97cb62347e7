"""Fixed lists of the method: forms of work, languages of the hall, sectors (SBI 2008)."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from werktop.regions.languages import Language


class WorkForm(models.TextChoices):
    """Work in the widest sense (seed 000)."""

    REGULAR = "regular", _("gewone baan")
    WORK_EXPERIENCE = "work_experience", _("werkervaringsplaats")
    INTERNSHIP = "internship", _("stage")
    TRIAL = "trial", _("proefplaatsing")
    CARVED = "carved", _("functie op maat (jobcarving)")
    LEARN_WORK = "learn_work", _("leerwerkplek (bbl)")
    SHELTERED = "sheltered", _("beschut werk")
    SECONDMENT = "secondment", _("detachering")
    VOLUNTARY = "voluntary", _("vrijwilligerswerk")


class Sector(models.TextChoices):
    """Sections of the Standard Industrial Classification 2008 (CBS)."""

    A = "A", _("Landbouw, bosbouw en visserij")
    B = "B", _("Winning van delfstoffen")
    C = "C", _("Industrie")
    D = "D", _("Energie")
    E = "E", _("Water en afval")
    F = "F", _("Bouw")
    G = "G", _("Groot- en detailhandel")
    H = "H", _("Vervoer en opslag")
    I = "I", _("Horeca")  # noqa: E741 - SBI names its sections by letters
    J = "J", _("Informatie en communicatie")
    K = "K", _("Financiële diensten")
    L = "L", _("Onroerend goed")
    M = "M", _("Advies en onderzoek")
    N = "N", _("Verhuur en overige zakelijke diensten")
    O = "O", _("Openbaar bestuur")  # noqa: E741
    P = "P", _("Onderwijs")
    Q = "Q", _("Gezondheid en welzijn")
    R = "R", _("Cultuur, sport en recreatie")
    S = "S", _("Overige diensten")
    T = "T", _("Huishoudens")
    U = "U", _("Internationale organisaties")


__all__ = ["Language", "Sector", "WorkForm"]
