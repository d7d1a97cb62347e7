"""`werktop seat`, `match`, `note` and `support` start quickly: they load no Django and no database driver."""

import os
import subprocess
import sys

from werktop.config.commandline.places import ROOT


def test_seat_match_note_and_support_import_no_django():
    code = (
        "import sys\nfrom werktop.config.commandline import main\n"
        "for name in ('seat', 'match', 'note', 'support'):\n"
        "    try: main([name, '--help'])\n"
        "    except SystemExit: pass\n"
        "main(['note', 'Fatima gebeld'])\n"
        "main(['support'])\n"
        "assert not [m for m in sys.modules if m.split('.')[0] in ('django', 'psycopg')], sys.modules"
    )
    environ = {**os.environ, "PYTHONPATH": str(ROOT / "src")}
    done = subprocess.run(
        [sys.executable, "-c", code], env=environ, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
