"""`check`: every problem of a campaign, with its place and a cure."""

from __future__ import annotations

import json
from argparse import Namespace

from game.folder import read_folder
from game.paths import campaign as shipped_campaign


def run(given: Namespace) -> int:
    """Print the problems; return 0 if there are none."""
    folder = given.folder or shipped_campaign()
    problems = read_folder(folder).problems
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
