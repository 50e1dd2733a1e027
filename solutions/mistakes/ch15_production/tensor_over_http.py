"""Known wrong answers to ch15_production/tensor_over_http."""

from katas._dojo.writing.mistakes import Edit

always_float32_as_in_the_book = Edit(
    """You read every body as float32 in the order of this machine, as the book does. What was sent
    otherwise comes out as other numbers, or not at all: read it as the dtype says, then
    convert.""",
    {"np.frombuffer(body, dtype)": "np.frombuffer(body, np.float32)"},
)

the_order_of_this_machine = Edit(
    """You read the bytes of a number in the order of this machine. "<" and ">" tell how they were
    sent: leave it to np.frombuffer.""",
    {
        "np.frombuffer(body, dtype)": "np.frombuffer(body, dtype[1:])",
    },
)

as_it_was_sent = Edit(
    """You left the tensor in the dtype in which it was sent. The model is in float32.""",
    {".astype(np.float32)": ".astype(dtype[1:])"},
)

left_to_torch_as_in_the_book = Edit(
    """You left it to torch whether the shape fits, as the book does. It takes -1 for a question,
    and what it raises elsewhere is no ValueError: compare with the number of bytes.""",
    {
        """
        if any(type(size) is not int or size < 0 for size in shape):
            raise ValueError(f"{shape} is no shape")
        if len(body) != math.prod(shape) * np.dtype(dtype).itemsize:
            raise ValueError(f"{len(body)} bytes for shape {shape} of {dtype}")
        """: "",
    },
)

cut_to_the_shape = Edit(
    """You took as many numbers as the shape asks for, and left the rest. Who sends more than that
    has told a wrong shape: it is an error.""",
    {
        "if len(body) != math": "if len(body) < math",
        ".reshape(shape)": "[: math.prod(shape)].reshape(shape)",
    },
)

in_the_mode_it_came_in = Edit(
    """You left the model in the mode that it was in. In train mode dropout makes the answer a
    matter of luck, and each request moves the statistics of batch norm: model.eval().""",
    {"model.eval()": ""},
)

with_gradients = Edit(
    """You asked the model with gradients. A server never calls backward, and the graph costs
    memory: no_grad.""",
    {"torch.no_grad()": "torch.enable_grad()"},
)

no_batch = Edit(
    """You handed the model the tensor as it came. A model takes batches: put it into one,
    tensor[None].""",
    {"model(tensor[None])[0]": "model(tensor)"},
)

the_whole_batch_sent = Edit(
    """You sent the batch of answers. There is one tensor in the request, and one answer: take it
    out of the batch.""",
    {"model(tensor[None])[0]": "model(tensor[None])"},
)

squeezed = Edit(
    """You squeezed all sizes of 1 away, not that of the batch alone. Where a model gives one number
    for a sample it is no list any more: take the sample out, [0].""",
    {"model(tensor[None])[0]": "model(tensor[None]).squeeze()"},
)

an_error_of_the_server_as_in_the_book = Edit(
    """You let rubbish raise an error, as the book does. The client then is told 500, as if the
    server were at fault, and sends it again: answer with 400.""",
    {
        "except (ValueError, KeyError, TypeError)": "except ZeroDivisionError",
    },
)

only_value_errors = Edit(
    """You caught ValueError alone. JSON without a shape, or with something else than a list there,
    raises KeyError and TypeError, and those are the client's mistakes too.""",
    {"except (ValueError, KeyError, TypeError)": "except ValueError"},
)

the_model_blamed_on_the_client = Edit(
    """You answered 400 for an error in the model. The client can do nothing about that: only what
    is read from the request belongs into the try.""",
    {
        'tensor = read_tensor(body, meta["shape"], meta["dtype"])': """
            tensor = read_tensor(body, meta["shape"], meta["dtype"])
            with torch.no_grad():
                status, said = 200, {"output": model(tensor[None])[0].tolist()}
        """,
        """
        else:
            with torch.no_grad():
                status, said = 200, {"output": model(tensor[None])[0].tolist()}
        """: "",
    },
)

the_first_piece_alone = Edit(
    """You read the first piece of the body alone. How much comes at once is up to the network: read
    on as long as there is more.""",
    {'more = message.get("more_body", False)': "more = False"},
)

keys_taken_for_granted = Edit(
    """You took it for granted that each message has both keys. ASGI lets them be left out, for an
    empty body and for the last message: get, with what is meant then.""",
    {
        'message.get("body", b"")': 'message["body"]',
        'message.get("more_body", False)': 'message["more_body"]',
    },
)
