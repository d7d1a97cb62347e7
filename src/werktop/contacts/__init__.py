"""The room of contact: moments with candidates and firms, what was promised, and quick notes of both."""
