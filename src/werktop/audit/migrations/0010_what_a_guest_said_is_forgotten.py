"""The way for the serving role to let go of what the history of guests says about needs and presence: what they said that
they need and what of it was arranged, who came along, and when they came and went.

The database has its own idea of the terms, as in 0005. When a gathering ended it reads in the gathering's own history: the
row may be written by who serves, a line of history may not. A database of before this was one migration has the function
already, of fewer columns: it is replaced.
"""

from django.db import migrations

FORWARDS = """
CREATE OR REPLACE FUNCTION audit_forget_of_guests(term text, gatherings uuid[]) RETURNS bigint
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
        SET wants_travel_paid = NULL, wants_childcare = NULL, wants_interpreter = NULL,
            brings_somebody = NULL, arranged = '{}'
        WHERE gathering_id = ANY (old) AND (
            wants_travel_paid IS NOT NULL OR wants_childcare IS NOT NULL OR wants_interpreter IS NOT NULL
            OR brings_somebody IS NOT NULL OR arranged <> '{}'
        );
    ELSE
        UPDATE gatherings_guestevent SET arrived_at = NULL, left_at = NULL, is_late_expected = false
        WHERE gathering_id = ANY (old)
            AND (arrived_at IS NOT NULL OR left_at IS NOT NULL OR is_late_expected);
    END IF;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

REVOKE EXECUTE ON FUNCTION audit_forget_of_guests(text, uuid[]) FROM PUBLIC;
"""

BACKWARDS = "DROP FUNCTION audit_forget_of_guests(text, uuid[]);"


class Migration(migrations.Migration):
    dependencies = [("audit", "0009_whose_people_were_seen")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
