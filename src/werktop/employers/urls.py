from django.urls import path

from .pages import (
    alike,
    chance,
    chances,
    change_about,
    change_employer,
    change_entrepreneur,
    change_relation,
    contact_people,
    doubles,
    download_employers,
    employer,
    employers,
    erase_entrepreneur,
    merging,
    new_employer,
    new_entrepreneur,
    note_relation,
)

app_name = "employers"
urlpatterns = [
    path("", employers.page, name="employers"),
    path("nieuw/", new_employer.page, name="new_employer"),
    path("nieuw/lijkt-op/", alike.page, name="alike"),
    path("lijst/", download_employers.page, name="download_employers"),
    path("<uuid:employer_id>/", employer.page, name="employer"),
    path("<uuid:employer_id>/wijzigen/", change_employer.page, name="change_employer"),
    path("<uuid:employer_id>/hoe-het-er-is/", change_about.page, name="change_about"),
    path("<uuid:employer_id>/contactpersonen/", contact_people.page, name="contact_people"),
    path("<uuid:employer_id>/relatie/<slug:relation_kind>/", note_relation.page, name="note_relation"),
    path(
        "<uuid:employer_id>/relatie/<slug:relation_kind>/<uuid:relation_id>/",
        change_relation.page,
        name="change_relation",
    ),
    path("<uuid:employer_id>/mensen/", new_entrepreneur.page, name="new_entrepreneur"),
    path("mensen/<uuid:entrepreneur_id>/", change_entrepreneur.page, name="change_entrepreneur"),
    path("mensen/<uuid:entrepreneur_id>/wissen/", erase_entrepreneur.page, name="erase_entrepreneur"),
    path("dubbel/", doubles.page, name="doubles"),
    path("<uuid:employer_id>/samenvoegen/<uuid:other_firm_id>/", merging.employer, name="merge_employer"),
    path(
        "<uuid:employer_id>/ander-bedrijf/<uuid:other_firm_id>/",
        merging.tell_employers_apart,
        name="tell_employers_apart",
    ),
    path(
        "<uuid:employer_id>/samengevoegd/<uuid:firm_merge_id>/ongedaan/",
        merging.take_employers_apart,
        name="take_employers_apart",
    ),
    path(
        "mensen/<uuid:entrepreneur_id>/samenvoegen/<uuid:other_person_id>/",
        merging.entrepreneur,
        name="merge_entrepreneur",
    ),
    path(
        "mensen/<uuid:entrepreneur_id>/iemand-anders/<uuid:other_person_id>/",
        merging.tell_entrepreneurs_apart,
        name="tell_entrepreneurs_apart",
    ),
    path(
        "mensen/<uuid:entrepreneur_id>/samengevoegd/<uuid:person_merge_id>/ongedaan/",
        merging.take_entrepreneurs_apart,
        name="take_entrepreneurs_apart",
    ),
    path("kansen/", chances.page, name="chances"),
    path("kansen/lijst/", chances.download, name="download_chances"),
    path("<uuid:employer_id>/kans/", chance.note, name="note_chance"),
    path("kansen/<uuid:chance_id>/", chance.page, name="chance"),
    path("kansen/<uuid:chance_id>/afsluiten/", chance.settle, name="settle_chance"),
]
