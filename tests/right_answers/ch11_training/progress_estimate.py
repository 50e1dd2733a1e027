"""Right answers to ch11_training/progress_estimate, written differently."""

from katas._dojo.writing.mistakes import instead_of

ESTIMATE = """
    if ndx >= start_ndx * backoff:
        per_item = (clock() - start) / (ndx - start_ndx + 1)
        report(ndx, start + per_item * (n_items - start_ndx))"""
NEXT = """
    print_ndx *= backoff"""
REPORT = f"\nif ndx == print_ndx:{ESTIMATE}{NEXT}\n"
RESTART = """
if ndx + 1 == start_ndx:
    start = clock()
"""

EQUIVALENT = {
    "A number is no object to change in place.": [
        (REPORT, REPORT.replace("print_ndx *= backoff", "print_ndx = print_ndx * backoff")),
    ],
    "Nothing is reported before the warm-up is over.": [
        (REPORT + RESTART.lstrip(), RESTART + REPORT.lstrip()),
    ],
    "The number of the next report has no part in this one.": [
        (REPORT, f"\nif ndx == print_ndx:{NEXT}{ESTIMATE}\n"),
    ],
    "Numbers come one by one.": [("if ndx == print_ndx:", "if ndx >= print_ndx:")],
    "The last time that counting begins is what counts.": [
        ("if ndx + 1 == start_ndx:", "if ndx + 1 <= start_ndx:"),
    ],
}


@instead_of("enumerate_with_estimate")
def the_book_with_a_clock(
    iter, clock, report, start_ndx=0, print_ndx=4, backoff=None, n_items=None
):
    iter_len = n_items
    if iter_len is None:
        iter_len = len(iter)

    if backoff is None:
        backoff = 2
    if not backoff >= 2:
        raise ValueError(backoff)
    while print_ndx < start_ndx * backoff:
        print_ndx *= backoff

    start_ts = clock()
    for current_ndx, item in enumerate(iter):
        yield (current_ndx, item)
        if current_ndx == print_ndx:
            duration_sec = (
                (clock() - start_ts) / (current_ndx - start_ndx + 1) * (iter_len - start_ndx)
            )
            report(current_ndx, start_ts + duration_sec)
            print_ndx *= backoff

        if current_ndx + 1 == start_ndx:
            start_ts = clock()


@instead_of("enumerate_with_estimate")
def refused_when_it_is_called(
    items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None
):
    if backoff < 2:
        raise ValueError(f"backoff: {backoff}")
    n_items = len(items) if n_items is None else n_items

    def numbered():
        times = [clock()]
        next_report = print_ndx
        for ndx, item in enumerate(items):
            yield ndx, item
            times.append(clock())
            if ndx == next_report:
                next_report *= backoff
                if ndx >= start_ndx * backoff:
                    began, now = times[start_ndx], times[-1]
                    n_done = ndx + 1 - start_ndx
                    n_left = n_items - ndx - 1
                    report(ndx, now + n_left * (now - began) / n_done)

    return numbered()
