"""How people write languages, forms of work and sectors in Dutch → the codes of the catalogue."""

from collections.abc import Mapping

_LANGUAGES = {
    "nl": ("Nederlands", "NL", "Hollands", "Vlaams", "Dutch"),
    "en": ("Engels", "EN", "English"),
    "ar": ("Arabisch", "AR", "Syrisch Arabisch", "Marokkaans Arabisch", "Darija", "Arabic"),
    "tr": ("Turks", "TR", "Turkish"),
    "pl": ("Pools", "PL", "Polish"),
    "uk": ("Oekraïens", "UK", "Ukrainian"),
    "ti": ("Tigrinya", "TI", "Tigrinja"),
    "fa": ("Farsi", "FA", "Perzisch", "Dari"),
    "es": ("Spaans", "ES", "Spanish"),
    "fr": ("Frans", "FR", "French"),
    "de": ("Duits", "DE", "German"),
    "so": ("Somalisch", "SO", "Somali"),
}
_WORK_FORMS = {
    "regular": (
        "gewone baan",
        "baan",
        "vaste baan",
        "reguliere baan",
        "betaald werk",
        "regulier",
        "vacature",
    ),
    "work_experience": ("werkervaringsplaats", "werkervaringsplek", "werkervaring"),
    "internship": ("stage", "stageplaats", "stageplek"),
    "trial": ("proefplaatsing", "op proef"),
    "carved": ("functie op maat (jobcarving)", "functie op maat", "jobcarving", "functiecreatie"),
    "learn_work": ("leerwerkplek (bbl)", "leerwerkplek", "leerwerkplaats", "leerbaan", "bbl"),
    "sheltered": ("beschut werk", "beschutte werkplek"),
    "secondment": ("detachering", "gedetacheerd"),
    "voluntary": ("vrijwilligerswerk", "vrijwilliger"),
}
# The short name on our screens first, then the name of the section in SBI 2008 (CBS).
_SECTORS = {
    "A": ("Landbouw, bosbouw en visserij", "Landbouw, bosbouw, visserij"),
    "B": ("Winning van delfstoffen",),
    "C": ("Industrie",),
    "D": (
        "Energie",
        "Productie en distributie van en handel in elektriciteit, aardgas, stoom en gekoelde lucht",
    ),
    "E": ("Water en afval", "Winning en distributie van water; afval- en afvalwaterbeheer en sanering"),
    "F": ("Bouw", "Bouwnijverheid"),
    "G": (
        "Groot- en detailhandel",
        "Groot- en detailhandel; reparatie van auto's",
        "Detailhandel",
        "Groothandel",
    ),
    "H": ("Vervoer en opslag", "Logistiek"),
    "I": ("Horeca", "Logies-, maaltijd- en drankverstrekking"),
    "J": ("Informatie en communicatie", "ICT"),
    "K": ("Financiële diensten", "Financiële instellingen"),
    "L": ("Onroerend goed", "Verhuur van en handel in onroerend goed"),
    "M": (
        "Advies en onderzoek",
        "Advisering, onderzoek en overige specialistische zakelijke dienstverlening",
    ),
    "N": (
        "Verhuur en overige zakelijke diensten",
        "Verhuur van roerende goederen en overige zakelijke dienstverlening",
    ),
    "O": ("Openbaar bestuur", "Openbaar bestuur, overheidsdiensten en verplichte sociale verzekeringen"),
    "P": ("Onderwijs",),
    "Q": ("Gezondheid en welzijn", "Gezondheid- en welzijnszorg", "Zorg", "Zorg en welzijn"),
    "R": ("Cultuur, sport en recreatie",),
    "S": ("Overige diensten", "Overige dienstverlening"),
    "T": (
        "Huishoudens",
        "Huishoudens als werkgever; niet-gedifferentieerde productie van goederen en diensten door "
        "huishoudens voor eigen gebruik",
    ),
    "U": ("Internationale organisaties", "Extraterritoriale organisaties en lichamen"),
}


def _by_word(words_of: Mapping[str, tuple[str, ...]]) -> Mapping[str, str]:
    return {word: code for code, words in words_of.items() for word in words}


LANGUAGES = _by_word(_LANGUAGES)
WORK_FORMS = _by_word(_WORK_FORMS)
SECTORS = _by_word(_SECTORS)
LANGUAGE_CHOICES = tuple(words[0] for words in _LANGUAGES.values())
WORK_FORM_CHOICES = tuple(words[0] for words in _WORK_FORMS.values())
SECTOR_CHOICES = tuple(words[0] for words in _SECTORS.values())
