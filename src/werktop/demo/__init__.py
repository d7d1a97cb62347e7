"""The fictitious region: everything in it is invented, but for the postcodes of the river area."""
