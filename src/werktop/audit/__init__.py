"""The room that remembers: who did what (trail), who looked at whom (processing log), and which requests came before (receipts)."""
