from django.db import migrations

FORWARDS = """
CREATE INDEX candidate_by_name_marks ON candidates_candidate USING gin (name_marks(first_name || ' ' || last_name))
"""


class Migration(migrations.Migration):
    replaces = [("candidates", "0008_found_by_a_word_of_the_name")]
    dependencies = [("candidates", "0001_tables"), ("regions", "0002_marks_of_names")]
    operations = [migrations.RunSQL(FORWARDS, "DROP INDEX candidate_by_name_marks")]
