"""Proposals: a candidate, who said yes to it, is put forward for work at an employer, who decides and says why."""
