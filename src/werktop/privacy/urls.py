from django.urls import path

from .pages import kept_of_candidate, kept_of_entrepreneur

app_name = "privacy"
urlpatterns = [
    path("kandidaat/<uuid:candidate_id>/", kept_of_candidate.page, name="kept_of_candidate"),
    path("ondernemer/<uuid:entrepreneur_id>/", kept_of_entrepreneur.page, name="kept_of_entrepreneur"),
]
