"""The room of employers and their entrepreneurs: what they do, look for, and whom they know."""
