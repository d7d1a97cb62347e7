"""What people may ask about their own data: a page to print with all that is kept of one person."""
