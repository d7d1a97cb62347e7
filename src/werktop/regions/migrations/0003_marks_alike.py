"""Which marks of a name are among those sought: beside `marks_shared`, which counts them."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION marks_alike(marks text[], sought text[]) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT ARRAY(SELECT mark FROM unnest(marks) mark WHERE mark = ANY (sought) ORDER BY mark)
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("regions", "0002_names_as_they_are_compared")]
    operations = [migrations.RunSQL(FORWARDS, "DROP FUNCTION marks_alike(text[], text[])")]
