"""Known wrong answers to ch15_production/export_program."""

from katas._dojo.writing.mistakes import Edit

MODEL = "model = copy.deepcopy(model).eval()"
BATCH = "batch = torch.cat([example, example])"
FREE = "Dim.DYNAMIC"
EXPORTED = "return torch.export.export(model, (batch,), dynamic_shapes=({0: Dim.DYNAMIC},))"
COMPARED = "model, exported = copy.deepcopy(model).eval(), program.module()"

static_by_default = Edit(
    """You did not say that the size of the batch is free. The program takes batches as long as the
    one that it was exported on, and refuses others.""",
    {"(batch,), dynamic_shapes=({0: Dim.DYNAMIC},)": "(batch,)"},
)

the_example_as_it_is = Edit(
    """You exported on the example as it is. If it is a single sample, a size of 1 is taken for a
    constant, although you declared it free: export on more than one.""",
    {BATCH: "batch = example"},
)

the_example_as_it_is_with_a_name = Edit(
    """You exported on the example as it is, with a name for the size of its batch. If that is a
    single sample, a size of 1 is taken for a constant all the same: export on more than one.""",
    {BATCH: "batch = example", FREE: 'Dim("batch")'},
)

specialised_silently = Edit(
    """You let torch.export choose whether the size is free (Dim.AUTO). Where the model has a size
    written into it, that one is taken, and only a line in the log tells: declare it free.""",
    {FREE: "Dim.AUTO"},
)

no_larger_than_the_example = Edit(
    """Your program refuses batches that are much longer than the example. Any size is to do.""",
    {FREE: 'Dim("batch", max=max(len(batch), 16))'},
)

exported_in_train_mode = Edit(
    """You exported the model in the mode that it was in. In train mode it drops out and normalises
    by the batch for ever, as a program cannot be put into eval mode.""",
    {MODEL: ""},
)

left_in_eval_mode = Edit(
    """You exported in eval mode, and left the model there. Its training goes on: change the mode of
    a copy.""",
    {MODEL: "model.eval()"},
)

one_mode_for_all_parts = Edit(
    """You put the model back into its own mode, with all of its parts. One of them may have had
    another, as a layer that is frozen in eval mode: change the mode of a copy.""",
    {
        EXPORTED: """
            training = original.training
            original.eval()
            program = torch.export.export(
                original, (batch,), dynamic_shapes=({0: Dim.DYNAMIC},)
            )
            original.train(training)
            return program
        """,
        MODEL: "original = model",
    },
)

left_in_eval_mode_after_an_error = Edit(
    """You put the modes back unless the export is an exception. The model then stays in eval mode:
    change the mode of a copy, or put it back in a finally.""",
    {
        MODEL: "original, modes = model, {it: it.training for it in model.modules()}",
        EXPORTED: """
            original.eval()
            program = torch.export.export(
                original, (batch,), dynamic_shapes=({0: Dim.DYNAMIC},)
            )
            for it, mode in modes.items():
                it.training = mode
            return program
        """,
    },
)

the_first_batch_alone = Edit(
    """You compared the first batch alone. A program that is right for one batch, such as the
    example, may be wrong for the next.""",
    {"for x in batches]": "for x in batches[:1]]"},
)

the_sign_kept = Edit(
    """You took the largest difference with its sign. Where the program gives more than the model,
    that is below zero, and seems small.""",
    {"(model(x) - exported(x)).abs().max()": "(model(x) - exported(x)).max()"},
)

mean_for_the_largest = Edit(
    """You took a mean of the differences. One wrong number among many right ones is lost in it.""",
    {".abs().max()": ".abs().mean()"},
)

nan_lost = Edit(
    """You lose a difference that is NaN: Python's max goes by comparisons, which are all false for
    it. Let torch take the maximum.""",
    {"torch.stack(differences).max().item()": "max(it.item() for it in differences)"},
)

compared_in_its_own_mode = Edit(
    """You compared the model in the mode that it was in. In train mode it drops out, and the
    program does not.""",
    {COMPARED: "exported = program.module()"},
)

in_eval_mode_afterwards = Edit(
    """You compared the model in eval mode, and left it there.""",
    {COMPARED: "model, exported = model.eval(), program.module()"},
)
