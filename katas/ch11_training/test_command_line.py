"""A program that a test can call (§11.2): words in, options out."""

import pytest

from katas._dojo.writing.assertions import assert_equal, assert_raises
from katas.ch11_training.command_line import parse_args

DEFAULTS = {"batch_size": 32, "epochs": 1, "num_workers": 8, "balanced": False, "augment": []}


def test_without_any_words_it_is_all_as_usual():
    """An empty list asks for nothing: that is no reason to look at the command line."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["train.py", "--epochs", "7"])
        assert_equal(_options([]), DEFAULTS, what="the options")


@pytest.mark.parametrize(
    ("words", "changed"),
    [
        (["--batch-size", "4"], {"batch_size": 4}),
        (["--epochs=20", "--num-workers", "0"], {"epochs": 20, "num_workers": 0}),
        (["--num-workers", "2", "--batch-size", "128"], {"num_workers": 2, "batch_size": 128}),
    ],
    ids=str,
)
def test_numbers_are_numbers(words, changed):
    """What stands after a name becomes an int; the others keep what they have without it."""
    assert_equal(_options(words), {**DEFAULTS, **changed}, what="the options")


@pytest.mark.parametrize("word", ["many", "1.5", "0x10"])
@pytest.mark.parametrize("name", ["--epochs", "--batch-size", "--num-workers"])
def test_what_is_no_number_is_refused(name, word):
    """A word that is no int ends the program with status 2."""
    with assert_raises(SystemExit, 2):
        parse_args([name, word])


def test_a_switch_is_on_or_off():
    """--balanced is True where it stands and False where it does not."""
    assert_equal(_options(["--balanced"]), {**DEFAULTS, "balanced": True}, what="the options")
    found = _options(["--balanced", "--epochs", "2"])
    assert_equal(found, {**DEFAULTS, "balanced": True, "epochs": 2}, what="the options")


@pytest.mark.parametrize("word", ["False", "no", "0"])
def test_a_switch_takes_no_word(word):
    """--balanced False cannot mean True: a word after the switch ends the program with status 2."""
    with assert_raises(SystemExit, 2):
        parse_args(["--balanced", word])


@pytest.mark.parametrize(
    "words", [["--epoch-count", "3"], ["--lr", "0.1"], ["luna"], ["--epochs"]], ids=str
)
def test_what_is_not_known_is_refused(words):
    """A name that is not known, a word too many or too few ends the program with status 2."""
    with assert_raises(SystemExit, 2):
        parse_args(words)


def test_what_is_repeated_becomes_a_list():
    """Each --augment adds a name, in the order in which they come."""
    words = ["--augment", "flip", "--epochs", "2", "--augment", "noise", "--augment", "flip"]
    expected = {**DEFAULTS, "epochs": 2, "augment": ["flip", "noise", "flip"]}
    assert_equal(_options(words), expected, what="the options")
    assert_equal(_options(tuple(words)), expected, what="the options, of a tuple of words")


def test_each_call_starts_anew():
    """What somebody does with the options of one call is not found in those of the next."""
    first = parse_args([])
    first.augment.append("noise")
    first.epochs = 100
    assert_equal(_options([]), DEFAULTS, what="the options of the second call")
    found = _options(["--augment", "flip"])
    assert_equal(found, {**DEFAULTS, "augment": ["flip"]}, what="the options of the third call")


@pytest.mark.parametrize("words", [[], ["--epochs", "5", "--balanced"]], ids=str)
def test_none_means_the_command_line_of_now(words):
    """Without a list it reads sys.argv when it is called, without the name of the program."""
    expected = _options(words)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("sys.argv", ["train.py", *words])
        assert_equal(vars(parse_args()), expected, what="the options")


def _options(words):
    return vars(parse_args(words))
