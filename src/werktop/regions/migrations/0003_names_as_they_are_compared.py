"""A name as it is compared and ordered: lower case, without accents, single spaces."""

from django.db import migrations

FORWARDS = r"""
CREATE FUNCTION name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT regexp_replace(btrim(lower(unaccent(name))), '\s+', ' ', 'g')
$$;
"""


class Migration(migrations.Migration):
    dependencies = [("regions", "0002_marks_of_names")]
    operations = [migrations.RunSQL(FORWARDS, "DROP FUNCTION name_key(text)")]
