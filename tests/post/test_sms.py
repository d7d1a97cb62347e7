"""Text messages: a gateway by its dotted path, a clear word at the start where that is wrong, and no lies without one."""

import subprocess
import sys

import pytest
from django.core.checks import ERROR, run_checks

from werktop.audit.actors import SYSTEM
from werktop.post.commands import deliver_message
from werktop.post.models import Message

SENT = []


class Provider:
    """A gateway of somebody else."""

    def send(self, message):
        SENT.append((message.to_address, message.body, message.message_id))


def said(settings, path):
    settings.SMS_GATEWAY = path
    return run_checks(tags=["post"])


@pytest.mark.django_db
def test_a_text_message_goes_by_the_gateway_of_the_setting(lay_down, settings, at):
    settings.SMS_GATEWAY = "tests.post.test_sms.Provider"
    key = lay_down(channel="sms", to_address="+31612345678", body="Dag Fatima")
    assert deliver_message(actor=SYSTEM, at=at, message_id=key) == "sent"
    assert [("+31612345678", "Dag Fatima", Message.objects.get().message_id)] == SENT
    assert not said(settings, "tests.post.test_sms.Provider")


@pytest.mark.parametrize(
    ("path", "words"),
    [
        ("nergens.Provider", "No module named 'nergens'"),
        ("tests.post.test_sms.Niemand", "does not define"),
        ("geenpad", "doesn't look like a module path"),
        ("tests.post.test_sms.SENT", "is no class with `send`"),
        ("tests.making.House", "is no class with `send`"),
    ],
)
def test_a_path_that_is_wrong_is_an_error_that_names_it(settings, path, words):
    (fault,) = said(settings, path)
    assert fault.level == ERROR
    assert path in fault.msg and words in fault.msg
    assert "docs/operations.md" in fault.hint


def test_the_worker_does_not_start_with_a_wrong_path(monkeypatch):
    environment = {
        "PATH": "/usr/bin:/bin",
        "DATABASE_URL": "postgresql://nobody@nowhere.example/none",
        "WERKTOP_SECRET_KEY": "k" * 60,
        "WERKTOP_SMS_GATEWAY": "nergens.Provider",
        "PYTHONPATH": ":".join(sys.path),
    }
    command = [sys.executable, "-m", "werktop.config.commandline", "worker"]
    ended = subprocess.run(command, env=environment, capture_output=True, text=True, timeout=60, check=False)
    assert ended.returncode != 0
    assert "WERKTOP_SMS_GATEWAY: 'nergens.Provider' cannot be loaded" in ended.stderr
    assert "Traceback" not in ended.stderr


@pytest.mark.django_db
def test_without_a_gateway_outside_the_demo_a_message_waits_and_the_check_says_so(lay_down, settings, at):
    settings.HAS_MAILBOX_PAGE, settings.SMS_GATEWAY = False, "stand-in"
    key = lay_down(channel="sms", to_address="+31612345678")
    assert deliver_message(actor=SYSTEM, at=at, message_id=key) == "waiting"
    (told,) = said(settings, "stand-in")
    assert "go nowhere" in told.msg
