"""What a picture says, as short marks in one column: the list of candidates filters on it and counts by it.

The database keeps the marks itself, so that no way of writing (one by one, an import, an erasure) leaves them behind:
a candidate's row makes them when it is written, and a part that changes has its candidate's row written. That also notes
in `picture_at` when the picture was touched last.
"""

from django.db import migrations

PARTS = (
    "candidateterm wish learninggoal need knownfirm certificate instrumentuse perspective planstep adjustment".split()
)

FUNCTIONS = """
CREATE FUNCTION candidate_marks(one candidates_candidate) RETURNS text[]
LANGUAGE sql STABLE SET search_path = public, pg_temp AS $$
    SELECT coalesce(array_agg(DISTINCT mark), '{}') FROM (
        SELECT 'term:' || term_id AS mark FROM candidates_candidateterm WHERE candidate_id = one.id
        UNION ALL SELECT 'lang:' || unnest(one.languages)
        UNION ALL SELECT 'licence:' || unnest(one.driving_licences)
        UNION ALL SELECT 'dutch:' || level FROM generate_series(1, 9) level WHERE level <= one.dutch_spoken
        UNION ALL SELECT 'with:' || coalesce(one.assigned_to_id::text, 'nobody')
        UNION ALL SELECT 'in:' || municipality_code FROM regions_postcodearea
            WHERE pc4 = left(one.postcode, 4) AND municipality_code <> ''
        UNION ALL SELECT 'asks:' || word FROM (VALUES
            ('step_free', one.is_step_free_needed), ('interpreter', one.is_interpreter_needed),
            ('childcare', one.is_childcare_needed), ('travel', one.is_travel_paid), ('companion', one.has_companion)
        ) AS asked (word, is_asked) WHERE is_asked
        UNION ALL SELECT 'hours:' || most FROM candidates_wish, (VALUES (1, 12), (13, 24), (25, 32), (33, 60))
            AS band (least, most) WHERE candidate_id = one.id
            AND coalesce(hours_min, hours_max) <= band.most AND coalesce(hours_max, hours_min) >= band.least
        UNION ALL SELECT 'day:' || unnest(days) FROM candidates_wish WHERE candidate_id = one.id
        UNION ALL SELECT 'km:' || km FROM candidates_wish, unnest(ARRAY[5, 10, 20, 40]) km
            WHERE candidate_id = one.id AND most_km >= km
        UNION ALL SELECT 'by:' || lower(transport) FROM candidates_wish WHERE candidate_id = one.id AND transport <> ''
        UNION ALL SELECT 'paper:' || kind FROM candidates_certificate WHERE candidate_id = one.id
        UNION ALL SELECT 'need:' || kind FROM candidates_need WHERE candidate_id = one.id AND done_date IS NULL
        UNION ALL SELECT CASE WHEN EXISTS (
            SELECT FROM candidates_planstep WHERE candidate_id = one.id AND done_date IS NULL
        ) THEN 'plan:runs' ELSE 'plan:none' END
    ) AS said
$$;

CREATE FUNCTION candidates_keep_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.marks := candidate_marks(NEW);
    IF TG_OP = 'UPDATE' THEN
        -- a row that was read before a part changed, and is saved after it, does not turn the clock back
        NEW.picture_at := greatest(NEW.picture_at, OLD.picture_at);
    END IF;
    RETURN NEW;
END $$;

CREATE FUNCTION candidates_picture_touched() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    UPDATE candidates_candidate SET picture_at = greatest(picture_at, touched.at)
    FROM (SELECT candidate_id, max(noted_at) AS at FROM changed GROUP BY candidate_id) AS touched
    WHERE candidates_candidate.id = touched.candidate_id;
    RETURN NULL;
END $$;

CREATE TRIGGER keep_marks BEFORE INSERT OR UPDATE ON candidates_candidate
FOR EACH ROW EXECUTE FUNCTION candidates_keep_marks();
"""
TRIGGERS = """
CREATE TRIGGER picture_grows AFTER INSERT ON candidates_{part} REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_changes AFTER UPDATE ON candidates_{part} REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
CREATE TRIGGER picture_shrinks AFTER DELETE ON candidates_{part} REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION candidates_picture_touched();
"""
FORWARDS = FUNCTIONS + "".join(TRIGGERS.format(part=part) for part in PARTS)
BACKWARDS = (
    "DROP TRIGGER keep_marks ON candidates_candidate;"
    + "".join(
        f"DROP TRIGGER picture_{how} ON candidates_{part};"
        for part in PARTS
        for how in ("grows", "changes", "shrinks")
    )
    + "DROP FUNCTION candidates_picture_touched(); DROP FUNCTION candidates_keep_marks();"
    "DROP FUNCTION candidate_marks(candidates_candidate)"
)


class Migration(migrations.Migration):
    replaces = [
        ("candidates", "0002_found_by_a_word_of_the_name"),
        ("candidates", "0004_marks_of_a_picture"),
        ("candidates", "0006_how_contact_goes_well"),
    ]
    dependencies = [("candidates", "0001_all_tables"), ("regions", "0001_all_tables")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
