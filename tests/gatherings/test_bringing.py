"""A gathering of entrepreneurs gets its candidates from the organisations that know them: each brings the own ones."""

from __future__ import annotations

import re
from uuid import uuid4

import pytest
from tests import making
from tests.gatherings.page_asking import at_page, post, text_of
from tests.gatherings.test_guest_pages import queries

from werktop.accounts.roles import Role
from werktop.audit.models import Entry, PersonalView
from werktop.audit.refusals import NotAllowed, NotVisible
from werktop.gatherings.commands.guests import choose_guests, remove_guest
from werktop.gatherings.commands.inviting import invite_guests, remind_guests
from werktop.gatherings.models import Guest
from werktop.gatherings.pages.ticks import packed
from werktop.gatherings.refusals import DayHasBegun, GatheringIsCancelled, GuestIsInvited, NobodyToInvite
from werktop.post.models import Message

pytestmark = pytest.mark.django_db


@pytest.fixture
def made(cast, clock):
    """A gathering of the collective, with one entrepreneur chosen and nobody invited."""
    gathering = making.gathering(cast.private, tables=1)
    making.guest(gathering, making.entrepreneur(making.employer(cast.private, "Drukkerij Sterk")), "chosen")
    return gathering


@pytest.fixture
def manager(cast, log_in):
    return log_in(cast.own.account())


class TestThePage:
    def test_own_candidates_are_chosen_and_invited_and_the_message_comes_from_the_own_organisation(
        self, cast, made, manager
    ):
        zahra = making.candidate(cast.own, "Zahra")
        seen = text_of(manager.get(at_page("gathering", made)))
        assert "Breng eigen kandidaten mee" in seen and "Kies ondernemers" not in seen
        page = manager.get(at_page("choose_guests", made))
        assert re.findall(r'name="candidate" value="([^"]+)" checked', page.content.decode()) == [
            str(zahra.pk)
        ]
        assert str(zahra.pk) in PersonalView.objects.get(page="gatherings:choose_guests").about_ids
        post(manager, at_page("choose_guests", made), candidate=[str(zahra.pk)], then="invite")
        guest = Guest.objects.get(candidate=zahra)
        assert guest.reply == "invited" and guest.organisation == cast.own.organisation
        assert [m.organisation for m in Message.objects.all()] == [cast.own.organisation]
        assert Guest.objects.get(kind="entrepreneur").reply == "chosen"

    def test_nobody_elses_candidates_and_no_entrepreneurs_stand_there(self, cast, made, manager):
        making.candidate(cast.own, "Zahra")
        making.candidate(cast.other, "Vreemd")
        firm = making.entrepreneur(making.employer(cast.own, "Bakkerij Bol"))
        ticked = f"?entrepreneur={packed([firm.pk])}"
        for asked in ("", "?whose=all", "?whose=others", "?kind=entrepreneur", ticked):
            page = text_of(manager.get(at_page("choose_guests", made) + asked))
            assert "Zahra" in page, asked
            assert "Bakkerij Bol" not in page and "andere organisatie" not in page, asked
        assert "Zahra" not in text_of(manager.get(at_page("choose_guests", made) + "?q=niemand"))

    def test_who_was_put_on_the_list_is_invited_from_the_gatherings_page(self, cast, made, manager):
        making.guest(made, making.candidate(cast.own, "Zahra"), "chosen")
        making.guest(made, making.candidate(cast.other, "Vreemd"), "chosen")
        for name in ("gathering", "guests"):
            assert "Nodig 1 gast uit" in text_of(manager.get(at_page(name, made))), name
        post(manager, at_page("invite_guests", made))
        assert [g.organisation for g in Guest.objects.filter(reply="invited")] == [cast.own.organisation]

    def test_an_own_choice_comes_off_again_until_it_is_invited(self, cast, made, manager):
        chosen = making.guest(made, making.candidate(cast.own, "Zahra"), "chosen")
        invited = making.guest(made, making.candidate(cast.own, "Bo"), "invited", invited_at=making.MOMENT)
        theirs = making.guest(made, making.candidate(cast.other, "Vreemd"), "chosen")
        seen = manager.get(at_page("guests", made)).content.decode()
        offered = [g for g in Guest.objects.all() if at_page("remove_guest", made, guest_id=g.pk) in seen]
        assert offered == [chosen]
        answer = post(manager, at_page("remove_guest", made, guest_id=invited.pk))
        assert answer.status_code == 403 and "Deze gast is al uitgenodigd" in text_of(answer)
        assert post(manager, at_page("remove_guest", made, guest_id=theirs.pk)).status_code == 404
        assert "Zahra" in text_of(manager.get(at_page("remove_guest", made, guest_id=chosen.pk)))
        page = manager.post(
            at_page("remove_guest", made, guest_id=chosen.pk), {"request_key": str(uuid4())}, follow=True
        )
        assert "Deze gast staat niet meer op de lijst." in text_of(page)
        assert not Guest.objects.filter(pk=chosen.pk).exists() and Guest.objects.count() == 3
        assert (
            Entry.objects.filter(
                verb="gatherings.remove_guest", organisation_id=cast.own.organisation.pk
            ).count()
            == 1
        )
        assert not Message.objects.exists()

    def test_after_the_last_of_them_the_page_to_choose_follows_not_a_closed_list(self, cast, made, manager):
        chosen = making.guest(made, making.candidate(cast.own, "Zahra"), "chosen")
        asked = {"request_key": str(uuid4())}
        page = manager.post(at_page("remove_guest", made, guest_id=chosen.pk), asked, follow=True)
        assert page.redirect_chain == [(at_page("choose_guests", made), 302)] and page.status_code == 200
        # the same press once more finds its receipt
        assert manager.post(at_page("remove_guest", made, guest_id=chosen.pk), asked).status_code == 302

    def test_no_firm_is_named_to_who_has_no_part_yet(self, cast, made, manager):
        making.candidate(cast.own, "Zahra", term_codes=("koken",))
        firm = making.employer(cast.private, "Keuken Waal", term_codes=("koken",))
        making.guest(made, making.entrepreneur(firm))
        page = text_of(manager.get(at_page("choose_guests", made)))
        assert "gezocht door 1 bedrijf aan tafel" in page and "Keuken Waal" not in page
        # with an own candidate on the list the guests are read by name, and so are their firms
        making.guest(made, making.candidate(cast.own, "Bo"), "chosen")
        assert "gezocht door Keuken Waal" in text_of(manager.get(at_page("choose_guests", made)))

    @pytest.mark.parametrize("role", [Role.COORDINATOR, Role.TEAM_LEAD, Role.TABLE_HOST])
    def test_without_files_nobody_brings(self, cast, made, log_in, role):
        client = log_in(cast.own.account(role))
        assert client.get(at_page("choose_guests", made)).status_code in (403, 404)
        assert "Breng eigen kandidaten mee" not in text_of(client.get(at_page("gathering", made)))

    @pytest.mark.parametrize("status", ["running", "finished", "cancelled"])
    def test_only_what_is_being_prepared_takes_candidates(self, made, manager, at, status):
        made.status = status
        made.cancelled_at = at if status == "cancelled" else None
        made.save()
        assert manager.get(at_page("choose_guests", made)).status_code == 404
        assert "Breng eigen kandidaten mee" not in text_of(manager.get(at_page("gathering", made)))

    def test_all_else_stays_with_who_holds_it(self, cast, made, manager):
        for name in ("change_gathering", "cancel_gathering", "tables"):
            assert manager.get(at_page(name, made)).status_code == 404, name
        guest = making.guest(made, making.candidate(cast.own), "invited")
        assert post(manager, at_page("remind_guests", made)).status_code == 403
        assert post(manager, at_page("remove_guest", made, guest_id=guest.pk)).status_code in (403, 404)

    def test_it_asks_as_much_for_10_candidates_as_for_100(self, cast, made, manager):
        names = ("gathering", "guests", "choose_guests")
        asked = []
        manager.get(at_page("choose_guests", made))  # a process reads the postcodes once
        for count in (10, 90):
            for n in range(count):
                person = making.candidate(cast.own, f"K{n}")
                if n % 2:
                    making.guest(made, person, "chosen")
            asked.append({name: queries(manager, at_page(name, made)) for name in names})
        assert asked[0] == asked[1]
        assert max(asked[1].values()) <= 18, asked


class TestWhoHoldsIt:
    def test_a_private_organiser_reads_who_can_bring_candidates(self, cast, made, log_in):
        for role in (Role.COORDINATOR, Role.RELATIONSHIP_MANAGER):
            page = text_of(
                log_in(cast.private.account(role)).get(at_page("choose_guests", made) + "?kind=candidate")
            )
            assert "Gemeente Waalsteen" in page and "Gemeente Lingeveld" in page
            assert cast.own.organisation.email in page
            assert "Gemeente Elders" not in page and cast.private.account().email not in page

    def test_an_organisation_where_nobody_can_is_not_named(self, cast, made, log_in):
        cast.other.account().memberships.update(is_active=False)
        client = log_in(cast.private.account(Role.COORDINATOR))
        page = text_of(client.get(at_page("choose_guests", made) + "?kind=candidate"))
        assert "Gemeente Waalsteen" in page and "Gemeente Lingeveld" not in page

    def test_it_reads_how_many_were_brought_and_by_whom(self, cast, made, log_in):
        for house, count in ((cast.own, 2), (cast.other, 1)):
            for _ in range(count):
                making.guest(made, making.candidate(house), "invited")
        page = text_of(log_in(cast.private.account(Role.COORDINATOR)).get(at_page("gathering", made)))
        # one number: how many are whose is not for who sees no files
        assert "3 kandidaten zijn meegebracht, door Gemeente Lingeveld, Gemeente Waalsteen." in page
        other = text_of(log_in(cast.own.account()).get(at_page("gathering", made)))
        assert "meegebracht, door" not in other

    def test_a_municipality_reads_how_many_each_brought(self, cast, clock, log_in):
        made = making.gathering(cast.own, tables=1)
        making.guest(made, making.candidate(cast.own))
        for _ in range(2):
            making.guest(made, making.candidate(cast.other), "invited")
        page = text_of(log_in(cast.own.account(Role.COORDINATOR)).get(at_page("gathering", made)))
        assert "2 kandidaten zijn van andere organisaties: Gemeente Lingeveld (2)." in page


class TestCommands:
    @pytest.fixture
    def asked(self, cast, at, made):
        return {"actor": cast.own.actor(), "at": at, "gathering_id": made.pk}

    def test_no_entrepreneurs(self, cast, asked):
        firm = making.entrepreneur(making.employer(cast.own))
        with pytest.raises(NotAllowed):
            choose_guests(**asked, candidate_ids=[making.candidate(cast.own).pk], entrepreneur_ids=[firm.pk])
        assert not Guest.objects.filter(kind="candidate").exists()

    def test_no_candidate_of_another_organisation_shared_or_not(self, cast, asked):
        own, shared = making.candidate(cast.own), making.candidate(cast.other, is_shared=True)
        with pytest.raises(NotVisible):
            choose_guests(**asked, candidate_ids=[own.pk, shared.pk])
        assert not Guest.objects.filter(kind="candidate").exists()

    def test_nobody_elses_guests_are_invited_also_when_named(self, cast, asked, made):
        theirs = making.guest(made, making.candidate(cast.other), "chosen")
        firm = Guest.objects.get(kind="entrepreneur")
        for more in ({}, {"guest_ids": [theirs.pk, firm.pk]}):
            with pytest.raises(NobodyToInvite):
                invite_guests(**asked, **more)
        assert not Message.objects.exists()

    def test_another_region_and_who_sees_no_files_do_not_bring(self, cast, at, made):
        for actor, refusal in (
            (cast.far.actor(), NotVisible),
            (cast.own.actor(Role.COORDINATOR), NotAllowed),
            (cast.own.actor(Role.TEAM_LEAD), NotAllowed),
        ):
            with pytest.raises(refusal):
                invite_guests(actor=actor, at=at, gathering_id=made.pk)
            with pytest.raises(refusal):
                choose_guests(
                    actor=actor, at=at, gathering_id=made.pk, candidate_ids=[making.candidate(cast.own).pk]
                )

    @pytest.mark.parametrize(
        ("status", "refusal"), [("running", DayHasBegun), ("cancelled", GatheringIsCancelled)]
    )
    def test_not_once_the_day_has_begun_or_is_off(self, cast, at, asked, made, status, refusal):
        made.status, made.cancelled_at = status, at if status == "cancelled" else None
        made.save()
        with pytest.raises(refusal):
            choose_guests(**asked, candidate_ids=[making.candidate(cast.own).pk])
        with pytest.raises(refusal):
            invite_guests(**asked)

    def test_what_is_taken_off_is_what_was_not_invited_and_before_the_day(self, cast, at, asked, made):
        guest = making.guest(made, making.candidate(cast.own), "chosen")
        for actor, refusal in (
            (cast.far.actor(), NotVisible),
            (cast.own.actor(Role.COORDINATOR), NotAllowed),
        ):
            with pytest.raises(refusal):
                remove_guest(actor=actor, at=at, gathering_id=made.pk, guest_id=guest.pk)
        firm = Guest.objects.get(kind="entrepreneur")
        with pytest.raises(NotVisible):
            remove_guest(**asked, guest_id=firm.pk)
        for reply in ("invited", "yes", "no", "waiting"):
            guest.reply, guest.waiting_since_at = reply, at
            guest.save()
            with pytest.raises(GuestIsInvited):
                remove_guest(**asked, guest_id=guest.pk)
        guest.reply, made.status = "chosen", "running"
        guest.save()
        made.save()
        with pytest.raises(DayHasBegun):
            remove_guest(**asked, guest_id=guest.pk)
        assert Guest.objects.filter(pk=guest.pk).exists()

    def test_reminding_stays_with_who_holds_it(self, cast, asked, made):
        making.guest(made, making.candidate(cast.own), "invited", invited_at=making.MOMENT)
        with pytest.raises(NotAllowed):
            remind_guests(**asked)
