"""Known wrong answers to ch08_convolutions/train_and_eval."""

from katas._dojo.writing.mistakes import Edit

the_validate_of_the_book = Edit(
    """Your layers are in train mode while you measure, if that is how they arrive, as in the book's
    validate. Dropout then adds noise, and batch norm learns from the images: model.eval() sets the
    flags of all of them.""",
    {"model.eval()": "", "module.training = training": "pass"},
)

left_in_eval_mode = Edit(
    """You left the model in eval mode. From then on it trains without dropout, and batch norm
    collects nothing: put back the mode that each module was in.""",
    {"module.training = training": "pass"},
)

in_train_mode_afterwards = Edit(
    """You left the model in train mode, whatever it was in before. Somebody who only uses it wants
    it back in eval mode, and a batch norm that was frozen stays frozen: put back what was
    there.""",
    {
        """
        for module, training in modes:
            module.training = training
        """: "model.train()",
    },
)

one_mode_for_all = Edit(
    """You put the mode of the model back onto all of its parts. A part may have been in another,
    such as a frozen batch norm in eval mode: each module has a flag of its own.""",
    {
        """
        for module, training in modes:
            module.training = training
        """: "model.train(modes[0][1])",
    },
)

the_children_only = Edit(
    """You put back the modes of the children only. The model itself has a flag, as have the
    modules within its children: go over model.modules().""",
    {"model.modules()": "model.children()"},
)

not_back_after_an_error = Edit(
    """You left the model in eval mode when it raised an error. Put the modes back in a finally.""",
    {"try:": "if True:", "finally:": "if True:"},
)

train_mode_for_the_training_images = Edit(
    """You measured the training images in train mode. Their accuracy is then that of a net with
    dropout, and cannot be compared with the other: both are measured in eval mode.""",
    {
        "_accuracy(model, train_loader)": "_accuracy(model.train(), train_loader)",
        "_accuracy(model, val_loader)": "_accuracy(model.eval(), val_loader)",
    },
)

eval_taken_for_no_grad = Edit(
    """You ran the model with gradients on. eval() changes what layers do; that nothing is recorded
    takes no_grad().""",
    {"_in_eval_mode(model), torch.no_grad()": "_in_eval_mode(model)"},
)

gradients_left_off = Edit(
    """You left gradients off. The next training step then has nothing to go back through: use
    no_grad() as a with block or a decorator, which puts back what was there.""",
    {
        "with _in_eval_mode(model), torch.no_grad():": """
            torch.set_grad_enabled(False)
            with _in_eval_mode(model):
        """,
    },
)

gradients_left_on = Edit(
    """You switched gradients on at the end, whether or not the caller had them on. no_grad() puts
    back what was there.""",
    {
        "with _in_eval_mode(model), torch.no_grad():": """
            torch.set_grad_enabled(False)
            with _switching_on_at_the_end(), _in_eval_mode(model):
        """,
        "def _accuracy": """
            @contextmanager
            def _switching_on_at_the_end():
                try:
                    yield
                finally:
                    torch.set_grad_enabled(True)


            def _accuracy
        """,
    },
)

printed = Edit(
    """You printed the accuracies, as the book's validate does, and returned nothing. Whoever called
    wants to have them: return them in a dict.""",
    {"return {": "print({", "val_loader)}": "val_loader)})"},
)

a_mean_over_batches = Edit(
    """You averaged the accuracies of the batches. An image in a short batch then counts for more
    than another: count the right ones, and divide by the number of all images.""",
    {
        "correct += int((predicted == labels).sum())": (
            "correct += (predicted == labels).double().mean().item()"
        ),
        "total += len(labels)": "total += 1",
    },
)

the_last_batch_alone = Edit(
    """Your accuracy is that of the last batch. Count over all batches of a loader: begin at 0
    before the loop, and add.""",
    {"correct += ": "correct = ", "total += ": "total = "},
)

tensors_in_the_result = Edit(
    """You returned tensors. Take the plain numbers out of them: int() or item().""",
    {"int((predicted == labels).sum())": "(predicted == labels).sum()"},
)

one_count_for_both = Edit(
    """You went on counting from one loader to the next: your second accuracy holds the training
    images too. Each loader begins at 0.""",
    {
        "_accuracy(model, val_loader)}": "_accuracy(model, [*train_loader, *val_loader])}",
    },
)
