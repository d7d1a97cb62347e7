"""How far two words are apart, for slips of the finger."""


def slips(written: str, meant: str, most: int) -> int:
    """Letters left out, added, changed or swapped with their neighbour; `most` + 1 when there are more.

    Optimal string alignment, row by row; words of different length are refused early.
    """
    if abs(len(written) - len(meant)) > most:
        return most + 1
    before: list[int] = []
    row = list(range(len(meant) + 1))
    for i, letter in enumerate(written, 1):
        above, row = row, [i]
        for j, other in enumerate(meant, 1):
            cost = min(above[j] + 1, row[j - 1] + 1, above[j - 1] + (letter != other))
            if i > 1 and j > 1 and letter == meant[j - 2] and written[i - 2] == other:
                cost = min(cost, before[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = above
    return row[-1]


def slips_allowed(word: str) -> int:
    """How many slips a word of this length forgives without becoming another word."""
    return 0 if len(word) < 5 else 1 if len(word) < 9 else 2
