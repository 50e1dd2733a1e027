"""Known wrong answers to ch03_tensors/serialization."""

from katas._dojo.writing.mistakes import Edit

the_whole_storage = Edit(
    """Your file holds the whole storage that x lies in, as the book's does: a row of a large tensor
    makes a large file. Save x.clone(), which has a storage of its own.""",
    {"x.clone()": "x"},
)

contiguous_for_clone = Edit(
    """Your columns are saved alone, and your rows with all of their storage: contiguous copies only
    where the numbers do not lie side by side. clone always copies.""",
    {"x.clone()": "x.contiguous()"},
)

as_float32 = Edit(
    """You saved float32, whatever the dtype of x. A file keeps any dtype.""",
    {"x.clone()": "x.to(torch.float32, copy=True)"},
)

flattened = Edit(
    """You saved the numbers in one row. A file keeps the shape.""",
    {"x.clone()": "x.flatten().clone()"},
)

a_list = Edit(
    """You saved a list, which has no dtype. torch.save takes the tensor.""",
    {"x.clone()": "x.tolist()"},
)

pickled = Edit(
    """You wrote a pickle of your own. torch.load reads what torch.save writes.""",
    {
        "torch.save(x.clone(), path)": """
            import pickle

            with path.open("wb") as file:
                pickle.dump(x.clone(), file)
        """,
    },
)

in_a_dict = Edit(
    """You saved a dict with the tensor in it. Save the tensor.""",
    {"x.clone()": '{"x": x.clone()}'},
)

onto_the_old_device = Edit(
    """You read the tensor onto the device that it was on, and this machine may not have it. To move
    it afterwards is too late: map_location says where to read it.""",
    {'map_location="cpu", ': ""},
)

code_run = Edit(
    """You ran what was in the file: without weights_only, a file can do whatever its writer
    wanted. Leave it True, as it is by default.""",
    {"weights_only=True": "weights_only=False"},
)

loaded_as_float32 = Edit(
    """You gave float32, whatever the dtype in the file. What is loaded is what was saved.""",
    {"weights_only=True)": "weights_only=True).float()"},
)
