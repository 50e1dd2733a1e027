"""Known wrong answers to ch15_production/token_stream."""

from katas._dojo.writing.mistakes import Edit, instead_of

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
            if token in headers[row]:
                continue
        """,
        "headers[row].clear()\n": "",
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
    {"if headers[row][:1] == [token]:": "if headers[row] and token != end:"},
)

all_rows_in_each_step = Edit(
    """You ask for all rows in each step, also for those that have ended or that nobody reads any
    more. They are computed for nothing: hand step the others alone.""",
    {
        "rows = list(headers)\n": "rows = list(range(len(callers)))\n",
        "strict=True):\n": """
            strict=True):
                if row not in headers:
                    continue
        """,
    },
)

rows_numbered_anew = Edit(
    """You number the rows anew when one of them is over. Those behind it then read what was written
    for others: row 2 is that of callers[2] to the end.""",
    {"step(rows)": "step(list(range(len(rows))))"},
)

rows_taken_out_on_the_way = Edit(
    """You pass over the row behind one that is over. Its token is lost, or read by another: so it
    is where rows are taken out of the list that you go through. Go through a copy.""",
    {
        "zip(rows, step(rows), strict=True)": "zip(rows, step(list(rows)))",
        "callers[row](None)\ndel headers[row]\n": (
            "callers[row](None)\ndel headers[row]\nrows.remove(row)\n"
        ),
        LEAVE: """
            elif not callers[row](token):
                del headers[row]
                rows.remove(row)
        """,
    },
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

who_left_is_told_so = Edit(
    """You hand None to a caller who has left. They are not there: nothing is handed over any
    more.""",
    {
        LEAVE: """
            elif not callers[row](token):
                callers[row](None)
                del headers[row]
        """,
    },
)

cut_off_without_a_word = Edit(
    """You do not tell those who are reading when there are no more steps. They wait for more, for
    ever: hand over None.""",
    {"for row in headers:\n    callers[row](None)": ""},
)

a_step_without_callers = Edit(
    """You ask for a step before you look whether there are callers. Where there are none, the model
    is given an empty batch.""",
    {"if not headers:\n": "if _ and not headers:\n"},
)


@instead_of("stream")
def all_at_the_end(step, callers, header, end, max_tokens):
    """You hand an answer over when it is complete. Nobody can read along, and whoever leaves has it
    computed all the same: hand each token over before the next step.
    """
    rows, answers = list(range(len(callers))), [[] for _ in callers]
    for _ in range(max_tokens):
        if not rows:
            break
        for row, token in zip(rows, step(rows), strict=True):
            answers[row].append(token)
        rows = [row for row in rows if answers[row][-1] != end]
    for answer, tell in zip(answers, callers, strict=True):
        for token in header:
            if answer[:1] != [token]:
                break
            del answer[0]
        if all(tell(token) for token in answer if token != end):
            tell(None)
