from django.apps import AppConfig


class AmbassadorsConfig(AppConfig):
    name = "werktop.ambassadors"
    label = "ambassadors"

    def ready(self) -> None:
        """Say what this room shows on the pages of employers and candidates, what it keeps of people, what ends where somebody
        stops, and what becomes of its rows where two are brought together."""
        from werktop.audit.telling import tells

        from . import trail_words

        tells(trail_words)
        self._say_what_is_kept()
        self._say_what_merges()
        self._show()

    def _say_what_is_kept(self) -> None:
        from werktop.audit.erasure import when_erased
        from werktop.audit.kept import FILE, TALKS, keeps
        from werktop.audit.running import runs_with

        from .commands.ending import stop_with_candidate, stop_with_entrepreneur
        from .erasing import forget_fellows
        from .queries.all_kept import all_kept_of_candidate, all_kept_of_entrepreneur
        from .queries.running import running_with_candidate, running_with_entrepreneur

        candidate, person = "candidates.Candidate", "employers.Entrepreneur"
        both = ("ambassadors.Coaching", "ambassadors.Introduction")
        own = ("ambassadors.Ambassador", "ambassadors.Fellow", "ambassadors.Idea")
        keeps(candidate, all_kept_of_candidate, *both, place=TALKS)
        keeps(person, all_kept_of_entrepreneur, *both, *own, place=FILE)
        when_erased(person, forget_fellows)
        runs_with(candidate, running_with_candidate, stop=stop_with_candidate)
        runs_with(person, running_with_entrepreneur, stop=stop_with_entrepreneur)

    def _say_what_merges(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from werktop.audit.merging import goes_over, settled_by

        from .merging import settle_ambassadors, settle_coaching_by, settle_coaching_of

        candidate, firm, person = "candidates.Candidate", "employers.Employer", "employers.Entrepreneur"
        settled_by(candidate, settle_coaching_of)
        settled_by(person, settle_coaching_by)
        settled_by(person, settle_ambassadors)
        words = {
            "Coaching": _("wie iemand coacht"),
            "Introduction": _("bij wie iemand is voorgesteld"),
            "Ambassador": _("dat iemand ambassadeur is"),
            "Fellow": _("wie iemand meebrengt"),
            "Idea": _("een idee"),
        }
        for name in ("Coaching", "Introduction"):
            goes_over(candidate, f"ambassadors.{name}", "candidate", words=words[name])
        for name, said in words.items():
            goes_over(person, f"ambassadors.{name}", "entrepreneur", words=said)
        goes_over(person, "ambassadors.Introduction", "talk_with", words=words["Introduction"])
        goes_over(firm, "ambassadors.ClubMember", "employer", beside=("club_id",))
        for name in ("Fellow", "Introduction"):
            goes_over(firm, f"ambassadors.{name}", "employer")

    def _show(self) -> None:
        from django.utils.translation import gettext_lazy as _

        from werktop.ui.panels import panel_on
        from werktop.ui.sections import section_page

        from .panels import panel_of_candidate, panel_of_employer, panel_of_own_page

        panel_on("employers.Employer", panel_of_employer)
        panel_on("candidates.Candidate", panel_of_candidate)
        panel_on("employers.Entrepreneur", panel_of_own_page, "own")
        part = _("Ambassadeurs")
        section_page("employers", "ambassadors:network", "see_employers", _("Netwerk"), 50, part)
        section_page("employers", "ambassadors:fellows", "see_employers", _("Genoemd"), 51, part)
        section_page("employers", "ambassadors:clubs", "see_employers", _("Clubs en terreinen"), 53, part)
        section_page("employers", "ambassadors:ideas", "see_employers", _("Ideeën"), 52, part)
