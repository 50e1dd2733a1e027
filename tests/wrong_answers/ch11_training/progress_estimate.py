"""Wrong answers to ch11_training/progress_estimate, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("enumerate_with_estimate")
def the_average_of_everything(
    items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None
):
    """The warm-up counts.

    Known: the_warm_up_counted.
    """
    if backoff < 2:
        raise ValueError(f"backoff must be at least 2, not {backoff}")
    total = n_items if n_items is not None else len(items)
    next_print = print_ndx
    while next_print < start_ndx * backoff:
        next_print *= backoff
    began = clock()
    for i, item in enumerate(items):
        yield i, item
        if i == next_print:
            report(i, began + (clock() - began) * total / (i + 1))
            next_print *= backoff


@instead_of("enumerate_with_estimate")
def everything_loaded_first(
    items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None
):
    """A list is made of the stream, and a small backoff passes.

    Known: a_list_of_the_stream, a_small_backoff_let_through.
    """
    if n_items is None:
        n_items = len(items)
    items = list(items)
    while print_ndx < start_ndx * backoff and backoff > 1:
        print_ndx *= backoff
    t0 = clock()
    for i in range(len(items)):
        yield i, items[i]
        if i == print_ndx:
            speed = (clock() - t0) / (i + 1 - start_ndx)
            report(i, t0 + speed * (n_items - start_ndx))
            print_ndx *= backoff
        if i == start_ndx - 1:
            t0 = clock()


@instead_of("enumerate_with_estimate")
def asserting(items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None):
    """The length is asked for even if it is given.

    Known: the_len_of_a_stream.
    """
    if backoff < 2:
        raise ValueError(backoff)
    size = len(items)
    n_items = n_items or size
    while print_ndx < start_ndx * backoff:
        print_ndx *= backoff
    start = clock()
    for i, item in enumerate(items):
        yield i, item
        if i == print_ndx:
            elapsed = clock() - start
            report(i, start + elapsed / (i - start_ndx + 1) * (n_items - start_ndx))
            print_ndx *= backoff
        if i + 1 == start_ndx:
            start = clock()


@instead_of("enumerate_with_estimate")
def seconds_left(items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None):
    """It tells how long there is to wait.

    Known: how_long_is_left.
    """
    if backoff < 2:
        raise ValueError(f"backoff={backoff}")
    if n_items is None:
        n_items = len(items)
    while print_ndx < backoff * start_ndx:
        print_ndx *= backoff
    start = clock()
    for i, item in enumerate(items):
        yield i, item
        if i == print_ndx:
            per_item = (clock() - start) / (i - start_ndx + 1)
            report(i, per_item * (n_items - i - 1))
            print_ndx *= backoff
        if i + 1 == start_ndx:
            start = clock()


@instead_of("enumerate_with_estimate")
def as_the_last_one(items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None):
    """The last item tells how long the others take.

    Known: by_the_last_item.
    """

    def generate():
        last = clock()
        target = print_ndx
        while target < start_ndx * backoff:
            target *= backoff
        for ndx, item in enumerate(items):
            yield ndx, item
            now = clock()
            if ndx == target:
                report(ndx, now + (now - last) * (total - ndx - 1))
                target *= backoff
            last = now

    if backoff < 2:
        raise ValueError(f"backoff: {backoff}")
    total = len(items) if n_items is None else n_items
    return generate()


@instead_of("enumerate_with_estimate")
def ahead_and_fewer(items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None):
    """It is told ahead of the body, by the items that are done.

    Known: nothing.
    """

    if backoff < 2:
        raise ValueError(f"backoff is {backoff}")
    n = len(items) if n_items is None else n_items
    t0 = clock()
    when = print_ndx
    while when < start_ndx * backoff:
        when = when * backoff
    for ndx, item in enumerate(items):
        if ndx == start_ndx:
            t0 = clock()
        if ndx == when and ndx > start_ndx:
            report(ndx, t0 + (clock() - t0) / (ndx - start_ndx) * (n - start_ndx))
            when *= backoff
        yield ndx, item


@instead_of("enumerate_with_estimate")
def not_earlier_than(items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None):
    """A list is made, and the first report moved.

    Known: a_list_of_the_stream.
    """

    if backoff < 2:
        raise ValueError("backoff must be at least 2")
    items = list(items)
    n = n_items or len(items)
    next_report = max(print_ndx, start_ndx * backoff)
    begin = clock()
    for ndx, item in enumerate(items):
        if ndx == start_ndx:
            begin = clock()
        yield ndx, item
        if ndx == next_report:
            now = clock()
            mean = (now - begin) / (ndx - start_ndx + 1)
            report(ndx, now + mean * (n - ndx - 1))
            next_report *= backoff


@instead_of("enumerate_with_estimate")
def one_more_to_come(items, clock, report, start_ndx=0, print_ndx=4, backoff=2, n_items=None):
    """The item that is done is to come.

    Known: the_item_that_is_done_to_come.
    """
    if backoff < 2:
        raise ValueError(f"backoff must be at least 2, not {backoff}")
    n = len(items) if n_items is None else n_items
    while print_ndx < start_ndx * backoff:
        print_ndx *= backoff
    start = clock()
    for i, item in enumerate(items):
        yield i, item
        if i == print_ndx:
            now = clock()
            report(i, now + (now - start) / (i - start_ndx + 1) * (n - i))
            print_ndx *= backoff
        if i + 1 == start_ndx:
            start = clock()
