"""The ways for the serving role to let go of what it may only add to: history, trail and log. Functions of the database, which
has its own idea of the terms, so that nobody who serves can take younger lines along. Who serves may run them and nobody else.
"""

from django.db import migrations

HISTORY = """
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
END $$;

REVOKE EXECUTE ON FUNCTION audit_forget_history(text, uuid[]) FROM PUBLIC;
"""
"""The history of a row that is gone itself."""

NAMES = r"""
CREATE FUNCTION audit_blotted(words text, names text[]) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = public, pg_temp AS $$
DECLARE
    name text;
    pattern text;
BEGIN
    -- the longest first: "An Bos Kraai" before "An Bos"
    FOR name IN SELECT n FROM unnest(names) n WHERE n ~ '\S\s+\S' ORDER BY length(n) DESC LOOP
        pattern := regexp_replace(btrim(name), '([^\w\s])', '\\\1', 'g');
        pattern := regexp_replace(pattern, '\s+', '\\s+', 'g');
        -- neither "An Bosch", "Jan Bos" nor "An Bos-Kraai" is An Bos
        words := regexp_replace(words, '(?<!\w)(?<!\w-)' || pattern || '(?!\w|-\w)', '…', 'g');
    END LOOP;
    RETURN words;
END $$;
"""
"""The name of who is erased goes out of words about somebody else: as whole words (and out of named fields only: migration 0003)."""

LINES = """
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
"""Lines of trail and log that are past their term."""

WISHES = """
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
"""That an employer alone wished to talk on goes from the history of steps and talks thirty days after it was noted."""

GUESTS = """
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
"""What the history of guests says about needs and presence: what they said that they need and what of it was arranged, who
came along, and when they came and went. When a gathering ended it reads in the gathering's own history: the row may be written
by who serves, a line of history may not."""

CONTEXT = """
ALTER TABLE pghistory_context ENABLE ROW LEVEL SECURITY;
CREATE POLICY context_is_read ON pghistory_context FOR SELECT USING (true);
CREATE POLICY context_is_added ON pghistory_context FOR INSERT WITH CHECK (created_at = now());
CREATE POLICY context_of_this_transaction_is_filled_in ON pghistory_context FOR UPDATE USING (created_at = now());
"""
"""Of the context of history who serves may change only what it lays down in the same transaction: pghistory fills it in as
nested commands begin."""

BACKWARDS = """
DROP POLICY context_of_this_transaction_is_filled_in ON pghistory_context;
DROP POLICY context_is_added ON pghistory_context;
DROP POLICY context_is_read ON pghistory_context;
ALTER TABLE pghistory_context DISABLE ROW LEVEL SECURITY;
DROP FUNCTION audit_forget_of_guests(text, uuid[]);
DROP FUNCTION audit_forget_wishes(timestamptz);
DROP FUNCTION audit_forget_lines(text, timestamptz, int);
DROP FUNCTION audit_blotted(text, text[]);
DROP FUNCTION audit_forget_history(text, uuid[]);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0001_all_tables"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [migrations.RunSQL([HISTORY, NAMES, LINES, WISHES, GUESTS, CONTEXT], BACKWARDS)]
