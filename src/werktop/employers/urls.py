from django.urls import path

from .pages import (
    change_employer,
    change_entrepreneur,
    download_employers,
    employer,
    employers,
    erase_entrepreneur,
    new_employer,
    new_entrepreneur,
    openings,
)

app_name = "employers"
urlpatterns = [
    path("", employers.page, name="employers"),
    path("nieuw/", new_employer.page, name="new_employer"),
    path("lijst/", download_employers.page, name="download_employers"),
    path("<uuid:employer_id>/", employer.page, name="employer"),
    path("<uuid:employer_id>/wijzigen/", change_employer.page, name="change_employer"),
    path("<uuid:employer_id>/mensen/", new_entrepreneur.page, name="new_entrepreneur"),
    path("mensen/<uuid:entrepreneur_id>/", change_entrepreneur.page, name="change_entrepreneur"),
    path("mensen/<uuid:entrepreneur_id>/wissen/", erase_entrepreneur.page, name="erase_entrepreneur"),
    path("<uuid:employer_id>/werk/", openings.note, name="note_opening"),
    path("werk/<uuid:opening_id>/", openings.close, name="close_opening"),
]
