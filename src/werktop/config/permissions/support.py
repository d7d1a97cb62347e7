"""Permissions of support for employers: rules and agreements are no secret, and an employer reads them without logging in; the
functional administrator adds amounts, and says where the own organisation differs."""

from __future__ import annotations

from .entries import PUBLIC, STAFF, Entry, action, page

TABLE = {
    "support:public_support": Entry({"GET": PUBLIC}),
    "support:public_calculator": Entry({"GET": PUBLIC}),
    "support:support": page(STAFF),
    "support:calculator": page(STAFF),
    "support:amounts": page(STAFF),
    "support:new_amount": page("manage_organisation", "manage_organisation"),
    "support:withdraw_amount": action("manage_organisation", other="404"),
    "support:restore_amount": action("manage_organisation", other="404"),
    "support:agreements": page(STAFF),
    "support:download_agreements": action(STAFF),
    "support:subject": page(STAFF),
    # what the region agreed: any administrator of a public body in it; the command looks at the body
    "support:agreement": page("manage_organisation", "manage_organisation"),
    "support:difference": page("manage_organisation", "manage_organisation"),
    "support:end_difference": action("manage_organisation", other="404"),
    "support:restore_difference": action("manage_organisation", other="404"),
}
