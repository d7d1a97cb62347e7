from django.urls import path

from .pages import (
    agreed,
    alike,
    candidate,
    change_candidate,
    change_part,
    doubles,
    erase_candidate,
    finish_part,
    hand_over,
    keep_candidate,
    leave_candidate,
    life_domains,
    looks,
    merge_candidates,
    new_candidate,
    note_part,
    note_told,
    open_needs,
    put_back_part,
    put_off_part,
    take_apart,
    take_back_hand_over,
    take_back_told,
    take_candidate,
    tell_apart,
    then_and_now,
)

app_name = "candidates"
urlpatterns = [
    path("nieuw/", new_candidate.page, name="new_candidate"),
    path("nieuw/lijkt-op/", alike.page, name="alike"),
    path("dubbel/", doubles.page, name="doubles"),
    path("verteld/", note_told.page, name="note_told"),
    path("verteld/ongedaan/", take_back_told.page, name="take_back_told"),
    path("overdragen/", hand_over.page, name="hand_over"),
    path("overdragen/ongedaan/", take_back_hand_over.page, name="take_back_hand_over"),
    path("afgesproken/", agreed.page, name="agreed"),
    path("inzage/", looks.page, name="looks"),
    path("leefgebieden/", life_domains.page, name="life_domains"),
    path("<uuid:candidate_id>/", candidate.page, name="candidate"),
    path("<uuid:candidate_id>/wijzigen/", change_candidate.page, name="change_candidate"),
    path("<uuid:candidate_id>/toen-en-nu/", then_and_now.page, name="then_and_now"),
    path("<uuid:candidate_id>/beeld/<slug:part>/", note_part.page, name="note_part"),
    path("<uuid:candidate_id>/beeld/<slug:part>/<uuid:row_id>/", change_part.page, name="change_part"),
    path("<uuid:candidate_id>/beeld/<slug:part>/<uuid:row_id>/klaar/", finish_part.page, name="finish_part"),
    path(
        "<uuid:candidate_id>/beeld/<slug:part>/<uuid:row_id>/terug/", put_back_part.page, name="put_back_part"
    ),
    path(
        "<uuid:candidate_id>/beeld/<slug:part>/<uuid:row_id>/later/", put_off_part.page, name="put_off_part"
    ),
    path("<uuid:candidate_id>/inzage/", open_needs.page, name="open_needs"),
    path("<uuid:candidate_id>/vaste-collega/", take_candidate.page, name="take_candidate"),
    path("<uuid:candidate_id>/samenvoegen/<uuid:other_id>/", merge_candidates.page, name="merge_candidates"),
    path("<uuid:candidate_id>/iemand-anders/<uuid:other_id>/", tell_apart.page, name="tell_apart"),
    path("<uuid:candidate_id>/samengevoegd/<uuid:merge_id>/ongedaan/", take_apart.page, name="take_apart"),
    path("<uuid:candidate_id>/gestopt/", leave_candidate.page, name="leave_candidate"),
    path("<uuid:candidate_id>/bewaren/", keep_candidate.page, name="keep_candidate"),
    path("<uuid:candidate_id>/wissen/", erase_candidate.page, name="erase_candidate"),
]
