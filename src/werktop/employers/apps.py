from django.apps import AppConfig


class EmployersConfig(AppConfig):
    name = "werktop.employers"
    label = "employers"

    def ready(self) -> None:
        """Say where the post finds people of this room, what this room keeps of them and tells on the page of a firm, and what
        becomes of its rows where two are brought together."""
        from werktop.audit.telling import tells

        from . import (
            checks,  # noqa: F401 - registers itself
            trail_words,
        )

        tells(trail_words)
        from django.utils.translation import gettext_lazy as _
        from django.utils.translation import ngettext

        from werktop.accounts.holders import found_at
        from werktop.audit.erasure import when_erased
        from werktop.audit.kept import FILE, keeps, leaves_out
        from werktop.audit.merging import ASKED, WHOLE, goes_over, merges, settled_apart_by, settled_by
        from werktop.catalogue.used import counted_in
        from werktop.post.recipients import found_by
        from werktop.ui.panels import PREPARE, WORK, panel_on
        from werktop.ui.sections import section_page

        from .erasing import forget_in_firms
        from .merging import relation_goes_over, settle_joinings, settle_people_apart
        from .messages import KIND, askers_by_id
        from .panels import panel_of_chances, prepare_chances, prepare_firm
        from .queries import entrepreneurs_at, entrepreneurs_by_id, term_uses
        from .queries.all_kept import all_kept_of_entrepreneur
        from .question_panel import panel_of_questions

        tables = ("employers.Entrepreneur", "employers.KnownFirm", "employers.Joining", "audit.Merge")
        named_in = ("Training", "Expectation", "InclusionStep", "Story", "ContactPerson", "EmployerQuestion")
        keeps(
            "employers.Entrepreneur", all_kept_of_entrepreneur, *tables, *(f"employers.{each}" for each in named_in), place=FILE
        )  # fmt: skip
        counted_in(
            "employers",
            lambda number: ngettext("%(n)d werkgever", "%(n)d werkgevers", number) % {"n": number},
            term_uses,
        )
        section_page("employers", "employers:employers", "see_employers", _("Werkgevers"), 0)
        section_page("employers", "employers:chances", "see_employers", _("Kansen"), 20)
        panel_on("employers.Employer", panel_of_chances, WORK)
        section_page("employers", "employers:questions", "see_employers", _("Vragen"), 10)
        panel_on("employers.Employer", panel_of_questions)
        found_by(KIND, askers_by_id, look="entrepreneur")
        for piece in (prepare_firm, prepare_chances):
            panel_on("employers.Employer", piece, PREPARE)
        for person in ("candidates.Candidate", "employers.Entrepreneur"):
            when_erased(person, forget_in_firms)
        found_by("entrepreneur", entrepreneurs_by_id)
        found_at("entrepreneur", entrepreneurs_at)
        merges("employers.Employer", "employer", since=WHOLE)
        merges("employers.Entrepreneur", "entrepreneur")
        firm, person = "employers.Employer", "employers.Entrepreneur"
        goes_over(firm, "employers.EmployerTerm", "employer", beside=("term_id",))
        relation_goes_over(firm, person)
        settled_by(firm, settle_joinings)
        settled_apart_by(person, settle_people_apart)
        for model in ("Joining", "Chance", "Entrepreneur", "EmployerQuestion", "KnownFirm"):
            goes_over(firm, f"employers.{model}", "employer")
        goes_over(person, "employers.Joining", "brought_by", since=WHOLE)
        goes_over(person, "employers.EmployerQuestion", "entrepreneur", words=_("een vraag"))
        goes_over(
            person,
            "employers.KnownFirm",
            "entrepreneur",
            beside=("firm_name",),
            since=ASKED,
            words=_("een bedrijf dat iemand kent"),
            says=("firm_name",),
        )
        leaves_out(
            "employers.Entrepreneur",
            "audit.Likeness",
            "a guess of the software about two rows; what came of it is told",
        )
