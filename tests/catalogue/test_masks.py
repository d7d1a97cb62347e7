"""Requirements as the bits that the ranking compares."""

import numpy as np
import pytest

from werktop.catalogue.queries import masks

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    ("has", "asked", "missing"),
    [
        (["rijbewijs-ce"], ["rijbewijs-b", "rijbewijs-c", "rijbewijs-be"], []),
        (["rijbewijs-b"], ["rijbewijs-c"], ["rijbewijs-c"]),
        (["nederlands-praten-b2"], ["nederlands-praten-a1", "nederlands-praten-b1"], []),
        (["nederlands-praten-a2"], ["nederlands-praten-b1", "vog"], ["nederlands-praten-b1", "vog"]),
        (["tillen-23", "vca-vol"], ["tillen-10", "vca-basis"], []),
        ([], [], []),
        ([], ["vog"], ["vog"]),
    ],
)
def test_what_somebody_has_holds_what_follows_from_it(has, asked, missing):
    known = masks()
    required, abilities = known.of_required(asked), known.of_abilities(has)
    assert known.missing(required, abilities) == missing
    assert (np.uint64(required) & ~np.uint64(abilities) == 0) is np.bool_(not missing)


def test_a_place_asks_only_what_it_names():
    known = masks()
    assert known.codes_in(known.of_required(["rijbewijs-c"])) == ["rijbewijs-c"]
    assert known.of_required(["rijbewijs-b"]) == 2


def test_all_of_them_fit_in_64_bits():
    known = masks()
    assert known.of_required(known.bits) < 2**64
    with pytest.raises(KeyError):
        known.of_required(["geen-eis"])


def test_one_query_reads_them(django_assert_num_queries):
    with django_assert_num_queries(1):
        masks()
