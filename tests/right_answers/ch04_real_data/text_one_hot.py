"""Right answers to ch04_real_data/text_one_hot, written differently."""

import torch

from katas._dojo.writing.mistakes import instead_of


@instead_of("one_hot_letters")
def the_lines_of_the_book_but_strip(line):
    letter_t = torch.zeros(len(line), 128)
    for i, letter in enumerate(line.lower()):
        letter_index = ord(letter) if ord(letter) < 128 else 0
        letter_t[i][letter_index] = 1
    return letter_t


@instead_of("one_hot_letters")
def by_scattering(line):
    codes = line.lower().encode("ascii", errors="replace").replace(b"?", b"\0")
    question_marks = [it == "?" for it in line]
    index = torch.tensor(list(codes))
    index[torch.tensor(question_marks)] = ord("?")
    return torch.zeros(len(line), 128).scatter_(1, index[:, None], 1.0)


@instead_of("word_numbers")
def counted_up(words):
    numbers = {}
    for word in sorted(words):
        numbers.setdefault(word, len(numbers))
    return numbers


@instead_of("word_numbers")
def the_line_of_the_book(words):
    word_list = sorted(set(words))
    return {word: i for (i, word) in enumerate(word_list)}


@instead_of("one_hot_words")
def the_book_again(words, numbers):
    word_t = torch.zeros(len(words), len(numbers))
    for i, word in enumerate(words):
        word_index = numbers[word]
        word_t[i][word_index] = 1
    return word_t


@instead_of("one_hot_words")
def by_torchs_own(words, numbers):
    index = torch.tensor([numbers[word] for word in words])
    return torch.nn.functional.one_hot(index, num_classes=len(numbers)).to(torch.float32)
