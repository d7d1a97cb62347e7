"""Who searches while choosing guests finds who is meant, and keeps what was ticked."""

from __future__ import annotations

import re

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, text_of

pytestmark = pytest.mark.django_db


@pytest.fixture
def staff(cast, clock, log_in):
    return log_in(cast.own.account())


def ticked(response) -> set[str]:
    """Keys of who is ticked on the page."""
    found = re.findall(
        r'name="(?:candidate|entrepreneur)" value="([^"]+)" checked', response.content.decode()
    )
    return set(found)


class TestAName:
    def test_a_search_for_a_name_ticks_nobody(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.candidate(cast.own, "Zahra", last_name="Amiri")
        making.candidate(cast.own, "Sahra", last_name="Farah")
        making.entrepreneur(making.employer(cast.own), "Zahra Bakker")
        for kind in ("candidate", "entrepreneur"):
            url = f"{at_page('choose_guests', made)}?kind={kind}"
            assert ticked(staff.get(url)), "the suggestion ticks"
            searched = staff.get(f"{url}&q=zahra")
            assert "Zahra" in text_of(searched) and not ticked(searched)

    @pytest.mark.parametrize("words", ["Piet Jansen", "piet  jansen", "PIËT JANSEN"])
    def test_who_bears_the_name_comes_before_who_resembles_it(self, cast, staff, words):
        firm = making.employer(cast.own, term_codes=("koken",))
        made = making.gathering(cast.own, tables=1, host_employer=firm)
        making.candidate(cast.own, "Ellen", last_name="Jansen", term_codes=("koken",))
        making.candidate(cast.own, "Piet", last_name="Jansen", postcode="3511 AB")
        page = text_of(staff.get(at_page("choose_guests", made) + f"?kind=candidate&q={words}"))
        assert page.index("Piet Jansen") < page.index("Ellen Jansen")

    def test_a_firm_that_was_named_comes_first(self, cast, staff):
        made = making.gathering(cast.own, tables=1)
        making.entrepreneur(making.employer(cast.own, "Bakkerij Waal Noord", term_codes=("koken",)), "Ton")
        making.entrepreneur(making.employer(cast.own, "Bakkerij Waal"), "Rosa")
        page = text_of(staff.get(at_page("choose_guests", made) + "?kind=entrepreneur&q=bakkerij waal"))
        assert page.index("Rosa") < page.index("Ton")
