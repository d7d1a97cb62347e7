from django.urls import path

from .pages import (
    analysis,
    assign_candidates,
    candidates,
    choose_candidates,
    download_analysis,
    download_candidates,
    find,
    invite_candidates,
    link_firm,
    today,
    views,
)

app_name = "desk"
urlpatterns = [
    path("", today.page, name="today"),
    path("zoek/", find.page, name="find"),
    path("kandidaten/", candidates.page, name="candidates"),
    path("kandidaten/kies/", choose_candidates.page, name="choose_candidates"),
    path("kandidaten/lijst/", download_candidates.page, name="download_candidates"),
    path("kandidaten/spreiding/", analysis.page, name="analysis"),
    path("kandidaten/spreiding/lijst/", download_analysis.page, name="download_analysis"),
    path("kandidaten/uitnodigen/", invite_candidates.page, name="invite_candidates"),
    path("kandidaten/<uuid:candidate_id>/netwerk/<uuid:known_firm_id>/", link_firm.page, name="link_firm"),
    path("kandidaten/overzichten/", views.page, name="views"),
    path("kandidaten/overzichten/nieuw/", views.save, name="save_view"),
    path("kandidaten/overzichten/terug/", views.put_back, name="put_back_view"),
    path("kandidaten/overzichten/<uuid:view_id>/", views.change, name="change_view"),
    path("kandidaten/overzichten/<uuid:view_id>/weg/", views.remove, name="remove_view"),
    path("kandidaten/toewijzen/", assign_candidates.page, name="assign_candidates"),
    path("kandidaten/toewijzen/ongedaan/", assign_candidates.take_back, name="take_back_assignment"),
]
