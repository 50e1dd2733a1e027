"""Wrong answers to ch15_production/token_stream, as people write them."""

from katas._dojo.writing.mistakes import instead_of


@instead_of("stream")
def like_the_server_of_the_book(step, callers, header, end, max_tokens):
    """Letters of the header are taken for it.

    Known: letters_of_it_as_in_the_book.
    """
    skip = [True] * len(callers)
    active = set(range(len(callers)))
    text = "".join(header)
    for _ in range(max_tokens):
        if not active:
            break
        rows = sorted(active)
        for row, token in zip(rows, step(rows), strict=True):
            if skip[row] and token in text:
                continue
            skip[row] = False
            if token == end:
                active.remove(row)
                callers[row](None)
            elif not callers[row](token):
                active.remove(row)
    for row in sorted(active):
        callers[row](None)


@instead_of("stream")
def a_set_of_tokens(step, callers, header, end, max_tokens):
    """Tokens of the header are left out wherever they stand.

    Known: wherever_it_stands.
    """
    special = set(header)
    rows = list(range(len(callers)))
    for _ in range(max_tokens):
        if len(rows) == 0:
            return
        rest = []
        for row, token in zip(rows, step(rows), strict=True):
            if token == end:
                callers[row](None)
            elif token in special or callers[row](token):
                rest.append(row)
        rows = rest
    for row in rows:
        callers[row](None)


@instead_of("stream")
def nobody_leaves(step, callers, header, end, max_tokens):
    """What a caller gives back is not looked at.

    Known: who_left_is_kept.
    """
    seen = dict.fromkeys(range(len(callers)), 0)
    for _ in range(max_tokens):
        rows = list(seen)
        if not rows:
            break
        for row, token in zip(rows, step(rows), strict=True):
            n = seen[row]
            if n is not None and n < len(header) and header[n] == token:
                seen[row] += 1
                continue
            seen[row] = None
            if token == end:
                del seen[row]
                callers[row](None)
            else:
                callers[row](token)
    for row in seen:
        callers[row](None)


@instead_of("stream")
def cut_and_kept(step, callers, header, end, max_tokens):
    """As many tokens as the header has are left out, and at the last step nobody is told.

    Known: as_many_as_it_has, cut_off_without_a_word.
    """
    counts = [0] * len(callers)
    rows = list(range(len(callers)))
    for _ in range(max_tokens):
        if not rows:
            return
        for row, token in zip(list(rows), step(list(rows)), strict=True):
            counts[row] += 1
            if counts[row] <= len(header):
                continue
            if token == end:
                callers[row](None)
                rows.remove(row)
            elif not callers[row](token):
                rows.remove(row)
