from django.urls import path

from .pages import choose, choose_work, download_proposals, proposal, proposals, propose

app_name = "proposals"
urlpatterns = [
    path("", proposals.page, name="proposals"),
    path("lijst/", download_proposals.page, name="download_proposals"),
    path("werk/<uuid:work_profile_id>/kies/", choose.page, name="choose"),
    path("werk/<uuid:work_profile_id>/", propose.page, name="propose"),
    path("kandidaat/<uuid:candidate_id>/", choose_work.page, name="choose_work"),
    path("<uuid:proposal_id>/", proposal.page, name="proposal"),
]
