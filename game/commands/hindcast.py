"""`hindcast`: the model held against the record, point by point."""

from __future__ import annotations

import json
from argparse import Namespace
from itertools import groupby

from game.campaign.campaign import Campaign
from game.commands.campaigns import load, reading_of
from game.errors import Refused
from game.playthrough.hindcast import (
    MOST_ERROR,
    MOST_ERROR_LEFT_OUT,
    Checked,
    Hindcast,
    hindcast,
    mean_error,
)
from game.words import wording

NO_RECORD = (
    "has no documented or reported figure in `record`: there is nothing to hold the model against"
)
HEAD = (
    f"  {'month':<8}{'record':>12}{'low':>12}{'high':>12}  {'grade':<11}{'model':>12}{'error':>10}"
    "  range    fit"
)


def run(given: Namespace) -> int:
    """Print the table; return 0 if the model answers to the record, else 1."""
    campaign = load(given.campaign)
    done = hindcast(campaign, reading_of(campaign, given))
    if not done.counted:
        message = f"{campaign.outline.title} {NO_RECORD}"
        raise Refused(message)
    if given.json:
        print(json.dumps(as_json(done), ensure_ascii=False, indent=1))
    else:
        print("\n".join(as_text(campaign, done)))
    return 0 if done.is_met else 1


def as_text(campaign: Campaign, done: Hindcast) -> list[str]:
    """Return the table and its sums, no line longer than 100 letters."""
    title = campaign.outline.title
    lines = [f"{title}: history's answers without chance, reading {done.reading}", "", HEAD]
    for _, points in groupby(done.points, key=lambda one: one.quantity):
        group = tuple(points)
        lines.append(f"{group[0].quantity}: {group[0].title}, {group[0].unit}")
        lines += [_row(one) for one in group]
    return [*lines, "", *_sums(done)]


def _row(one: Checked) -> str:
    point = one.point
    error = "-" if one.error is None else f"{round(100 * one.error, 1) + 0.0:+.1f} %"
    figures = [wording.figure(value) for value in (point.value, point.low, point.high)]
    record = "".join(f"{figure:>12}" for figure in figures)
    model = f"{wording.figure(one.model):>12}{error:>10}"
    return f"  {point.month!s:<8}{record}  {point.grade:<11}{model}  {_range(one):<7}  {_fit(one)}"


def _range(one: Checked) -> str:
    """Return how the model lies to the range; one figure without a range is judged by its error."""
    if one.is_inside:
        return "inside"
    if one.is_single:
        return "near" if one.is_met else "FAR"
    return "OUTSIDE"


def _fit(one: Checked) -> str:
    if not one.point.use:
        return "rival"
    return "fitted" if one.fitted_to else "left out"


def _sums(done: Hindcast) -> list[str]:
    counted, single = done.counted, done.single
    used = tuple(one for one in done.points if one.point.use)
    ranged = tuple(one for one in counted if not one.is_single)
    wide = tuple(one for one in used if not one.is_single)
    fitted = tuple(one for one in counted if one.fitted_to)
    lines = [
        f"{'points of the record':<46}{len(done.points):>5}, of them {len(used)} used",
        f"{'used points that have a range: inside it':<46}{_inside(wide)}",
        f"{'  of these, documented or reported':<46}{_inside(ranged)}",
        f"{'single figures without a range: near':<46}{_met(single)}",
        _mean("mean error, documented or reported", counted, MOST_ERROR),
        _mean("  of these, used for the fit", fitted, None),
        _mean("  of these, left out of the fit", done.left_out, MOST_ERROR_LEFT_OUT),
        f"{'parameters fitted':<46}{done.parameters:>5}, to {len(done.fitted_to)} points",
        "Left out of the fit: the 2nd, 5th, 8th ... used point of each quantity, by date.",
        "Points graded inferred are the authors' own estimates: they count as ranges only.",
    ]
    return [*lines, "The model answers to the record." if done.is_met else _verdict(done)]


def _inside(points: tuple[Checked, ...]) -> str:
    return f"{sum(one.is_inside for one in points):>5} of {len(points)}"


def _met(points: tuple[Checked, ...]) -> str:
    return (
        f"{sum(one.is_met for one in points):>5} of {len(points)}; {100 * MOST_ERROR:.0f} % is near"
    )


def _mean(label: str, points: tuple[Checked, ...], most: float | None) -> str:
    allowed = f"; {100 * most:.0f} % is the most" if most else ""
    return f"{label:<46}{100 * mean_error(points):>5.1f} % over {len(points)} points{allowed}"


def _verdict(done: Hindcast) -> str:
    where = ", ".join(f"{one.quantity} {one.point.month}" for one in done.missed)
    missed = f" Missed: {where}." if where else ""
    return f"The model does not answer to the record.{missed}"


def as_json(done: Hindcast) -> dict[str, object]:
    """Return the table as plain data; numbers are rounded: every machine prints the same."""
    return {
        "reading": done.reading,
        "points": [_point(one) for one in done.points],
        "counted": len(done.counted),
        "inside": sum(one.is_inside for one in done.counted),
        "single_figures": len(done.single),
        "missed": len(done.missed),
        "mean_error": _round(done.error),
        "mean_error_left_out": _round(done.error_left_out),
        "parameters_fitted": done.parameters,
        "points_fitted_to": len(done.fitted_to),
        "met": done.is_met,
    }


def _point(one: Checked) -> dict[str, object]:
    point = one.point
    return {
        "quantity": one.quantity,
        "month": str(point.month),
        "unit": one.unit,
        "record": point.value,
        "low": point.low,
        "high": point.high,
        "grade": point.grade,
        "sources": list(point.sources),
        "use": point.use,
        "note": point.note,
        "model": _round(one.model),
        "error": None if one.error is None else _round(one.error),
        "inside": one.is_inside,
        "single_figure": one.is_single,
        "met": one.is_met,
        "used_for_fit": one.fitted_to,
    }


def _round(value: float) -> float:
    return float(f"{value:.9g}")
