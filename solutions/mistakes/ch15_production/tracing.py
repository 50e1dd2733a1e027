"""Known wrong answers to ch15_production/tracing."""

from katas._dojo.writing.mistakes import Edit

the_function_again = Edit(
    """You call the function again. That is right for any input, and no trace: to repeat what it did
    once, you need neither it nor Python.""",
    {
        "self.example = example": "self.function = function",
        """
        now = {id(self.example): x}
        for operator, args, kwargs, result in self.calls:
            args = tree_map(lambda it: now.get(id(it), it), args)
            again = operator(*args, **kwargs)
            then = [id(it) for it in tree_leaves(result)]
            now.update(zip(then, tree_leaves(again), strict=True))
        return now[id(self.output)]
        """: "return self.function(x)",
    },
)

the_output_of_the_example = Edit(
    """You gave what came out for the example. Repeat the operators with x in its place.""",
    {"return now[id(self.output)]": "return self.output"},
)

the_input_alone_replaced = Edit(
    """You put x in place of the example, but what operators gave for the example is still given to
    the next ones. Each result has a new one in its place as well.""",
    {"now.get(id(it), it)": "x if it is self.example else it"},
)

not_inside_of_lists = Edit(
    """You replaced the arguments that are tensors, and not those inside of a list. torch.cat takes
    a list of tensors, and got those of the example: tree_map goes into lists as well.""",
    {"tree_map(lambda it: now.get(id(it), it), args)": "[now.get(id(it), it) for it in args]"},
)

the_first_result_alone = Edit(
    """You replaced the first result of an operator alone. sort gives two, and the second one is
    still that of the example.""",
    {
        "now.update(zip(then, tree_leaves(again), strict=True))": (
            "now.update(list(zip(then, tree_leaves(again), strict=True))[:1])"
        ),
    },
)

named_arguments_lost = Edit(
    """You lost the arguments that have a name, like dtype. Write them down, and give them
    again.""",
    {
        "self.calls.append((operator, args, kwargs, result))": (
            "self.calls.append((operator, args, {}, result))"
        )
    },
)

the_last_result = Edit(
    """You returned what the last operator gave. A function may go on after it has computed its
    output: look for what stands in its place.""",
    {
        "return now[id(self.output)]": "return again",
        "now = {id(self.example): x}": "now, again = {id(self.example): x}, x",
    },
)

weights_as_they_were = Edit(
    """You copied the weights when you traced. The model is trained further, and the trace does not
    know: keep the tensors themselves.""",
    {
        "self.calls = recorder.calls": """
            self.calls = recorder.calls
            own = {id(it) for *_, result in self.calls for it in tree_leaves(result)}
            others = [it for _, args, *_ in self.calls for it in tree_leaves(args)]
            self.copies = {
                id(it): it.detach().clone().requires_grad_(it.requires_grad)
                for it in others
                if hasattr(it, "detach") and id(it) not in {*own, id(example)}
            }
        """,
        "now = {id(self.example): x}": "now = {**self.copies, id(self.example): x}",
    },
)

always_in_eval_mode = Edit(
    """You changed the mode of the model, before you traced. A trace keeps the mode that there is,
    and whoever traces chooses it.""",
    {
        "with _Recorder() as recorder:": """
            if hasattr(function, "eval"):
                function.eval()
            with _Recorder() as recorder:
        """,
    },
)

run_twice = Edit(
    """You ran the function more than once. Whatever Python does in it is to happen for the example
    alone, and once.""",
    {"with _Recorder() as recorder:": "function(example)\nwith _Recorder() as recorder:"},
)

without_gradients = Edit(
    """You repeat the operators without gradients. They are to reach the input and the weights.""",
    {
        "now.get(id(it), it)": "now.get(id(it), it.detach() if hasattr(it, 'detach') else it)",
        "now = {id(self.example): x}": "now = {id(self.example): x.detach()}",
    },
)

written_into_the_example = Edit(
    """You copied x into the example, and repeat the operators with that. Gradients do not come to
    x, and other sizes do not fit: put x in its place.""",
    {
        "now = {id(self.example): x}": """
            self.example.data.copy_(x)
            now = {id(self.example): self.example}
        """,
    },
)

no_gradient_for_the_weights = Edit(
    """You detached the tensors that come from elsewhere. Gradients are to reach them as well: give
    them as they are.""",
    {
        "now.get(id(it), it)": "now.get(id(it), it.detach() if hasattr(it, 'detach') else it)",
    },
)

no_gradient_for_the_input = Edit(
    """You let no gradient come to x. Put x itself in the place of the example, as it is.""",
    {"now = {id(self.example): x}": "now = {id(self.example): x.detach()}"},
)

each_gets_what_the_one_before_gave = Edit(
    """You give each operator what the one before it gave. It may take something older, or two
    results, or none: note which tensor each argument was.""",
    {
        """
        args = tree_map(lambda it: now.get(id(it), it), args)
        again = operator(*args, **kwargs)
        then = [id(it) for it in tree_leaves(result)]
        now.update(zip(then, tree_leaves(again), strict=True))
        """: "x = operator(x, *args[1:], **kwargs)",
        "return now[id(self.output)]": "return x",
    },
)
