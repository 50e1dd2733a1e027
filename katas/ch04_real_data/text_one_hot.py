"""Text as one-hot rows (§4.5.2).

A network reads numbers.  Letters have some already, ASCII's, from 0 to 127; words get theirs from a
list of all words there are.  Either way, one-hot makes a row for each letter or word of a text,
with a column for each that there could be.
"""

from torch import Tensor


def one_hot_letters(line: str) -> Tensor:
    """Return float32 [len(line), 128]: for each letter a row, 1 in the column of its number.

    Capitals, from A to Z, count as small letters.  What is not in ASCII, such as “ or é, has
    column 0; no such capital occurs.  The line has at least one letter; blanks and commas are
    letters, too, also at its ends.
    """
    raise NotImplementedError


def word_numbers(words: list[str]) -> dict[str, int]:
    """Return a number for each word that occurs, from 0 on in alphabetical order (§4.5.3).

    >>> word_numbers(["impossible", "mr", "bennet", "impossible"])
    {'bennet': 0, 'impossible': 1, 'mr': 2}
    """
    raise NotImplementedError


def one_hot_words(words: list[str], numbers: dict[str, int]) -> Tensor:
    """Return float32 [len(words), len(numbers)]: for each word a row, 1 in its number's column.

    A word that has no number raises KeyError.
    """
    raise NotImplementedError
