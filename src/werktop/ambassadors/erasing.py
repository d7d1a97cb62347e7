"""Letting go of who was named as a fellow entrepreneur, and of names in what was said about one."""

from __future__ import annotations

from typing import Any

from django.db.models import Q

from werktop.audit.erasure import Unnamed, rows_that_name, write_unnamed
from werktop.employers.erasing import erase_traced
from werktop.employers.traces import Traces

from .models import Fellow


def forget_fellows(person: Any) -> None:
    """Who named this entrepreneur keeps that the firm joined, and no line with a name and a way to reach the person. Called in
    the command that erases."""
    traces = Traces(person)
    rows = Fellow.objects.filter(traces.likely("name"), region_id=person.region_id)
    erase_traced(rows.exclude(entrepreneur=person), traces, "name")


def forget_in_fellows(rows: Q, likely: str, unnamed: Unnamed) -> None:
    """What is said of a fellow stays without the name (`rows_that_name`)."""
    for row in rows_that_name(Fellow, rows, ("words",), likely, unnamed):
        write_unnamed(row, ("words",), unnamed)
