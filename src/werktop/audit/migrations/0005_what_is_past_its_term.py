"""The ways for the serving role to let go of what is past its term: old lines of trail and log, and what the history
of guests says about needs and presence.

The database has its own idea of the terms, so that nobody who serves can take younger lines along. When a gathering
ended it reads in the gathering's own history: the row may be written by who serves, a line of history may not.
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

CREATE FUNCTION audit_forget_of_guests(term text, gatherings uuid[]) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
    old uuid[];
BEGIN
    IF term NOT IN ('needs', 'presence') THEN
        RAISE EXCEPTION 'audit_forget_of_guests: % is no term of guests', term;
    END IF;
    SELECT array_agg(pgh_obj_id) INTO old FROM (
        SELECT pgh_obj_id FROM gatherings_gatheringevent WHERE pgh_obj_id = ANY (gatherings)
        GROUP BY pgh_obj_id
        HAVING max(ends_at) < now() - CASE term WHEN 'needs' THEN interval '3 months' ELSE interval '1 year' END
    ) ended;
    IF term = 'needs' THEN
        UPDATE gatherings_guestevent
        SET wants_travel_paid = false, wants_childcare = false, wants_interpreter = false
        WHERE gathering_id = ANY (old) AND (wants_travel_paid OR wants_childcare OR wants_interpreter);
    ELSE
        UPDATE gatherings_guestevent SET arrived_at = NULL, left_at = NULL, is_late_expected = false
        WHERE gathering_id = ANY (old)
            AND (arrived_at IS NOT NULL OR left_at IS NOT NULL OR is_late_expected);
    END IF;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

REVOKE EXECUTE ON FUNCTION audit_forget_lines(text, timestamptz, int) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit_forget_of_guests(text, uuid[]) FROM PUBLIC;
"""

BACKWARDS = """
DROP FUNCTION audit_forget_of_guests(text, uuid[]);
DROP FUNCTION audit_forget_lines(text, timestamptz, int);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0004_a_name_goes_with_its_person")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
