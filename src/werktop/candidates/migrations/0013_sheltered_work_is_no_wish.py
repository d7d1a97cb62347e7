"""Sheltered work is no wish that every colleague reads: it goes out of what was noted and out of its history, without a line of its
own there."""

import django.contrib.postgres.fields
from django.db import migrations, models

GONE = """
UPDATE {table} SET work_forms = array_remove(work_forms, 'sheltered') WHERE 'sheltered' = ANY (work_forms);
"""
TAKEN_OUT = (
    "ALTER TABLE candidates_wish DISABLE TRIGGER USER;"
    + "".join(GONE.format(table=table) for table in ("candidates_wish", "candidates_wishevent"))
    + "ALTER TABLE candidates_wish ENABLE TRIGGER USER;"
)
AGAIN = "UPDATE candidates_candidate SET marks = marks WHERE 'workform:sheltered' = ANY (marks)"
FORMS = [
    ("regular", "gewone baan"),
    ("work_experience", "werkervaringsplaats"),
    ("internship", "stage"),
    ("trial", "proefplaatsing"),
    ("carved", "functie op maat (jobcarving)"),
    ("learn_work", "leerwerkplek (bbl)"),
    ("secondment", "detachering"),
    ("voluntary", "vrijwilligerswerk"),
]


def forms_of_work():
    return django.contrib.postgres.fields.ArrayField(
        base_field=models.CharField(choices=FORMS, max_length=16), blank=True, default=list, size=None
    )


class Migration(migrations.Migration):
    dependencies = [("candidates", "0012_grounds_of_a_domain_of_life_have_a_history")]

    operations = [
        migrations.RunSQL(TAKEN_OUT, migrations.RunSQL.noop),
        migrations.RunSQL(AGAIN, migrations.RunSQL.noop),
        migrations.AlterField("wish", "work_forms", forms_of_work()),
        migrations.AlterField("wishevent", "work_forms", forms_of_work()),
        migrations.AddConstraint(
            "wish",
            models.CheckConstraint(
                condition=models.Q(("work_forms__contains", ["sheltered"]), _negated=True),
                name="sheltered_work_is_no_wish",
            ),
        ),
    ]
