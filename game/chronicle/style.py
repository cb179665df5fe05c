"""The style sheet of the page: light and dark, telephone and paper, without anything from outside.

Faces are those of the reader's own system. Colours hold 4.5 to 1 for words and 3 to 1 for lines.
"""

from __future__ import annotations

from game.diagrams.svg import NIGHT, PAPER, PRINTED, rules, sheet

LIGHT = "--ground:#fffaf0;--ink:#1d1713;--faint:#5f5138;--line:#bda97a;--mark:#a8281e;--box:#f3e9d2"
DARK = "--ground:#1d1713;--ink:#f3e7c9;--faint:#cdbb92;--line:#6d5c44;--mark:#ff7466;--box:#2b211a"

PAGE = """
*{box-sizing:border-box}
html{font-size:100%;-webkit-text-size-adjust:100%}
body{margin:0;background:var(--ground);color:var(--ink);font:1.0625rem/1.55 "PT Serif",Georgia,
"Noto Serif","Times New Roman",serif;overflow-wrap:break-word}
header,main,nav,footer{max-width:46rem;margin:0 auto;padding:0 1rem}
h1,h2,h3,h4,.label,th,dt,.grade,nav{font-family:Oswald,"PT Sans","Noto Sans",Arial,sans-serif}
h1{font-size:2rem;line-height:1.15;margin:1.5rem 0 .25rem}
h2{font-size:1.5rem;line-height:1.2;margin:3rem 0 .75rem;padding-top:.75rem;
border-top:3px solid var(--mark)}
h3{font-size:1.2rem;margin:2rem 0 .5rem}
h4{font-size:1.02rem;margin:1.25rem 0 .1rem}
p{margin:.35rem 0 .6rem}
a{color:var(--mark);text-underline-offset:.15em}
a:focus-visible,[tabindex]:focus-visible,summary:focus-visible{outline:3px solid var(--mark);
outline-offset:2px}
.skip{position:absolute;left:-99rem}
.skip:focus{left:0;top:0;padding:.75rem 1rem;background:var(--ground);z-index:1}
nav ol{list-style:none;padding:0;margin:.5rem 0;columns:2;column-gap:1.5rem}
nav li{break-inside:avoid}
nav a{display:block;padding:.6rem 0;line-height:1.3}
.note{color:var(--faint);font-style:italic}
dl{display:grid;grid-template-columns:auto 1fr;gap:.25rem 1rem;margin:1rem 0}
dt{color:var(--faint)}dd{margin:0}
.grade{display:inline-block;font-size:.72rem;line-height:1.5;letter-spacing:.05em;
text-transform:uppercase;font-weight:400;border:1px solid currentColor;padding:0 .45em;
margin-left:.5em;vertical-align:.12em;white-space:nowrap}
.sign{display:inline-block;min-width:1.5em;text-align:center;font-weight:700;margin-right:.45em;
border:1px solid currentColor}
.sources{color:var(--faint);font-size:.92rem;font-style:italic}
table{border-collapse:collapse;width:100%;font-size:.95rem;line-height:1.4}
caption{text-align:left;color:var(--faint);font-style:italic;padding:.25rem 0}
th,td{text-align:left;vertical-align:top;padding:.45rem .6rem .45rem 0;
border-bottom:1px solid var(--line)}
th{font-weight:500}
.wide{overflow-x:auto;margin:.75rem 0}
figure{margin:1.5rem 0}
figure svg{display:block;width:100%;height:auto;max-width:38rem}
figure.graph svg{min-width:37rem;max-width:46rem}
figcaption{color:var(--faint);font-size:.92rem;margin-top:.4rem}
summary{cursor:pointer;padding:.6rem 0;color:var(--mark)}
.code{font-family:"PT Mono","DejaVu Sans Mono",Consolas,monospace;font-size:1.25rem;
letter-spacing:.08em}
.qr svg{width:10rem;max-width:100%;height:auto}
footer{margin-top:4rem;padding-bottom:3rem;color:var(--faint);font-size:.92rem}
@media (max-width:34rem){nav ol{columns:1}
table.stack thead{position:absolute;left:-99rem}
table.stack tr{display:block;border-bottom:1px solid var(--line);padding:.4rem 0}
table.stack th,table.stack td{display:block;border:0;padding:.1rem 0}
table.stack td::before{content:attr(data-head) ": ";color:var(--faint)}}
@media print{:root{--ground:#fff;--d-paper:#fff}
body{font-size:10.5pt;line-height:1.4}
nav,.skip{display:none}
header,main,footer{max-width:none;padding:0}
h2,h3,h4{break-after:avoid}figure,tr,.statement{break-inside:avoid}
details:not([open]){display:none}
figure{margin:.8rem 0}figure svg{max-width:13cm}figure.graph svg{min-width:0;max-width:17cm}
.wide{overflow:visible}a{color:inherit;text-decoration:none}h2{break-before:auto}
@page{size:A4;margin:18mm}}
"""


def style() -> str:
    """Return the whole style sheet. A reader's dark mode is kept on the screen, not on paper."""
    light, night = LIGHT + ";" + sheet(PAPER), DARK + ";" + sheet(NIGHT)
    dark = f"@media screen and (prefers-color-scheme:dark){{:root{{{night}}}}}"
    scheme = ":root{color-scheme:light dark}"
    boxes = {tone: PRINTED[tone] for tone in PRINTED if PRINTED[tone] != PAPER[tone]}
    printed = f"@media print{{:root{{{sheet(boxes)}}}}}"
    return f":root{{{light}}}{scheme}{dark}{PAGE.strip()}{printed}{rules()}"
