"""The words of lists lead to codes that the catalogue has, and to all of them."""

from werktop.catalogue.choices import Language, Sector, WorkForm
from werktop.exchange.kinds.words import LANGUAGES, SECTORS, WORK_FORMS


def test_every_code_of_the_catalogue_can_be_written():
    assert set(LANGUAGES.values()) == set(Language.values)
    assert set(WORK_FORMS.values()) == set(WorkForm.values)
    assert set(SECTORS.values()) == set(Sector.values)


def test_the_words_on_our_own_screens_are_understood():
    assert {word: code for code, word in Language.choices}.items() <= LANGUAGES.items()
    assert {word: code for code, word in WorkForm.choices}.items() <= WORK_FORMS.items()
    assert {word: code for code, word in Sector.choices}.items() <= SECTORS.items()
