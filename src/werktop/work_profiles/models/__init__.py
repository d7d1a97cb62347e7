"""Rows about work at employers."""

from .function import EmployerFunction, FunctionTask
from .profile import WorkProfile, WorkProfileRequirement, WorkProfileTerm
from .template import ProfileTemplate

__all__ = [
    "EmployerFunction",
    "FunctionTask",
    "ProfileTemplate",
    "WorkProfile",
    "WorkProfileRequirement",
    "WorkProfileTerm",
]
