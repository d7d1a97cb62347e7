"""That somebody has no benefit does not stand beside a benefit, whoever writes it: a command refuses it in words, the database too."""

from django.db import migrations

FORWARDS = """
CREATE FUNCTION candidates_no_benefit_beside_one() RETURNS trigger
LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
BEGIN
    IF (
        SELECT count(*) FILTER (WHERE law = 'none') > 0 AND count(*) FILTER (WHERE law NOT IN ('none', 'unknown')) > 0
        FROM candidates_income WHERE candidate_id = NEW.candidate_id
    ) THEN
        RAISE EXCEPTION 'no benefit does not stand beside one'
            USING ERRCODE = 'check_violation', CONSTRAINT = 'no_benefit_does_not_stand_beside_one';
    END IF;
    RETURN NULL;
END $$;

CREATE CONSTRAINT TRIGGER no_benefit_does_not_stand_beside_one AFTER INSERT OR UPDATE ON candidates_income
DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION candidates_no_benefit_beside_one();
"""
BACKWARDS = """
DROP TRIGGER no_benefit_does_not_stand_beside_one ON candidates_income;
DROP FUNCTION candidates_no_benefit_beside_one();
"""


class Migration(migrations.Migration):
    dependencies = [("candidates", "0005_courses")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
