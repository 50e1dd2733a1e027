"""Known wrong answers to ch11_training/command_line."""

from katas._dojo.writing.mistakes import Edit

IMPORT = "from argparse import ArgumentParser, Namespace"

a_bool_of_a_word = Edit(
    """Your switch takes a word and makes a bool of it, and bool("False") is True, as that of every
    word is that is not empty. A switch takes no word: action="store_true".""",
    {'"--balanced", action="store_true"': '"--balanced", type=bool, default=False'},
)

a_word_for_the_switch = Edit(
    """Your switch takes a word. It is on where it stands, and off where it does not:
    action="store_true".""",
    {
        '"--balanced", action="store_true"': (
            '"--balanced", nargs="?", const=True, default=False,'
            ' type=lambda word: word.lower() in ("true", "yes", "1")'
        ),
    },
)

balanced_at_first = Edit(
    """Your switch turns off. --balanced is True where it stands, and False where it does not.""",
    {'action="store_true"': 'action="store_false"'},
)

an_empty_list_taken_for_none = Edit(
    """You took an empty list for none, and read the command line instead, which is that of pytest
    when a test calls you. Ask whether it is None.""",
    {
        IMPORT: f"import sys\n{IMPORT}",
        "parse_args(argv)": "parse_args(argv or sys.argv[1:])",
    },
)

another_command_line = Edit(
    """You read other words than those of the command line where no list is given: sys.argv as it
    was when your file was imported, or with the name of the program, its first word. Read
    sys.argv[1:] in the function.""",
    {
        IMPORT: f"import sys\n{IMPORT}",
        "argv: Sequence[str] | None = None": "argv: Sequence[str] = tuple(sys.argv[1:])",
    },
)

always_the_command_line = Edit(
    """You read the command line whatever you are given. Words that are handed to you come
    first.""",
    {"parse_args(argv)": "parse_args()"},
)

numbers_left_words = Edit(
    """You left the numbers words. What argparse reads is a str unless a type is given:
    type=int.""",
    {
        '"--batch-size", type=int, ': '"--batch-size", ',
        '"--epochs", type=int, ': '"--epochs", ',
        '"--num-workers", type=int, ': '"--num-workers", ',
    },
)

numbers_as_floats = Edit(
    """Your numbers are floats, and half an epoch is not refused: type=int.""",
    {
        '"--batch-size", type=int': '"--batch-size", type=float',
        '"--epochs", type=int': '"--epochs", type=float',
        '"--num-workers", type=int': '"--num-workers", type=float',
    },
)

unknown_words_let_through = Edit(
    """You let through what you do not know. A name that is misspelt is then as good as none, and
    nobody hears of it: parse_args refuses it.""",
    {"return parser.parse_args(argv)": "return parser.parse_known_args(argv)[0]"},
)

one_list_for_all_calls = Edit(
    """You give the same list in every call. What somebody adds to it is there in the next: make a
    new one each time.""",
    {
        "def parse_args": "_NO_AUGMENTATION = []\n\n\ndef parse_args",
        "default=[]": "default=_NO_AUGMENTATION",
    },
)

none_for_no_augmentation = Edit(
    """You give None where there is no --augment. An empty list can be gone through like any
    other.""",
    {'action="append", default=[]': 'action="append"'},
)

the_last_augmentation_alone = Edit(
    """You kept the last --augment alone. Each adds a name to the list: action="append".""",
    {'action="append", default=[]': 'nargs="*", default=[]'},
)

a_word_for_augment = Edit(
    """You kept one --augment, as a word. Each adds a name to a list: action="append".""",
    {'"--augment", action="append"': '"--augment"'},
)

another_error = Edit(
    """You raise another error where words are not understood. A program says so and ends, with
    status 2, which is a SystemExit.""",
    {
        "return parser.parse_args(argv)": """
            try:
                return parser.parse_args(argv)
            except SystemExit:
                raise ValueError(argv) from None
        """,
    },
)
