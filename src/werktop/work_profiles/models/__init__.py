"""Rows about work at employers."""

from .profile import WorkProfile, WorkProfileRequirement, WorkProfileTerm

__all__ = ["WorkProfile", "WorkProfileRequirement", "WorkProfileTerm"]
