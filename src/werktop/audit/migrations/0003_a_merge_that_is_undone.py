"""A merge that is undone leaves nothing of one in the history of the other, and a name that somebody had before two rows became one
goes out of words about others too."""

from django.db import migrations

SINCE = """
CREATE FUNCTION audit_forget_since_merge(history text, keys uuid[], person_kind text, lost uuid) RETURNS bigint
LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    gone bigint;
    is_back boolean;
BEGIN
    IF history !~ '^[a-z_]+event$' THEN
        RAISE EXCEPTION 'audit_forget_since_merge: % keeps no history', history;
    END IF;
    IF person_kind NOT IN ('candidates_candidate', 'employers_entrepreneur', 'employers_employer') THEN
        RAISE EXCEPTION 'audit_forget_since_merge: % is brought together with nobody', person_kind;
    END IF;
    -- within the undo alone: the row that was lost came back in this transaction
    EXECUTE format(
        'SELECT EXISTS (SELECT FROM %1$I WHERE id = $1) AND EXISTS (
             SELECT FROM %2$I WHERE pgh_obj_id = $1 AND pgh_label = ''insert'' AND pgh_created_at = now()
         )', person_kind, person_kind || 'event'
    ) INTO is_back USING lost;
    IF NOT is_back THEN
        RAISE EXCEPTION 'audit_forget_since_merge: this row does not come back now';
    END IF;
    -- the merge says so itself in the context of its lines, which nobody changes afterwards
    EXECUTE format(
        'DELETE FROM %1$I line USING (
             SELECT own.pgh_obj_id, min(own.pgh_id) AS first FROM %1$I own
             JOIN pghistory_context said ON said.id = own.pgh_context_id
             WHERE own.pgh_obj_id = ANY ($1) AND said.metadata ->> ''merges'' = $2::text GROUP BY own.pgh_obj_id
         ) merged WHERE line.pgh_obj_id = merged.pgh_obj_id AND line.pgh_id >= merged.first', history
    ) USING keys, lost;
    GET DIAGNOSTICS gone = ROW_COUNT;
    RETURN gone;
END $$;

REVOKE EXECUTE ON FUNCTION audit_forget_since_merge(text, uuid[], text, uuid) FROM PUBLIC;
"""

BLOT = r"""
CREATE OR REPLACE FUNCTION audit_blot_history(
    history text, field text, keys uuid[], names text[], person_kind text, person uuid
) RETURNS bigint LANGUAGE plpgsql SECURITY DEFINER SET search_path = public, pg_temp AS $$
DECLARE
    theirs text[];
    is_there boolean;
    blotted bigint;
BEGIN
    IF (history, field) NOT IN (
        ('matches_nextstepevent', 'words'),
        ('matches_followupevent', 'words'),
        ('matches_followupevent', 'outcome_words')
    ) THEN
        RAISE EXCEPTION 'audit_blot_history: % of % holds no words about others', field, history;
    END IF;
    IF person_kind NOT IN ('candidates_candidate', 'employers_entrepreneur') THEN
        RAISE EXCEPTION 'audit_blot_history: % is no person', person_kind;
    END IF;
    EXECUTE format('SELECT EXISTS (SELECT FROM %I WHERE id = $1)', person_kind) INTO is_there USING person;
    IF is_there THEN
        RAISE EXCEPTION 'audit_blot_history: this person is still there';
    END IF;
    -- names that the person had, as long as their own history is there: within the erasure, and not after it
    EXECUTE format(
        'SELECT array_agg(DISTINCT first_name || '' '' || last_name) FROM %1$I
         WHERE first_name || '' '' || last_name = ANY ($2) AND (
             pgh_obj_id = $1 OR pgh_obj_id IN (
                 -- or of a row that became one with this one, and is there no more
                 SELECT lost_id FROM audit_merge WHERE kept_id = $1 AND lost_id NOT IN (SELECT id FROM %2$I)
             )
         )',
        person_kind || 'event', person_kind
    ) INTO theirs USING person, names;
    EXECUTE format(
        'UPDATE %1$I SET %2$I = audit_blotted(%2$I, $1)
         WHERE pgh_obj_id = ANY ($2) AND audit_blotted(%2$I, $1) <> %2$I', history, field
    ) USING theirs, keys;
    GET DIAGNOSTICS blotted = ROW_COUNT;
    RETURN blotted;
END $$;

REVOKE EXECUTE ON FUNCTION audit_blot_history(text, text, uuid[], text[], text, uuid) FROM PUBLIC;
"""
"""The names of who is erased, those too of rows that became one with it."""

BACKWARDS = """
DROP FUNCTION audit_blot_history(text, text, uuid[], text[], text, uuid);
DROP FUNCTION audit_forget_since_merge(text, uuid[], text, uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_what_may_be_forgotten")]
    operations = [migrations.RunSQL([SINCE, BLOT], BACKWARDS)]
