"""A stream of tokens (§17.1 of the second edition).

A language model writes one token after the other, for several callers in one batch, and each of
them reads along.  Some answers are longer than others, and some callers do not stay to the end:
rows that nobody reads any more are not to be computed.
"""

from collections.abc import Callable


def stream(
    step: Callable[[list[int]], list[str]],
    callers: list[Callable[[str | None], bool]],
    header: list[str],
    end: str,
    max_tokens: int,
) -> None:
    """Hand each caller the tokens of their row as soon as they are there.

    ``step(rows)`` gives the next token of each row in ``rows``, a list of at least one number in
    rising order; row 2 is that of ``callers[2]``.  It is called ``max_tokens`` times at most.

    ``callers[row](token)`` hands a token over, and gives whether the caller is still there; who is
    not has left, and is handed nothing any more.  Whoever stays is handed ``None`` behind the last
    token: when ``end`` comes, which itself is not handed over, or when there are no more steps.

    A row may begin with the tokens of ``header``, or with the first few of them; they are not
    handed over.  From the first other token on everything is.
    """
    raise NotImplementedError
