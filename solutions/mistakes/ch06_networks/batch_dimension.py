"""Known wrong answers to ch06_networks/batch_dimension."""

from katas._dojo.writing.mistakes import Edit

no_batch_dimension = Edit(
    """You handed the sample over as it is. Some layers allow that, others take its first
    dimension for the batch and say nothing: make a batch of one.""",
    {"model(sample.unsqueeze(0)).squeeze(0)": "model(sample)"},
)

squeezed_of_every_1 = Edit(
    """You squeezed without saying which dimension. An output that really has a size of 1 loses
    it too: squeeze(0), or [0], takes the batch dimension and no other.""",
    {".squeeze(0)": ".squeeze()"},
)

still_a_batch = Edit(
    """You returned a batch of one. One sample went in, so one output comes out: take it.""",
    {".squeeze(0)": ""},
)

forward_called_by_name = Edit(
    """You ran model.forward, so the model's hooks did not run. Call the model: model(batch).""",
    {"model(sample.unsqueeze(0))": "model.forward(sample.unsqueeze(0))"},
)

put_into_eval_mode = Edit(
    """You put the model into eval mode and left it there. The caller, who may be training it,
    does not expect that: call it as it is.""",
    {"model(sample.unsqueeze(0))": "model.eval()(sample.unsqueeze(0))"},
)

without_gradients = Edit(
    """Your output is cut off from autograd, as by no_grad or detach. That is for the caller to
    decide, who may want to train through the result.""",
    {"def predict_one": "@torch.no_grad()\ndef predict_one"},
)

one_call_for_each = Edit(
    """You called the model once for each sample. A batch is there to do them all in one call.""",
    {
        "list(model(torch.stack(samples))) if samples else []": (
            "[predict_one(model, sample) for sample in samples]"
        ),
    },
)

joined_with_cat = Edit(
    """You joined the samples with cat, which makes a dimension that is there already longer. To
    put them along a new one, take stack.""",
    {"torch.stack(samples)": "torch.cat(samples)"},
)

an_empty_list_stacked = Edit(
    """You did not think of an empty list, of which stack can make nothing. It has no outputs:
    return an empty list.""",
    {" if samples else []": ""},
)

one_tensor = Edit(
    """You returned one tensor. A list was asked for, with an output for each sample.""",
    {"list(model(torch.stack(samples)))": "model(torch.stack(samples))"},
)

squeezed_outputs = Edit(
    """You squeezed the outputs. One that really has a size of 1 loses it, and so does a batch of
    one.""",
    {"list(model(torch.stack(samples)))": "list(model(torch.stack(samples)).squeeze())"},
)

view_with_minus_1 = Edit(
    """You wrote view(N, -1). It cannot make rows of a permuted batch, nor find the -1 of an empty
    one; flatten(1) does both.""",
    {"batch.flatten(start_dim=1)": "batch.view(batch.shape[0], -1)"},
)

minus_1_for_an_empty_batch = Edit(
    """You let -1 find the size of a row. With no numbers at all every size would do, and torch
    refuses to choose: flatten(1) multiplies the sizes.""",
    {"batch.flatten(start_dim=1)": "batch.reshape(batch.shape[0], -1)"},
)

minus_1_for_the_samples = Edit(
    """Your rows are as long as the last dimension, so a sample is cut into several. Keep N, and
    let the length of a row follow.""",
    {"batch.flatten(start_dim=1)": "batch.reshape(-1, batch.shape[-1])"},
)

one_row_for_everything = Edit(
    """You flattened all dimensions into one. The first stays: there is a row for each sample.""",
    {"batch.flatten(start_dim=1)": "batch.flatten()"},
)
