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
    """Return a WSGI application, a function of ``environ`` and ``start_response``.

    ``environ["wsgi.input"]`` is a file whose next ``environ["CONTENT_LENGTH"]`` bytes, a str, are
    the body; ``environ["HTTP_X_META"]`` is JSON, ``{"shape": [1, 3], "dtype": "<f4"}``.  The model,
    in eval mode and without gradients, gets a batch of this one tensor.

    It calls ``start_response("200 OK", [("Content-Type", "application/json")])``, and returns
    ``[bytes]``, JSON too: ``{"output": ...}``, what the model gives for the tensor as lists.  Where
    the request cannot be read these are "400 Bad Request" and ``{"error": ...}``.  An error of the
    model is raised as it is.
    """
    raise NotImplementedError
