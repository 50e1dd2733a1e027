"""A tensor over HTTP (§15.1.1): bytes, shape and dtype in, JSON out, and 400 for what is wrong."""

import io
import json

import numpy as np
import pytest
import torch
from torch import nn

from katas._dojo.writing.assertions import assert_close, assert_equal, assert_raises
from katas.ch15_production.tensor_over_http import application, read_tensor

NUMBERS = [[0.0, 1.0, -2.0], [300.0, -32768.0, 7.0]]
DTYPES = ["<f4", ">f4", "<f8", ">f8", "<i2", ">i2"]
JSON = [("Content-Type", "application/json")]


@pytest.mark.parametrize("dtype", DTYPES)
def test_numbers_come_as_they_were_sent(dtype):
    """Whatever dtype and order of bytes the client has, the numbers are the same, in float32."""
    body = np.array(NUMBERS, dtype=dtype).tobytes()
    assert_close(read_tensor(body, [2, 3], dtype), torch.tensor(NUMBERS))
    assert_close(read_tensor(body, [3, 1, 2], dtype), torch.tensor(NUMBERS).reshape(3, 1, 2))
    assert_close(read_tensor(body[: np.dtype(dtype).itemsize], [], dtype), torch.tensor(0.0))
    assert_close(read_tensor(b"", [0, 3], dtype), torch.zeros(0, 3))


@pytest.mark.parametrize("dtype", DTYPES)
def test_the_tensor_may_be_written_to(dtype):
    """The tensor is new: what is written into it does not reach the bytes of the request."""
    body = np.array(NUMBERS, dtype=dtype).tobytes()
    read_tensor(body, [6], dtype).zero_()
    expected = np.array(NUMBERS, dtype=dtype).tobytes()
    assert_equal(body, expected, what="the body")


@pytest.mark.parametrize(
    ("shape", "dtype"),
    [
        ([2, 2], "<f4"),
        ([2, 4], "<f4"),
        ([-1, 3], "<f4"),
        ([-1, -1, 6], "<f4"),
        ([2, 3.0], "<f4"),
        (["2", "3"], "<f4"),
        ([2, 3], "<f8"),
        ([2, 3], "<i4"),
        ([3], "float"),
        ([3], "O"),
    ],
    ids=str,
)
def test_what_does_not_fit_together_is_an_error(shape, dtype):
    """Too few or too many bytes, a size that is -1 or no int, another dtype: ValueError."""
    with assert_raises(ValueError):
        read_tensor(np.array(NUMBERS, dtype="<f4").tobytes(), shape, dtype)


def test_the_model_is_asked_in_eval_mode():
    """It answers as in eval mode, and learns nothing from a request: no statistics, no graph."""
    model = _net()
    expected = _expected(model)
    model.train()
    statistics = model[1].running_mean.clone()
    answer = application(model)
    assert_equal(_ask(answer), ("200 OK", JSON, {"output": expected}))
    assert_equal(_ask(answer), ("200 OK", JSON, {"output": expected}), what="asked again")
    assert_close(model[1].running_mean, statistics, what="the running mean of the model")


def test_the_model_gets_a_batch_of_one():
    """The model gets the tensor as a batch of one, without gradients; its one answer is sent."""
    asked = []

    class Model(nn.Module):
        def forward(self, batch):
            asked.append((list(batch.shape), torch.is_grad_enabled()))
            return batch.sum(dim=2)

    status = _ask(application(Model()))
    assert_equal(status, ("200 OK", JSON, {"output": [-1.0, -32461.0]}))
    assert_equal(asked, [([1, 2, 3], False)], what="shape of the batch, and whether with gradients")


@pytest.mark.parametrize(
    "meta",
    [
        "rubbish",
        "",
        "[2, 3]",
        "null",
        '{"dtype": "<f4"}',
        '{"shape": [2, 3]}',
        '{"shape": 6, "dtype": "<f4"}',
        '{"shape": null, "dtype": "<f4"}',
        '{"shape": [2, 2], "dtype": "<f4"}',
        '{"shape": [-1, 3], "dtype": "<f4"}',
        '{"shape": [2, 3], "dtype": "float128"}',
        None,
    ],
)
def test_rubbish_is_the_mistake_of_the_client(meta):
    """What cannot be read is answered with 400 and an error; the next request is answered."""
    answer = application(_net())
    status, headers, said = _ask(answer, meta)
    assert_equal((status, headers, list(said)), ("400 Bad Request", JSON, ["error"]))
    assert_equal(bool(said["error"]), True, what="whether the error says something")
    assert_equal(_ask(answer)[0], "200 OK", what="the status of the next request")


def test_a_fault_of_the_model_is_not_the_clients():
    """An error in the model is raised, for the server to answer with 500."""

    class Model(nn.Module):
        def forward(self, batch):
            raise ValueError("17 gremlins")

    with assert_raises(ValueError, 17):
        _ask(application(Model()))


def test_no_more_is_read_than_the_body():
    """Only CONTENT_LENGTH bytes are read: after them comes another request, or nothing."""
    environ = _environ()
    file = environ["wsgi.input"]
    file.seek(0, io.SEEK_END)
    file.write(b"GET / HTTP/1.1")
    file.seek(0)
    status = []
    application(_net())(environ, lambda line, headers: status.append(line))
    assert_equal((status, file.read()), (["200 OK"], b"GET / HTTP/1.1"))


META = '{"shape": [2, 3], "dtype": "<f4"}'


def _environ(meta=META):
    body = np.array(NUMBERS, dtype="<f4").tobytes()
    environ = {
        "REQUEST_METHOD": "POST",
        "CONTENT_LENGTH": str(len(body)),
        "wsgi.input": io.BytesIO(body),
    }
    return environ if meta is None else {**environ, "HTTP_X_META": meta}


def _ask(answer, meta=META):
    """Status, headers and what the JSON says."""
    told = []
    body = b"".join(answer(_environ(meta), lambda status, headers: told.append((status, headers))))
    ((status, headers),) = told
    return status, headers, json.loads(body)


def _net():
    torch.manual_seed(3)
    net = nn.Sequential(nn.Flatten(), nn.BatchNorm1d(6), nn.Dropout(0.5), nn.Linear(6, 2))
    net[1].running_mean.fill_(2)
    return net


def _expected(net):
    with torch.no_grad():
        return net.eval()(torch.tensor([NUMBERS]))[0].tolist()
