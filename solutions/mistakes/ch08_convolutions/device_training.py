"""Known wrong answers to ch08_convolutions/device_training."""

from katas._dojo.writing.mistakes import Edit

the_loop_of_the_book = Edit(
    """You returned nothing, as the book's loop, which prints its losses. Return them, one for each
    epoch.""",
    {"return losses": ""},
)

batches_not_moved = Edit(
    """Your batches stay where the loader put them. to() leaves a tensor where it is and returns
    another: imgs = imgs.to(device), and the labels likewise.""",
    {"imgs, labels = imgs.to(device), labels.to(device)": ""},
)

labels_not_moved = Edit(
    """You moved the images and left the labels behind. The loss compares the two, so both have to
    be on the device.""",
    {"imgs, labels = imgs.to(device), labels.to(device)": "imgs = imgs.to(device)"},
)

images_not_moved = Edit(
    """You moved the labels and left the images behind. The model can work only with what is on its
    own device.""",
    {"imgs, labels = imgs.to(device), labels.to(device)": "labels = labels.to(device)"},
)

moved_to_cuda_always = Edit(
    """You moved batches to CUDA, whatever the device. On a machine without it that is an error:
    move them to where the caller says.""",
    {"imgs.to(device), labels.to(device)": "imgs.cuda(), labels.cuda()"},
)

losses_kept_with_their_graphs = Edit(
    """You kept the losses as tensors until the epoch ended, and with each of them its graph. Add up
    loss.item(), or loss.detach().""",
    {"loss.detach()": "loss"},
)

tensors_returned = Edit(
    """You returned tensors. Each keeps the graphs of a whole epoch in memory: take the numbers
    out.""",
    {"loss.detach()": "loss", "float(total)": "total"},
)

the_last_batch = Edit(
    """Your loss of an epoch is that of its last batch. Take the mean over all of its batches.""",
    {"total += loss.detach()": "total = loss.detach()", " / len(train_loader)": ""},
)

carried_over = Edit(
    """You carried the sum of losses from one epoch into the next. Begin each epoch at 0.""",
    {
        "    total = 0.0": "",
        "losses = []": """
            losses = []
            total = 0.0
        """,
    },
)

never_cleared = Edit(
    """You let gradients add up. backward adds to what is there: call zero_grad for every batch,
    before it.""",
    {"optimizer.zero_grad()": ""},
)

cleared_after_the_step = Edit(
    """You cleared gradients after each step only. Those that are there when the loop is called go
    into its first step: clear them before backward.""",
    {
        """
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        """: """
        loss.backward()
        optimizer.step()
        optimizer.zero_grad()
        """,
    },
)

nothing_learns = Edit(
    """Your model never moves. Call backward and then step for every batch, with no zero_grad in
    between.""",
    {
        """
        optimizer.zero_grad()
        loss.backward()
        """: """
        loss.backward()
        optimizer.zero_grad()
        """,
    },
)

one_step_an_epoch = Edit(
    """You made one step for a whole epoch. Each batch makes its own: that is what batches are
    for.""",
    {
        """
        optimizer.zero_grad()
        loss.backward()
        optimizer.step()
        """: "loss.backward()",
        "total = 0.0": """
            total = 0.0
            optimizer.zero_grad()
        """,
        "losses.append": """
            optimizer.step()
            losses.append
        """,
    },
)

the_same_batches_in_each_epoch = Edit(
    """You went through the loader once, and used those batches in every epoch. They would all have
    to fit in memory, and a loader that shuffles gives others each time: ask it in every epoch.""",
    {
        "losses = []": """
            losses = []
            batches = list(train_loader)
        """,
        "for imgs, labels in train_loader": "for imgs, labels in batches",
    },
)

left_in_eval_mode = Edit(
    """Your model is in eval mode after the first epoch, so it goes on without dropout. Leave it in
    train mode.""",
    {
        "losses.append": """
            model.eval()
            losses.append
        """,
    },
)
