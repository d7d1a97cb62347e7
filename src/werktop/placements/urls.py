from django.urls import path

from .pages import choose_firm, download_placements, note_placement, placement, placements

app_name = "placements"
urlpatterns = [
    path("", placements.page, name="placements"),
    path("lijst/", download_placements.page, name="download_placements"),
    path("voordracht/<uuid:proposal_id>/", note_placement.of_proposal, name="note_of_proposal"),
    path("kandidaat/<uuid:candidate_id>/", choose_firm.page, name="choose_firm"),
    path("kandidaat/<uuid:candidate_id>/bij/<uuid:employer_id>/", note_placement.page, name="note_placement"),
    path("<uuid:placement_id>/", placement.page, name="placement"),
]
