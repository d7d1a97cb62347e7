"""A merge that is undone leaves nothing of one in the history of the other. The names of who is erased: 0004."""

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

BACKWARDS = """
DROP FUNCTION audit_forget_since_merge(text, uuid[], text, uuid);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_what_may_be_forgotten")]
    operations = [migrations.RunSQL([SINCE], BACKWARDS)]
