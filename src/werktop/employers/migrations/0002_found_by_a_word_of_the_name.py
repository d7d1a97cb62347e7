from django.db import migrations

FORWARDS = """
CREATE INDEX employer_by_name_marks ON employers_employer USING gin (name_marks(name));
CREATE INDEX entrepreneur_by_name_marks
    ON employers_entrepreneur USING gin (name_marks(first_name || ' ' || last_name));
"""
BACKWARDS = "DROP INDEX entrepreneur_by_name_marks; DROP INDEX employer_by_name_marks"


class Migration(migrations.Migration):
    replaces = [("employers", "0004_found_by_a_word_of_the_name")]
    dependencies = [("employers", "0001_tables"), ("regions", "0002_marks_of_names")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
