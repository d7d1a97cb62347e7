"""Who searches while choosing guests finds who is meant, and keeps what was ticked."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, text_of

from werktop.candidates.models import Candidate
from werktop.gatherings.models import Guest

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


def sent_with(client, shown, *, tick=(), untick=(), **more):
    """What a browser sends by a button of the form, after these ticks; script or no script. Follows to the answer."""
    html = shown.content.decode()
    hidden = dict(re.findall(r'<input type="hidden" name="(suggested|without)" value="([^"]*)"', html))
    keys = (ticked(shown) | {str(p.pk) for p in tick}) - {str(p.pk) for p in untick}
    form = {"request_key": str(uuid4()), "kind": "candidate", "candidate": sorted(keys)} | hidden | more
    url = shown.request["PATH_INFO"] + "?" + shown.request["QUERY_STRING"]
    return client.post(url, form, follow=True)


class TestTicksStay:
    @pytest.fixture
    def people(self, cast):
        return [making.candidate(cast.own, f"K{n}", postcode="3511 AB") for n in range(30)]

    @pytest.fixture
    def made(self, cast, people):
        return making.gathering(cast.own, tables=1, candidates_wanted=8)

    def test_what_was_ticked_and_unticked_stays_through_a_search(self, cast, staff, made, people):
        zahra = making.candidate(cast.own, "Zahra", postcode="3511 AB")
        first = staff.get(at_page("choose_guests", made) + "?kind=candidate")
        beforehand = ticked(first)
        assert len(beforehand) == 8 and str(people[0].pk) in beforehand
        searched = sent_with(staff, first, untick=[people[0]], tick=[people[22]], then="show", q="Zahra")
        assert ticked(searched) == {str(people[22].pk)}, "what was ticked by hand stands above what is found"
        page = text_of(searched)
        assert "Al aangevinkt" in page and page.index("K22") < page.index("Zahra")
        again = sent_with(staff, searched, tick=[zahra], then="show", q="")
        expected = beforehand - {str(people[0].pk)} | {str(people[22].pk), str(zahra.pk)}
        assert ticked(again) == expected
        cleared = sent_with(staff, again, then="clear")
        assert ticked(cleared) == expected
        sent_with(staff, cleared)
        assert {str(g.candidate_id) for g in Guest.objects.all()} == expected

    def test_who_was_unticked_is_ticked_again_by_hand(self, staff, made, people):
        first = staff.get(at_page("choose_guests", made) + "?kind=candidate")
        without = sent_with(staff, first, untick=[people[0]], then="show", q="")
        assert str(people[0].pk) not in ticked(without)
        assert ticked(sent_with(staff, without, tick=[people[0]], then="show", q="")) == ticked(first)

    def test_another_page_keeps_who_was_ticked(self, staff, made, people):
        first = staff.get(at_page("choose_guests", made) + "?kind=candidate")
        second = sent_with(staff, first, tick=[people[22]], untick=[people[0]], page="2")
        assert "K29" in text_of(second) and ticked(second) == {str(people[22].pk)}
        back = sent_with(staff, second, tick=[people[29]], page="1")
        assert ticked(back) == ticked(first) - {str(people[0].pk)} | {
            str(p.pk) for p in (people[22], people[29])
        }

    def test_looking_further_saves_nothing(self, staff, made, people):
        first = staff.get(at_page("choose_guests", made) + "?kind=candidate")
        sent_with(staff, first, tick=[people[22]], then="show", q="K1")
        assert not Guest.objects.exists()

    def test_the_address_holds_what_differs_alone_and_stays_short(self, cast, staff, people):
        for n in range(90):
            making.candidate(cast.own, f"L{n}", postcode="3511 AB")
        made = making.gathering(cast.own, tables=15, candidates_wanted=120)
        first = staff.get(at_page("choose_guests", made) + "?kind=candidate")
        assert len(ticked(first)) == 120
        same = sent_with(staff, first, then="show", q="")
        assert "with" not in same.request["QUERY_STRING"] and ticked(same) == ticked(first)
        everybody = list(Candidate.objects.all())
        none = sent_with(staff, first, untick=everybody, then="show", q="")
        assert not ticked(none) and len(none.request["QUERY_STRING"]) < 3500

    def test_more_than_an_address_holds_is_refused_and_nothing_is_lost(self, cast, staff, made):
        more = [making.candidate(cast.own, f"M{n}") for n in range(125)]
        address = at_page("choose_guests", made) + "?kind=candidate"
        form = {"request_key": str(uuid4()), "candidate": [str(p.pk) for p in more], "then": "show", "q": "M"}
        answer = staff.post(address, form)
        assert "Zet eerst op de lijst" in text_of(answer)
        assert ticked(answer) == {str(p.pk) for p in more}

    @pytest.mark.parametrize("word", ["niets", "....", "AAAA", "é", "%00"])
    def test_an_address_that_cannot_be_read_changes_nothing(self, staff, made, people, word):
        url = at_page("choose_guests", made) + "?kind=candidate"
        answer = staff.get(f"{url}&with={word}&without={word}")
        assert answer.status_code == 200 and ticked(answer) == ticked(staff.get(url))

    def test_nobody_of_elsewhere_is_shown_by_an_address(self, cast, staff, made, people):
        stranger = making.candidate(cast.far, "Geheim")
        first = staff.get(at_page("choose_guests", made) + "?kind=candidate")
        answer = sent_with(staff, first, tick=[stranger], then="show", q="")
        assert answer.status_code == 200 and "Geheim" not in text_of(answer)
