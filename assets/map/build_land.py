"""Build `eurasia.json` and `world.json`, the land and lakes of the map; run by hand.

    npm install --ignore-scripts world-atlas@^2.0.2
    python assets/map/build_land.py node_modules/world-atlas/land-50m.json assets/map

`land-50m.json` is a TopoJSON file made from Natural Earth's land at 1:50 million, which is in the
public domain. Natural Earth's only inland sea there is the Caspian; the lakes in `SKETCHES` were
drawn by hand for this game, with the shores of the 1940s (the Aral Sea was still whole). Land is
cut to the sheet's region, rings that cross 180 degrees go on past it, and small islands are left
out.
"""

import argparse
import json
import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any, NamedTuple

Point = tuple[float, float]  # longitude and latitude in degrees
Ring = list[Point]
Box = tuple[float, float, float, float]  # west, south, east, north

SOURCE = (
    "Land and Caspian Sea: Natural Earth 1:50m, public domain, from the npm package world-atlas; "
    "other lakes: sketched by hand for this game, shores of the 1940s, CC BY 4.0"
)
DETAILED: Box = (105.0, 15.0, 160.0, 56.0)  # China's coast, Korea, Japan, Sakhalin, the Kurils
SMALLEST_DETAILED_KM = 12.0
STEP = 0.02  # degrees between the coordinates kept
KM_A_DEGREE = 111.2
CORNERS = 3  # the least that bounds an area
FULL_TURN = 360.0


class Sheet(NamedTuple):
    """One file: which land it holds, and how fine."""

    name: str
    region: Box
    smallest_km: float  # islands that are less than this across are left out
    tolerance: float  # degrees of latitude by which shores are simplified at most
    edge: float  # longitude: rings that lie wholly west of it are moved east by a full turn


SHEETS = (
    # wider than the map shows: cut edges stay out of sight; shores are good to 1.3 km
    Sheet("eurasia", (-12.0, -7.0, 195.0, 85.0), 25.0, 0.012, -12.0),
    Sheet("world", (-180.0, -60.0, 180.0, 85.0), 25.0, 0.03, -180.0),  # good to 3.3 km
)

SKETCHES: dict[str, Ring] = {
    "Aral Sea": [
        (58.2, 44.3), (58.3, 44.8), (58.5, 45.3), (58.7, 45.7), (59.0, 45.95), (59.4, 46.1),
        (59.6, 46.35), (60.0, 46.45), (60.2, 46.75), (60.7, 46.7), (61.2, 46.8), (61.7, 46.75),
        (61.5, 46.55), (61.2, 46.35), (61.0, 46.1), (61.2, 45.9), (61.4, 45.7), (61.3, 45.4),
        (61.7, 45.2), (61.9, 44.9), (61.7, 44.6), (61.6, 44.3), (61.3, 44.15), (61.1, 43.9),
        (60.8, 43.75), (60.4, 43.75), (60.0, 43.65), (59.5, 43.6), (59.1, 43.65), (58.7, 43.65),
        (58.4, 43.75), (58.2, 44.0),
    ],
    "Baikal": [
        (103.7, 51.65), (104.2, 51.83), (104.8, 51.87), (105.3, 51.95), (105.6, 52.15),
        (105.9, 52.45), (106.25, 52.65), (106.6, 52.75), (107.0, 52.95), (107.4, 53.2),
        (107.4, 53.55), (107.8, 54.0), (108.4, 54.6), (108.8, 55.1), (109.1, 55.4), (109.2, 55.75),
        (109.6, 55.8), (109.9, 55.6), (109.8, 55.2), (109.6, 54.85), (109.5, 54.4), (109.3, 53.9),
        (108.95, 53.7), (108.7, 53.35), (108.4, 53.1), (108.0, 52.85), (107.6, 52.6),
        (107.0, 52.5), (106.5, 52.3), (106.1, 52.15), (106.0, 51.9), (105.6, 51.7), (105.1, 51.55),
        (104.6, 51.45), (104.0, 51.45), (103.75, 51.5),
    ],
    "Balkhash": [
        (73.4, 45.6), (73.5, 45.9), (73.9, 46.2), (74.1, 46.45), (74.1, 46.75), (74.6, 46.8),
        (75.0, 46.85), (75.5, 46.7), (76.0, 46.75), (76.6, 46.75), (77.2, 46.65), (77.8, 46.6),
        (78.3, 46.65), (78.9, 46.75), (79.2, 46.8), (79.1, 46.55), (78.5, 46.4), (77.9, 46.35),
        (77.3, 46.45), (76.7, 46.45), (76.1, 46.5), (75.5, 46.55), (75.2, 46.55), (75.0, 46.4),
        (74.7, 46.2), (74.6, 45.9), (74.2, 45.7), (74.0, 45.4), (74.1, 45.1), (73.8, 45.1),
        (73.5, 45.35),
    ],
    "Ladoga": [
        (31.1, 59.95), (31.0, 60.2), (30.8, 60.5), (30.5, 60.75), (30.2, 61.0), (30.0, 61.15),
        (30.2, 61.4), (30.6, 61.65), (31.1, 61.7), (31.7, 61.6), (32.2, 61.35), (32.6, 61.1),
        (32.9, 60.8), (32.8, 60.5), (32.55, 60.2), (31.9, 60.15), (31.6, 59.95),
    ],
    "Onega": [
        (35.0, 61.2), (34.9, 61.5), (34.5, 61.7), (34.4, 61.95), (34.7, 62.15), (34.5, 62.45),
        (34.8, 62.75), (35.1, 62.4), (35.4, 62.25), (35.3, 62.55), (35.7, 62.4), (36.0, 62.0),
        (36.2, 61.7), (36.4, 61.4), (36.4, 61.1), (36.0, 60.9), (35.5, 60.95), (35.2, 61.0),
    ],
    "Peipus": [
        (27.9, 57.85), (27.8, 58.0), (27.55, 58.1), (27.5, 58.3), (27.3, 58.5), (27.0, 58.75),
        (27.2, 58.95), (27.6, 59.0), (28.0, 58.95), (27.9, 58.75), (27.7, 58.55), (27.7, 58.3),
        (28.0, 58.1), (28.2, 57.95),
    ],
    "Issyk-Kul": [
        (76.2, 42.4), (76.4, 42.55), (76.9, 42.65), (77.4, 42.72), (77.9, 42.75), (78.3, 42.65),
        (78.1, 42.5), (77.9, 42.4), (77.5, 42.2), (77.0, 42.15), (76.6, 42.25),
    ],
    "Khövsgöl": [
        (100.2, 50.5), (100.25, 50.85), (100.2, 51.2), (100.3, 51.5), (100.55, 51.6),
        (100.75, 51.35), (100.65, 51.05), (100.5, 50.75), (100.4, 50.5),
    ],
    "Qinghai": [
        (99.65, 36.95), (99.75, 37.2), (100.1, 37.25), (100.5, 37.1), (100.75, 36.85),
        (100.65, 36.6), (100.35, 36.6), (100.0, 36.75),
    ],
    "Khanka": [
        (131.95, 44.9), (132.0, 45.2), (132.3, 45.3), (132.6, 45.2), (132.85, 45.0), (132.7, 44.75),
        (132.4, 44.55), (132.15, 44.65),
    ],
    "Tai": [
        (119.95, 31.2), (119.95, 31.35), (120.1, 31.5), (120.3, 31.45), (120.5, 31.3),
        (120.45, 31.05), (120.2, 30.95),
    ],
}  # fmt: skip


def decoded_arcs(topology: dict[str, Any]) -> list[Ring]:
    """The file's arcs in degrees: it holds them as steps on a grid of whole numbers."""
    (wide, high), (west, south) = (topology["transform"][key] for key in ("scale", "translate"))
    arcs = []
    for steps in topology["arcs"]:
        x, y, arc = 0, 0, []
        for dx, dy in steps:
            x, y = x + dx, y + dy
            arc.append((x * wide + west, y * high + south))
        arcs.append(arc)
    return arcs


def joined(indices: list[int], arcs: list[Ring], edge: float) -> Ring:
    """The ring of the arcs with these `indices`; ~index means the arc walked backwards."""
    ring: Ring = []
    for index in indices:
        arc = arcs[index] if index >= 0 else arcs[~index][::-1]
        ring += arc[1:] if ring else arc
    return unwrapped(ring, edge)


def unwrapped(ring: Ring, edge: float) -> Ring:
    """`ring` without jumps at 180 degrees: what lies past it gets a longitude above 180."""
    out = [ring[0]]
    for lon, lat in ring[1:]:
        out.append((lon + 360 * round((out[-1][0] - lon) / 360), lat))
    turn = 360 if max(lon for lon, _ in out) < edge else 0
    return [(lon + turn, lat) for lon, lat in out]


def turns(ring: Ring, sheet: Sheet) -> list[Ring]:
    """`ring` as it lies, and a turn to either side if the sheet goes once round the globe."""
    all_round = sheet.region[2] - sheet.region[0] == FULL_TURN
    steps = (-FULL_TURN, 0.0, FULL_TURN) if all_round else (0.0,)
    return [[(lon + step, lat) for lon, lat in ring] for step in steps]


def polygons(topology: dict[str, Any], edge: float) -> Iterator[list[Ring]]:
    """Each land polygon: its outer ring, then its holes."""
    arcs = decoded_arcs(topology)
    for geometry in topology["objects"]["land"]["geometries"]:
        shapes = geometry["arcs"]
        for shape in shapes if geometry["type"] == "MultiPolygon" else [shapes]:
            yield [joined(indices, arcs, edge) for indices in shape]


def clipped(ring: Ring, axis: int, limit: float, side: int) -> Ring:
    """The part of `ring` on one side of a line; `side` is +1 to keep what is above `limit`."""
    out: Ring = []
    for here, there in zip(ring, ring[1:] + ring[:1], strict=True):
        inside = (here[axis] - limit) * side >= 0
        if inside:
            out.append(here)
        if inside != ((there[axis] - limit) * side >= 0):
            share = (limit - here[axis]) / (there[axis] - here[axis])
            lon, lat = (a + share * (b - a) for a, b in zip(here, there, strict=True))
            out.append((lon, lat))
    return out


def clipped_to(box: Box, ring: Ring) -> Ring:
    """The part of `ring` inside `box`, or an empty list."""
    for axis, limit, side in ((0, box[0], 1), (1, box[1], 1), (0, box[2], -1), (1, box[3], -1)):
        ring = clipped(ring, axis, limit, side)
    return ring


def bounds(ring: Ring) -> Box:
    """The least box around `ring`."""
    lons, lats = zip(*ring, strict=True)
    return min(lons), min(lats), max(lons), max(lats)


def size_km(ring: Ring) -> float:
    """The larger of the ring's extents from east to west and from north to south, in kilometres."""
    west, south, east, north = bounds(ring)
    shrink = math.cos(math.radians((south + north) / 2))
    return KM_A_DEGREE * max((east - west) * shrink, north - south)


def is_large_enough(ring: Ring, sheet: Sheet) -> bool:
    """Whether an island is worth drawing where it lies."""
    west, south, east, north = bounds(ring)
    lon, lat = (west + east) / 2, (south + north) / 2
    detailed = DETAILED[0] <= lon <= DETAILED[2] and DETAILED[1] <= lat <= DETAILED[3]
    return size_km(ring) >= (SMALLEST_DETAILED_KM if detailed else sheet.smallest_km)


def distance(point: Point, start: Point, end: Point) -> float:
    """How far `point` is from the line between `start` and `end`, in degrees of latitude."""
    shrink = math.cos(math.radians(point[1]))
    x, y = (point[0] - start[0]) * shrink, point[1] - start[1]
    dx, dy = (end[0] - start[0]) * shrink, end[1] - start[1]
    length = dx * dx + dy * dy
    share = max(0.0, min(1.0, (x * dx + y * dy) / length)) if length else 0.0
    return math.hypot(x - share * dx, y - share * dy)


def simplified(line: Ring, tolerance: float) -> Ring:
    """`line` without the points that are within `tolerance` of it (Douglas and Peucker)."""
    kept, waiting = {0, len(line) - 1}, [(0, len(line) - 1)]
    while waiting:
        first, last = waiting.pop()
        between = range(first + 1, last)
        far = max(between, key=lambda i: distance(line[i], line[first], line[last]), default=first)
        if far != first and distance(line[far], line[first], line[last]) > tolerance:
            kept.add(far)
            waiting += [(first, far), (far, last)]
    return [line[index] for index in sorted(kept)]


def rounded(ring: Ring) -> Ring:
    """`ring` on a grid of `STEP`, open (the last point is not the first again), no repeats."""
    out: Ring = []
    for lon, lat in ring:
        point = (round(round(lon / STEP) * STEP, 2), round(round(lat / STEP) * STEP, 2))
        if not out or out[-1] != point:
            out.append(point)
    return out[:-1] if len(out) > 1 and out[0] == out[-1] else out


def built(topology: dict[str, Any], sheet: Sheet) -> dict[str, Any]:
    """The contents of a sheet's file."""
    land, lakes = [], []
    for outer, *holes in polygons(topology, sheet.edge):
        shores = [clipped_to(sheet.region, turned) for turned in turns(outer, sheet)]
        kept = [one for one in shores if len(one) >= CORNERS and is_large_enough(one, sheet)]
        land += [rounded(simplified(one, sheet.tolerance)) for one in kept]
        if kept:
            lakes += [["Caspian Sea", rounded(simplified(one, sheet.tolerance))] for one in holes]
    land = sorted((ring for ring in land if len(ring) >= CORNERS), key=len, reverse=True)
    lakes += [[name, rounded(ring)] for name, ring in SKETCHES.items()]
    return {"source": SOURCE, "land": land, "lakes": lakes}


def as_text(contents: dict[str, Any]) -> str:
    """`contents` as JSON with one ring a line, and no spaces."""
    parts = [f'"source":{json.dumps(contents["source"])}']
    for key in ("land", "lakes"):
        rows = (json.dumps(row, separators=(",", ":"), ensure_ascii=False) for row in contents[key])
        parts.append(
            f'"{key}":[\n' + ",\n".join(rows).replace(".0,", ",").replace(".0]", "]") + "]"
        )
    return "{" + ",\n".join(parts) + "}\n"


def main() -> None:
    """Read the command line and write the files."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("topology", type=Path, metavar="LAND_50M_JSON")
    parser.add_argument("folder", type=Path, metavar="FOLDER")
    given = parser.parse_args()
    topology = json.loads(given.topology.read_text(encoding="utf-8"))
    for sheet in SHEETS:
        text = as_text(built(topology, sheet))
        (given.folder / f"{sheet.name}.json").write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()
