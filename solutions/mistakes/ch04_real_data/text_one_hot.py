"""Known wrong answers to ch04_real_data/text_one_hot."""

from katas._dojo.writing.mistakes import Edit

capitals_as_they_are = Edit(
    """You gave capitals columns of their own. They count as small letters: lower().""",
    {"line.lower()": "line"},
)

all_capitals = Edit(
    """You made all letters capitals. Capitals count as small letters: lower().""",
    {"line.lower()": "line.upper()"},
)

blanks_stripped_as_in_the_book = Edit(
    """You stripped the line, as the book does: blanks at its ends have no 1, and letters stand in
    the rows of those before them. Blanks are letters, too.""",
    {
        "for letter in line.lower()]": "for letter in line.lower().strip()]",
        "return torch.eye(128)[[code if code < 128 else 0 for code in codes]]": """
            rows = torch.eye(128)[[code if code < 128 else 0 for code in codes]]
            return torch.cat([rows, torch.zeros(len(line) - len(rows), 128)])
        """,
    },
)

other_letters_left_out = Edit(
    """You left out letters that are not in ASCII. They have a row, too, with the 1 in column 0.""",
    {"[code if code < 128 else 0 for code in codes]": "[code for code in codes if code < 128]"},
)

other_letters_as_ascii = Edit(
    """You gave a letter that is not in ASCII the column of one that is. It has column 0, which no
    letter of a text has.""",
    {"code if code < 128 else 0": 'code if code < 128 else ord("?")'},
)

other_letters_are_errors = Edit(
    """You looked for a column beyond the last: letters that are not in ASCII have numbers of 128
    and more. They have column 0.""",
    {"code if code < 128 else 0": "code"},
)

letters_counted_from_a = Edit(
    """You counted letters from a. Their numbers are those of ASCII, by ord(): a is 97.""",
    {"ord(letter) for": "(ord(letter) - 97) % 128 if ord(letter) < 128 else 128 for"},
)

letters_of_whole_numbers = Edit(
    """Your rows of letters are int64. They are float32, as a model wants them.""",
    {"torch.eye(128)": "torch.eye(128, dtype=torch.int64)"},
)

in_the_order_of_the_text = Edit(
    """Your words are not numbered by the alphabet. The order of a text is another in each text, and
    that of a set in each run of Python: sort them.""",
    {"sorted(set(words))": "dict.fromkeys(words)"},
)

a_number_for_each_occurrence = Edit(
    """You numbered a word anew each time that it occurs, so numbers are missing in between. Each
    word has one: sort the set of them.""",
    {"sorted(set(words))": "sorted(words)"},
)

words_from_1 = Edit(
    """You numbered words from 1 on. The first column is column 0.""",
    {"enumerate(sorted(set(words)))": "enumerate(sorted(set(words)), start=1)"},
)

as_many_columns_as_the_text_has_words = Edit(
    """You made as many columns as the text has words. There is one for each word that has a number,
    whether it occurs or not.""",
    {"torch.eye(len(numbers))": "torch.eye(len(words))"},
)

one_row_for_all_words = Edit(
    """You made one row for all words, which says nothing of their order. Each word of the text has
    a row of its own.""",
    {
        "torch.eye(len(numbers))[[numbers[word] for word in words]]": (
            "torch.eye(len(numbers))[[numbers[word] for word in words]].amax(dim=0)"
        ),
    },
)

each_word_once = Edit(
    """You made one row for a word that occurs twice. Each word of the text has a row of its own, in
    the order of the text.""",
    {"for word in words]]": "for word in dict.fromkeys(words)]]"},
)

unknown_words_let_through = Edit(
    """You let a word pass that has no number: as another word, as zeros, or left out. Let KeyError
    tell it.""",
    {"numbers[word] for": "numbers.get(word, 0) for"},
)
