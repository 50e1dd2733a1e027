"""A tensor over HTTP (§15.1.1).

Bytes are no tensor yet: a client has to tell its shape, its dtype, and in which order the bytes of
a number come.  A server checks all of it.  What does not fit together is the client's mistake, for
which the status is 400; without a check it would be 500, a fault of the server.
"""

from collections.abc import Callable

from torch import Tensor, nn


def read_tensor(body: bytes, shape: list[int], dtype: str) -> Tensor:
    """Return the numbers in ``body`` as a new float32 tensor of ``shape``.

    ``dtype`` is NumPy's name of what was sent: "<f4", ">f4", "<f8", ">f8", "<i2" or ">i2", where
    ">" puts the high byte first.  ValueError if it is another one, if a size is not an int or is
    negative, or if ``body`` does not hold as many numbers as ``shape`` says.
    """
    raise NotImplementedError


def application(model: nn.Module) -> Callable:
    """Return an ASGI application, ``async def app(scope, receive, send)``; called for each request.

    ``scope["headers"]`` is a list of pairs of bytes: that of ``b"x-meta"`` is JSON,
    ``{"shape": [1, 3], "dtype": "<f4"}``.  ``await receive()`` gives the next piece of the body, as
    ``{"body": b"...", "more_body": True}``; a key may be missing, for b"" and False.  The model, in
    eval mode and without gradients, gets a batch of this one tensor.

    ``await send(...)`` takes first ``{"type": "http.response.start", "status": 200, "headers":
    [(b"content-type", b"application/json")]}``, then ``{"type": "http.response.body", "body":
    b"..."}``.  That is JSON, too: ``{"output": ...}``, what the model gives for it, as lists.
    Where the request cannot be read these are 400 and ``{"error": ...}``.  An error of the model is
    raised as it is.
    """
    raise NotImplementedError
