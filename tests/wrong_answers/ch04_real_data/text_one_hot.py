"""Wrong answers to ch04_real_data/text_one_hot, as people write them."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("one_hot_letters")
def capitals_stay(line):
    """Capitals have their own columns.

    Known: capitals_as_they_are.
    """
    rows = torch.zeros(len(line), 128)
    for i, letter in enumerate(line):
        rows[i, ord(letter) if ord(letter) < 128 else 0] = 1
    return rows


@instead_of("one_hot_letters")
def others_left_out(line):
    """Letters outside of ASCII have no row, and all are whole numbers.

    Known: other_letters_left_out, letters_of_whole_numbers.
    """
    letters = [ord(it) for it in line.lower() if ord(it) < 128]
    return torch.nn.functional.one_hot(torch.tensor(letters), 128)


@instead_of("word_numbers")
def as_they_come(words):
    """Numbers in the order of the text.

    Known: in_the_order_of_the_text.
    """
    numbers = {}
    for word in words:
        if word not in numbers:
            numbers[word] = len(numbers)
    return numbers


@instead_of("word_numbers")
def repeated_words(words):
    """A word that occurs twice takes two numbers.

    Known: a_number_for_each_occurrence.
    """
    return {word: i for i, word in enumerate(sorted(words))}


@instead_of("one_hot_words")
def unknown_words_first(words, numbers):
    """An unknown word is taken for word 0.

    Known: unknown_words_let_through.
    """
    rows = torch.zeros(len(words), len(numbers))
    for i, word in enumerate(words):
        rows[i][numbers.get(word, 0)] = 1
    return rows


@instead_of("one_hot_words")
def one_row_for_the_text(words, numbers):
    """There is one row for all words.

    Known: one_row_for_all_words.
    """
    row = torch.zeros(len(numbers))
    for word in words:
        row[numbers[word]] = 1
    return row


@instead_of("one_hot_letters")
def the_loop_of_the_book(line):
    """Blanks at the ends are stripped, and their rows are zeros.

    Known: blanks_stripped_as_in_the_book.
    """
    letter_t = torch.zeros(len(line), 128)
    for i, letter in enumerate(line.lower().strip()):
        letter_index = ord(letter) if ord(letter) < 128 else 0
        letter_t[i][letter_index] = 1
    return letter_t


@instead_of("one_hot_letters")
def a_question_mark_for_others(line):
    """What is not in ASCII becomes a question mark.

    Known: other_letters_as_ascii.
    """
    codes = list(line.lower().encode("ascii", "replace"))
    return torch.nn.functional.one_hot(torch.tensor(codes), 128).float()


@instead_of("one_hot_words")
def a_square(words, numbers):
    """There are as many columns as words in the text.

    Known: as_many_columns_as_the_text_has_words.
    """
    rows = torch.zeros(len(words), len(words))
    for i, word in enumerate(words):
        rows[i, numbers[word]] = 1
    return rows
