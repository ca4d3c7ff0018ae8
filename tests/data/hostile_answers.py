"""What a model or document may write to make a window open, fetch, hang or lie.

Every string that names something names it with a part that begins with `MARK`, so a trace of the
process shows at once whether anything tried to open it.
"""

from __future__ import annotations

MARK = "hostile-probe"

_P = f"/tmp/{MARK}"
_FILE = f"file://{_P}"

NAMING = [
    # Pictures in Markdown
    f"![x]({_FILE}-01.png)",
    f"![x]({_P}-02.png)",
    f"![x](<{_FILE}-03 with spaces.png>)",
    f'![x]({_FILE}-04.png "title")',
    f"![x](//{MARK}-05/share/x.png)",
    f"![x](\\\\{MARK}-06\\share\\x.png)",
    f"![x](file://{MARK}-07/share/x.png)",
    f"![x](qrc:/{MARK}-08.png)",
    f"![x](:/{MARK}-09.png)",
    f"![x](../{MARK}-10.png)",
    f"![x]({MARK}-11.png)",
    f"[![x]({_FILE}-12.png)]({_FILE}-12b.html)",
    f"![x][r]\n\n[r]: {_FILE}-13.png",
    f"| a |\n|---|\n| ![x]({_FILE}-14.png) |",
    f"> ![x]({_FILE}-15.png)",
    f"- ![x]({_FILE}-16.png)",
    f"# ![x]({_FILE}-17.png)",
    f"![x](FILE://{_P}-18.png)",
    f"![x](file:{_P}-19.png)",
    f"![x](image://{MARK}-20)",
    f"![x](http://{MARK}-21.invalid/x.png)",
    f"![x](https://{MARK}-22.invalid/x.svg)",
    f"![x](data:image/svg+xml,<svg><image href='{_FILE}-23.png'/></svg>)",
    # Pictures and frames in HTML
    f'<img src="{_FILE}-24.png">',
    f"<img src='{_P}-25.png'>",
    f"<IMG SRC={_FILE}-26.png>",
    f'<img src="//{MARK}-27/share/x.png">',
    f'<img src="\\\\{MARK}-28\\share\\x.png">',
    f'<img\nsrc="{_FILE}-29.png"\n/>',
    f'<image src="{_FILE}-30.png">',
    f'<body background="{_FILE}-31.png">x</body>',
    f'<table background="{_FILE}-32.png"><tr><td>x</td></tr></table>',
    f'<td background="{_FILE}-33.png">x</td>',
    f"<p style=\"background-image:url('{_FILE}-34.png')\">x</p>",
    f'<span style="background:url({_FILE}-35.png)">x</span>',
    f"<style>@import url({_FILE}-36.css);</style>",
    f'<style>body {{ background-image: url("{_FILE}-37.png") }}</style>',
    f'<link rel="stylesheet" href="{_FILE}-38.css">',
    f'<iframe src="{_FILE}-39.html"></iframe>',
    f'<object data="{_FILE}-40.svg"></object>',
    f'<embed src="{_FILE}-41.svg">',
    f'<video src="{_FILE}-42.mp4" poster="{_FILE}-42.png"></video>',
    f'<audio src="{_FILE}-43.mp3" autoplay></audio>',
    f'<meta http-equiv="refresh" content="0;url={_FILE}-44.html">',
    f'<base href="{_FILE}-45/"><img src="x.png">',
    f'<script src="{_FILE}-46.js"></script>',
    f'<svg><image xlink:href="{_FILE}-47.png"/></svg>',
    f'<ul style="list-style-image:url({_FILE}-48.png)"><li>x</li></ul>',
    f'<!DOCTYPE html SYSTEM "{_FILE}-49.dtd"><html>x</html>',
    f'<?xml-stylesheet href="{_FILE}-50.xsl"?><x/>',
    f'<qt><img src="{_FILE}-51.png"></qt>',
    f"a\n<img src={_FILE}-52.png>",
    f"&lt;img src={_FILE}-53.png&gt;",
    f'<a href="{_FILE}-54.html"><img src="{_FILE}-54.png"></a>',
    # Links
    f"[x]({_FILE}-55.html)",
    f"[x](//{MARK}-56/share)",
    f"[x](smb://{MARK}-57/share)",
    f"[x](ftp://{MARK}-58/x)",
    f"[x](javascript:{MARK}-59)",
    f"[x](vbscript:{MARK}-60)",
    f"[x](data:text/html,{MARK}-61)",
    f"[x](mailto:a@{MARK}-62.invalid)",
    f"<{_FILE}-63.html>",
    f"<https://{MARK}-64.invalid/>",
    f"https://{MARK}-65.invalid/path",
    f'[x](ms-settings:{MARK}-66 "t")',
    # Code and other blocks that name files
    f"```html\n<img src='{_FILE}-67.png'>\n```",
    f"    <img src='{_FILE}-68.png'>",
    f"`<img src={_FILE}-69.png>`",
    f"```{_FILE}-70.png\nx\n```",
    f"[^1]\n\n[^1]: ![x]({_FILE}-71.png)",
    f"{_FILE}-72.png",
    f"{_P}-73.pdf",
    f"<img src={_FILE}-74.png>.pdf",
    f"\\begin{{document}}\\input{{{_P}-75}}\\end{{document}}",
    f"$$\\includegraphics{{{_P}-76.png}}$$",
    f"\u202e![x]({_FILE}-77.png)\u202c",
    f"\ufffc\ufdd0<img src={_FILE}-78.png>\ufdd1",
    f"\x00<img src={_FILE}-79.png>\x00",
    f"\U000e0041![x]({_FILE}-80.png)\U000e0042",
]

HEAVY = [
    "> " * 10_000 + "deep",
    "- " * 5_000 + "deep",
    "[" * 20_000,
    "![" * 10_000,
    "*" * 20_000,
    "`" * 20_001,
    "*a **b " * 4_000,
    "<" * 20_000,
    "\n" * 20_000,
    "| " * 5_000 + "\n" + "|-" * 5_000 + "|\n",
    "👨‍👩‍👧‍👦" * 5_000,
    "e" + "\u0301" * 20_000,
    "word " * 20_000,
    "w" * 100_000,
    "\u202e\u2066" * 20_000 + "text",
    "# " * 10_000,
    "1. " * 5_000,
    "\t" * 20_000 + "x",
    "&amp;" * 10_000,
    "```\n" * 3_000,
]

HOSTILE = NAMING + HEAVY
