"""A name as one says it, in its two parts."""

import pytest

from werktop.regions.full_names import split_name


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Sam Voorbeeld", ("Sam", "Voorbeeld")),
        ("Jan van der Laan", ("Jan", "van der Laan")),
        ("Laan, Jan van der", ("Jan", "van der Laan")),
        ("Cher", ("Cher", "")),
        (" Cher , ", ("Cher", ",")),
    ],
)
def test_a_name_is_split_as_people_say_it(written, names):
    assert split_name(written) == names


@pytest.mark.parametrize(
    ("written", "names"),
    [
        ("Anna  Maria de Wit", ("Anna Maria", "de Wit")),
        ("Anna Maria", ("Anna Maria", "")),
        ("Anna Mariana de Wit", ("Anna", "Mariana de Wit")),
        ("Sofie de Wit", ("Sofie", "de Wit")),
        ("Anna Maria Wit, MSc", ("Anna Maria", "Wit, MSc")),
        ("Wit, Anna Maria de", ("Anna Maria", "de Wit")),
    ],
)
def test_a_first_name_of_two_words_stays_whole(written, names):
    assert split_name(written, known=("Anna Maria", "Bos")) == names


@pytest.mark.parametrize(
    "known",
    [
        ("van Doorn", "Marloes"),
        ("Marloes van", "Doorn"),
        ("Marloes", "Doorn, van"),
        ("Jan", "Bakker, MSc"),
        ("van  Doorn", "Marloes"),
        ("Marloes", ""),
    ],
)
def test_a_name_that_nobody_changed_stays_as_it_was(known):
    assert split_name(" ".join(known).strip(), known=known) == known
