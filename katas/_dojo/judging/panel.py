"""VS Code's test panel: a click on a rule leads to what there is to mend, not to the spec.

Its plugin takes a test to stand where the test's path and location say, and shows there how it
ended.
"""

from __future__ import annotations

import contextlib
from itertools import groupby

import pytest

from katas._dojo.curriculum import ROOT, Kata
from katas._dojo.judging.implementation import ELSEWHERE
from katas._dojo.judging.spec import Rule
from katas._dojo.judging.unbegun import UnbegunRule
from katas._dojo.reading import lines_of_tests

PLUGIN = "vscode_pytest"


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(items, config):
    if config.pluginmanager.hasplugin(PLUGIN) and ELSEWHERE not in config.stash:
        ours = [item for item in items if isinstance(item, Rule | UnbegunRule)]
        for kata, rules in groupby(ours, lambda rule: rule.parent.kata):
            _move(list(rules), kata)


def _move(rules: list[Rule | UnbegunRule], kata: Kata) -> None:
    lines = {}
    if any(isinstance(rule, Rule) for rule in rules):
        with contextlib.suppress(OSError):
            lines = lines_of_tests(kata)
    for rule in rules:
        if isinstance(rule, UnbegunRule):
            line = int(rule.edit.rpartition(":")[2])
        else:
            line = lines.get(rule.originalname, 1)
        rule.path = kata.stub
        rule.location = kata.stub.relative_to(ROOT).as_posix(), line - 1, rule.location[2]
