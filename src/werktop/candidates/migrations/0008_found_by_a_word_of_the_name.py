from django.db import migrations

FORWARDS = """
CREATE INDEX candidate_by_name_marks ON candidates_candidate USING gin (name_marks(first_name || ' ' || last_name))
"""


class Migration(migrations.Migration):
    dependencies = [("candidates", "0007_wishes_have_a_row_of_their_own"), ("regions", "0006_marks_of_names")]
    operations = [migrations.RunSQL(FORWARDS, "DROP INDEX candidate_by_name_marks")]
