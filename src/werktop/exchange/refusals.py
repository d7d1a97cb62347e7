"""Why a whole file is not read: each refusal says what is wrong and what the sender can do."""

from collections.abc import Mapping, Sequence

from django.utils.functional import Promise
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from werktop.audit.refusals import Refusal


class FileRefused(Refusal):
    """A file that is not read at all; nothing of it has been kept.

    `code` is for programs; `reason` says what is wrong and `remedy` what to do; `text` is both.
    """

    code = "file_refused"
    status = 422
    reason: str | Promise = _("Dit bestand kunnen we niet lezen.")
    remedy: str | Promise = _("Sla de lijst in Excel op als Excel-werkmap (.xlsx) en probeer het opnieuw.")

    def __init__(self) -> None:
        super().__init__(
            format_lazy("{reason} {remedy}", reason=self.reason, remedy=self.remedy), field="file"
        )

    def __str__(self) -> str:
        return str(self.text)


class FileIsEmpty(FileRefused):
    """Nothing in it: no bytes, or no filled cell on any visible sheet."""

    code = "file_is_empty"
    reason = _("Het bestand is leeg.")
    remedy = _("Kies het bestand met de lijst. Zonder lijst? Begin met ons lege voorbeeld.")


class ListHasNoRows(FileIsEmpty):
    """A header row with nothing under it."""

    code = "list_has_no_rows"
    reason = _("Onder de namen van de kolommen staat nog niemand.")
    remedy = _("Vul de lijst in, sla haar op en probeer het opnieuw.")


class FileIsTooLarge(FileRefused):
    """More bytes than we take, packed or unpacked."""

    code = "file_is_too_large"
    remedy = _("Haal plaatjes en andere bladen eruit, of verdeel de lijst over meer bestanden.")

    def __init__(self, *, limit_megabytes: int, is_unpacked: bool = False) -> None:
        sentence = (
            _("Uitgepakt is het bestand groter dan {limit} MB.")
            if is_unpacked
            else _("Het bestand is groter dan {limit} MB.")
        )
        self.reason = format_lazy(sentence, limit=limit_megabytes)
        super().__init__()


class TooManyRows(FileRefused):
    """More rows than one import takes."""

    code = "too_many_rows"
    remedy = _("Verdeel de lijst over meer bestanden en lees ze na elkaar in.")

    def __init__(self, *, limit: int) -> None:
        self.reason = format_lazy(_("De lijst heeft meer dan {limit} rijen."), limit=limit)
        super().__init__()


class TooManyColumns(FileRefused):
    """More columns than any list of ours has."""

    code = "too_many_columns"
    remedy = _("Verwijder kolommen die niet bij de lijst horen, ook ver naar rechts.")

    def __init__(self, *, limit: int) -> None:
        self.reason = format_lazy(_("De lijst heeft meer dan {limit} kolommen."), limit=limit)
        super().__init__()


class WorkbookIsBroken(FileRefused):
    """Looks like a workbook, cannot be opened."""

    code = "workbook_is_broken"
    reason = _("De werkmap is beschadigd.")
    remedy = _("Open het bestand in Excel, sla het opnieuw op als .xlsx en probeer het nog eens.")


class WorkbookHasPassword(FileRefused):
    """Encrypted: we cannot and should not open it."""

    code = "workbook_has_password"
    reason = _("Er zit een wachtwoord op de werkmap.")
    remedy = _("Haal het wachtwoord eraf (Bestand, Info, Werkmap beveiligen) en sla opnieuw op.")


class WorkbookIsOld(FileRefused):
    """The binary format of before 2007, whatever `ending` its name has."""

    code = "workbook_is_old"
    remedy = _("Open het bestand in Excel en kies Opslaan als: Excel-werkmap (.xlsx).")

    def __init__(self, *, ending: str = "") -> None:
        self.reason = (
            _("Dit is een werkmap in het oude formaat (.xls).")
            if ending in ("", ".xls")
            else format_lazy(
                _("Dit is een werkmap in het oude formaat (.xls) met de naam {ending}."), ending=ending
            )
        )
        super().__init__()


_SAVE_AS = _("Open het in Excel of LibreOffice en kies Opslaan als: Excel-werkmap (.xlsx).")
_ASK_FOR_LIST = _("Vraag om de lijst zelf, als Excel-werkmap (.xlsx) of CSV.")
FORMATS: Mapping[str, tuple[str | Promise, tuple[str, ...], str | Promise]] = {
    "pdf": (_("een PDF"), (".pdf",), _ASK_FOR_LIST),
    "picture": (_("een plaatje"), (".png", ".jpg", ".jpeg", ".gif"), _ASK_FOR_LIST),
    "document": (_("een tekstdocument, geen lijst"), (".doc", ".docx", ".rtf", ".odt"), _ASK_FOR_LIST),
    "web_page": (_("een webpagina (HTML)"), (".htm", ".html", ".mht", ".mhtml"), _SAVE_AS),
    "xml": (_("een XML-bestand"), (".xml",), _SAVE_AS),
    "opendocument": (_("een werkblad van LibreOffice (.ods)"), (".ods",), _SAVE_AS),
    "binary_workbook": (_("een binaire werkmap (.xlsb)"), (".xlsb",), _SAVE_AS),
    "zip": (_("een zip-bestand"), (".zip",), _("Pak het uit en kies de lijst die erin zit.")),
}
"""What we see that a file is and do not read: its name on screen, the endings that fit it, what to do."""


class FormatIsUnknown(FileRefused):
    """Neither XLSX nor CSV, but `what` (a word of `FORMATS`), even where its name ends in something else."""

    code = "format_is_unknown"

    def __init__(self, what: str, *, ending: str = "") -> None:
        name, endings, self.remedy = FORMATS[what]
        sentence = (
            _("Dit is {what} met de naam {ending}.")
            if ending and ending not in endings
            else _("Dit is {what}.")
        )
        self.reason = format_lazy(sentence, what=name, ending=ending)
        super().__init__()


class NameIsWrong(FileRefused):
    """A text with the name of a workbook, or a workbook with another name."""

    code = "name_is_wrong"

    def __init__(self, *, ending: str, is_workbook: bool = False) -> None:
        if is_workbook:
            self.reason = format_lazy(_("Dit is een Excel-werkmap met de naam {ending}."), ending=ending)
            self.remedy = _("Geef het bestand de naam .xlsx en probeer het opnieuw.")
        else:
            self.reason = format_lazy(_("Dit is een tekstbestand met de naam {ending}."), ending=ending)
            self.remedy = _(
                "Open het in Excel en kies Opslaan als: Excel-werkmap (.xlsx). Of geef het de naam .csv."
            )
        super().__init__()


class TextIsUnreadable(FileRefused):
    """A CSV whose characters or quotes cannot be made sense of."""

    code = "text_is_unreadable"
    reason = _("De tekens in dit bestand kunnen we niet lezen.")
    remedy = _("Kies in Excel Opslaan als: CSV UTF-8 (door komma's gescheiden), of sla op als .xlsx.")


class QuotesAreBroken(TextIsUnreadable):
    """A quotation mark opens and never closes, or closes in the middle of a cell."""

    code = "quotes_are_broken"

    def __init__(self, *, line: int) -> None:
        self.reason = format_lazy(_("Rond regel {line} klopt een aanhalingsteken niet."), line=line)
        super().__init__()


class ColumnsAreWrong(FileRefused):
    """The header row lacks what this kind of list needs, or belongs to another kind of list.

    `missing` are titles of columns as we write them; `looks_like` is the slug of the kind it seems to be.
    """

    code = "columns_are_wrong"

    def __init__(
        self, *, missing: Sequence[str], looks_like: str = "", looks_like_title: str | Promise = ""
    ) -> None:
        self.missing = tuple(missing)
        self.looks_like = looks_like
        if looks_like:
            self.reason = format_lazy(_("Dit lijkt een andere lijst: {title}."), title=looks_like_title)
            self.remedy = format_lazy(
                _("Kies bij de soort lijst voor “{title}”, of kies een ander bestand."),
                title=looks_like_title,
            )
        else:
            self.reason = format_lazy(_("We missen in de lijst: {columns}."), columns=", ".join(self.missing))
            self.remedy = _("Zet in de eerste rij de namen van de kolommen, zoals in ons lege voorbeeld.")
        super().__init__()


class ColumnIsThereTwice(FileRefused):
    """Two columns with the same meaning: we cannot choose."""

    code = "column_is_there_twice"
    remedy = _("Laat één van de twee kolommen staan.")

    def __init__(self, *, title: str, letters: Sequence[str]) -> None:
        self.reason = format_lazy(
            _("De kolom “{title}” staat er twee keer in: {letters}."), title=title, letters=", ".join(letters)
        )
        super().__init__()


class HeaderHasFormula(FileRefused):
    """The name of a column is computed, so it may change under us."""

    code = "header_has_formula"
    remedy = _("Kopieer de bovenste rij en plak haar als waarden (Plakken speciaal, Waarden).")

    def __init__(self, *, cell: str) -> None:
        self.reason = format_lazy(_("De naam van de kolom in cel {cell} is een formule."), cell=cell)
        super().__init__()
