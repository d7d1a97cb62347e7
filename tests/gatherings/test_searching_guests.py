"""Who searches while choosing guests finds who is meant, and keeps what was ticked."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, text_of

from werktop.gatherings.models import Guest
from werktop.gatherings.pages.ticks import packed
from werktop.gatherings.queries import fitting

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
    """What a browser without script sends by a button of the form, after these ticks. Follows to the answer."""
    boxes = re.findall(r'name="(candidate|entrepreneur)" value="([^"]+)"( checked)?', shown.content.decode())
    by_hand, off = {str(p.pk) for p in tick}, {str(p.pk) for p in untick}
    assert by_hand | off <= {key for _kind, key, _is in boxes}, "only what stands on the page is ticked"
    form = {"request_key": str(uuid4()), "kind": shown.context["kind"], "candidate": [], "entrepreneur": []}
    for kind, key, is_checked in boxes:
        if (is_checked or key in by_hand) and key not in off:
            form[kind].append(key)
    url = shown.request["PATH_INFO"] + "?" + shown.request["QUERY_STRING"]
    return client.post(url, form | more, follow=True)


def keys_of(*people) -> set[str]:
    return {str(p.pk) for p in people}


class TestTicksStay:
    @pytest.fixture(autouse=True)
    def lots(self, monkeypatch):
        """All thirty fit alike; here the lots fall in the order in which they were made."""
        monkeypatch.setattr(fitting, "lot", lambda drawn_for, key: key.hex)

    @pytest.fixture
    def people(self, cast):
        return [making.candidate(cast.own, f"K{n}", postcode="3511 AB") for n in range(30)]

    @pytest.fixture
    def made(self, cast, people):
        return making.gathering(cast.own, tables=1, candidates_wanted=8)

    @pytest.fixture
    def first(self, staff, made):
        return staff.get(at_page("choose_guests", made) + "?kind=candidate")

    def test_whom_the_suggestion_ticked_stays_ticked_while_a_name_is_searched(
        self, cast, staff, made, people, first
    ):
        zahra = making.candidate(cast.own, "Zahra", postcode="3511 AB")
        searched = sent_with(staff, first, then="show", q="Zahra")
        assert ticked(searched) == ticked(first) and "Ook aangevinkt 8 kandidaten" in text_of(searched)
        sent_with(staff, searched, tick=[zahra])
        chosen = {str(g.candidate_id) for g in Guest.objects.all()}
        assert chosen == ticked(first) | keys_of(zahra)

    def test_what_was_ticked_and_unticked_stays_through_a_search(self, cast, staff, people, first):
        zahra = making.candidate(cast.own, "Zahra", postcode="3511 AB")
        expected = ticked(first) - keys_of(people[0]) | keys_of(people[22])
        searched = sent_with(staff, first, untick=[people[0]], tick=[people[22]], then="show", q="Zahra")
        assert ticked(searched) == expected
        page = text_of(searched)
        assert page.index("K22") < page.index("Zahra"), "who is not among what is found stands above it"
        again = sent_with(staff, searched, tick=[zahra], untick=[people[1]], then="show", q="")
        expected = expected - keys_of(people[1]) | keys_of(zahra)
        assert ticked(again) == expected
        cleared = sent_with(staff, again, then="clear")
        assert ticked(cleared) == expected
        sent_with(staff, cleared)
        assert {str(g.candidate_id) for g in Guest.objects.all()} == expected

    @pytest.mark.parametrize(
        "asked", [{"language": "ar"}, {"place": "Tiel"}, {"within": "5"}, {"mine": "on"}, {"whose": "others"}]
    )
    def test_what_was_ticked_stays_through_each_filter(self, staff, people, first, asked):
        narrowed = sent_with(staff, first, tick=[people[22]], then="show", **asked)
        assert ticked(narrowed) == ticked(first) | keys_of(people[22])

    def test_another_page_keeps_who_was_ticked(self, staff, people, first):
        expected = ticked(first) - keys_of(people[0]) | keys_of(people[22])
        second = sent_with(staff, first, tick=[people[22]], untick=[people[0]], page="2")
        assert "K29" in text_of(second) and ticked(second) == expected
        back = sent_with(staff, second, tick=[people[29]], page="1")
        assert ticked(back) == expected | keys_of(people[29])

    def test_the_other_kind_of_guests_keeps_who_was_ticked_and_all_are_invited(self, cast, staff, people):
        made = making.gathering(cast.own, tables=1, candidates_wanted=8)
        firms = [making.entrepreneur(making.employer(cast.own), f"O{n}") for n in range(6)]
        hosts = staff.get(at_page("choose_guests", made))
        assert hosts.context["kind"] == "entrepreneur"
        two = ticked(hosts)
        assert len(two) == 2
        others = [p for p in firms if str(p.pk) not in two]
        seekers = sent_with(staff, hosts, tick=[others[0]], to="candidate")
        eight = ticked(seekers) - two - keys_of(others[0])
        assert len(eight) == 8, "a kind that was not shown before has its suggestion"
        assert ticked(seekers) >= two | keys_of(others[0])
        assert "Ook aangevinkt 3 ondernemers" in text_of(seekers) and "Aangevinkt: 11." in text_of(seekers)
        back = sent_with(staff, seekers, untick=[others[0], people[0]], to="entrepreneur")
        assert ticked(back) == (eight | two) - keys_of(people[0])
        assert "nu kandidaten" not in text_of(back), "they are ticked already"
        sent_with(staff, back, then="invite")
        invited = Guest.objects.filter(reply="invited")
        assert {str(g.candidate_id or g.entrepreneur_id) for g in invited} == ticked(back)

    def test_all_can_be_unticked_at_once_and_the_suggestion_comes_back_when_asked_for(
        self, staff, people, first
    ):
        narrowed = sent_with(staff, first, tick=[people[22]], then="show", q="K2")
        none = sent_with(staff, narrowed, then="untick", q="K2")
        assert not ticked(none) and "Aangevinkt: 0." in text_of(none) and "K29" in text_of(none)
        assert not ticked(sent_with(staff, none, then="clear")), "no suggestion nobody asked for"
        offered = sent_with(staff, none, then="show", place="Utrecht")
        assert "Vink aan wie het best past" in text_of(offered)
        assert ticked(sent_with(staff, offered, then="suggest", place="Utrecht")) == ticked(first)

    def test_to_untick_all_of_one_kind_leaves_the_other(self, cast, staff, people):
        made = making.gathering(cast.own, tables=1, candidates_wanted=8)
        firm = making.entrepreneur(making.employer(cast.own), "Joris")
        hosts = staff.get(at_page("choose_guests", made))
        seekers = sent_with(staff, hosts, to="candidate")
        assert keys_of(firm) < ticked(seekers) and "Vink alle kandidaten uit" in text_of(seekers)
        left = sent_with(staff, seekers, then="untick")
        assert ticked(left) == keys_of(firm)
        assert "Vink alle kandidaten uit" not in text_of(left) and "Ook aangevinkt 1 ondernemer" in text_of(
            left
        )

    def test_who_was_put_on_the_list_meanwhile_is_ticked_no_more(self, staff, made, people, first):
        making.guest(made, people[0], "chosen")
        searched = sent_with(staff, first, then="show", q="K29")
        assert ticked(searched) == ticked(first) - keys_of(people[0])

    def test_enter_in_a_field_shows_what_was_asked_for(self, first):
        buttons = re.findall(r'<button[^>]*type="submit"[^>]*>', first.content.decode())
        of_form = [b for b in buttons if 'form="choose"' in b]
        assert 'value="show"' in of_form[0], "a browser sends the first button of the form"

    def test_looking_further_saves_nothing(self, staff, people, first):
        sent_with(staff, first, tick=[people[22]], then="show", q="K1")
        assert not Guest.objects.exists()

    def test_so_many_as_a_gathering_asks_fit_in_an_address(
        self, cast, staff, people, django_assert_max_num_queries
    ):
        for n in range(90):
            making.candidate(cast.own, f"L{n}", postcode="3511 AB")
        for n in range(30):
            making.entrepreneur(making.employer(cast.own), f"O{n}")
        made = making.gathering(cast.own, tables=15, candidates_wanted=120)
        firms = staff.get(at_page("choose_guests", made) + "?kind=entrepreneur")
        both = sent_with(staff, firms, to="candidate")
        assert len(ticked(both)) == 150
        searched = sent_with(staff, both, then="show", q="één lange náám, met van alles erin", place="Tiel")
        assert ticked(searched) == ticked(both)
        assert len(searched.request["QUERY_STRING"]) < 3900
        with django_assert_max_num_queries(26):
            staff.get(f"{searched.request['PATH_INFO']}?{searched.request['QUERY_STRING']}")

    def test_more_than_an_address_holds_is_refused_and_nothing_is_lost(self, cast, staff, made):
        more = [making.candidate(cast.own, f"M{n}") for n in range(200)]
        address = at_page("choose_guests", made) + "?kind=candidate"
        form = {"request_key": str(uuid4()), "candidate": [str(p.pk) for p in more], "then": "show", "q": "M"}
        answer = staff.post(address, form)
        assert "Zet eerst op de lijst" in text_of(answer)
        assert ticked(answer) == keys_of(*more)

    def test_the_suggestion_comes_when_asked_for_though_the_others_are_more_than_an_address_holds(
        self, cast, staff, made, people, first
    ):
        firms = [making.entrepreneur(making.employer(cast.own), f"O{n}") for n in range(200)]
        answer = sent_with(staff, first, then="suggest", entrepreneur=[str(p.pk) for p in firms])
        assert "Zet eerst op de lijst" in text_of(answer)
        assert ticked(answer) == ticked(first) | keys_of(*firms)

    @pytest.mark.parametrize("word", ["niets", "....", "AAAA", "é", "%00", "A" * 22])
    def test_an_address_that_cannot_be_read_ticks_nobody(self, staff, made, people, word):
        url = at_page("choose_guests", made) + "?kind=candidate"
        answer = staff.get(f"{url}&candidate={word}&entrepreneur={word}")
        assert answer.status_code == 200 and not ticked(answer)

    def test_nobody_of_elsewhere_is_shown_by_an_address(self, cast, staff, first):
        stranger = making.candidate(cast.far, "Geheim")
        url = first.request["PATH_INFO"] + f"?kind=candidate&candidate={packed([stranger.pk])}"
        answer = staff.get(url)
        assert answer.status_code == 200 and not ticked(answer) and "Geheim" not in text_of(answer)

    def test_who_sees_no_files_keeps_the_entrepreneurs_and_sees_no_candidate_by_an_address(
        self, cast, clock, log_in, made, people
    ):
        client = log_in(cast.own.account("coordinator"))
        firm = making.entrepreneur(making.employer(cast.own), "Ton")
        url = at_page("choose_guests", made) + f"?kind=candidate&candidate={packed([people[22].pk])}"
        page = client.get(f"{url}&entrepreneur={packed([firm.pk])}")
        assert "K22" not in text_of(page)
        (link,) = re.findall(r'href="([^"]*kind=entrepreneur[^"]*)"', page.content.decode())
        assert ticked(client.get(link.replace("&amp;", "&"))) == keys_of(firm)


def test_who_comes_to_the_gathering_itself_is_suggested_first_for_its_preparation(cast, staff):
    main = making.gathering(cast.own)
    asked, comes = (making.candidate(cast.own, name) for name in ("Aisha", "Zahra"))
    making.guest(main, asked, "invited")
    making.guest(main, comes, "yes")
    made = making.gathering(cast.own, format="preparation", prepares_for=main, candidates_wanted=1)
    page = staff.get(at_page("choose_guests", made))
    assert ticked(page) == keys_of(comes)
    assert "komt naar het gesprek zelf" in text_of(page)
    assert "staat op de lijst van het gesprek zelf" in text_of(page)
