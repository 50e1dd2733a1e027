"""Known wrong answers to ch05_mechanics/validation_loss."""

from katas._dojo.writing.mistakes import Edit

validation_trains_too = Edit(
    """You trained on the validation loss, too, by backward for both losses or for their sum. It
    is only watched: what it is measured on must not move the parameters.""",
    {
        "with torch.no_grad():": "if True:",
        "train_loss.backward()": """
            train_loss.backward()
            val_loss.backward()
        """,
    },
)

a_graph_for_nothing = Edit(
    """You let validation build a graph that nobody goes back through. Compute it under
    torch.no_grad(), the model's part included: detaching the loss afterwards is too late.""",
    {"with torch.no_grad():": "if True:"},
)

losses_swapped = Edit(
    """You returned the validation losses first. The training losses come first.""",
    {"return train_losses, val_losses": "return val_losses, train_losses"},
)

validation_on_the_training_data = Edit(
    """You measured the validation loss on the training data. It says nothing new there: use
    val_t_u and val_t_c.""",
    {"_model(val_t_u, *params), val_t_c": "_model(train_t_u, *params), train_t_c"},
)

trained_on_everything = Edit(
    """You trained on all readings, the validation data among them. Keep the two apart.""",
    {
        "train_losses, val_losses = [], []": """
            t_u = torch.cat([train_t_u, val_t_u])
            t_c = torch.cat([train_t_c, val_t_c])
            train_losses, val_losses = [], []
        """,
        "_model(train_t_u, *params), train_t_c": "_model(t_u, *params), t_c",
    },
)

validation_after_the_step = Edit(
    """You measured the validation loss after the step and the training loss before it. Two
    losses can be compared only if they belong to the same parameters.""",
    {
        """
        with torch.no_grad():
            val_loss = loss_fn(_model(val_t_u, *params), val_t_c)
        optimizer.zero_grad()
        train_loss.backward()
        optimizer.step()
        """: """
        optimizer.zero_grad()
        train_loss.backward()
        optimizer.step()
        with torch.no_grad():
            val_loss = loss_fn(_model(val_t_u, *params), val_t_c)
        """,
    },
)

losses_kept_with_their_graphs = Edit(
    """You returned tensors. One that still has its graph keeps the memory of its epoch alive:
    item() gives the number alone.""",
    {"train_loss.item()": "train_loss", "val_loss.item()": "val_loss"},
)

gradients_never_cleared = Edit(
    """You let gradients add up. backward adds to the one that is there: call zero_grad before
    it, once for every step.""",
    {"optimizer.zero_grad()": ""},
)

nothing_learns = Edit(
    """Your parameters never move. Call backward and then step in every epoch, with no zero_grad
    in between, and keep torch.no_grad() to the validation loss.""",
    {
        """
        optimizer.zero_grad()
        train_loss.backward()
        """: """
        train_loss.backward()
        optimizer.zero_grad()
        """,
    },
)

grad_mode_switched_by_hand = Edit(
    """You switched grad mode off and on by hand, and an error in between leaves it off. Use
    `with torch.no_grad():`, which puts it back in any case.""",
    {
        """
        with torch.no_grad():
            val_loss = loss_fn(_model(val_t_u, *params), val_t_c)
        """: """
        torch.set_grad_enabled(False)
        val_loss = loss_fn(_model(val_t_u, *params), val_t_c)
        torch.set_grad_enabled(True)
        """,
    },
)

a_pair_for_each_epoch = Edit(
    """You returned a pair for each epoch. Two lists are asked for, each with one loss an epoch:
    first those of training, then those of validation.""",
    {"return train_losses, val_losses": "return list(zip(train_losses, val_losses))"},
)

squared_error_whatever_is_asked = Edit(
    """You wrote the squared error into the loop. Use loss_fn, for both losses.""",
    {
        "loss_fn(_model(train_t_u, *params), train_t_c)": (
            "((_model(train_t_u, *params) - train_t_c) ** 2).mean()"
        ),
        "loss_fn(_model(val_t_u, *params), val_t_c)": (
            "((_model(val_t_u, *params) - val_t_c) ** 2).mean()"
        ),
    },
)

arguments_of_the_loss_exchanged = Edit(
    """You called loss_fn(t_c, t_p). The squared error does not mind, another loss does:
    predictions come first.""",
    {
        "_model(train_t_u, *params), train_t_c": "train_t_c, _model(train_t_u, *params)",
        "_model(val_t_u, *params), val_t_c": "val_t_c, _model(val_t_u, *params)",
    },
)

ended_early = Edit(
    """You ended before n_epochs were done. A loss of inf or NaN is a loss that the caller wants
    to see: go on.""",
    {
        "optimizer.zero_grad()": """
            if not torch.isfinite(train_loss):
                break
            optimizer.zero_grad()
        """,
    },
)

the_loop_of_the_book = Edit(
    """You returned the parameters, as the loop in §5.5.3 does. They are moved in place, so the
    caller has them: return the two lists of losses, and validate under torch.no_grad().""",
    {
        "with torch.no_grad():": "if True:",
        "return train_losses, val_losses": "return params",
    },
)
