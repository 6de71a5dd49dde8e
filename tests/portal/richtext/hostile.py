"""Bodies that try to run a script in a reader's or an editor's browser, or to phone home.

One that runs calls `hit()`, one that phones asks for something of evil.example: the browser tests
lie in wait for both. Those that fit on a line of printable text stand in hostile.lines.
"""

from pathlib import Path

URLS = [
    "javascript:hit()",
    "JaVaScRiPt:hit()",
    "java\tscript:hit()",
    "java\nscript:hit()",
    "&#106;avascript:hit()",
    "&#x6A;avascript&colon;hit()",
    "javascript&#58hit()",
    "\x01javascript:hit()",
    " javascript:hit()",
    "vbscript:hit()",
    "data:text/html,<script>hit()</script>",
    "data:text/html;base64,PHNjcmlwdD5oaXQoKTwvc2NyaXB0Pg==",
    "file:///etc/passwd",
    "//evil.example/",
    "/\\evil.example/",
    "\\\\evil.example\\",
    "/\t/evil.example/",
    "https:javascript:hit()",
    "document:javascript:hit()",
    "document:108863/../javascript:hit()",
    "view-source:javascript:hit()",
    "blob:https://evil.example/1",
    "filesystem:https://evil.example/1",
    "javascript://ok.example/%0ahit()",
    "javascript:%68it()",
    "java\u2028script:hit()",
    "java\u200bscript:hit()",
    "\u00a0javascript:hit()",
    "\u202ejavascript:hit()",
    "j&Tab;a&NewLine;v&#13;ascript:hit()",
    "&#0000106avascript:hit()",
    "ｊavascript:hit()",
    "feed:javascript:hit()",
    "jar:https://evil.example/x.jar!/x",
    "livescript:hit()",
    "mocha:hit()",
    "ws://evil.example/",
    "intent://evil.example#Intent;scheme=https;end",
    "data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='hit()'/>",
    "data:text/html;charset=utf-7,+ADw-script+AD4-hit()+ADw-/script+AD4-",
    "http://ok.example@evil.example/",
    "https://evil.example\\@ok.example/",
    'https://ok.example/"onmouseover=hit()//',
    "https:///evil.example/",
    "https://[evil.example/",
    'tel:hit()"onclick=hit()',
    "mailto:a@b?body=</script><script>hit()</script>",
    'document:108863" onclick=hit()',
    "?q=<script>hit()</script>",
    '#"><img src=x onerror=hit()>',
]

_LINES = (Path(__file__).parent / "hostile.lines").read_text().splitlines()
_IMAGE = "<img src=x onerror=hit()>"

BODIES = [f'<p>text <a href="{url}">link</a></p>' for url in URLS]
BODIES += [line for line in _LINES if not line.startswith("## ")]
BODIES += [
    "<img src=x onerror=\x00hit()>",
    "<\x00script>hit()</script>",
    "<scr\x00ipt>hit()</scr\x00ipt>",
    '<a href="java\x00script:hit()">x</a>',
    "<p \ud800 onclick=hit()>x</p>",
    "<p>\u202e<script>hit()</script></p>",
    "<script>//-->\nhit()</script>",
    "<img\nsrc=x\nonerror=hit()>",
    "<img\x0csrc=x\x0conerror=hit()>",
    "<img\x0bsrc=x onerror=hit()>",
    "<img src=x onerror\r\n=\r\nhit()>",
    "\r\nLocation: //evil.example/\r\n\r\n<script>hit()</script>",
    f"\ufeff{_IMAGE}",
    f"\u2028{_IMAGE}\u2029",
    f"\x1b[31m{_IMAGE}\x08\x07",
    f"\u202e\u2066{_IMAGE}\u2069",
    f"<\u0130mg src=x onerror=hit()>{_IMAGE}",
    f"\ud800{_IMAGE}\udfff",
    f"\ufdd0{_IMAGE}\uffff",
    "<ſcript>hit()</ſcript><ſvg onload=hit()>",
    # Long ones: deep, wide, with an attribute that has no end, and with all of it at the end.
    "<div>" * 150 + _IMAGE,
    "<b>" * 150 + _IMAGE + "</b>" * 150,
    "<table><tr><td>" * 80 + _IMAGE,
    f"<p title='{'x' * 2_000}'>{_IMAGE}",
    "x" * 2_000 + _IMAGE,
    "<!--" * 400 + _IMAGE,
    f"<a href='https://ok.example/{'a' * 2_000}' onfocus=hit() autofocus>x</a>",
    "&" * 1_000 + _IMAGE,
]
