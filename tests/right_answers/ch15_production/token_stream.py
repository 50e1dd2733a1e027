"""Right answers to ch15_production/token_stream, written differently."""

from katas._dojo.writing.mistakes import instead_of

EQUIVALENT = {
    "A dict keeps the order of its keys.": [("rows = list(headers)", "rows = sorted(headers)")],
    "A step gives a token for each row.": [
        ("zip(rows, step(rows), strict=True)", "zip(rows, step(rows))"),
        ("zip(rows, step(rows), strict=True)", "zip(rows, step(rows), strict=False)"),
    ],
    "A caller does not see the rows.": [
        (
            "callers[row](None)\ndel headers[row]\n",
            "del headers[row]\ncallers[row](None)\n",
        ),
    ],
}


@instead_of("stream")
def by_generators(step, callers, header, end, max_tokens):
    def row_of(tell):
        """Is sent tokens, and ends when there is nobody to hand them to."""
        expected = iter(header)
        token = yield
        while token == next(expected, ...):
            token = yield
        while token not in (end, None):
            if not tell(token):
                return
            token = yield
        tell(None)

    reading = {}
    for number, tell in enumerate(callers):
        reading[number] = row_of(tell)
        next(reading[number])
    while reading and max_tokens:
        max_tokens -= 1
        numbers = sorted(reading)
        for number, token in zip(numbers, step(numbers), strict=True):
            _send(reading, number, token)
    for number in sorted(reading):
        _send(reading, number, None)


def _send(reading, number, token):
    try:
        reading[number].send(token)
    except StopIteration:
        del reading[number]


@instead_of("stream")
def by_lists(step, callers, header, end, max_tokens):
    active = [True] * len(callers)
    skipped = [0] * len(callers)
    begun = [False] * len(callers)
    for _ in range(max_tokens):
        rows = [row for row, reads in enumerate(active) if reads]
        if not rows:
            break
        tokens = step(rows)
        for place, row in enumerate(rows):
            token = tokens[place]
            if not begun[row] and skipped[row] < len(header) and token == header[skipped[row]]:
                skipped[row] += 1
            elif token == end:
                active[row] = False
                callers[row](None)
            else:
                begun[row] = True
                active[row] = callers[row](token)
    for tell, reads in zip(callers, active, strict=True):
        if reads:
            tell(None)
