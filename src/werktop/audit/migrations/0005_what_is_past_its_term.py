"""The way for the serving role to let go of lines of trail and log that are past their term.

The database has its own idea of the terms, so that nobody who serves can take younger lines along.
"""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION audit_forget_lines(lines text, before timestamptz, most int) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
    years int := CASE lines WHEN 'audit_entry' THEN 5 WHEN 'audit_personalview' THEN 2 END;
BEGIN
    IF years IS NULL THEN
        RAISE EXCEPTION 'audit_forget_lines: % has no term', lines;
    END IF;
    EXECUTE format(
        'DELETE FROM %1$I WHERE id IN (SELECT id FROM %1$I WHERE at < $1 ORDER BY at LIMIT $2)', lines
    ) USING LEAST(before, now() - make_interval(years => years)), most;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

REVOKE EXECUTE ON FUNCTION audit_forget_lines(text, timestamptz, int) FROM PUBLIC;
"""

BACKWARDS = """
DROP FUNCTION audit_forget_lines(text, timestamptz, int);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_a_name_goes_with_its_person")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
