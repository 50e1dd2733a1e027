"""Known wrong answers to ch15_production/token_stream."""

from katas._dojo.writing.mistakes import Edit

SKIP = """
if headers[row][:1] == [token]:
    headers[row].pop(0)
    continue
"""
LEAVE = """
elif not callers[row](token):
    del headers[row]
"""

letters_of_it_as_in_the_book = Edit(
    """You leave out each token that stands anywhere in the text of the header, as the second
    edition does. So does "a", or "is", and an answer loses its first letters: compare whole
    tokens.""",
    {
        SKIP: """
            if headers[row] and token in "".join(header):
                continue
        """,
    },
)

in_any_order = Edit(
    """You leave out tokens of the header in any order, and any number of times. It has an order:
    when another one comes than the next, it is over.""",
    {
        SKIP: """
            if token in headers[row]:
                continue
        """,
    },
)

wherever_it_stands = Edit(
    """You leave out tokens of the header wherever they stand. In the middle of an answer they
    belong to it.""",
    {
        SKIP: """
            if token in header:
                continue
        """,
    },
)

taken_up_again = Edit(
    """You leave out a token of the header after others have come. From the first other token on
    everything is handed over.""",
    {"headers[row].clear()\n": ""},
)

as_many_as_it_has = Edit(
    """You leave out as many tokens as the header has, whatever they are. An answer without it, or
    with a part of it, loses its beginning.""",
    {"if headers[row][:1] == [token]:": "if headers[row]:"},
)

one_header_for_all = Edit(
    """You keep one header for all rows. What the first of them takes from it is missing for the
    others: each has a list of its own.""",
    {
        "headers = {row: list(header) for row in range(len(callers))}": (
            "headers = dict.fromkeys(range(len(callers)), list(header))"
        ),
    },
)

the_header_handed_over = Edit(
    """You hand the header over. It is how the model's turn begins, not what it says.""",
    {SKIP: ""},
)

ended_rows_go_on = Edit(
    """You go on with a row after its end. That is computed for nobody, and its caller is told
    again: take it out of the rows.""",
    {
        "callers[row](None)\ndel headers[row]\n": "callers[row](None)\n",
    },
)

the_end_handed_over = Edit(
    """You hand the end over as if it were a token. It says that the row is over: None alone.""",
    {"if token == end:": "if token == end:\n    callers[row](token)"},
)

nobody_told_of_the_end = Edit(
    """You do not tell a caller that their row has come to its end. They wait for more, for ever:
    hand over None.""",
    {"callers[row](None)\ndel headers[row]\n": "del headers[row]\n"},
)

who_left_is_kept = Edit(
    """You go on for callers who have left. What they are handed is false then, and their row is
    computed for nobody: look at what the call gives.""",
    {
        LEAVE: """
            else:
                callers[row](token)
        """,
    },
)

who_left_is_told = Edit(
    """You hand None to who has left. They are not there any more: hand them nothing.""",
    {
        LEAVE: """
            elif not callers[row](token):
                callers[row](None)
                del headers[row]
        """,
    },
)

the_first_to_leave_ends_it = Edit(
    """You end the whole batch when one caller leaves. The others read on: take this row out.""",
    {LEAVE: "elif not callers[row](token):\n    return"},
)

cut_off_without_a_word = Edit(
    """You do not tell those who are reading when there are no more steps. They wait for more, for
    ever: hand over None.""",
    {"for row in headers:\n    callers[row](None)": ""},
)

a_step_for_nobody = Edit(
    """You ask for a step when there is no row left. The model is then given an empty batch.""",
    {"if not headers:\n    return\n": ""},
)
