"""When the picture was touched last is found anew from its parts where two files are two again (`candidates.merging`): the kept
file had the day of the other one. `-infinity` asks for it; it is never kept."""

from django.db import migrations

PARTS = (
    "candidateterm wish learninggoal need knownfirm certificate instrumentuse perspective planstep adjustment"
    " wishedoccupation hasrequirement motivation"
).split()
ANEW = """
    IF TG_OP = 'UPDATE' AND NEW.picture_at = '-infinity' THEN
        SELECT max(noted_at) INTO NEW.picture_at FROM ({parts}) AS part;
    ELSIF TG_OP = 'UPDATE' THEN
"""
KEEP_MARKS = """
CREATE OR REPLACE FUNCTION candidates_keep_marks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    NEW.marks := candidate_marks(NEW);
{how}
        -- a row that was read before a part changed, and is saved after it, does not turn the clock back
        NEW.picture_at := greatest(NEW.picture_at, OLD.picture_at);
    END IF;
    RETURN NEW;
END $$;
"""
ROWS = " UNION ALL ".join(
    f"SELECT noted_at FROM candidates_{part} WHERE candidate_id = NEW.id" for part in PARTS
)
FORWARDS = KEEP_MARKS.replace("{how}", ANEW.replace("{parts}", ROWS).strip("\n"))
BACKWARDS = KEEP_MARKS.replace("{how}", "    IF TG_OP = 'UPDATE' THEN")


class Migration(migrations.Migration):
    dependencies = [("candidates", "0010_motivation_grounds_and_outcomes")]
    operations = [migrations.RunSQL(FORWARDS, BACKWARDS)]
