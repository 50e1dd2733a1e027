"""Known wrong answers to ch15_production/onnx_agreement."""

from katas._dojo.writing.mistakes import Edit

MODEL = "model = copy.deepcopy(model).eval()"
SAVED = "program.save(path)"
FREE = "dynamic_shapes=({0: Dim.DYNAMIC},),"
ASKED = "{name: batch.detach().numpy()}"

all_as_in_the_book = Edit(
    """You exported as the book does. The file takes one size of the batch, its input and output
    have torch's names, the weights are in a second file, and the model is left in eval mode.""",
    {
        MODEL: "model.eval()",
        'input_names=["batch"],': "",
        'output_names=["scores"],': "",
        FREE: "",
        "verbose=False,": "verbose=False, f=path,",
        SAVED: "",
    },
)

static_by_default = Edit(
    """You did not say that the size of the batch is free. The file takes batches as long as the
    example, and refuses others: dynamic_shapes.""",
    {FREE: ""},
)

a_program_of_the_example_as_it_is = Edit(
    """You made a program of the example first. For torch.export a single sample is a constant,
    although you declare its size free: hand the model itself to torch.onnx.export, or export on
    more than one sample.""",
    {
        MODEL: """
            model = copy.deepcopy(model).eval()
            model = torch.export.export(model, (example,), dynamic_shapes=({0: Dim.DYNAMIC},))
        """,
        "(example,),": "",
        FREE: "",
    },
)

exported_in_train_mode = Edit(
    """You exported the model in the mode that it was in. It gives what it gives in training for
    ever, as a file has no eval mode.""",
    {MODEL: "model = copy.deepcopy(model)"},
)

left_in_eval_mode = Edit(
    """You exported in eval mode, and left the model there. Its training goes on: change the mode of
    a copy.""",
    {MODEL: "model.eval()"},
)

one_mode_for_all_parts = Edit(
    """You put the model back into train mode, with all of its parts. One of them may have been
    frozen in eval mode: change the mode of a copy.""",
    {MODEL: "model.eval()", SAVED: "program.save(path)\nmodel.train()"},
)

weights_in_a_second_file = Edit(
    """Your weights are in a second file, as where torch.onnx.export is told the path. Who takes the
    first alone has a model without weights: save the program, or say external_data=False.""",
    {"verbose=False,": "verbose=False, f=path,", SAVED: ""},
)

names_left_to_torch = Edit(
    """You left it to torch to name the output. It takes the name of the last layer, and who runs
    the file has to look it up.""",
    {'output_names=["scores"],': ""},
)

the_name_taken_for_granted = Edit(
    """You took it for granted how the input is called. Other files have other names: ask the
    session, get_inputs.""",
    {ASKED: '{"batch": batch.detach().numpy()}'},
)

numpy_with_a_gradient = Edit(
    """You asked a tensor that requires a gradient for its NumPy array. That is refused: detach it
    first.""",
    {"batch.detach()": "batch"},
)

always_float32 = Edit(
    """You handed in float32 whatever the batch was. A file in float64 refuses it: leave the dtype
    to the batch.""",
    {"batch.detach()": "batch.detach().float()"},
)

given_as_float32 = Edit(
    """You returned float32, whatever the file gives. That is half of float64's digits.""",
    {"torch.from_numpy(output)": "torch.from_numpy(output).float()"},
)

an_array_returned = Edit(
    """You returned NumPy's array. A tensor is asked for: torch.from_numpy.""",
    {"torch.from_numpy(output)": "output"},
)

all_outputs_stacked = Edit(
    """You returned what the session gives as one tensor. That is a list of the outputs, so there is
    a dimension in front, of size 1: take the one output out.""",
    {
        "(output,) = session": "output = session",
        "torch.from_numpy(output)": "torch.stack([torch.from_numpy(it) for it in output])",
    },
)
