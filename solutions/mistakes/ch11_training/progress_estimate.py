"""Known wrong answers to ch11_training/progress_estimate."""

from katas._dojo.writing.mistakes import Edit

RESTART = """
if ndx + 1 == start_ndx:
    start = clock()
"""
REPORT = """
if ndx == print_ndx:
    if ndx >= start_ndx * backoff:
        per_item = (clock() - start) / (ndx - start_ndx + 1)
        report(ndx, start + per_item * (n_items - start_ndx))
    print_ndx *= backoff
"""

the_warm_up_counted = Edit(
    """You counted the warm-up. Its slow items make the estimate too late: begin to count, and to
    take the time, behind them.""",
    {
        RESTART: "",
        "(ndx - start_ndx + 1)": "(ndx + 1)",
        "(n_items - start_ndx)": "n_items",
    },
)

only_the_time_of_the_warm_up_counted = Edit(
    """You left the items of the warm-up out of the number, but not their time out of the sum. Take
    the time anew behind them.""",
    {RESTART: ""},
)

the_warm_up_to_come_again = Edit(
    """You multiplied by the number of all items from where the warm-up ended. So many fewer are to
    come.""",
    {"(n_items - start_ndx)": "n_items"},
)

one_item_too_few = Edit(
    """You divided by one item too few. Item number 4 is the fifth.""",
    {"(ndx - start_ndx + 1)": "max(ndx - start_ndx, 1)"},
)

how_long_it_takes = Edit(
    """You reported how long it takes. The end is a time of the clock: count from the start.""",
    {"start + per_item *": "per_item *"},
)

how_long_is_left = Edit(
    """You reported how long there is to wait. The end is a time of the clock.""",
    {
        "report(ndx, start + per_item * (n_items - start_ndx))": (
            "report(ndx, start + per_item * (n_items - start_ndx) - clock())"
        ),
    },
)

all_of_it_from_now = Edit(
    """You counted the time of all items from now on. A part of them is done.""",
    {"start + per_item *": "clock() + per_item *"},
)

the_item_that_is_done_to_come = Edit(
    """You counted the item that has just been done among those that are to come. Behind item number
    4 five are done.""",
    {
        "start + per_item * (n_items - start_ndx)": "clock() + per_item * (n_items - ndx)",
    },
)

a_list_of_the_stream = Edit(
    """You made a list of the items first. All of them are loaded then ahead of the first, and held
    at once: ask for them one by one.""",
    {"start = clock()\nfor ndx": "items = list(items)\nstart = clock()\nfor ndx"},
)

the_len_of_a_stream = Edit(
    """You asked for len(items) although n_items was given. A stream has none.""",
    {"if n_items is None:": "if True:"},
)

a_small_backoff_let_through = Edit(
    """You let a backoff below 2 through. Times 1 the next report is the one that has been, and
    times 0 none ever comes: ValueError.""",
    {
        """
        if backoff < 2:
            raise ValueError(f"a backoff of {backoff} makes no report rarer")
        """: "",
    },
)

reported_ahead_of_the_body = Edit(
    """You report ahead of the loop's body. The item has taken next to no time then: report when the
    next one is asked for.""",
    {
        REPORT: "",
        "yield ndx, item": f"{REPORT.strip()}\nyield ndx, item",
    },
)

reported_at_every_step = Edit(
    """Your reports come at equal distances. The number of the next is backoff times that of the
    last.""",
    {
        "start = clock()\nfor ndx": "first = print_ndx\nstart = clock()\nfor ndx",
        REPORT: REPORT.replace("*= backoff", "+= first"),
    },
)

reported_in_the_warm_up = Edit(
    """You reported too early. Below start_ndx times backoff there are too few items whose time
    counts.""",
    {"if ndx >= start_ndx * backoff:": "if True:"},
)

by_the_last_item = Edit(
    """You went by the item that has just been done. One may take longer than another: what is to
    come takes as long as all so far on average.""",
    {
        "start = clock()\nfor ndx": "start = last = clock()\nfor ndx",
        REPORT: """
            now = clock()
            if ndx == print_ndx:
                if ndx >= start_ndx * backoff:
                    report(ndx, now + (now - last) * (n_items - ndx - 1))
                print_ndx *= backoff
            last = now
        """,
    },
)
