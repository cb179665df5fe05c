"""Every kind of mistake a campaign can have. Each has an example that a test reads."""

from __future__ import annotations

from game.scenarios.problem import Kind

NO_FILE = Kind("F001", "no file {name!r}", "{cure}", "")
NOT_READABLE = Kind(
    "F002", "cannot be read: {why}", "see that it is there and that you may read it", ""
)
OUTSIDE = Kind(
    "F003",
    "{name!r} leads out of the campaign's folder",
    "put a copy of the file into the folder instead of a link",
    "",
)
TOO_LARGE = Kind("F004", "more than {most} bytes", "split it or cut it down", "")
NOT_UTF8 = Kind("F005", "not UTF-8 text (byte {byte})", "save it as UTF-8", "")
NOT_YAML = Kind("Y001", "not YAML: {why}", "{cure}", "a: [1, 2")
DUPLICATE_KEY = Kind(
    "Y002",
    "the key {key!r} stands here twice",
    "rename one; the first is in line {first}",
    "a: 1\na: 2",
)
ANCHOR = Kind(
    "Y003",
    "an anchor or alias ({name})",
    "write the text out again; a text that begins with & or * stands in quotes",
    "a: &x 1\nb: *x",
)
TAG = Kind("Y004", "a tag ({tag})", "leave it out: types follow from the key", "a: !!int 1")
TOO_DEEP = Kind(
    "Y005", "nested more than {most} levels deep", "see whether an indent slipped", "a: {b: {c: 1}}"
)
TOO_MANY = Kind("Y006", "more than {most} values", "split the campaign", "")
DOCUMENTS = Kind(
    "Y007", "more than one document in a file", "take out the line ---", "a: 1\n---\nb: 2"
)
COMPLEX_KEY = Kind("Y008", "a key that is not a word", "write a word before the colon", "[1, 2]: x")
WANTED = Kind(
    "S001", "{name} should be {wanted}, not {given}", "write it as {wanted}", "month: soon"
)
UNKNOWN_KEY = Kind("S002", "no key {key!r} here", "{cure}", "tite: Oil")
MISSING_KEY = Kind("S003", "{name} lacks: {keys}", "add {keys}", "title: only")
EMPTY = Kind(
    "S004", "{name} is empty", "write it, or leave the key out if it may be missing", "title: ''"
)
BAD_ID = Kind(
    "S005",
    "{given!r} is not an id",
    "use lower-case letters, digits and {joint}, such as {example}",
    "Big Id: {}",
)
NOT_ONE_OF = Kind(
    "S006",
    "{given!r} is not one of the words for {name}",
    "write one of: {known}{meant}",
    "grade: sure",
)
BAD_NUMBER = Kind(
    "S007",
    "{given!r} is not a {sort}number",
    "write digits, as in 12 or 0.5, at most 15 before the point and 12 behind it; "
    "no leading zeros, colons or signs of thousands",
    "size: 1:30",
)
BAD_FORMULA = Kind("S008", "{what}", "{cure}", "that: era_men.real")
BAD_BRACE = Kind(
    "S009",
    "{given!r} in braces is not filled in",
    "{cure}",
    "text: '{armee}'",
)
REFERENCE = Kind("S010", "no {what} {name!r}", "write one of: {known}{meant}", "place: atlantis")
NO_SOURCE = Kind(
    "S011",
    "{name} is {grade} but names no source",
    "add sources: [...], or grade it inferred",
    "grade: documented",
)
NO_NAME = Kind(
    "S012",
    "no {what} {name!r}",
    "{cure}",
    "that: armee > 3",
)
HISTORICAL = Kind(
    "S013", "{count} responses are marked historical", "mark exactly one", "historical: true"
)
TOO_FEW = Kind(
    "S014", "{name} has {count}; at least {fewest} are needed", "add {more} more", "responses: {}"
)
LAST_CASE = Kind(
    "S015",
    "the last of {name} has a condition",
    "leave its `when` out, so that something is always said",
    "cases: [...]",
)
EARLIER = Kind(
    "S016",
    "{name} is {given}, not after {other}, {before}",
    "{cure}",
    "month: 1900-06",
)
TOO_MANY_THINGS = Kind(
    "S017", "{name} has {count}; {most} is the most", "take {more} out", "answers: {}"
)
OUT_OF_BOUNDS = Kind(
    "S018",
    "{name} is {value}; it goes from {low} to {high}",
    "write one from {low} to {high}",
    "months: 0",
)
NEVER = Kind(
    "S019",
    "{name} never comes: it has neither `month` nor `when`",
    "give it a month, or a formula in `when`",
    "happenings: {strike: {...}}",
)
DESCENDING = Kind(
    "S020",
    "the answers do not rise: {given} comes after {before}",
    "sort them by `below`, and leave `below` out of the last one only",
    "answers: [{below: 5}, {below: 3}, {}]",
)
BACKWARDS = Kind(
    "S021",
    "{name} goes from {low} to {high}",
    "make `high` the greater of the two",
    "low: 3, high: 1",
)
NOT_SHOWN = Kind(
    "S022",
    "no indicator shows {name!r}",
    "let the music hang on what the player sees: {known}{meant}",
    "grave: damage > 10",
)
RESERVED = Kind(
    "S023",
    "{given!r} means something in formulas already",
    "choose another name, such as {given}_of_it",
    "stocks: {max: ...}",
)
SAME_MARK = Kind(
    "S024",
    "{name!r} has the same mark in run codes as {other!r}",
    "{cure}",
    "responses: {stay: ..., wait: ...}",
)
BAD_MARK = Kind(
    "S025",
    "{given!r} is no mark for run codes",
    "write one character of {known}",
    "mark: O",
)
TOO_LONG = Kind(
    "S026",
    "{name} has {count} letters; its place has room for {most}",
    "say it in fewer words",
    "title: The seat of somebody whose name is far too long for a card",
)
CHAIR = Kind(
    "S027",
    "{count} seats are the chair",
    "write `chair: true` on exactly one",
    "seats: {mayor: {...}}",
)
NOBODY = Kind(
    "S028",
    "in a class of {pupils} {what}",
    "{cure}",
    "from_pupils: 4",
)
NOTES = Kind(
    "S029",
    "no speaker notes for: {names}",
    "write notes for every scenario, or leave `notes` out",
    "notes: {first-winter: {...}}",
)
CLOCK = Kind(
    "S030",
    "the phases of {name} take {given} minutes, not {lasts}",
    "let the minutes of the phases add up to `lasts`",
    "lasts: 45",
)
DEBRIEF = Kind(
    "S031",
    "the debrief of {name} has {given} of {lasts} minutes; it needs {least}",
    "mark its phases `debrief: true` and give them a quarter of the lesson",
    "phases: {vote: {...}}",
)
CIRCLE = Kind(
    "M001",
    "equations in a circle: {ring}",
    "let one of them be a stock, which remembers last month",
    "a = b, b = a",
)
UNIT = Kind(
    "M002",
    "no unit {unit!r}",
    "add it to `units`, or write one of: {known}{meant}",
    "unit: solders",
)
RANGE = Kind(
    "M003",
    "{value} lies outside its range {low} to {high}",
    "widen the range or mend the value",
    "low: 3",
)
TWICE = Kind(
    "M004",
    "{name!r} is the name of two things",
    "rename one; the other is at {other}",
    "stocks: {a: ...}",
)
ORDER_OF_TIME = Kind(
    "M005", "the points are not in the order of time", "sort them by month", "points: ..."
)
NO_VALUE = Kind("M006", "{what}", "guard the formula with max() or when()", "equals: 1 / zero")
UNUSED = Kind(
    "M007", "the parameter {name!r} is not used", "take it out, or use it", "parameters: ..."
)
SECTOR = Kind(
    "M008",
    "{name!r} stands in {count} sectors",
    "name it in one of: {known}",
    "quantities: [tide, tide]",
)
OTHER_UNIT = Kind(
    "M009",
    "the record of {name!r} is in {unit!r}, the quantity in {other!r}",
    "write the figures in {other}",
    "unit: crowns",
)
QUOTED = Kind(
    "H001",
    "quotation marks around words that are not documented",
    "take the marks away, or grade it documented with its source",
    'text: "He said \\"yes\\"."',
)
NO_LETTER = Kind(
    "H002",
    "no face of the game has: {letters}",
    "write it in Latin or Cyrillic letters, or add the letters to the fonts (`assets/README.md`)",
    "title: Αθήνα",
)
NEVER_SHOWN = Kind(
    "D001",
    "case {number} of the row {name!r} is never shown",
    "{cure}",
    "when: value > 1000000",
)
NEVER_COMES = Kind(
    "D002",
    "{name!r} never comes",
    "widen its condition or change its month, or take it out",
    "when: damage > 1000000",
)
NEVER_TOLD = Kind(
    "D003",
    "the line {name!r} of the epilogue is never told",
    "widen its condition, or take it out",
    "when: end(purse) < 0",
)
NEVER_OPEN = Kind(
    "D004",
    "the response {name!r} is never open",
    "ease its `requires`, or leave time for the question that opens it",
    "that: purse > 1000000000",
)
NEVER_REACHED = Kind(
    "D005",
    "no line reaches the ending {name!r}",
    "widen its condition or narrow those before it, or take it out",
    "when: end(crest) > 9000",
)
REACHED_ONCE = Kind(
    "D006",
    "a single line reaches the ending {name!r}",
    "widen its condition or narrow those before it",
    "when: end(crest) > 380",
)
BEHIND = Kind(
    "D007",
    "the response {name!r} is on average behind {other!r} on every axis, under every reading",
    "give it something that {other!r} has not, or take it out",
    "commands: []",
)
OFF_SCALE = Kind(
    "D008",
    "{name!r} runs from {least} to {most}; its scale goes from {low} to {high}",
    "widen the scale, or bound the quantity",
    "high: 310",
)
NO_EVIDENCE = Kind(
    "D009",
    "{name} has no source, and no quantity it hangs on has one",
    "add sources: [...], or grade it invented",
    "grade: inferred",
)
NO_VALUE_ON_A_LINE = Kind(
    "D010",
    "{what}",
    "guard the formula with max(), min() or when()",
    "equals: 1 / gangs",
)
DEAD_END = Kind(
    "D011",
    "{what}",
    "leave one response without `requires`",
    "requires: ... on every response",
)

EVERY_KIND = tuple(kind for kind in list(globals().values()) if isinstance(kind, Kind))
