"""A line of the book, letter by letter and word by word.

Each row has one 1, the dark cell.  A letter's lies among 128 columns, most of which stay empty; a
word's lies among as many as there are words.  What occurs twice has its 1 in the same column twice.
"""

from katas.ch04_real_data.text_one_hot import one_hot_letters, one_hot_words, word_numbers

LETTERS = "Mr. Bennet"
LINE = "impossible mr bennet impossible when i am not acquainted with him"


def draw(figure):
    figure.set_size_inches(6, 6)
    letters, words = figure.subplots(2, 1)
    _rows(letters, one_hot_letters(LETTERS), ["blank" if it == " " else it for it in LETTERS])
    letters.set_title("letters, in the columns of ASCII")
    letters.set_xticks([0, 32, 64, 97, 122], ["0", "32: blank", "64: @", "97: a", "122: z"])
    in_line = LINE.split()
    numbers = word_numbers(in_line)
    _rows(words, one_hot_words(in_line, numbers), in_line)
    words.set_title("words, in alphabetical order")
    words.set_xticks(list(numbers.values()), list(numbers), rotation=60)


def _rows(ax, encoded, names):
    look = {"cmap": "Blues", "vmin": -0.2, "vmax": 1.2, "interpolation": "nearest"}
    ax.imshow(encoded.numpy(), aspect="auto", **look)
    ax.set_yticks(range(len(names)), names)
    ax.grid(False)
