"""What ``--watch`` shows of a run: what is understood by now, or the first thing to mend."""

from __future__ import annotations

from dataclasses import dataclass, field

from katas._dojo.curriculum import Kata
from katas._dojo.judging.failures import BROKEN, TODO, WAITING, Verdict
from katas._dojo.watching.run import Ending, source_line

PRINTED = 20  # lines of a run's own screen


@dataclass
class Shown:
    """``lines`` with their markup; ``edit`` is the ``path:line`` to go to, if there is one.

    From the first to the second of ``listed`` they only name some of ``rules``.
    """

    lines: list[tuple[str, dict]] = field(default_factory=list)
    edit: str = ""
    solved: bool = False
    failed: bool = False
    rules: list[Verdict] = field(default_factory=list)
    listed: tuple[int, int] = 0, 0

    def add(self, text: str, **markup: bool) -> None:
        self.lines.append((text, markup))

    def explain(self, lines: list[str]) -> None:
        """The rule, red if it is broken, and what is known of it."""
        rule, *rest = lines
        self.add(rule, red=self.failed)
        for line in rest:
            self.add(line)


def verdict(kata: Kata, ending: Ending) -> Shown:
    if kata.missing:
        shown = Shown()
        shown.add(f"{kata} · skipped\n", bold=True)
        shown.add(kata.missing)
        return shown
    told = ending.told
    if told is None:
        return _cut_short(kata, ending)
    passed, unmet = ([Verdict(**it) for it in told[key]] for key in ("passed", "unmet"))
    if not told["plain"] or not (unmet or (passed and told["complete"])):
        return _own_screen(kata, ending)
    notes = [it.note for it in [*passed, *unmet] if it.note]
    by_rule: dict[str, Verdict] = {}
    for it in sorted(unmet, key=lambda it: it.line):
        by_rule.setdefault(it.rule, it)
    kept = list(dict.fromkeys(it.rule for it in passed if it.rule not in by_rule))
    if unmet:
        shown = _unsolved(kata, list(by_rule.values()), kept, told["explained"])
    else:
        shown = Shown(solved=True)
        shown.add(f"{kata} · solved\n", green=True, bold=True)
        listed_from = len(shown.lines)
        for rule in kept:
            shown.add(f"  ✓ {rule}")
        shown.listed = listed_from, len(shown.lines)
    shown.rules = [*passed, *unmet]
    for note in notes:
        shown.add(f"\n{note}")
    return shown


def first_failure(kata: Kata, failure: dict) -> Shown:
    """What can be shown while the run still looks for the mistake, and at the other rules."""
    shown = Shown(edit=failure["edit"], failed=True)
    shown.add(f"{kata} · …\n", bold=True)
    shown.explain(failure["text"].splitlines())
    return shown


def _unsolved(kata: Kata, unmet: list[Verdict], kept: list[str], explained) -> Shown:
    """The first thing that is wrong in full, and what is left in a line each."""
    unmet.sort(key=lambda it: (it.status == TODO, it.status == WAITING))
    first, *others = unmet
    shown = Shown(edit=first.edit or "", failed=first.status != TODO)
    if first.status == BROKEN:
        shown.add(f"{kata} · cannot be imported\n", red=True, bold=True)
    else:
        holds = f"{len(kept)} of {len(kept) + len(unmet)} rules hold"
        shown.add(f"{kata} · {holds}\n", bold=True)
    shown.explain(explained[0] if shown.failed else [first.rule, f"Edit {first.edit}"])
    listed_from = len(shown.lines)
    if others:
        shown.add("\nAfter that:")
    for it in others:
        shown.add(f"  {it.status:7}  {it.rule}")
    shown.listed = listed_from, len(shown.lines)
    return shown


def _cut_short(kata: Kata, ending: Ending) -> Shown:
    shown = Shown(edit=ending.place, failed=True)
    shown.add(f"{kata} · ended before its time\n", red=True, bold=True)
    shown.add(f"    {ending.reason}")
    if ending.step:
        shown.add(f"    during    {ending.step}")
    if ending.place:
        shown.add(f"    in        {source_line(ending.place)}")
        shown.add(f"Edit {ending.place}")
    else:
        _add_screen(shown, ending)
    return shown


def _own_screen(kata: Kata, ending: Ending) -> Shown:
    """Nothing that a kata does, so the words are pytest's."""
    shown = Shown(failed=True)
    shown.add(f"{kata} · no verdict\n", red=True, bold=True)
    _add_screen(shown, ending)
    return shown


def _add_screen(shown: Shown, ending: Ending) -> None:
    for line in ending.screen.splitlines()[-PRINTED:]:
        shown.add(f"    {line}")
