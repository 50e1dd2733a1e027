"""Text as one-hot rows (§4.5.2): one for each letter, one for each word."""

import pytest
import torch

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch04_real_data.text_one_hot import one_hot_letters, one_hot_words, word_numbers

# The line of the book, from Pride and Prejudice.
LINE = "Impossible, Mr. Bennet, impossible, when I am not acquainted with him"
WORDS = [word.strip(".,") for word in LINE.lower().split()]
IN_ORDER = ["acquainted", "am", "bennet", "him", "i", "impossible", "mr", "not", "when", "with"]


@pytest.mark.parametrize("line", ["abba", "a b, c.", "z", " a\n", "{|}~\x7f!0", LINE.lower()])
def test_each_letter_has_a_row(line):
    """In the row of a letter its number's column is 1, of 128 columns; blanks count as well."""
    expected = _rows([ord(letter) for letter in line], 128)
    assert_close(one_hot_letters(line), expected)


@pytest.mark.parametrize("line", ["Mr. Bennet", "ABBA", LINE])
def test_capitals_count_as_small_letters(line):
    """A capital has the column of its small letter."""
    small = [ord(it) + 32 if "A" <= it <= "Z" else ord(it) for it in line]
    assert_close(one_hot_letters(line), _rows(small, 128))


@pytest.mark.parametrize("letter", ["“", "é", "\x80", "王", "😀"])
def test_letters_outside_the_table_have_column_0(letter):
    """What is not in ASCII has a row all the same, with the 1 in column 0."""
    assert_close(one_hot_letters(f"a{letter}b"), _rows([97, 0, 98], 128))


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        (WORDS, IN_ORDER),
        (["b", "a", "c", "a", "b", "a"], ["a", "b", "c"]),
        (["zoo", "zo", "z"], ["z", "zo", "zoo"]),
        (["Mr", "Mr"], ["Mr"]),
        ([], []),
    ],
    ids=["the book's line", "abc", "z", "one", "none"],
)
def test_words_are_numbered_in_alphabetical_order(words, expected):
    """Each word that occurs has one number, from 0 on, the first in the alphabet first."""
    numbers = word_numbers(words)
    assert_equal(numbers, {word: n for n, word in enumerate(expected)})


def test_each_word_has_a_row():
    """In the row of a word its number's column is 1; words that occur twice have two rows."""
    numbers = {"and": 3, "prejudice": 1, "pride": 0, "sense": 2, "when": 4}
    words = ["pride", "and", "prejudice", "pride"]
    assert_close(one_hot_words(words, numbers), _rows([0, 3, 1, 0], 5))
    assert_close(one_hot_words(["sense"], numbers), _rows([2], 5))


def test_a_word_without_a_number_is_an_error():
    """A word that has no number raises KeyError, and never becomes another word."""
    with assert_raises(KeyError):
        one_hot_words(["pride", "sensibility"], {"and": 0, "pride": 1})


def _rows(columns, width):
    rows = [[float(column == it) for column in range(width)] for it in columns]
    return torch.tensor(rows, dtype=torch.float32)
