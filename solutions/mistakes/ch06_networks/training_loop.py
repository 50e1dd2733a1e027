"""Known wrong answers to ch06_networks/training_loop."""

from katas._dojo.writing.mistakes import Edit

never_zeroed = Edit(
    """You never cleared the gradients, so each backward adds to the one before. Call
    optimizer.zero_grad() in every epoch, before backward.""",
    {"optimizer.zero_grad()": ""},
)

zeroed_once = Edit(
    """You cleared the gradients once, ahead of the loop. backward adds in every epoch: clear
    them in every epoch.""",
    {
        "losses = []": """
            losses = []
            optimizer.zero_grad()
        """,
        "        optimizer.zero_grad()": "",
    },
)

zeroed_after_the_step = Edit(
    """You cleared the gradients after each step only. Those that are there when the loop is called
    go into its first step: clear them in every epoch, before backward.""",
    {
        "        optimizer.zero_grad()": "",
        "optimizer.step()": """
            optimizer.step()
            optimizer.zero_grad()
        """,
    },
)

no_eval = Edit(
    """You validated in train mode. Dropout then adds noise, and batch norm learns from the
    validation data: call model.eval() first.""",
    {"model.eval()": ""},
)

train_once_before_the_loop = Edit(
    """You called model.train() once, ahead of the loop. After the first validation the model
    stays in eval mode: switch back in every epoch.""",
    {
        "losses = []": """
            losses = []
            model.train()
        """,
        "        model.train()": "",
    },
)

tensors_returned = Edit(
    """You returned tensors. One that still has its graph keeps the memory of its epoch alive:
    take the number with item().""",
    {"(loss_train.item(), loss_val.item())": "(loss_train, loss_val)"},
)

two_lists = Edit(
    """You returned two lists, one for each loss. One list was asked for, with a pair of losses for
    each epoch: append (loss_train, loss_val).""",
    {"return losses": "return [it for it, _ in losses], [it for _, it in losses]"},
)

nothing_moves = Edit(
    """Your parameters stay where they are. Look for backward, for step, and for a zero_grad that
    stands between the two, so that step finds no gradients.""",
    {
        """
        optimizer.zero_grad()
        loss_train.backward()
        """: """
        loss_train.backward()
        optimizer.zero_grad()
        """,
    },
)

cleared_in_the_model_only = Edit(
    """You cleared the gradients of the model. The optimizer may hold others, such as those of a
    loss with parameters: call optimizer.zero_grad().""",
    {"optimizer.zero_grad()": "model.zero_grad()"},
)

eval_taken_for_no_grad = Edit(
    """You validated in eval mode, but with gradients on. eval() changes how layers behave; only
    no_grad() keeps autograd from recording.""",
    {"with torch.no_grad():": "if True:"},
)

validated_after_the_step = Edit(
    """You measured the validation loss after the step. Both losses are those of the parameters
    before it.""",
    {
        """
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        """: """
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            loss_val = loss_fn(model(t_u_val), t_c_val)
        """,
    },
)

arguments_of_the_loss_exchanged = Edit(
    """You called loss_fn(targets, predictions). Not every loss is the same both ways: predictions
    come first.""",
    {
        "loss_fn(model(t_u_train), t_c_train)": "loss_fn(t_c_train, model(t_u_train))",
        "loss_fn(model(t_u_val), t_c_val)": "loss_fn(t_c_val, model(t_u_val))",
    },
)

forward_called_by_name = Edit(
    """You called model.forward(x), which skips the model's hooks. Call the model.""",
    {"model(t_u_train)": "model.forward(t_u_train)", "model(t_u_val)": "model.forward(t_u_val)"},
)

the_loop_of_the_book = Edit(
    """You wrote the book's loop. It returns nothing, and it validates as it trains: in train mode,
    with gradients on. Return the losses; call eval() before, no_grad() around the validation.""",
    {
        "losses = []": "",
        "        model.train()": "",
        "        model.eval()": "",
        "with torch.no_grad():": "if True:",
        "        losses.append((loss_train.item(), loss_val.item()))": "",
        "return losses": "",
    },
)

nothing_switched = Edit(
    """You switch neither the model's mode nor autograd, as the book's loop does not: validation
    runs in whichever mode the model is in, with gradients on. Call train() to train; eval(), and
    no_grad() around the validation.""",
    {
        "        model.train()": "",
        "        model.eval()": "",
        "with torch.no_grad():": "if True:",
    },
)
