"""What comes in from and goes out to other systems: spreadsheets now, interfaces later."""
