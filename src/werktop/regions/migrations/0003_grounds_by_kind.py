"""Organisations that still had the first ground, that of a municipality, get the ground of their own kind."""

from django.db import migrations

FIRST = "publieke taak (AVG art. 6 lid 1 onder e), Participatiewet art. 7"
OF_MUNICIPALITY = "publieke taak van de gemeente, in haar opdracht (AVG art. 6 lid 1 onder e), Participatiewet art. 7"
TOGETHER = "publieke taak van gemeenten en UWV samen (AVG art. 6 lid 1 onder e), Wet SUWI art. 10"
OWN_INTEREST = "gerechtvaardigd belang (AVG art. 6 lid 1 onder f)"
GROUNDS = {
    "uwv": "publieke taak (AVG art. 6 lid 1 onder e), Wet SUWI art. 30a",
    "social_enterprise": OF_MUNICIPALITY,
    "work_company": OF_MUNICIPALITY,
    "employer_service_point": TOGETHER,
    "work_centre": TOGETHER,
    "collective": OWN_INTEREST,
    "school": OWN_INTEREST,
    "employers_association": OWN_INTEREST,
}


def set_grounds(apps, schema_editor):
    organisations = apps.get_model("regions", "Organisation").objects.filter(legal_ground=FIRST)
    for kind, ground in GROUNDS.items():
        organisations.filter(kind=kind).update(legal_ground=ground)


class Migration(migrations.Migration):

    dependencies = [("regions", "0002_who_guards_privacy")]

    operations = [migrations.RunPython(set_grounds, migrations.RunPython.noop)]
