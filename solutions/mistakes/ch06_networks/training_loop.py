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

zeroed_between_backward_and_step = Edit(
    """You cleared the gradients between backward and step, so step finds none and nothing
    moves. Clear them before backward.""",
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

zeroed_after_the_step_only = Edit(
    """You cleared the gradients after the step only. The first epoch may find old ones: clear
    them before backward.""",
    {
        """
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        """: """
        loss_train.backward()
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

left_in_eval_mode = Edit(
    """You left the model in eval mode. Note model.training first, and put it back at the
    end.""",
    {"model.train(was_training)": ""},
)

eval_taken_for_no_grad = Edit(
    """You validated in eval mode, but with gradients on. eval() changes how layers behave; only
    no_grad() keeps autograd from recording.""",
    {"with torch.no_grad():": "if True:"},
)

trained_on_validation_too = Edit(
    """You went back through the validation loss as well, so the model learns the data it is to
    be judged by. backward belongs to the training loss alone.""",
    {
        "with torch.no_grad():": "if True:",
        "loss_train.backward()": "(loss_train + loss_val).backward()",
    },
)

validated_after_the_step = Edit(
    """You measured the validation loss after the step. Both losses are those of the parameters
    before it.""",
    {
        """
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        """: """
        optimizer.zero_grad()
        loss_train.backward()
        optimizer.step()
        model.eval()
        with torch.no_grad():
            loss_val = _loss(model, loss_fn, t_u_val, t_c_val)
        """,
    },
)

tensors_returned = Edit(
    """You returned tensors. One that still has its graph keeps the memory of its epoch alive:
    take the number with item().""",
    {"(loss_train.item(), loss_val.item())": "(loss_train, loss_val)"},
)

an_optimizer_of_your_own = Edit(
    """You made an optimizer of your own. The caller chose one, which may hold momentum already:
    use it.""",
    {
        "losses = []": """
            losses = []
            optimizer = torch.optim.SGD(model.parameters(), lr=optimizer.param_groups[0]["lr"])
        """,
    },
)

squared_error_whatever_the_loss = Edit(
    """You computed the mean squared error yourself. The loss is the caller's choice: call
    loss_fn.""",
    {"return loss_fn(t_p, t_c)": "return ((t_p - t_c) ** 2).mean()"},
)

forward_called_by_name = Edit(
    """You called model.forward(x), which skips the model's hooks. Call the model.""",
    {"model(t_u)": "model.forward(t_u)"},
)

shapes_not_compared = Edit(
    """You did not compare shapes. [9, 1] against [9] broadcasts to [9, 9]: the loss compares
    each prediction with every target, and the fit ends flat, at their mean.""",
    {"if t_p.shape != t_c.shape:": "if False:"},
)
