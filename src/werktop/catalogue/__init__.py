"""The room of shared words: competencies, interests, forms of work, languages, sectors."""
