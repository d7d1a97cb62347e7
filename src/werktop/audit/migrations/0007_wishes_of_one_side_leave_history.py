"""That an employer alone wished to talk on goes from the history of steps and talks too, thirty days after it was noted.

The database has its own idea of the term, as in 0005.
"""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION audit_forget_wishes(before timestamptz) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
    also bigint;
    old timestamptz := LEAST(before, now() - interval '30 days');
BEGIN
    UPDATE matches_nextstepevent SET reason = 'talk_over' WHERE reason = 'asked' AND made_at < old;
    GET DIAGNOSTICS gone = ROW_COUNT;
    UPDATE matches_followupevent event SET ground = 'by_hand'
    FROM matches_followup talk
    WHERE event.ground = 'call' AND event.made_at < old AND talk.id = event.pgh_obj_id AND talk.ground = 'by_hand';
    GET DIAGNOSTICS also = ROW_COUNT;
    RETURN gone + also;
END $$;

REVOKE EXECUTE ON FUNCTION audit_forget_wishes(timestamptz) FROM PUBLIC;
"""

BACKWARDS = "DROP FUNCTION audit_forget_wishes(timestamptz);"


class Migration(migrations.Migration):
    dependencies = [("audit", "0005_what_is_past_its_term")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
