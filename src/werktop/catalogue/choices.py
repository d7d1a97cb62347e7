"""Fixed lists of the method: forms of work, languages of the hall, sectors (SBI 2008), kinds and groups of words."""

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


WISHED_FORMS = [(form.value, form.label) for form in WorkForm if form is not WorkForm.SHELTERED]
"""What somebody may wish for. Sheltered work is there with an indication alone (Participatiewet, art. 10b): as a wish, which every
colleague reads and filters on, it would say in which target group somebody is."""


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


class TermKind(models.TextChoices):
    COMPETENCY = "competency", _("competentie")
    INTEREST = "interest", _("interesse")


class Layer(models.TextChoices):
    """Competencies lie in three layers: what any work asks, how somebody works with others, and a trade."""

    BASIC = "basic", _("basis, voor elk werk")
    EMPLOYEE = "employee", _("hoe iemand werkt")
    VOCATIONAL = "vocational", _("vak")


class Group(models.TextChoices):
    """Where a word stands in a pick list; the last three hold interests."""

    LANGUAGE = "language", _("Lezen, praten en rekenen")
    COMPUTER = "computer", _("Met computer en telefoon")
    PEOPLE = "people", _("Met mensen")
    TOGETHER = "together", _("In een team")
    OWN_PACE = "own-pace", _("Hoe ik werk")
    ORDER = "order", _("Op volgorde en precies")
    OFFICE = "office", _("Op kantoor")
    SELLING = "selling", _("Verkopen")
    FOOD = "food", _("Eten en drinken maken")
    CARE = "care", _("Zorgen en helpen")
    CLEANING = "cleaning", _("Schoonmaken")
    HANDS = "hands", _("Met je handen")
    MACHINES = "machines", _("Machines en techniek")
    BUILDING = "building", _("Bouwen en opknappen")
    MOVING = "moving", _("Sjouwen, rijden en magazijn")
    GREEN = "green", _("Buiten en groen")
    ANIMALS = "animals", _("Met dieren")
    MAKING = "making", _("Ontwerpen en podium")
    SAFETY = "safety", _("Toezicht en veiligheid")
    ABOUT = "about", _("Waar het over gaat")
    WHERE = "where", _("Waar het is")
    HOW = "how", _("Hoe het werk is")


class RequirementGroup(models.TextChoices):
    """What a requirement is about."""

    DRIVING = "driving", _("Rijbewijs")
    MACHINES = "machines", _("Machines en techniek")
    DUTCH = "dutch", _("Taal en rekenen")
    TIMES = "times", _("Werktijden")
    BODY = "body", _("Wat het van je lichaam vraagt")
    PLACE = "place", _("Waar het werk is")
    TRAVEL = "travel", _("Naar het werk")
    PAPERS = "papers", _("Papieren")


__all__ = ["WISHED_FORMS", "Group", "Language", "Layer", "RequirementGroup", "Sector", "TermKind", "WorkForm"]
