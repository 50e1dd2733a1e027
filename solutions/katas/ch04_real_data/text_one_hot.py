import torch
from torch import Tensor


def one_hot_letters(line: str) -> Tensor:
    codes = [ord(letter) for letter in line.lower()]
    return torch.eye(128)[[code if code < 128 else 0 for code in codes]]


def word_numbers(words: list[str]) -> dict[str, int]:
    return {word: number for number, word in enumerate(sorted(set(words)))}


def one_hot_words(words: list[str], numbers: dict[str, int]) -> Tensor:
    return torch.eye(len(numbers))[[numbers[word] for word in words]]
