"""Two test runs in one checkout: whichever ends first leaves the other its database."""

from __future__ import annotations

import contextlib

import psycopg
import pytest

from werktop.config.commandline import postgres
from werktop.config.commandline.testing import own_cluster


def test_each_run_has_a_cluster_of_its_own_and_takes_the_usual_one_again(tmp_path):
    with own_cluster(tmp_path) as first:
        with own_cluster(tmp_path) as second:
            assert first.folder != second.folder
            assert first.socket_folder != second.socket_folder
        with own_cluster(tmp_path) as third:
            assert third.folder == second.folder, "what was made is used again"
    with own_cluster(tmp_path) as again:
        assert again.folder == first.folder


def test_the_first_to_end_does_not_stop_the_others_database(tmp_path):
    with contextlib.ExitStack() as first:
        one = first.enter_context(own_cluster(tmp_path))
        first.enter_context(postgres.running(one))
        with own_cluster(tmp_path) as two, postgres.running(two):
            first.close()
            assert not postgres.answers(one)
            with psycopg.connect(two.url("postgres", "postgres")) as connection:
                assert connection.execute("select 1").fetchone() == (1,)


def test_a_run_that_fails_frees_its_cluster(tmp_path):
    with pytest.raises(RuntimeError), own_cluster(tmp_path) as first:
        raise RuntimeError
    with own_cluster(tmp_path) as again:
        assert again.folder == first.folder
