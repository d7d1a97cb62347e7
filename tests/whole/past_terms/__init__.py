"""One real row for every term and model: `CASES[term, model](cast, began)` makes it, with a term that runs from
`began`, and gives back a question: does any of it still stand somewhere, history included?"""

from tests.whole.past_terms import candidates, gatherings, house
from tests.whole.past_terms.cases import CASES, TAKEN_BACK, IsThere
from tests.whole.past_terms.gatherings import common, evening

__all__ = ["CASES", "TAKEN_BACK", "IsThere", "candidates", "common", "evening", "gatherings", "house"]
