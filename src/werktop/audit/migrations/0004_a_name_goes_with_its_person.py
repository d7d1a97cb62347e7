"""The one way for the serving role to take a name out of history: of who is erased, in words about somebody else.

A name goes only where somebody is erased, as whole words, and out of named fields.

Who serves may run the two functions and nobody else; of the context of history it may change only what it lays down
in the same transaction (pghistory fills it in as nested commands begin). A database of before this was one migration may
still have a function of three words: that goes.
"""

from django.db import migrations

FORWARDS = r"""
DROP FUNCTION IF EXISTS audit_blot_history(text, text, text);

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

CREATE FUNCTION audit_blot_history(
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
        'SELECT array_agg(DISTINCT first_name || '' '' || last_name) FROM %I
         WHERE pgh_obj_id = $1 AND first_name || '' '' || last_name = ANY ($2)',
        person_kind || 'event'
    ) INTO theirs USING person, names;
    EXECUTE format(
        'UPDATE %1$I SET %2$I = audit_blotted(%2$I, $1)
         WHERE pgh_obj_id = ANY ($2) AND audit_blotted(%2$I, $1) <> %2$I', history, field
    ) USING theirs, keys;
    GET DIAGNOSTICS blotted = ROW_COUNT;
    RETURN blotted;
END $$;

REVOKE EXECUTE ON FUNCTION audit_forget_history(text, uuid[]) FROM PUBLIC;
REVOKE EXECUTE ON FUNCTION audit_blot_history(text, text, uuid[], text[], text, uuid) FROM PUBLIC;

ALTER TABLE pghistory_context ENABLE ROW LEVEL SECURITY;
CREATE POLICY context_is_read ON pghistory_context FOR SELECT USING (true);
CREATE POLICY context_is_added ON pghistory_context FOR INSERT WITH CHECK (created_at = now());
CREATE POLICY context_of_this_transaction_is_filled_in ON pghistory_context FOR UPDATE USING (created_at = now());
"""

BACKWARDS = """
DROP POLICY context_of_this_transaction_is_filled_in ON pghistory_context;
DROP POLICY context_is_added ON pghistory_context;
DROP POLICY context_is_read ON pghistory_context;
ALTER TABLE pghistory_context DISABLE ROW LEVEL SECURITY;
GRANT EXECUTE ON FUNCTION audit_forget_history(text, uuid[]) TO PUBLIC;
DROP FUNCTION audit_blot_history(text, text, uuid[], text[], text, uuid);
DROP FUNCTION audit_blotted(text, text[]);
"""


class Migration(migrations.Migration):
    dependencies = [("audit", "0002_history_goes_with_its_row"), ("pghistory", "0007_auto_20250421_0444")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
