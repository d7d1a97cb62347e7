"""The one way for the serving role to take a name out of history: of who is erased, in words about somebody else."""

from django.db import migrations

FORWARDS = r"""
CREATE FUNCTION audit_blot_history(history text, field text, name text) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE blotted bigint;
BEGIN
    IF history !~ '^[a-z_]+event$' THEN
        RAISE EXCEPTION 'audit_blot_history: % keeps no history', history;
    END IF;
    IF name !~ '\S\s+\S' THEN
        RAISE EXCEPTION 'audit_blot_history: only a first and last name together name somebody';
    END IF;
    EXECUTE format(
        'UPDATE %I SET %I = replace(%I, $1, ''…'') WHERE position($1 in %I) > 0', history, field, field, field
    ) USING name;
    GET DIAGNOSTICS blotted = ROW_COUNT;
    RETURN blotted;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_history_goes_with_its_row")]
    operations = [migrations.RunSQL(FORWARDS, "DROP FUNCTION IF EXISTS audit_blot_history(text, text, text)")]
