"""The last contact moment of each candidate, as the list of candidates sorts and filters on it."""

from django.db import migrations

FORWARDS = """
UPDATE candidates_candidate SET spoken_at = latest.at FROM (
    SELECT candidate_id, max(happened_at) AS at FROM contacts_momentperson
    JOIN contacts_contactmoment ON contacts_contactmoment.id = moment_id
    WHERE candidate_id IS NOT NULL GROUP BY candidate_id
) AS latest WHERE latest.candidate_id = candidates_candidate.id
"""


class Migration(migrations.Migration):
    dependencies = [("contacts", "0001_tables"), ("candidates", "0004_marks_of_a_picture")]
    operations = [migrations.RunSQL(FORWARDS, migrations.RunSQL.noop)]
