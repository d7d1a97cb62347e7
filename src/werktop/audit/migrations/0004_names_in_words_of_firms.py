"""The names of who is erased, those too of rows that became one with it, go out of words about others and of the words of a firm,
history included."""

from django.db import migrations

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
        ('matches_followupevent', 'outcome_words'),
        ('employers_employerevent', 'what_we_do'),
        ('employers_employerevent', 'looks_for'),
        ('employers_employerevent', 'process'),
        ('employers_employerevent', 'mission'),
        ('employers_employerevent', 'culture'),
        ('employers_employerevent', 'how_it_is')
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


BACKWARDS = "DROP FUNCTION audit_blot_history(text, text, uuid[], text[], text, uuid);"


class Migration(migrations.Migration):
    dependencies = [("audit", "0003_a_merge_that_is_undone")]
    operations = [migrations.RunSQL([BLOT], BACKWARDS)]
