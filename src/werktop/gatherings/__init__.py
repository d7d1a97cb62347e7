"""The room of the prettig gesprek: guests, tables and chairs, the day itself, clicks."""
