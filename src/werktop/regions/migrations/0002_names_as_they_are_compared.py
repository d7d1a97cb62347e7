"""Names as they are found by: the words of a name and how each begins, so that an index finds who is meant by a word in a
sentence; and a name as it is compared and ordered, lower case, without accents, single spaces."""

from django.db import migrations

FORWARDS = r"""
CREATE FUNCTION name_marks(name text) RETURNS text[]
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT mark), '{}') FROM (
        SELECT word AS mark FROM regexp_split_to_table(lower(unaccent(name)), '[^[:alnum:]]+') word WHERE word <> ''
        UNION ALL
        SELECT '^' || left(word, 3) FROM regexp_split_to_table(lower(unaccent(name)), '[^[:alnum:]]+') word
        WHERE length(word) >= 4
    ) marks
$$;

CREATE FUNCTION marks_shared(marks text[], sought text[]) RETURNS integer
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
    SELECT count(*)::integer FROM unnest(marks) mark WHERE mark = ANY (sought)
$$;

CREATE FUNCTION name_key(name text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = public, pg_temp AS $$
    SELECT regexp_replace(btrim(lower(unaccent(name))), '\s+', ' ', 'g')
$$;
"""
BACKWARDS = """
DROP FUNCTION name_key(text);
DROP FUNCTION marks_shared(text[], text[]);
DROP FUNCTION name_marks(text);
"""


class Migration(migrations.Migration):
    replaces = [("regions", "0002_marks_of_names"), ("regions", "0003_names_as_they_are_compared")]
    dependencies = [("regions", "0001_all_tables")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
