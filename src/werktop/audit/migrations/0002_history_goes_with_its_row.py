"""The one way for the serving role to let history go: that of a row that is gone itself."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION audit_forget_history(history text, keys uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE gone bigint;
BEGIN
    IF history !~ '^[a-z_]+event$' THEN
        RAISE EXCEPTION 'audit_forget_history: % keeps no history', history;
    END IF;
    EXECUTE format(
        'DELETE FROM %I WHERE pgh_obj_id = ANY ($1) AND NOT EXISTS (SELECT FROM %I WHERE id = pgh_obj_id)',
        history, left(history, -length('event'))
    ) USING keys;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_initial")]
    operations = [migrations.RunSQL(FORWARDS, "DROP FUNCTION audit_forget_history(text, uuid[])")]
