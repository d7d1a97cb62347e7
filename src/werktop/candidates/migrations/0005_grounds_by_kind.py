"""Candidates who still have the first ground, that of a municipality, get the ground of their own organisation."""

from django.db import migrations
from django.db.models import OuterRef, Subquery

FIRST = "publieke taak (AVG art. 6 lid 1 onder e), Participatiewet art. 7"


def set_grounds(apps, schema_editor):
    """Only where the organisation has another ground itself: a municipality keeps the first one."""
    organisations = apps.get_model("regions", "Organisation").objects.exclude(legal_ground__in=["", FIRST])
    candidates = apps.get_model("candidates", "Candidate").objects.filter(
        legal_ground=FIRST, organisation__in=organisations.exclude(kind="municipality")
    )
    of_own = organisations.filter(pk=OuterRef("organisation_id")).values("legal_ground")
    candidates.update(legal_ground=Subquery(of_own))


class Migration(migrations.Migration):

    dependencies = [("candidates", "0004_who_brings_somebody"), ("regions", "0003_grounds_by_kind")]

    operations = [migrations.RunPython(set_grounds, migrations.RunPython.noop)]
