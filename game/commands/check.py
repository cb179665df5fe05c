"""`check`: every problem of a campaign, with its place and a cure."""

from __future__ import annotations

import json
import sys
from argparse import Namespace
from pathlib import Path

from game.commands.progress import Progress
from game.files.folder import can_be_drawn, read_folder
from game.files.paths import campaign as shipped_campaign
from game.scenarios.check_letters import letter_problems
from game.scenarios.problem import Problem


def run(given: Namespace) -> int:
    """Print the problems; return 0 if there are none."""
    folder = given.folder or shipped_campaign()
    problems = problems_of(folder, deep=given.deep)
    if given.json:
        listed = [
            {
                "file": one.mark.file,
                "line": one.mark.line,
                "column": one.mark.column,
                "code": one.code,
                "what": one.what,
                "fix": one.fix,
            }
            for one in problems
        ]
        print(json.dumps(listed, ensure_ascii=False, indent=1))
    else:
        for one in problems:
            print(one)
        count = (
            "no problems"
            if not problems
            else f"{len(problems)} problem" + "s" * (len(problems) > 1)
        )
        print(f"{folder}: {count}")
    return 1 if problems else 0


def problems_of(folder: Path, *, deep: bool) -> tuple[Problem, ...]:
    """Return the problems of a campaign; `deep` walks every line if it has no other."""
    found = read_folder(folder)
    letters = tuple(letter_problems(found.findings, can_be_drawn()))
    if found.campaign is None or letters or not deep:
        return tuple(sorted((*found.problems, *letters), key=lambda one: (one.mark, one.code)))
    from game.atlas.deep import deep_problems  # noqa: PLC0415 - numpy is for those who need it

    progress = Progress(sys.stderr)
    problems = deep_problems(found.campaign, found.findings.mark, progress.tell)
    progress.end("every line walked")
    return problems
