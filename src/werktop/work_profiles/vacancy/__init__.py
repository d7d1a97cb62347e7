"""Reads a Dutch vacancy text: pure, the same for the same words, no clock and no model. What it finds is proposed."""

from werktop.work_profiles.vacancy.reader import Question, Suggested, Vacancy, read_vacancy
from werktop.work_profiles.vacancy.words import Word, Words, words_of

__all__ = ["Question", "Suggested", "Vacancy", "Word", "Words", "read_vacancy", "words_of"]
