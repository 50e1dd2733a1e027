"""Wrong answers to ch11_training/command_line, as people write them."""

import argparse
import sys

from katas._dojo.writing.mistakes import instead_of


@instead_of("parse_args")
def typed_bool(argv=None):
    """The switch wants a word, of which bool is taken.

    Known: a_bool_of_a_word.
    """
    p = argparse.ArgumentParser(description="train")
    p.add_argument("--batch-size", default=32, type=int)
    p.add_argument("--epochs", default=1, type=int)
    p.add_argument("--num-workers", default=8, type=int)
    p.add_argument("--balanced", default=False, type=bool)
    p.add_argument("--augment", default=[], action="append")
    return p.parse_args(argv)


@instead_of("parse_args")
def falsy_argv(argv=None):
    """An empty list is taken for none, and there is no list of augmentations without any.

    Known: an_empty_list_taken_for_none, none_for_no_augmentation.
    """
    if not argv:
        argv = sys.argv[1:]
    parser = argparse.ArgumentParser()
    for name, default in [("--batch-size", 32), ("--epochs", 1), ("--num-workers", 8)]:
        parser.add_argument(name, type=int, default=default)
    parser.add_argument("--balanced", action="store_true", default=False)
    parser.add_argument("--augment", action="append", default=None)
    return parser.parse_args(argv)


_SHARED = {"batch_size": 32, "epochs": 1, "num_workers": 8, "balanced": False, "augment": []}


@instead_of("parse_args")
def shared_defaults(argv=None):
    """The list of augmentations is that of all calls.

    Known: one_list_for_all_calls.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--batch-size", type=int)
    parser.add_argument("--epochs", type=int)
    parser.add_argument("--num-workers", type=int)
    parser.add_argument("--balanced", action="store_true")
    parser.add_argument("--augment", action="append")
    parser.set_defaults(**_SHARED)
    return parser.parse_args(argv)


@instead_of("parse_args")
def tolerant(argv=None):
    """Unknown words are dropped, and numbers may be fractions.

    Known: unknown_words_let_through, numbers_as_floats.
    """
    parser = argparse.ArgumentParser()
    parser.add_argument("--batch-size", type=float, default=32)
    parser.add_argument("--epochs", type=float, default=1)
    parser.add_argument("--num-workers", type=float, default=8)
    parser.add_argument("--balanced", action="store_true")
    parser.add_argument("--augment", action="append", default=[])
    args, _unknown = parser.parse_known_args(argv)
    return args


def _parser(**augment):
    parser = argparse.ArgumentParser()
    parser.add_argument("--batch-size", type=int, default=32)
    parser.add_argument("--epochs", type=int, default=1)
    parser.add_argument("--num-workers", type=int, default=8)
    parser.add_argument("--augment", default=[], **augment)
    return parser


@instead_of("parse_args")
def the_switch_told_last(argv=None):
    """An empty list is false, as None is.

    Known: an_empty_list_taken_for_none.
    """
    parser = _parser(action="append")
    parser.add_argument("--balanced", action="store_true")
    return parser.parse_args(argv or sys.argv[1:])


@instead_of("parse_args")
def as_many_words_as_you_like(argv=None):
    """One --augment takes several names.

    Known: nothing.
    """
    parser = _parser(action="extend", nargs="+")
    parser.add_argument("--balanced", default=False, action=argparse.BooleanOptionalAction)
    return parser.parse_args(argv)
