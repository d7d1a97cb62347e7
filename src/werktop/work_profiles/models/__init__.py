"""Rows about work at employers."""

from .function import EmployerFunction, FunctionTask
from .hiring import SignUp
from .profile import WorkProfile, WorkProfileRequirement, WorkProfileTerm
from .template import ProfileTemplate

__all__ = [
    "EmployerFunction",
    "FunctionTask",
    "ProfileTemplate",
    "SignUp",
    "WorkProfile",
    "WorkProfileRequirement",
    "WorkProfileTerm",
]
