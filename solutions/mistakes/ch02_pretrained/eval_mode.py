"""Known wrong answers to ch02_pretrained/eval_mode."""

from katas._dojo.writing.mistakes import Edit

eval_forgotten = Edit(
    """You ran the model in train mode if it came in that. Dropout is then at random, and batch norm
    learns from what it is shown: model.eval() switches both.""",
    {"model.eval()": ""},
)

the_two_lines_of_the_book = Edit(
    """You wrote the two lines of the book. For a single look they will do, but the model is in eval
    mode ever after, and a graph was recorded that nobody needs.""",
    {"@torch.no_grad()": "", "model.train(training)": ""},
)

left_in_eval_mode = Edit(
    """You left the model in eval mode. Whoever trains on would train without dropout: keep
    model.training before eval(), and put that back.""",
    {"model.train(training)": ""},
)

in_train_mode_afterwards = Edit(
    """Your model is in train mode afterwards, also if it was in eval mode before. Keep
    model.training first, and put that back.""",
    {"model.train(training)": "model.train()"},
)

eval_taken_for_no_grad = Edit(
    """You let gradients be recorded. eval() changes what layers do; that nothing is recorded takes
    torch.no_grad().""",
    {"@torch.no_grad()": ""},
)

detached_afterwards = Edit(
    """Your model ran with gradients on, though what came back requires none: to detach it, or to
    freeze the parameters, does not switch them off. torch.no_grad() does.""",
    {"@torch.no_grad()": "", "return out": "return out.detach()"},
)

gradients_left_off = Edit(
    """You left gradients off. The next training step has nothing to go back through: no_grad, as a
    with or a decorator, puts back what was there.""",
    {
        "@torch.no_grad()": "",
        "training = model.training": """
            torch.set_grad_enabled(False)
            training = model.training
        """,
    },
)

gradients_switched_on = Edit(
    """You switched gradients off, then on. Whoever had them off has them on now: no_grad, as a with
    or a decorator, puts back what was there.""",
    {
        "@torch.no_grad()": "",
        "training = model.training": """
            torch.set_grad_enabled(False)
            training = model.training
        """,
        "return out": """
            torch.set_grad_enabled(True)
            return out
        """,
    },
)

the_parameters_frozen = Edit(
    """You froze the parameters, and they stay so: nothing learns afterwards. Gradients are switched
    off for a while by torch.no_grad().""",
    {
        "@torch.no_grad()": "",
        "model.eval()": """
            model.eval()
            model.requires_grad_(False)
        """,
    },
)

the_flag_of_the_model_alone = Edit(
    """Your layers were not all in eval mode while the model ran. Each has a flag of its own, beside
    the model's: model.eval() sets all of them.""",
    {"model.eval()": "model.training = False"},
)

the_children_alone = Edit(
    """You left the model's own flag as it was. A forward that asks self.training goes by that:
    model.eval() sets all of them.""",
    {
        "model.eval()": """
            for child in model.children():
                child.eval()
        """,
    },
)

dropout_alone = Edit(
    """You switched dropout to eval mode, but not batch norm. That goes on by the batch, and
    collects its statistics: model.eval() switches all there is.""",
    {
        "model.eval()": """
            model.eval()
            for module in model.modules():
                if "BatchNorm" in type(module).__name__:
                    module.train(training)
        """,
    },
)

eval_after_the_call = Edit(
    """You switched the model to eval mode when it had run. Switch first.""",
    {
        """
        model.eval()
        out = model(batch)
        model.train(training)
        """: """
        out = model(batch)
        model.eval()
        """,
    },
)
