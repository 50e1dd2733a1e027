"""A stream of tokens (§17.1 of the second edition): who is handed what, and which rows go on."""

from katas._dojo.writing.assertions import assert_equal
from katas.ch15_production.token_stream import stream

START, END = "<|im_start|>", "<|im_end|>"
HEADER = [START, "assistant", "\n"]


def test_each_is_handed_their_own_tokens():
    """Each caller is handed the tokens of their row, and None where the end comes."""
    told, _ = _stream(["it is so", "no", "well who knows that"])
    expected = [["it", "is", "so", None], ["no", None], ["well", "who", "knows", "that", None]]
    assert_equal(told, expected, what="what each was handed")


def test_a_row_that_has_ended_is_not_computed():
    """After its end a row is not asked for again, and where all have ended nothing is."""
    _, steps = _stream(["it is so", "no", "well then"])
    assert_equal(steps, [[0, 1, 2], [0, 1, 2], [0, 2], [0]], what="the rows of each step")


def test_tokens_come_as_they_are_written():
    """A token is handed over before the next step, not when the answer is complete."""
    log = []
    _stream(["it is", "no"], log=log)
    expected = ["step", "it", "no", "step", "is", None, "step", None]
    assert_equal(log, expected, what="what happened, in order")


def test_the_header_is_left_out():
    """An answer that begins with the header, or with a part of it, is handed over without that."""
    rows = [[*HEADER, "yes", "sir"], [START, "assistant", "yes"], [START, "no"], [*HEADER]]
    told, _ = _stream(rows)
    assert_equal(told, [["yes", "sir", None], ["yes", None], ["no", None], [None]])


def test_letters_of_the_header_are_no_header():
    """Tokens like "a", "is" and "" also stand in the header's text, and are handed over."""
    told, _ = _stream([["a", "is", "", "ant"], ["", "start", "|"], [*HEADER, "assist", "m"]])
    expected = [["a", "is", "", "ant", None], ["", "start", "|", None], ["assist", "m", None]]
    assert_equal(told, expected, what="what each was handed")


def test_the_header_is_one_only_at_the_start():
    """In another order, a second time or after other tokens, those are tokens like others."""
    rows = [["assistant", "\n", "?"], [*HEADER, START, "\n"], ["the", *HEADER], ["my", "assistant"]]
    told, _ = _stream(rows)
    expected = [rows[0], rows[1][3:], rows[2], rows[3]]
    assert_equal(told, [[*row, None] for row in expected], what="what each was handed")


def test_who_has_left_is_not_served():
    """Who leaves is handed nothing more, not even None, nor computed; the others read on."""
    rows = ["a b c d", "e f g", "h i j k"]
    told, steps = _stream(rows, stay=[9, 2, 1])
    assert_equal(told, [["a", "b", "c", "d", None], ["e", "f"], ["h"]], what="what each was handed")
    assert_equal(steps, [[0, 1, 2], [0, 1], [0], [0], [0]], what="the rows of each step")


def test_after_the_last_step_all_are_told():
    """Whoever is still reading after max_tokens steps is handed None, and no step is too many."""
    told, steps = _stream(["a b c d", "e", [*HEADER, "f"], "g h"], stay=[9, 9, 9, 1], max_tokens=3)
    assert_equal(told, [["a", "b", "c", None], ["e", None], [None], ["g"]])
    assert_equal(steps, [[0, 1, 2, 3], [0, 1, 2], [0, 2]], what="the rows of each step")


def test_without_callers_nothing_is_computed():
    """Where there are no callers there is no step; where there are no steps, all are told so."""
    told, steps = _stream([])
    assert_equal((told, steps), ([], []), what="what each was handed, and the steps")
    told, steps = _stream(["a", "b"], max_tokens=0)
    assert_equal((told, steps), ([[None], [None]], []), what="what each was handed, and the steps")


def _stream(rows, stay=None, max_tokens=50, log=None):
    """What each caller was handed, and the rows of each step.

    A row is a list of tokens, or words; caller n leaves after ``stay[n]`` tokens.
    """
    rows = [row.split() if isinstance(row, str) else row for row in rows]
    texts = [iter([*row, *[END] * 50]) for row in rows]
    told, steps = [[] for _ in rows], []
    log = [] if log is None else log

    def step(numbers):
        log.append("step")
        steps.append(list(numbers))
        return [next(texts[number]) for number in numbers]

    def caller(number):
        def hand(token):
            log.append(token)
            told[number].append(token)
            return stay is None or len(told[number]) < stay[number]

        return hand

    stream(step, [caller(number) for number in range(len(rows))], list(HEADER), END, max_tokens)
    return told, steps
