"""That what a guest asked for was arranged goes from history with the needs themselves."""

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
        SET wants_travel_paid = false, wants_childcare = false, wants_interpreter = false,
            brings_somebody = NULL, is_arranged = false
        WHERE gathering_id = ANY (old) AND (
            wants_travel_paid OR wants_childcare OR wants_interpreter OR brings_somebody IS NOT NULL OR is_arranged
        );
    ELSE
        UPDATE gatherings_guestevent SET arrived_at = NULL, left_at = NULL, is_late_expected = false
        WHERE gathering_id = ANY (old)
            AND (arrived_at IS NOT NULL OR left_at IS NOT NULL OR is_late_expected);
    END IF;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
"""

BACKWARDS = """
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
        SET wants_travel_paid = false, wants_childcare = false, wants_interpreter = false,
            brings_somebody = NULL
        WHERE gathering_id = ANY (old) AND (
            wants_travel_paid OR wants_childcare OR wants_interpreter OR brings_somebody IS NOT NULL
        );
    ELSE
        UPDATE gatherings_guestevent SET arrived_at = NULL, left_at = NULL, is_late_expected = false
        WHERE gathering_id = ANY (old)
            AND (arrived_at IS NOT NULL OR left_at IS NOT NULL OR is_late_expected);
    END IF;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0007_wishes_of_one_side_leave_history")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
