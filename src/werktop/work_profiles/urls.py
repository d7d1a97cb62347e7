from django.urls import path

from .pages import change_profile, close_profile, new_profile

app_name = "work_profiles"
urlpatterns = [
    path("nieuw/<uuid:employer_id>/", new_profile.page, name="new_profile"),
    path("<uuid:work_profile_id>/wijzigen/", change_profile.page, name="change_profile"),
    path("<uuid:work_profile_id>/afsluiten/", close_profile.page, name="close_profile"),
]
