"""Work in every form at employers: now and later, in what it asks of people and what the place is like."""
