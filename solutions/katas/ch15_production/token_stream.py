from collections.abc import Callable


def stream(
    step: Callable[[list[int]], list[str]],
    callers: list[Callable[[str | None], bool]],
    header: list[str],
    end: str,
    max_tokens: int,
) -> None:
    headers = {row: list(header) for row in range(len(callers))}
    for _ in range(max_tokens):
        if not headers:
            return
        rows = list(headers)
        for row, token in zip(rows, step(rows), strict=True):
            if headers[row][:1] == [token]:
                headers[row].pop(0)
                continue
            headers[row].clear()
            if token == end:
                callers[row](None)
                del headers[row]
            elif not callers[row](token):
                del headers[row]
    for row in headers:
        callers[row](None)
