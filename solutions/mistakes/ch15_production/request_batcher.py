"""Known wrong answers to ch15_production/request_batcher."""

from katas._dojo.writing.mistakes import Edit

WAIT = """
_, _, deadline = requests[0]
with suppress(TimeoutError):
    async with asyncio.timeout_at(deadline):
        while len(requests) < self.max_batch:
            requests.append(await self.queue.get())
"""

an_error_ends_it_as_in_the_book = Edit(
    """Your run ends with the first error in a batch, as the book's does. Its callers are never
    told, and nobody is answered any more: catch the error, and hand it to each of them.""",
    {
        "requests = [it for it in requests if not it[1].done()]\n": """
            requests = [it for it in requests if not it[1].done()]
            if not requests:
                continue
        """,
        "except Exception as error:": "except ZeroDivisionError as error:",
    },
)

an_error_kept_from_the_callers = Edit(
    """You go on after an error, but do not tell the callers, who wait for ever. Give each of their
    futures the exception.""",
    {"answer.set_exception(error)": "pass"},
)

it_cannot_be_cancelled = Edit(
    """Your run goes on when it is cancelled while the model runs. A CancelledError is a
    BaseException, and no error of the batch: catch Exception.""",
    {"except Exception as error:": "except BaseException as error:"},
)

stacked_outside_of_the_try = Edit(
    """You are ready for errors of the model, but not as rows are stacked. Two shapes in a batch, or
    a batch whose callers have all left, end your run: torch.stack belongs into the try.""",
    {
        """
        try:
            batch = torch.stack([x for x, _, _ in requests])
        """: """
            batch = torch.stack([x for x, _, _ in requests])
            try:
        """,
    },
)

counted_from_the_pause_as_in_the_book = Edit(
    """You count the wait from when you began to look for a request, as the second edition does.
    After a pause it has run out when the first one comes, and nobody can join: count from
    there.""",
    {
        "requests = [await self.queue.get()]": """
            deadline = asyncio.get_running_loop().time() + self.max_wait
            requests = [await self.queue.get()]
        """,
        "_, _, deadline = requests[0]\n": "",
    },
)

counted_from_when_it_was_taken = Edit(
    """You count the wait from when you took the first request out of the queue. While the model was
    busy it has waited already: count from when it came.""",
    {
        "_, _, deadline = requests[0]": (
            "deadline = asyncio.get_running_loop().time() + self.max_wait"
        ),
    },
)

counted_from_the_last = Edit(
    """You count the wait anew for each request that comes. With more and more of them the first may
    wait for long: count from the first alone, and from when it came.""",
    {
        WAIT: """
            with suppress(TimeoutError):
                while len(requests) < self.max_batch:
                    another = await asyncio.wait_for(self.queue.get(), self.max_wait)
                    requests.append(another)
        """,
    },
)

alone_once_it_is_late = Edit(
    """Your batch has one row once its first request has waited long enough, however many others are
    there. asyncio.wait_for with no time left does not even look: take what is there at once.""",
    {
        WAIT: """
            _, _, deadline = requests[0]
            with suppress(TimeoutError):
                while len(requests) < self.max_batch:
                    left = deadline - asyncio.get_running_loop().time()
                    requests.append(await asyncio.wait_for(self.queue.get(), left))
        """,
    },
)

nobody_waits = Edit(
    """You do not wait for others. Requests that come one by one then run one by one: a batch that
    is not full waits until its first request has waited for max_wait.""",
    {"timeout_at(deadline)": "timeout_at(0)"},
)

full_and_still_waiting = Edit(
    """You wait for the whole time, even when the batch is full. Nobody can join it any more: run
    it.""",
    {
        WAIT: """
            _, _, deadline = requests[0]
            await asyncio.sleep(deadline - asyncio.get_running_loop().time())
            while len(requests) < self.max_batch and not self.queue.empty():
                requests.append(self.queue.get_nowait())
        """,
    },
)

never_run_unless_full = Edit(
    """You wait until the batch is full, however long that takes. It may be for ever: run it once
    its first request has waited for max_wait.""",
    {"timeout_at(deadline)": "timeout_at(None)"},
)

one_too_many = Edit(
    """Your batches have one row more than max_batch. That many may not fit into memory.""",
    {"len(requests) < self.max_batch": "len(requests) <= self.max_batch"},
)

computed_for_nobody = Edit(
    """You computed rows for callers who had left before. Look which futures are done, when the
    batch begins.""",
    {"requests = [it for it in requests if not it[1].done()]\n": ""},
)

who_leaves_ends_it = Edit(
    """Your run ends where a caller leaves while the model runs. Their future is cancelled then, and
    takes no answer and no error: look before you set it.""",
    {
        """
        if not answer.done():
            answer.set_exception(error)
        """: "answer.set_exception(error)",
        """
        if not answer.done():
            answer.set_result(output)
        """: "answer.set_result(output)",
    },
)

several_at_once = Edit(
    """You begin a batch while another one runs. The model can do one at a time, and what waits
    meanwhile could fill the next batch: await it.""",
    {
        "while True:\n": """
            busy = set()
            while True:
        """,
        """
        try:
            batch = torch.stack([x for x, _, _ in requests])
            outputs = await self.model(batch)
        except Exception as error:
            for _, answer, _ in requests:
                if not answer.done():
                    answer.set_exception(error)
        else:
            for (_, answer, _), output in zip(requests, outputs, strict=True):
                if not answer.done():
                    answer.set_result(output)
        """: """
        async def answer(requests=requests):
            try:
                batch = torch.stack([x for x, _, _ in requests])
                outputs = await self.model(batch)
            except Exception as error:
                for _, answer, _ in requests:
                    if not answer.done():
                        answer.set_exception(error)
            else:
                for (_, answer, _), output in zip(requests, outputs, strict=True):
                    if not answer.done():
                        answer.set_result(output)

        busy.add(asyncio.create_task(answer()))
        """,
    },
)
