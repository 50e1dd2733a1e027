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


@instead_of("stream")
def the_first_few(step, callers, header, end, max_tokens):
    """As many tokens are left out as the header has.

    Known: as_many_as_it_has.
    """

    active = set(range(len(callers)))
    for i in range(max_tokens):
        rows = sorted(active)
        if not rows:
            break
        for row, token in zip(rows, step(rows), strict=False):
            if token == end:
                callers[row](None)
                active.remove(row)
            elif i >= len(header) and not callers[row](token):
                active.remove(row)
    for row in sorted(active):
        callers[row](None)


@instead_of("stream")
def rows_removed(step, callers, header, end, max_tokens):
    """Rows are removed from the list of the loop.

    Known: rows_taken_out_on_the_way.
    """

    rows = list(range(len(callers)))
    position = [0] * len(callers)
    for _ in range(max_tokens):
        if not rows:
            return
        tokens = step(list(rows))
        for row, token in zip(rows, tokens, strict=False):
            if token == end:
                callers[row](None)
                rows.remove(row)
                continue
            if position[row] < len(header) and token == header[position[row]]:
                position[row] += 1
                continue
            position[row] = len(header)
            if not callers[row](token):
                rows.remove(row)
    for row in rows:
        callers[row](None)


@instead_of("stream")
def callers_deleted(step, callers, header, end, max_tokens):
    """Lists become shorter with each who is done.

    Known: rows_numbered_anew.
    """

    callers = list(callers)
    begun = [False] * len(callers)
    at = [0] * len(callers)
    for _ in range(max_tokens):
        if not callers:
            break
        tokens = step(list(range(len(callers))))
        left = []
        for i, token in enumerate(tokens):
            if token == end:
                callers[i](None)
                left.append(i)
            elif not begun[i] and at[i] < len(header) and header[at[i]] == token:
                at[i] += 1
            else:
                begun[i] = True
                if not callers[i](token):
                    left.append(i)
        for i in reversed(left):
            del callers[i], begun[i], at[i]
    for caller in callers:
        caller(None)


@instead_of("stream")
def none_for_all(step, callers, header, end, max_tokens):
    """The end is a token, and None is for all.

    Known: nothing.
    """

    rows = list(range(len(callers)))
    at = dict.fromkeys(rows, 0)
    for _ in range(max_tokens):
        if not rows:
            break
        done = []
        for row, token in zip(rows, step(rows), strict=False):
            if at[row] is not None and at[row] < len(header) and token == header[at[row]]:
                at[row] += 1
                continue
            at[row] = None
            if not callers[row](token) or token == end:
                done.append(row)
        rows = [r for r in rows if r not in done]
    for caller in callers:
        caller(None)


@instead_of("stream")
def finished_flags(step, callers, header, end, max_tokens):
    """Every row is computed to the end.

    Known: all_rows_in_each_step, a_step_without_callers.
    """

    n = len(callers)
    finished = [False] * n
    heads = [list(header) for _ in range(n)]
    for _ in range(max_tokens):
        tokens = step(list(range(n)))
        for i in range(n):
            if finished[i]:
                continue
            if tokens[i] == end:
                finished[i] = True
                callers[i](None)
            elif heads[i] and heads[i][0] == tokens[i]:
                heads[i].pop(0)
            else:
                heads[i] = []
                finished[i] = not callers[i](tokens[i])
        if all(finished):
            return
    for i in range(n):
        if not finished[i]:
            callers[i](None)


@instead_of("stream")
def one_place_for_all(step, callers, header, end, max_tokens):
    """The header is compared place by place.

    Known: nothing.
    """

    rows = list(range(len(callers)))
    for at in range(max_tokens):
        tokens = step(rows)
        for row, token in zip(list(rows), tokens, strict=False):
            if token == end:
                callers[row](None)
                rows.remove(row)
            elif at < len(header) and token == header[at]:
                pass
            elif not callers[row](token):
                rows.remove(row)
        if not rows:
            return
    for row in rows:
        callers[row](None)


@instead_of("stream")
def texts(step, callers, header, end, max_tokens):
    """Answers are collected.

    Known: all_at_the_end.
    """

    rows = list(range(len(callers)))
    texts = [[] for _ in callers]
    for _ in range(max_tokens):
        if not rows:
            break
        for row, token in zip(list(rows), step(list(rows)), strict=False):
            if token == end:
                rows.remove(row)
            else:
                texts[row].append(token)
    for row, caller in enumerate(callers):
        k = 0
        while k < len(header) and k < len(texts[row]) and texts[row][k] == header[k]:
            k += 1
        here = True
        for token in texts[row][k:]:
            here = caller(token)
            if not here:
                break
        if here:
            caller(None)


@instead_of("stream")
def how_far_it_was_seen(step, callers, header, end, max_tokens):
    """The place in the header stays open.

    Known: taken_up_again.
    """

    rows = list(range(len(callers)))
    seen = [0] * len(callers)
    for _ in range(max_tokens):
        if not rows:
            return
        tokens = step(rows)
        keep = []
        for row, token in zip(rows, tokens, strict=False):
            if token == end:
                callers[row](None)
                continue
            if seen[row] < len(header) and token == header[seen[row]]:
                seen[row] += 1
                keep.append(row)
                continue
            if callers[row](token):
                keep.append(row)
        rows = keep
    for row in rows:
        callers[row](None)


@instead_of("stream")
def goodbye(step, callers, header, end, max_tokens):
    """Who has left is told so, and the first step comes unasked.

    Known: who_left_is_told_so, a_step_without_callers.
    """
    rows = list(range(len(callers)))
    seen = [0] * len(callers)
    for _ in range(max_tokens):
        gone = set()
        for row, token in zip(rows, step(rows), strict=True):
            if seen[row] < len(header) and token == header[seen[row]]:
                seen[row] += 1
                continue
            seen[row] = len(header)
            if token == end or not callers[row](token):
                callers[row](None)
                gone.add(row)
        rows = [r for r in rows if r not in gone]
        if not rows:
            break
    for row in rows:
        callers[row](None)


@instead_of("stream")
def never_a_last_word(step, callers, header, end, max_tokens):
    """Nobody is told that there are no more steps, and the first step comes unasked.

    Known: cut_off_without_a_word, a_step_without_callers.
    """
    active = list(range(len(callers)))
    pos = dict.fromkeys(active, 0)
    for _ in range(max_tokens):
        for row, token in zip(list(active), step(active), strict=True):
            if token == end:
                callers[row](None)
                active.remove(row)
                continue
            if pos[row] < len(header) and token == header[pos[row]]:
                pos[row] += 1
                continue
            pos[row] = len(header)
            if not callers[row](token):
                active.remove(row)
        if not active:
            return
