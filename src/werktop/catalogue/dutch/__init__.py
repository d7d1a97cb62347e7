"""Dutch words and their forms, for whoever reads a text: pure, without a framework."""
