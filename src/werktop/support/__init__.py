"""What support there is for employers: dated rules with their sources, calculators, and how each organisation goes about it."""
