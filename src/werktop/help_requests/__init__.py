"""Help requests: what somebody asks for now, and the warm hand-over to a professional who confirms."""
